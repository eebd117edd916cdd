import { isDecimalText } from '../../../../shared/money'
import type { FieldName } from '../../../../shared/invoice'
import type { InvoiceFacts } from '../../facts'
import type { Verdict } from './read-pages'

/** Fields an accountant cannot do without; a reading that finds more of them, and surer, is worth more. */
const wanted: readonly FieldName[] = [
  'grand_total',
  'issue_date',
  'invoice_number',
  'seller.name',
  'net_total',
  'tax_total',
]
/** What amounts that confirm each other are worth, in sure fields. */
const agreement = 1.5
/** Largest difference that is rounding, in units of the currency. */
const tolerance = 0.015
/** A total this sure without arithmetic needs no second look. */
const sureTotal = 0.97

/** How much the facts of a reading say, and whether they are worth reading again for. */
export function verdictOn({ chosen, lines }: InvoiceFacts): Verdict {
  const amountOf = (field: FieldName) => {
    const value = chosen[field]?.value
    return value !== undefined && isDecimalText(value) ? Number(value) : null
  }
  const [net, tax, withheld] = [amountOf('net_total'), amountOf('tax_total'), amountOf('withheld_total')]
  const total = amountOf('grand_total')
  const isSum =
    total !== null && net !== null && tax !== null && Math.abs(net + tax - (withheld ?? 0) - total) < tolerance
  const inLines = lines.reduce((sum, line) => sum + Number(line.lineTotal ?? 0), 0)
  const isOfLines = lines.length > 0 && [net, total].some(sum => sum !== null && Math.abs(sum - inLines) < tolerance)
  const sure = wanted.reduce((sum, field) => sum + (chosen[field]?.probability ?? 0), 0)
  const isSure = (chosen.grand_total?.probability ?? 0) >= sureTotal
  return {
    worth: sure + (isSum ? agreement : 0) + (isOfLines ? agreement : 0),
    // Lines may add up to the net total of a page whose tax and total were not read.
    isConvincing: (isSum || isOfLines || isSure) && total !== null && chosen.issue_date !== undefined,
  }
}
