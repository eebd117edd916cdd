import { History } from 'lucide-react'
import { useCallback, useState } from 'react'
import { RuleBody, type RemovedRuleView } from '../../../shared/automation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { RuleCounts } from './RuleCounts'
import { useRules } from './rules-slice'
import { useRuleSentence } from './use-rule-sentence'
import { WordingsDialog } from './WordingsDialog'

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
          <RemovedRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </details>
  )
}

function RemovedRow({ rule }: { readonly rule: RemovedRuleView }) {
  const { t, instant } = useText()
  const sentence = useRuleSentence()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { id, name, version } = rule
  const askWordings = useCallback(() => engine.call('rule.versions', { ruleId: id }), [id])
  // A removed rule stays removed: what is written like it is a new one, which only counts until somebody switches it on.
  const writeAgain = (wording: RuleBody) => {
    setHistoryOpen(false)
    useRules.getState().edit({ kind: 'rule', id: null, mode: 'shadow', body: RuleBody.parse(wording) })
  }
  return (
    <li className="rule-row" data-mode="off">
      <span />
      <div className="rule-text">
        <p className="rule-name">
          {name}{' '}
          <span className="muted num">
            {t('rules.version', { version })} · {t('rules.removedAt', { at: instant(rule.removedAt) })}
          </span>
        </p>
        <p className="rule-sentence">{sentence(rule)}</p>
        <RuleCounts ruleId={id} version={null} counts={rule} />
      </div>
      <Button onPress={() => writeAgain(rule)}>{t('rules.wordings.again')}</Button>
      <div className="rule-tools" role="group" aria-label={t('rules.tools', { name })}>
        <IconButton label={t('rules.history', { name })} icon={History} onPress={() => setHistoryOpen(true)} />
      </div>
      {isHistoryOpen && (
        <WordingsDialog
          title={t('rules.history', { name })}
          ask={askWordings}
          isInUse={false}
          onClose={() => setHistoryOpen(false)}
        >
          {wording => (
            <>
              <p className="rule-sentence">
                {wording.name}: {sentence(wording)}
              </p>
              <RuleCounts ruleId={id} version={wording.version} counts={wording} />
              <Button tone="ghost" className="in-line" onPress={() => writeAgain(wording)}>
                {t('rules.wordings.again')}
              </Button>
            </>
          )}
        </WordingsDialog>
      )}
    </li>
  )
}
