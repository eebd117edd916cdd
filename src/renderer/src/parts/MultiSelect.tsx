import { ChevronDown } from 'lucide-react'
import { Button, Label, Select, SelectValue } from 'react-aria-components'
import { useText } from '../i18n/t'
import { SelectOptions, type Option } from './SelectOptions'

interface MultiSelectProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly options: readonly Option<T>[]
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
      <SelectOptions options={options} />
    </Select>
  )
}
