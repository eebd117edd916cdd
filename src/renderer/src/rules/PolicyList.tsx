import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { PolicyBody, type PolicyView } from '../../../shared/automation'
import { activePeople, usePeople } from '../app/people-slice'
import { engine } from '../engine-client'
import { useText, type Text } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { newPolicy, useRules } from './rules-slice'
import { conditionsText, type Names } from './sentences'
import { WordedRow } from './WordedRow'

/** Approval policies in the order in which they are asked; the first that fits decides. */
export function PolicyList() {
  const { t } = useText()
  const policies = useRules(state => state.policies)
  const isAlone = usePeople(state => activePeople(state.people).length < 2)
  return (
    <section className="rules-panel" aria-labelledby="policies-list">
      <h2 id="policies-list">{t('policies.list')}</h2>
      <p className="muted">{t(isAlone ? 'policies.intro.alone' : 'policies.intro')}</p>
      {policies.length > 0 && (
        <ol className="rule-list">
          {policies.map((policy, index) => (
            <PolicyRow key={policy.id} policy={policy} place={index + 1} />
          ))}
        </ol>
      )}
      <div className="actions">
        <Button icon={Plus} onPress={() => useRules.getState().edit(newPolicy())}>
          {t('policies.new')}
        </Button>
      </div>
    </section>
  )
}

function PolicyRow({ policy, place }: { readonly policy: PolicyView; readonly place: number }) {
  const text = useText()
  const { t } = text
  const vendors = useRules(state => state.vendorNames)
  const people = usePeople(state => state.people)
  const { edit, switchPolicy } = useRules.getState()
  const policies = useRules(state => state.policies)
  const { id, isOn } = policy
  const names = { vendors, people, policies }
  const askWordings = useCallback(() => engine.call('policy.versions', { policyId: id }), [id])
  const sentence = (wording: Wording) =>
    [
      wording.isRoutedOnly === true
        ? t('policies.sentence.routed', { steps: stepsText(text, wording, names) })
        : t('policies.sentence', {
            when: conditionsText(text, wording.conditions, names),
            steps: stepsText(text, wording, names),
          }),
      wording.fourEyes ? t('policies.fourEyes.short') : '',
    ].join(' ')
  return (
    <WordedRow
      kind="policy"
      row={policy}
      place={place}
      mode={isOn ? 'on' : 'off'}
      control={
        <Switch isSelected={isOn} onChange={selected => void switchPolicy(policy, selected)}>
          {t(isOn ? 'rules.mode.on' : 'rules.mode.off')}
        </Switch>
      }
      askWordings={askWordings}
      wording={wording => (
        <p className="rule-sentence">
          {wording.name}: {sentence(wording)}
        </p>
      )}
      onEdit={wording => edit({ kind: 'policy', id, isOn, body: PolicyBody.parse(wording ?? policy) })}
    >
      <p className="rule-sentence">{sentence(policy)}</p>
    </WordedRow>
  )
}

type Wording = Pick<PolicyView, 'conditions' | 'isRoutedOnly' | 'steps' | 'fourEyes'>

/** "Ana or Bob, then Cleo". */
function stepsText(text: Text, { steps }: Pick<Wording, 'steps'>, { people }: Names): string {
  if (steps.length === 0) return text.t('policies.nobody')
  const anyOf = new Intl.ListFormat(text.language, { type: 'disjunction' })
  return steps
    .map(step => {
      const named = people.filter(person => step.people.includes(person.id)).map(person => person.name)
      return named.length === 0 ? text.t('policies.anyone') : anyOf.format(named)
    })
    .join(text.t('policies.then'))
}
