import { ArrowDown, ArrowUp, History, Pencil, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { RuleView } from '../../../shared/automation'
import { RunMode } from '../../../shared/automation'
import { usePeople } from '../app/people-slice'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Select } from '../parts/Select'
import { RuleCounts } from './RuleCounts'
import { actionsText, conditionsText } from './sentences'
import { useRules } from './rules-slice'
import { moveByKeys } from './move-by-keys'
import { WordingsDialog } from './WordingsDialog'

/** Rules in the order in which they are tried, each as a sentence with what it did. */
export function RuleList() {
  const { t } = useText()
  const rules = useRules(state => state.rules)
  return (
    <section className="rules-panel" aria-labelledby="rules-list">
      <h2 id="rules-list">{t('rules.list')}</h2>
      {rules.length === 0 ? (
        <>
          <p className="muted">{t('rules.none')}</p>
          <div className="actions">
            <Button command="rules.new">{t('rules.new')}</Button>
          </div>
        </>
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
  const { t, number } = text
  const vendors = useRules(state => state.vendorNames)
  const people = usePeople(state => state.people)
  const names = { vendors, people }
  const { edit, move, remove, switchRule } = useRules.getState()
  const { id, name, mode, version, conditions, actions } = rule
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const askWordings = useCallback(() => engine.call('rule.versions', { ruleId: id }), [id])
  return (
    <li
      className="rule-row"
      data-mode={mode}
      onKeyDown={event => moveByKeys(event, direction => void move('rule', id, direction))}
    >
      <span className="rule-place num">{number(place)}</span>
      <div className="rule-text">
        <p className="rule-name">
          {name} <span className="muted num">{t('rules.version', { version })}</span>
        </p>
        <p className="rule-sentence">
          {t('rules.sentence', {
            when: conditionsText(text, conditions, names),
            then: actionsText(text, actions, names),
          })}
        </p>
        <RuleCounts ruleId={id} version={null} counts={rule} />
      </div>
      <Select
        label={t('rules.mode')}
        value={mode}
        options={RunMode.options.map(one => ({ id: one, label: t(`rules.mode.${one}`) }))}
        onChange={chosen => void switchRule(id, chosen)}
      />
      <div className="rule-tools" role="group" aria-label={t('rules.tools', { name })}>
        <IconButton
          label={t('rules.up', { name })}
          keys="Alt+ArrowUp"
          icon={ArrowUp}
          onPress={() => void move('rule', id, 'up')}
        />
        <IconButton
          label={t('rules.down', { name })}
          keys="Alt+ArrowDown"
          icon={ArrowDown}
          onPress={() => void move('rule', id, 'down')}
        />
        <IconButton
          label={t('rules.edit', { name })}
          icon={Pencil}
          onPress={() => edit({ kind: 'rule', id, mode, body: { name, conditions, actions } })}
        />
        <IconButton label={t('rules.history', { name })} icon={History} onPress={() => setHistoryOpen(true)} />
        <IconButton label={t('rules.remove', { name })} icon={Trash2} onPress={() => void remove('rule', id)} />
      </div>
      {isHistoryOpen && (
        <WordingsDialog title={t('rules.history', { name })} ask={askWordings} onClose={() => setHistoryOpen(false)}>
          {wording => (
            <>
              <p className="rule-sentence">
                {wording.name}:{' '}
                {t('rules.sentence', {
                  when: conditionsText(text, wording.conditions, names),
                  then: actionsText(text, wording.actions, names),
                })}
              </p>
              <RuleCounts ruleId={id} version={wording.version} counts={wording} />
            </>
          )}
        </WordingsDialog>
      )}
    </li>
  )
}
