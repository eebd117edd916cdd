import type { DecimalText } from '../../../../shared/money'
import type { TaxRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, childrenOf, descend, pathOf } from '../xml/element'
import type { Cfdi } from './cfdi'
import type { FactsDraft } from './facts-draft'
import { xmlOrigin } from './facts-draft'
import { amountOrNull, percentOf, plainRate, sum } from './values'

const localTaxesNamespace = 'http://www.sat.gob.mx/implocal'

/** c_Impuesto; 3.2 writes the names. */
const taxNames: Readonly<Record<string, string>> = { '001': 'ISR', '002': 'IVA', '003': 'IEPS' }

interface Amount {
  readonly amount: DecimalText
  readonly path: string
}

/** Reads the summary taxes and the state and municipal ones of the local-taxes complement, and proposes their totals. */
export function readCfdiTaxes(document: Cfdi, draft: FactsDraft): TaxRead[] {
  const { root, uri, attribute } = document
  const summary = descend(root, uri, 'Impuestos')
  const local = childrenOf(root, uri, 'Complemento').flatMap(complement =>
    childrenOf(complement, localTaxesNamespace, 'ImpuestosLocales'),
  )
  const transferred = taxRows(document, summary, 'Traslados', 'Traslado', 'transferred')
  const withheld = taxRows(document, summary, 'Retenciones', 'Retencion', 'withheld')

  const declaredTransferred = amountAt(attribute(summary, 'TotalImpuestosTrasladados'))
  const declaredWithheld = amountAt(attribute(summary, 'TotalImpuestosRetenidos'))
  const localTransferred = local.flatMap(taxes => amountAt(attributeOf(taxes, 'TotaldeTraslados')))
  const localWithheld = local.flatMap(taxes => amountAt(attributeOf(taxes, 'TotaldeRetenciones')))

  proposeTotal(draft, 'tax_total', orRows(declaredTransferred, transferred), localTransferred)
  proposeTotal(draft, 'withheld_total', orRows(declaredWithheld, withheld), localWithheld)
  return [
    ...transferred,
    ...withheld,
    ...local.flatMap(taxes =>
      localRows(taxes, 'TrasladosLocales', 'ImpLocTrasladado', 'TasadeTraslado', 'transferred'),
    ),
    ...local.flatMap(taxes => localRows(taxes, 'RetencionesLocales', 'ImpLocRetenido', 'TasadeRetencion', 'withheld')),
  ]
}

/** Name of a tax by its SAT code; 3.2 and local taxes bring the name itself. */
export function taxName(code: string | undefined): string {
  return taxNames[code ?? ''] ?? code ?? ''
}

/** Rate of a row in percent; null for exempt rows and quotas per unit. */
export function cfdiRate({ is32, attribute }: Cfdi, row: XmlElement): DecimalText | null {
  if (is32) return plainRate(amountOrNull(attribute(row, 'Tasa')))
  if (attribute(row, 'TipoFactor')?.value !== 'Tasa') return null
  const fraction = amountOrNull(attribute(row, 'TasaOCuota'))
  return fraction === null ? null : percentOf(fraction)
}

function taxRows(
  document: Cfdi,
  summary: XmlElement | undefined,
  group: string,
  name: string,
  kind: TaxRead['kind'],
): TaxRead[] {
  const { uri, attribute } = document
  return childrenOf(descend(summary, uri, group), uri, name).map(row => ({
    kind,
    name: taxName(attribute(row, 'Impuesto')?.value),
    rate: cfdiRate(document, row),
    base: amountOrNull(attribute(row, 'Base')),
    // Exempt rows carry no amount: their tax is none.
    amount: amountOrNull(attribute(row, 'Importe')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(row)),
  }))
}

function localRows(
  taxes: XmlElement,
  row: string,
  nameAttribute: string,
  rateAttribute: string,
  kind: TaxRead['kind'],
): TaxRead[] {
  return childrenOf(taxes, localTaxesNamespace, row).map(tax => ({
    kind,
    name: attributeOf(tax, nameAttribute)?.value ?? '',
    rate: plainRate(amountOrNull(attributeOf(tax, rateAttribute))),
    base: null,
    amount: amountOrNull(attributeOf(tax, 'Importe')) ?? ('0' as DecimalText),
    origin: xmlOrigin(pathOf(tax)),
  }))
}

function amountAt(found: { value: string; path: string } | undefined): Amount[] {
  const amount = amountOrNull(found)
  return found === undefined || amount === null ? [] : [{ amount, path: found.path }]
}

function orRows(declared: readonly Amount[], rows: readonly TaxRead[]): readonly Amount[] {
  if (declared.length > 0) return declared
  return rows.map(({ amount, origin }) => ({ amount, path: origin.kind === 'xml' ? origin.path : '' }))
}

/** One declared amount is the document's own word; several, or none, make a sum. */
function proposeTotal(
  draft: FactsDraft,
  field: 'tax_total' | 'withheld_total',
  federal: readonly Amount[],
  local: readonly Amount[],
): void {
  const parts = [...federal, ...local]
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return draft.amount(field, { value: only.amount, path: only.path })
  const total = sum(parts.map(part => part.amount))
  draft.derived(
    field,
    total,
    'sum_of_taxes',
    parts.map(part => part.path),
  )
}
