import { ArrowDown, ArrowUp, History, Pencil, Plus, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { PolicyView } from '../../../shared/automation'
import { activePeople, usePeople } from '../app/people-slice'
import { engine } from '../engine-client'
import { useText, type Text } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { moveByKeys } from './move-by-keys'
import { newPolicy, useRules } from './rules-slice'
import { conditionsText, type Names } from './sentences'
import { WordingsDialog } from './WordingsDialog'

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
  const { t, number } = text
  const vendors = useRules(state => state.vendorNames)
  const people = usePeople(state => state.people)
  const { edit, move, remove, switchPolicy } = useRules.getState()
  const { id, name, isOn, version, conditions, steps, fourEyes } = policy
  const names = { vendors, people }
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const askWordings = useCallback(() => engine.call('policy.versions', { policyId: id }), [id])
  const sentence = (wording: Wording) =>
    [
      t('policies.sentence', {
        when: conditionsText(text, wording.conditions, names),
        steps: stepsText(text, wording, names),
      }),
      wording.fourEyes ? t('policies.fourEyes.short') : '',
    ].join(' ')
  return (
    <li
      className="rule-row"
      data-mode={isOn ? 'on' : 'off'}
      onKeyDown={event => moveByKeys(event, direction => void move('policy', id, direction))}
    >
      <span className="rule-place num">{number(place)}</span>
      <div className="rule-text">
        <p className="rule-name">
          {name} <span className="muted num">{t('rules.version', { version })}</span>
        </p>
        <p className="rule-sentence">{sentence(policy)}</p>
      </div>
      <Switch isSelected={isOn} onChange={selected => void switchPolicy(policy, selected)}>
        {t(isOn ? 'rules.mode.on' : 'rules.mode.off')}
      </Switch>
      <div className="rule-tools" role="group" aria-label={t('rules.tools', { name })}>
        <IconButton
          label={t('rules.up', { name })}
          keys="Alt+ArrowUp"
          icon={ArrowUp}
          onPress={() => void move('policy', id, 'up')}
        />
        <IconButton
          label={t('rules.down', { name })}
          keys="Alt+ArrowDown"
          icon={ArrowDown}
          onPress={() => void move('policy', id, 'down')}
        />
        <IconButton
          label={t('rules.edit', { name })}
          icon={Pencil}
          onPress={() => edit({ kind: 'policy', id, isOn, body: { name, conditions, steps, fourEyes } })}
        />
        <IconButton label={t('rules.history', { name })} icon={History} onPress={() => setHistoryOpen(true)} />
        <IconButton label={t('rules.remove', { name })} icon={Trash2} onPress={() => void remove('policy', id)} />
      </div>
      {isHistoryOpen && (
        <WordingsDialog title={t('rules.history', { name })} ask={askWordings} onClose={() => setHistoryOpen(false)}>
          {wording => (
            <p className="rule-sentence">
              {wording.name}: {sentence(wording)}
            </p>
          )}
        </WordingsDialog>
      )}
    </li>
  )
}

type Wording = Pick<PolicyView, 'conditions' | 'steps' | 'fourEyes'>

/** "Ana or Bob, then Cleo". */
function stepsText(text: Text, { steps }: Wording, { people }: Names): string {
  if (steps.length === 0) return text.t('policies.nobody')
  const anyOf = new Intl.ListFormat(text.language, { type: 'disjunction' })
  return steps
    .map(step => {
      const named = people.filter(person => step.people.includes(person.id)).map(person => person.name)
      return named.length === 0 ? text.t('policies.anyone') : anyOf.format(named)
    })
    .join(text.t('policies.then'))
}
