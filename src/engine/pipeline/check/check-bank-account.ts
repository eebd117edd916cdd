import { formatInvalid } from './check-tax-ids'
import type { IssueCheck } from './issue-kind'
import type { Check } from './subject'

/**
 * The check digits of an IBAN (ISO 13616: the number with its first four signs moved to the end is 1 modulo 97). A remark:
 * the document decides nothing about where we pay, but whoever copies the number would pay in vain.
 */
export const checkBankAccount: Check = ({ details }) => {
  const wrong = (details ?? []).filter(({ key, value }) => key === 'iban' && !isIban(value))
  return wrong.map(({ value }) => ({
    key: 'format_invalid',
    severity: 'low',
    subject: { type: 'document' },
    params: { variant: 'iban', value, ref: value },
    suggestions: [{ key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } }],
  }))
}

function isIban(written: string): boolean {
  const iban = written.toUpperCase().replace(/\s/g, '')
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map(sign => parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

export const bankAccountCheck: IssueCheck = { check: checkBankAccount, kinds: [formatInvalid] }
