import type { DocumentType } from '../../../../shared/invoice'
import type { Found, XmlElement } from '../xml/element'
import { descend, textOf } from '../xml/element'
import type { FactsDraft } from './facts-draft'
import { oneLine } from './facts-draft'

/** TipoDocumento of credit notes; all other TD codes are invoices, self-billed ones (TD16 to TD19) included. */
const creditNotes = new Set(['TD04', 'TD08'])

function fatturaType(code: string): DocumentType {
  return creditNotes.has(code) ? 'credit_note' : 'invoice'
}

/** Elements below the root carry no namespace. */
export function at(element: XmlElement | undefined, ...names: readonly string[]): Found | undefined {
  return textOf(descend(element, '', ...names))
}

/** IdPaese and IdCodice joined, else the fiscal code. */
export function readTaxId(owner: XmlElement | undefined, field: 'seller.tax_id' | 'buyer.tax_id', draft: FactsDraft) {
  const [country, code] = [at(owner, 'IdFiscaleIVA', 'IdPaese'), at(owner, 'IdFiscaleIVA', 'IdCodice')]
  if (country && code) draft.derived(field, country.value + code.value, 'joined', [country.path, code.path])
  draft.text(field, at(owner, 'CodiceFiscale'), draft.has(field) ? 0.2 : 1)
}

export function readName(owner: XmlElement | undefined, field: 'seller.name' | 'buyer.name', draft: FactsDraft): void {
  draft.text(field, at(owner, 'Denominazione'))
  const [given, family] = [at(owner, 'Nome'), at(owner, 'Cognome')]
  if (given && family)
    draft.derived(field, oneLine(`${given.value} ${family.value}`), 'joined', [given.path, family.path])
}

/** Type, number, date and currency; the same in both kinds. */
export function readIdentity(document: XmlElement | undefined, draft: FactsDraft): void {
  const type = at(document, 'TipoDocumento')
  draft.text('document_type', type && { value: fatturaType(type.value), path: type.path })
  draft.text('invoice_number', at(document, 'Numero'))
  draft.date('issue_date', at(document, 'Data'))
  draft.currency(at(document, 'Divisa'))
}
