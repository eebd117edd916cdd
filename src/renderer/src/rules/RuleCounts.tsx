import { Button as AriaButton } from 'react-aria-components'
import type { RuleFilter } from '../../../shared/automation'
import { useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { useInbox } from '../inbox/inbox-slice'

interface RuleCountsProps {
  readonly ruleId: RuleFilter['ruleId']
  /** Of one wording; null for all of them. */
  readonly version: number | null
  readonly counts: { readonly acted: number; readonly shadowed: number; readonly undone: number }
}

/** What a rule did and would have done, each number leading to its documents. */
export function RuleCounts({ ruleId, version, counts: { acted, shadowed, undone } }: RuleCountsProps) {
  const { t } = useText()
  return (
    <p className="rule-counts muted num">
      <DocumentsLink count={acted} filter={{ ruleId, version, mode: 'on' }} text={t('rules.counts', { acted })} />
      {shadowed > 0 && (
        <DocumentsLink
          count={shadowed}
          filter={{ ruleId, version, mode: 'shadow' }}
          text={t('rules.counts.shadow', { count: shadowed })}
        />
      )}
      {undone > 0 && <span>{t('rules.counts.undone', { count: undone })}</span>}
    </p>
  )
}

interface DocumentsLinkProps {
  readonly count: number
  readonly filter: RuleFilter
  readonly text: string
}

function DocumentsLink({ count, filter, text }: DocumentsLinkProps) {
  if (count === 0) return <span>{text}</span>
  return (
    <AriaButton className="rule-link" onPress={() => openDocumentsOf(filter)}>
      {text}
    </AriaButton>
  )
}

/** Shows in the inbox the documents a rule acted on, and nothing else. */
function openDocumentsOf(rule: RuleFilter): void {
  void useInbox.getState().showOnly({ rule })
  useNavigation.getState().show('inbox')
}
