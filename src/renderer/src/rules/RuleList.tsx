import { useCallback } from 'react'
import { RuleBody, RunMode, type RuleView } from '../../../shared/automation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Select } from '../parts/Select'
import { RemovedRules } from './RemovedRules'
import { RuleCounts } from './RuleCounts'
import { useRules } from './rules-slice'
import { useRuleSentence } from './use-rule-sentence'
import { WordedRow } from './WordedRow'

/** Rules in the order in which they are tried, each as a sentence with what it did. */
export function RuleList() {
  const { t } = useText()
  const rules = useRules(state => state.rules)
  return (
    <section className="rules-panel" aria-labelledby="rules-list">
      <h2 id="rules-list">{t('rules.list')}</h2>
      {rules.length === 0 ? (
        <p className="muted">{t('rules.none')}</p>
      ) : (
        <ol className="rule-list">
          {rules.map((rule, index) => (
            <RuleRow key={rule.id} rule={rule} place={index + 1} />
          ))}
        </ol>
      )}
      <RemovedRules />
    </section>
  )
}

function RuleRow({ rule, place }: { readonly rule: RuleView; readonly place: number }) {
  const { t } = useText()
  const sentence = useRuleSentence()
  const { edit, switchRule } = useRules.getState()
  const { id, mode } = rule
  const askWordings = useCallback(() => engine.call('rule.versions', { ruleId: id }), [id])
  return (
    <WordedRow
      kind="rule"
      row={rule}
      place={place}
      mode={mode}
      control={
        <Select
          label={t('rules.mode')}
          value={mode}
          options={RunMode.options.map(one => ({ id: one, label: t(`rules.mode.${one}`) }))}
          onChange={chosen => void switchRule(id, chosen)}
        />
      }
      askWordings={askWordings}
      wording={wording => (
        <>
          <p className="rule-sentence">
            {wording.name}: {sentence(wording)}
          </p>
          <RuleCounts ruleId={id} version={wording.version} counts={wording} />
        </>
      )}
      onEdit={wording => edit({ kind: 'rule', id, mode, body: RuleBody.parse(wording ?? rule) })}
    >
      <p className="rule-sentence">{sentence(rule)}</p>
      <RuleCounts ruleId={id} version={null} counts={rule} />
    </WordedRow>
  )
}
