import { Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Condition } from '../../../shared/automation'
import { useText } from '../i18n/t'
import { IconButton } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { useSettings } from '../settings/settings-slice'
import { ConditionFields } from './ConditionFields'

export type ConditionKind = Condition['on']
const kinds: readonly ConditionKind[] = Condition.options.map(option => option.shape.on.value)

interface ConditionsEditorProps {
  readonly conditions: readonly Condition[]
  onChange(conditions: Condition[]): void
}

/** "When …": rows that must all hold. */
export function ConditionsEditor({ conditions, onChange }: ConditionsEditorProps) {
  const { t } = useText()
  const currency = useSettings(state => state.settings.homeCurrency)
  const replace = (index: number, condition: Condition) => onChange(conditions.with(index, condition))
  return (
    <fieldset className="parts">
      <legend>{t('rules.when')}</legend>
      {conditions.length === 0 && <p className="muted">{t('rules.when.everything')}</p>}
      {conditions.map((condition, index) => (
        // Rows have no identity of their own; their place is what they are.
        <div className="part-row" key={index}>
          <ConditionFields condition={condition} onChange={changed => replace(index, changed)} />
          <IconButton
            label={t('rules.condition.remove', { name: t(`rules.condition.${condition.on}`) })}
            icon={Trash2}
            onPress={() => onChange(conditions.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Menu
        label={t('rules.condition.add')}
        choices={kinds.map(kind => ({ id: kind, label: t(`rules.condition.${kind}`) }))}
        onChoose={id => {
          const kind = kinds.find(one => one === id)
          if (kind) onChange([...conditions, emptyCondition(kind, currency)])
        }}
      >
        <AriaButton className="btn plain">
          <Plus aria-hidden="true" />
          <span className="btn-label">{t('rules.condition.add')}</span>
        </AriaButton>
      </Menu>
    </fieldset>
  )
}

function emptyCondition(on: ConditionKind, currency: string): Condition {
  switch (on) {
    case 'vendor':
      return { on, vendorIds: [] }
    case 'new_vendor':
      return { on }
    case 'total':
      return { on, is: 'at_most', amount: '1000', currency }
    case 'currency':
      return { on, currencies: [currency] }
    case 'account':
      return { on, codes: [] }
    case 'issue':
      return { on, keys: ['low_confidence'] }
    case 'source':
      return { on, sources: ['folder'] }
    case 'quality':
      return { on, is: 'at_least', value: 0.9 }
    case 'type':
      return { on, types: ['invoice'] }
    case 'file':
      return { on, kinds: ['xml'] }
  }
}
