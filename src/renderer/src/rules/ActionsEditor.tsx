import { Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Action, decisiveActions, IssueKeyForRules, type PolicyView } from '../../../shared/automation'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { AccountPicker } from '../parts/AccountPicker'
import { IconButton } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { Select } from '../parts/Select'
import { TextField } from '../parts/TextField'
import { useRules } from './rules-slice'

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
  const policies = useRules(state => state.policies)
  const [someone] = activePeople(people)
  const [policy] = policies.filter(asksPeople)
  const begun: Readonly<Record<ActionKind, Action | undefined>> = {
    ...emptyActions,
    assign: someone && { do: 'assign', personId: someone.id },
    route: policy && { do: 'route', policyId: policy.id },
  }
  const offered = kinds.filter(kind => mayAdd(kind, actions) && begun[kind] !== undefined)
  const add = (kind: ActionKind | undefined) => {
    const action = kind && begun[kind]
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
  const has = (...others: readonly ActionKind[]) => actions.some(action => others.includes(action.do))
  // What is routed to people is not the rule's to approve.
  if ((kind === 'route' && has('approve')) || (kind === 'approve' && has('route'))) return false
  return decisiveActions.includes(kind) ? !has(...decisiveActions) : !has(kind)
}

/** Whether documents can be routed to it: in use, with people to ask. */
function asksPeople({ isOn, steps }: PolicyView): boolean {
  return isOn && steps.length > 0
}

/** As rows begin; assigning and routing begin with somebody there is. */
const emptyActions = {
  set_account: { do: 'set_account', accountCode: '' },
  end_issue: { do: 'end_issue', key: 'low_confidence', how: 'skip', reason: '' },
  hold: { do: 'hold', reason: '', days: 7 },
  approve: { do: 'approve' },
  set_aside: { do: 'set_aside', reason: '' },
  reject: { do: 'reject', reason: '' },
  mark_duplicate: { do: 'mark_duplicate' },
} as const satisfies Partial<Record<ActionKind, Action>>

function ActionFields({ action, onChange }: { readonly action: Action; onChange(action: Action): void }) {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const policies = useRules(state => state.policies)
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
    case 'route':
      return (
        <Select
          label={label}
          value={action.policyId}
          options={policies
            .filter(policy => asksPeople(policy) || policy.id === action.policyId)
            .map(({ id, name }) => ({ id, label: name }))}
          onChange={policyId => onChange({ ...action, policyId })}
          hint={t('rules.action.route.hint')}
        />
      )
    case 'reject':
      return (
        <TextField
          label={`${label}: ${t('rules.reason')}`}
          value={action.reason}
          onChange={reason => onChange({ ...action, reason })}
          hint={t('rules.action.reject.hint')}
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
            options={IssueKeyForRules.options.map(id => ({ id, label: t(`issue.${id}.name`) }))}
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
