import type { Suggestion } from '../../../shared/issue'
import { formatInvalid } from './check-tax-ids'
import { compactIban, correctedIban, isIban } from './iban'
import type { IssueCheck } from './issue-kind'
import type { Check } from './subject'

/**
 * The check digits of an IBAN, and the number that was probably meant. A remark: the document decides nothing about
 * where we pay, but whoever copies the number would pay in vain. Leaving it comes first: nobody should correct an
 * account by pressing Enter.
 */
export const checkBankAccount: Check = ({ details }) => {
  const wrong = (details ?? []).filter(({ key, value }) => key === 'iban' && !isIban(value))
  return wrong.map(({ value }) => ({
    key: 'format_invalid',
    severity: 'low',
    subject: { type: 'document' },
    params: { variant: 'iban', value, ref: value },
    suggestions: [
      { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } },
      ...correction(value),
    ],
  }))
}

function correction(from: string): Suggestion[] {
  const value = correctedIban(from)
  if (value === undefined) return []
  // In groups of four, as it is printed on forms.
  const grouped = value.replace(/(.{4})(?=.)/g, '$1 ')
  const signs = differingSigns(compactIban(from), value)
  const why = signs.length === 1 ? 'iban_one_sign' : 'iban_several_signs'
  const [first] = signs
  return [
    {
      key: 'use_corrected_iban',
      params: { value: grouped, count: signs.length, ...(first && { from: first.from, to: first.to }) },
      why,
      fix: { type: 'correct_iban', from, value },
    },
  ]
}

function differingSigns(from: string, to: string): { from: string; to: string }[] {
  return [...from].flatMap((sign, index) => (sign === to[index] ? [] : [{ from: sign, to: to[index] ?? '' }]))
}

export const bankAccountCheck: IssueCheck = { check: checkBankAccount, kinds: [formatInvalid] }
