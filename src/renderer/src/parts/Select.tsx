import { ChevronDown } from 'lucide-react'
import { Button, Label, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { SelectOptions, type Option } from './SelectOptions'

interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly Option<T>[]
  onChange(value: T): void
  readonly hint?: string
}

/** One choice out of a few. */
export function Select<T extends string>({ label, value, options, onChange, hint }: SelectProps<T>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={chosen => {
        const option = options.find(({ id }) => id === chosen)
        if (option) onChange(option.id)
      }}
    >
      <Label>{label}</Label>
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown aria-hidden="true" />
      </Button>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <SelectOptions options={options} />
    </AriaSelect>
  )
}
