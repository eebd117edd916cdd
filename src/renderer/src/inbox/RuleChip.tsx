import { useEffect } from 'react'
import type { InboxFilter } from '../../../shared/inbox'
import { useText } from '../i18n/t'
import { useRules } from '../rules/rules-slice'
import { SetChip } from './chips'
import { useInbox } from './inbox-slice'

/** Says that the list holds what a rule acted on. It is set from Rules, so unset there is nothing to choose. */
export function RuleChip({ rule }: { readonly rule: InboxFilter['rule'] }) {
  const { t } = useText()
  const name = useRules(state => state.rules.find(one => one.id === rule?.ruleId)?.name)
  const isNameWanted = rule !== null && rule.ruleId !== 'autopilot' && name === undefined
  useEffect(() => {
    if (isNameWanted) void useRules.getState().recount()
  }, [isNameWanted])
  if (rule === null) return null
  const who = rule.ruleId === 'autopilot' ? t('autopilot.title') : (name ?? t('inbox.filter.rule.removed'))
  const label = [who, rule.version === null ? '' : t('rules.version', { version: rule.version })]
    .filter(part => part !== '')
    .join(' · ')
  return (
    <SetChip
      label={t(`inbox.filter.rule.${rule.mode}`, { rule: label })}
      onRemove={() => void useInbox.getState().setFilter({ rule: null })}
    />
  )
}
