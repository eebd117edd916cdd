import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { PolicyBody, type PolicyView } from '../../../shared/automation'
import { activePeople, usePeople } from '../app/people-slice'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { RemovedPolicies } from './RemovedPolicies'
import { newPolicy, useRules } from './rules-slice'
import { usePolicySentence } from './use-policy-sentence'
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
      <RemovedPolicies />
    </section>
  )
}

function PolicyRow({ policy, place }: { readonly policy: PolicyView; readonly place: number }) {
  const { t } = useText()
  const sentence = usePolicySentence()
  const { edit, switchPolicy } = useRules.getState()
  const { id, isOn } = policy
  const askWordings = useCallback(() => engine.call('policy.versions', { policyId: id }), [id])
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
