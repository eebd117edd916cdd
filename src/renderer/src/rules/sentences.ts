import type { Action, Condition, PolicyView } from '../../../shared/automation'
import type { PersonView } from '../../../shared/people'
import type { Text } from '../i18n/t'

/** Names for the ids that rules keep. */
export interface Names {
  readonly vendors: Readonly<Record<string, string>>
  readonly people: readonly PersonView[]
  readonly policies: readonly Pick<PolicyView, 'id' | 'name'>[]
}

/** "vendor is Hosting AG and total at most 300.00 EUR". */
export function conditionsText(text: Text, conditions: readonly Condition[], names: Names): string {
  if (conditions.length === 0) return text.t('rules.when.everything')
  return conditions.map(condition => conditionText(text, condition, names)).join(text.t('rules.and'))
}

/** "account 601.72, approve". */
export function actionsText(text: Text, actions: readonly Action[], names: Names): string {
  return actions.map(action => actionText(text, action, names)).join(', ')
}

function conditionText(text: Text, condition: Condition, names: Names): string {
  const { t } = text
  switch (condition.on) {
    case 'vendor':
      return t('rules.when.vendor', {
        list: oneOf(
          text,
          condition.vendorIds.map(id => names.vendors[id] ?? '…'),
        ),
      })
    case 'new_vendor':
      return t('rules.when.new_vendor')
    case 'total': {
      const { is, amount, currency } = condition
      return t(`rules.when.total.${is}`, { amount: text.money(amount, currency), currency })
    }
    case 'currency':
      return t('rules.when.currency', { list: oneOf(text, condition.currencies) })
    case 'account':
      return t('rules.when.account', { list: oneOf(text, condition.codes) })
    case 'issue':
      return t('rules.when.issue', {
        list: oneOf(
          text,
          condition.keys.map(key => t(`issue.${key}.name`)),
        ),
      })
    case 'source':
      return t('rules.when.source', {
        list: oneOf(
          text,
          condition.sources.map(source => t(`source.${source}`)),
        ),
      })
    case 'quality':
      return t(`rules.when.quality.${condition.is}`, { value: text.percent(condition.value) })
    case 'type':
      return t('rules.when.type', {
        list: oneOf(
          text,
          condition.types.map(type => t(`type.${type}`)),
        ),
      })
    case 'file':
      return t('rules.when.file', {
        list: oneOf(
          text,
          condition.kinds.map(kind => kind.toUpperCase()),
        ),
      })
  }
}

function actionText(text: Text, action: Action, names: Names): string {
  const { t } = text
  switch (action.do) {
    case 'set_account':
      return t('rules.then.set_account', { account: action.accountCode })
    case 'end_issue':
      return t(`rules.then.${action.how}`, { issue: t(`issue.${action.key}.name`) })
    case 'assign':
      return t('rules.then.assign', { name: names.people.find(({ id }) => id === action.personId)?.name ?? '…' })
    case 'hold':
      return action.days === null ? t('rules.then.hold') : t('rules.then.holdFor', { days: action.days })
    case 'approve':
      return t('rules.then.approve')
    case 'route':
      return t('rules.then.route', { policy: names.policies.find(({ id }) => id === action.policyId)?.name ?? '…' })
    case 'reject':
      return t('rules.then.reject', { reason: action.reason })
    case 'set_aside':
      return t('rules.then.set_aside')
    case 'mark_duplicate':
      return t('rules.then.mark_duplicate')
  }
}

/** "A, B or C" in the language of the screens. */
function oneOf(text: Text, values: readonly string[]): string {
  return new Intl.ListFormat(text.language, { type: 'disjunction' }).format(values)
}
