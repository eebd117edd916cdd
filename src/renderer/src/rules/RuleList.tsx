import { useCallback } from 'react'
import { RuleBody, RunMode, type RuleView } from '../../../shared/automation'
import { usePeople } from '../app/people-slice'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Select } from '../parts/Select'
import { RuleCounts } from './RuleCounts'
import { useRules } from './rules-slice'
import { actionsText, conditionsText } from './sentences'
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
    </section>
  )
}

function RuleRow({ rule, place }: { readonly rule: RuleView; readonly place: number }) {
  const text = useText()
  const { t } = text
  const vendors = useRules(state => state.vendorNames)
  const people = usePeople(state => state.people)
  const policies = useRules(state => state.policies)
  const names = { vendors, people, policies }
  const { edit, switchRule } = useRules.getState()
  const { id, mode } = rule
  const askWordings = useCallback(() => engine.call('rule.versions', { ruleId: id }), [id])
  const sentence = (wording: Pick<RuleView, 'conditions' | 'actions'>) =>
    t('rules.sentence', {
      when: conditionsText(text, wording.conditions, names),
      then: actionsText(text, wording.actions, names),
    })
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
