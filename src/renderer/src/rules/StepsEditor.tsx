import { Plus, Trash2 } from 'lucide-react'
import type { PolicyBody } from '../../../shared/automation'
import { activePeople, usePeople } from '../app/people-slice'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Switch } from '../parts/Checkbox'
import { MultiSelect } from '../parts/MultiSelect'

interface StepsEditorProps {
  readonly body: PolicyBody
  onChange(body: PolicyBody): void
}

/** Whose approvals a policy asks for, one step after the other. */
export function StepsEditor({ body, onChange }: StepsEditorProps) {
  const { t } = useText()
  const people = usePeople(state => state.people)
  const options = activePeople(people).map(({ id, name }) => ({ id, label: name }))
  const { steps, fourEyes } = body
  return (
    <fieldset className="parts">
      <legend>{t('policies.steps')}</legend>
      {steps.length === 0 && <p className="muted">{t('policies.steps.none')}</p>}
      {steps.map((step, index) => (
        // Steps have no identity of their own; their place is what they are.
        <div className="part-row" key={index}>
          <MultiSelect
            label={t('policies.step', { step: index + 1 })}
            values={step.people}
            options={options}
            placeholder={t('policies.anyone')}
            onChange={chosen => onChange({ ...body, steps: steps.with(index, { people: chosen }) })}
          />
          <IconButton
            label={t('policies.step.remove', { step: index + 1 })}
            icon={Trash2}
            onPress={() => onChange({ ...body, steps: steps.toSpliced(index, 1) })}
          />
        </div>
      ))}
      {steps.length < 5 && (
        <Button icon={Plus} onPress={() => onChange({ ...body, steps: [...steps, { people: [] }] })}>
          {t('policies.step.add')}
        </Button>
      )}
      <Switch
        isSelected={fourEyes}
        onChange={selected => onChange({ ...body, fourEyes: selected })}
        hint={t('policies.fourEyes.hint')}
      >
        {t('policies.fourEyes')}
      </Switch>
    </fieldset>
  )
}
