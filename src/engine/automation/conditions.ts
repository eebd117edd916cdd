import Big from 'big.js'
import type { Condition } from '../../shared/automation'
import type { VendorId } from '../../shared/ids'
import type { RuleSubject } from './subject'

/**
 * Whether conditions hold. `unknown`: they might, but a value is missing to say so (a total in a currency without a
 * rate). Rules then keep still, and policies ask their people.
 */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Ancestors of an account in the chart, itself included. */
export type AccountLine = (code: string) => readonly string[]

/** All conditions together: one `no` decides, then one `unknown`. No conditions hold for everything. */
export function judge(conditions: readonly Condition[], subject: RuleSubject, lineOf: AccountLine): Verdict {
  const verdicts = conditions.map(condition => judgeOne(condition, subject, lineOf))
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('unknown') ? 'unknown' : 'yes'
}

function vendorsOf({ vendorId, mergedVendorIds }: RuleSubject): readonly VendorId[] {
  return vendorId === null ? [] : [vendorId, ...mergedVendorIds]
}

function judgeOne(condition: Condition, subject: RuleSubject, lineOf: AccountLine): Verdict {
  switch (condition.on) {
    case 'vendor':
      return verdict(vendorsOf(subject).some(id => condition.vendorIds.includes(id)))
    case 'new_vendor':
      return verdict(subject.vendorId === null || subject.isVendorNew)
    case 'total':
      return judgeTotal(condition, subject)
    case 'currency':
      return oneOf(condition.currencies, subject.currency)
    case 'account':
      return verdict(subject.accountCodes.some(code => lineOf(code).some(above => condition.codes.includes(above))))
    case 'issue':
      return verdict(subject.issueKeys.some(key => condition.keys.includes(key)))
    case 'source':
      return verdict(condition.sources.includes(subject.source))
    case 'quality':
      if (subject.quality === null) return 'unknown'
      return verdict(
        condition.is === 'at_least' ? subject.quality >= condition.value : subject.quality < condition.value,
      )
    case 'type':
      return oneOf(condition.types, subject.type)
    case 'file':
      return verdict(condition.kinds.includes(subject.file))
  }
}

function verdict(holds: boolean): Verdict {
  return holds ? 'yes' : 'no'
}

function oneOf<T>(values: readonly T[], value: T | null): Verdict {
  return value === null ? 'unknown' : verdict(values.includes(value))
}

function judgeTotal({ is, amount, currency }: Extract<Condition, { on: 'total' }>, subject: RuleSubject): Verdict {
  const total = totalIn(currency, subject)
  if (total === null) return 'unknown'
  // A credit note gives money back: its size is what a limit is about.
  const size = total.abs()
  return verdict(is === 'at_most' ? size.lte(amount) : size.gte(amount))
}

/** The invoice's total in a currency, when it is in it or its own rate leads there. */
function totalIn(currency: string, { total, currency: own, exchangeRate, homeCurrency }: RuleSubject): Big | null {
  if (total === null || own === null) return null
  if (own === currency) return new Big(total)
  if (currency !== homeCurrency || exchangeRate === null) return null
  return new Big(total).times(exchangeRate)
}
