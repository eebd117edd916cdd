import { ChevronDown, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/t'
import { Menu } from '../parts/Menu'

interface ChoiceChipProps<T extends string> {
  readonly name: string
  readonly value: T | null
  /** `chosen`: what the chip says once it is set, where the menu's word alone would not tell. */
  readonly choices: readonly { readonly id: T; readonly label: string; readonly chosen?: string }[]
  onChange(value: T | null): void
}

/** A filter: unset it opens its menu, set it says what it filters and goes away with a click. */
export function ChoiceChip<T extends string>({ name, value, choices, onChange }: ChoiceChipProps<T>) {
  const chosen = choices.find(choice => choice.id === value)
  if (chosen) return <SetChip label={chosen.chosen ?? chosen.label} onRemove={() => onChange(null)} />
  return (
    <Menu
      label={name}
      choices={choices}
      onChoose={id => onChange(choices.find(choice => choice.id === id)?.id ?? null)}
    >
      <ChipButton name={name} />
    </Menu>
  )
}

export function ChipButton({ name }: { readonly name: string }) {
  return (
    <AriaButton className="chip">
      {name}
      <ChevronDown aria-hidden="true" />
    </AriaButton>
  )
}

export function SetChip({ label, onRemove }: { readonly label: string; onRemove(): void }) {
  const { t } = useText()
  return (
    <AriaButton className="chip on" aria-label={t('inbox.filter.remove', { filter: label })} onPress={onRemove}>
      {label}
      <X aria-hidden="true" />
    </AriaButton>
  )
}
