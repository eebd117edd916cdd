import { Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Action, decisiveActions } from '../../../shared/automation'
import { IssueKey } from '../../../shared/issue'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { IconButton } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'

type ActionKind = Action['do']
const kinds: readonly ActionKind[] = Action.options.map(option => option.shape.do.value)

interface ActionsEditorProps {
  readonly actions: readonly Action[]
  onChange(actions: Action[]): void
}

/** "Then …": what the rule does, one row each; a document goes one way only. */
export function ActionsEditor({ actions, onChange }: ActionsEditorProps) {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const [someone] = activePeople(people)
  const offered = kinds.filter(kind => mayAdd(kind, actions) && (kind !== 'assign' || someone !== undefined))
  const add = (kind: ActionKind | undefined) => {
    const action = kind === 'assign' ? someone && { do: kind, personId: someone.id } : kind && emptyAction(kind)
    if (action) onChange([...actions, action])
  }
  return (
    <fieldset className="parts">
      <legend>{t('rules.then')}</legend>
      {actions.map((action, index) => (
        // Rows have no identity of their own; their place is what they are.
        <div className="part-row" key={index}>
          <ActionFields action={action} onChange={changed => onChange(actions.with(index, changed))} />
          <IconButton
            label={t('rules.action.remove', { name: t(`rules.action.${action.do}`) })}
            icon={Trash2}
            onPress={() => onChange(actions.toSpliced(index, 1))}
          />
        </div>
      ))}
      {offered.length > 0 && (
        <Menu
          label={t('rules.action.add')}
          choices={offered.map(kind => ({ id: kind, label: t(`rules.action.${kind}`) }))}
          onChoose={id => add(offered.find(kind => kind === id))}
        >
          <AriaButton className="btn plain">
            <Plus aria-hidden="true" />
            <span className="btn-label">{t('rules.action.add')}</span>
          </AriaButton>
        </Menu>
      )}
    </fieldset>
  )
}

function mayAdd(kind: ActionKind, actions: readonly Action[]): boolean {
  if (kind === 'end_issue') return true
  const isDecided = actions.some(action => decisiveActions.includes(action.do))
  if (decisiveActions.includes(kind)) return !isDecided
  return !actions.some(action => action.do === kind)
}

function emptyAction(kind: Exclude<ActionKind, 'assign'>): Action {
  switch (kind) {
    case 'set_account':
      return { do: kind, accountCode: '' }
    case 'end_issue':
      return { do: kind, key: 'low_confidence', how: 'skip', reason: '' }
    case 'hold':
      return { do: kind, reason: '', days: 7 }
    case 'set_aside':
      return { do: kind, reason: '' }
    case 'approve':
    case 'mark_duplicate':
      return { do: kind }
  }
}

function ActionFields({ action, onChange }: { readonly action: Action; onChange(action: Action): void }) {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const label = t(`rules.action.${action.do}`)
  switch (action.do) {
    case 'approve':
    case 'mark_duplicate':
      return <p className="part-text">{label}</p>
    case 'set_account':
      return (
        <AccountPicker
          label={label}
          value={action.accountCode}
          onChange={({ code }) => onChange({ ...action, accountCode: code })}
        />
      )
    case 'assign':
      return (
        <Select
          label={label}
          value={action.personId}
          options={activePeople(people).map(({ id, name }) => ({ id, label: name }))}
          onChange={personId => onChange({ ...action, personId })}
        />
      )
    case 'set_aside':
      return (
        <TextField
          label={`${label}: ${t('rules.reason')}`}
          value={action.reason}
          onChange={reason => onChange({ ...action, reason })}
        />
      )
    case 'hold':
      return (
        <>
          <TextField
            label={`${label}: ${t('rules.reason')}`}
            value={action.reason}
            onChange={reason => onChange({ ...action, reason })}
          />
          <TextField
            label={t('rules.days')}
            value={action.days === null ? '' : String(action.days)}
            inputMode="numeric"
            isNumeric
            maxLength={3}
            onChange={days => onChange({ ...action, days: /^\d+$/.test(days) ? Math.min(365, Number(days)) : null })}
          />
        </>
      )
    case 'end_issue':
      return (
        <>
          <Select
            label={label}
            value={action.how}
            options={(['skip', 'waive'] as const).map(id => ({ id, label: t(`rules.how.${id}`) }))}
            onChange={how => onChange({ ...action, how })}
          />
          <Select
            label={t('rules.condition.issue')}
            value={action.key}
            options={IssueKey.options.map(id => ({ id, label: t(`issue.${id}.name`) }))}
            onChange={key => onChange({ ...action, key })}
          />
          <TextField
            label={t('rules.reason')}
            value={action.reason}
            onChange={reason => onChange({ ...action, reason })}
          />
        </>
      )
  }
}
