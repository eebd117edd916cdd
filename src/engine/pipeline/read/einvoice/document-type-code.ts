import type { DocumentType } from '../../../../shared/invoice'

/** UNTDID 1001 codes of credit notes that EN 16931 allows. */
const creditNotes = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'])

/** What an UNTDID 1001 code (UBL, CII) means for paying. Self-billed invoices (389) are invoices; pro forma ones (325) are not. */
export function documentTypeOfCode(code: string): DocumentType {
  if (creditNotes.has(code)) return 'credit_note'
  return code === '325' ? 'quote' : 'invoice'
}
