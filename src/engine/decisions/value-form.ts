import { dateFields, DocumentType, FieldName } from '../../shared/invoice'
import { isDecimalText } from '../../shared/money'
import { isRealDate } from '../../shared/typed-date'
import { isAmountField } from './invoice-fields'

// Far above any invoice and far below what minor units of a four-decimal currency can hold.
const wholeDigits = 11

/** Plain decimal text small enough to be kept in minor units of any currency. */
export function isStorableAmount(value: string): boolean {
  return isDecimalText(value) && value.replace(/^-/, '').replace(/\..*/, '').replace(/^0+/, '').length <= wholeDigits
}

/** Whether a value has the form its field is stored in. Readers and people both pass here. */
export function isStorable(field: FieldName, value: string): boolean {
  if (value === '' || value.length > 500) return false
  if (isAmountField(field)) return isStorableAmount(value)
  if (dateFields.some(date => date === field)) return isRealDate(value)
  if (field === 'exchange_rate') return isExchangeRate(value)
  if (field === 'currency') return /^[A-Z]{3}$/.test(value)
  if (field === 'document_type') return DocumentType.options.some(type => type === value)
  return true
}

/** A rate above zero; the ledger keeps nine decimals. */
function isExchangeRate(value: string): boolean {
  return isDecimalText(value) && /^\d{1,7}(\.\d{1,9})?$/.test(value) && /[1-9]/.test(value)
}
