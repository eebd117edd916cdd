import { useCallback } from 'react'
import { RuleBody, type RemovedRuleView } from '../../../shared/automation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { RemovedRow } from './RemovedRow'
import { RuleCounts } from './RuleCounts'
import { useRules } from './rules-slice'
import { useRuleSentence } from './use-rule-sentence'

/** Rules that act no more, folded away: what they said and did, and the way to write one of them again. */
export function RemovedRules() {
  const { t } = useText()
  const removed = useRules(state => state.removed)
  if (removed.length === 0) return null
  return (
    <details className="removed-rules">
      <summary>{t('rules.removed', { count: removed.length })}</summary>
      <ul className="rule-list">
        {removed.map(rule => (
          <RemovedRule key={rule.id} rule={rule} />
        ))}
      </ul>
    </details>
  )
}

function RemovedRule({ rule }: { readonly rule: RemovedRuleView }) {
  const sentence = useRuleSentence()
  const { id } = rule
  const askWordings = useCallback(() => engine.call('rule.versions', { ruleId: id }), [id])
  return (
    <RemovedRow
      row={rule}
      askWordings={askWordings}
      wording={wording => (
        <>
          <p className="rule-sentence">
            {wording.name}: {sentence(wording)}
          </p>
          <RuleCounts ruleId={id} version={wording.version} counts={wording} />
        </>
      )}
      // A removed rule stays removed: what is written like it is a new one, which only counts until somebody switches it on.
      onWriteAgain={wording =>
        useRules.getState().edit({ kind: 'rule', id: null, mode: 'shadow', body: RuleBody.parse(wording ?? rule) })
      }
    >
      <p className="rule-sentence">{sentence(rule)}</p>
      <RuleCounts ruleId={id} version={null} counts={rule} />
    </RemovedRow>
  )
}
