import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useText } from '../i18n/t'

interface MultiSelectProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly options: readonly { readonly id: T; readonly label: string }[]
  onChange(values: T[]): void
  /** Shown while nothing is chosen. */
  readonly placeholder: string
  /** Whether any of the values will do, or all are meant together. */
  readonly means?: 'any' | 'all'
}

/** Several choices out of a few; the menu stays open while one chooses. */
export function MultiSelect<T extends string>({
  label,
  values,
  options,
  onChange,
  placeholder,
  means = 'any',
}: MultiSelectProps<T>) {
  const { language } = useText()
  const chosen = options.filter(({ id }) => values.includes(id)).map(option => option.label)
  const list = new Intl.ListFormat(language, { type: means === 'any' ? 'disjunction' : 'conjunction' })
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
        <SelectValue>
          {({ defaultChildren }) => (chosen.length > 0 ? list.format(chosen) : defaultChildren)}
        </SelectValue>
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
