import type { FieldName } from '../../../shared/invoice'
import { isDecimalText } from '../../../shared/money'
import { isAmountField, numberKey } from '../../decisions/invoice-fields'
import { compactTaxId } from '../../pipeline/check/tax-id'
import { nameKey } from '../name-key'

/** Whether two values of a field are one, however they are written: "1160.00" and "1160.000000", "A-17" and "a 17". */
export function sameValue(field: FieldName, one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  if (one === other) return true
  if (isAmountField(field) || field === 'exchange_rate') {
    return isDecimalText(one) && isDecimalText(other) && Number(one) === Number(other)
  }
  if (field === 'invoice_number' || field === 'uuid') return numberKey(one) === numberKey(other)
  if (field === 'seller.tax_id' || field === 'buyer.tax_id') return compactTaxId(one) === compactTaxId(other)
  return field.endsWith('.name') && nameKey(one) === nameKey(other)
}
