import type { Box } from '../../../../shared/document'
import type { FieldName } from '../../../../shared/invoice'
import type { InvoiceFacts, PageReading } from '../../facts'
import { textLines, union } from './text-lines'

/** Fields that money depends on: what a forged text layer would change. */
const fields: readonly FieldName[] = ['grand_total', 'payable', 'invoice_number']

/** Beginning of an IBAN, and what its groups look like. */
const ibanStart = /^[A-Z]{2}\d{2}[A-Z\d]*$/
const ibanGroup = /^[A-Z\d]{1,30}$/
const leastIban = 15

/** Totals, number and bank accounts that a text layer gives, and where. */
export function claimsOfText(
  facts: InvoiceFacts,
  pages: readonly PageReading[],
): { page: number; box: Box; text: string }[] {
  const chosen = fields.flatMap(field => {
    const origin = facts.chosen[field]?.origin
    return origin?.kind === 'page' && origin.by === 'text_layer' && /\d/.test(origin.text) ? [origin] : []
  })
  const claims = [...chosen, ...pages.filter(page => page.textSource === 'text_layer').flatMap(ibansOn)]
  return claims.map(({ page, box, text }) => ({ page, box, text }))
}

function ibansOn(page: PageReading): { page: number; box: Box; text: string }[] {
  return textLines([page]).flatMap(({ words }) => {
    const start = words.findIndex(word => ibanStart.test(word.text))
    if (start < 0) return []
    const after = words.slice(start)
    const end = after.findIndex(word => !ibanGroup.test(word.text))
    const groups = end < 0 ? after : after.slice(0, end)
    const text = groups.map(word => word.text).join('')
    if (text.length < leastIban || text.length > 34) return []
    return [{ page: page.number, box: union(groups.map(word => word.box)), text }]
  })
}
