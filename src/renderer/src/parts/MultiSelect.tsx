import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

interface MultiSelectProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly options: readonly { readonly id: T; readonly label: string }[]
  onChange(values: T[]): void
  /** Shown while nothing is chosen. */
  readonly placeholder: string
}

/** Several choices out of a few; the menu stays open while one chooses. */
export function MultiSelect<T extends string>({ label, values, options, onChange, placeholder }: MultiSelectProps<T>) {
  return (
    <Select
      className="field"
      selectionMode="multiple"
      value={[...values]}
      placeholder={placeholder}
      onChange={chosen => onChange(options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id))}
    >
      <Label>{label}</Label>
      <Button className="input select-button">
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-label">{option.label}</span>
                  {isSelected && <Check aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
