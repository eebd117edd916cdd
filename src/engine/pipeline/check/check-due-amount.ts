import { isDecimalText, minor, subtract, toDecimal, toMinor, type MinorUnits } from '../../../shared/money'
import type { DetailKey } from '../../../shared/invoice'
import { amountOf, currencyOf, moneyParams } from './amounts'
import { ruleId, ruleParams } from './rule-ids'
import { always, type IssueCheck, type IssueKind } from './issue-kind'
import type { Check, CheckSubject } from './subject'

/**
 * What is to be paid: the total, less what was paid in advance, plus rounding (BR-CO-16). Where a document says what is
 * due in instalments (FatturaPA), less what is withheld: there an instalment may be left out, so it is only a remark.
 */
export const checkDueAmount: Check = subject => {
  const payable = amountOf(subject, 'payable')
  const total = amountOf(subject, 'grand_total')
  const { origin, byPerson } = subject.fields.payable
  if (payable === null || total === null || byPerson || origin?.kind === 'page' || origin?.kind === 'model') return []
  const isRuled = ruleId(subject.format, 'payable') !== null
  const computed = isRuled ? totalLessAdvances(subject, total, payable) : otherwiseComputed(subject)
  if (computed === null) return []
  const difference = subtract(payable, computed)
  if (Math.abs(difference) <= Math.max(1, subject.settings.roundingTolerance)) return []
  const value = toDecimal(computed, currencyOf(subject))
  const params = {
    ...moneyParams(subject, {
      payable,
      computed,
      total,
      prepaid: amountOfDetail(subject, 'prepaid'),
      rounding: amountOfDetail(subject, 'rounding'),
      difference: minor(Math.abs(difference)),
    }),
    ...ruleParams(subject.format, 'payable'),
    variant: isRuled ? 'advances' : 'withheld',
  }
  return [
    {
      key: 'payable_mismatch',
      severity: isRuled ? 'medium' : 'low',
      subject: { type: 'field', field: 'payable' },
      params,
      suggestions: [
        isRuled
          ? { key: 'keep_as_printed', params: {}, fix: { type: 'waive', reason: 'keep_as_printed' } }
          : { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } },
        {
          key: 'use_computed_payable',
          params: { value, currency: params.currency },
          fix: { type: 'set_field', field: 'payable', value },
        },
      ],
    },
  ]
}

/** Tax that the buyer withholds is left out of what is paid in Turkey and in it in Colombia: the nearer reading counts. */
function totalLessAdvances(subject: CheckSubject, total: MinorUnits, payable: MinorUnits): MinorUnits {
  const due = minor(total - amountOfDetail(subject, 'prepaid') + amountOfDetail(subject, 'rounding'))
  const withheld = subtract(due, amountOf(subject, 'withheld_total') ?? minor(0))
  return Math.abs(payable - withheld) < Math.abs(payable - due) ? withheld : due
}

/** What the reader worked out from total and withholdings, beside the sum of the instalments. */
function otherwiseComputed(subject: CheckSubject): MinorUnits | null {
  const other = subject.fields.payable.candidates.find(
    ({ origin }) => origin.kind === 'formula' && origin.rule === 'total_less_withheld',
  )
  return other && isDecimalText(other.value) ? toMinor(other.value, currencyOf(subject)) : null
}

function amountOfDetail(subject: CheckSubject, key: DetailKey): MinorUnits {
  const value = subject.details?.find(detail => detail.key === key)?.value
  return value !== undefined && isDecimalText(value) ? toMinor(value, currencyOf(subject)) : minor(0)
}

const payableMismatch: IssueKind = { key: 'payable_mismatch', resolutions: ['set_field'], mayWaive: always }

export const dueAmountCheck: IssueCheck = { check: checkDueAmount, kinds: [payableMismatch] }
