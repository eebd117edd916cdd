import { ChevronDown } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { useText } from '../i18n/t'

interface PickerProps<Option extends object> {
  readonly label: string
  /** Hides the label from sight, for cells of a table. */
  readonly isLabelHidden?: boolean
  readonly hint?: string | undefined
  readonly placeholder: string
  /** What the list says when there is nothing in it. */
  readonly none: string
  /** What fits what is typed: whoever uses this does the searching. */
  readonly options: readonly Option[]
  idOf(option: Option): string | number
  /** What an option is called to whoever hears it. */
  nameOf(option: Option): string
  /** Id of what is chosen; left out where the field keeps nothing chosen. */
  readonly chosenId?: string | null
  readonly typed: string
  onType(typed: string): void
  onChoose(option: Option): void
  onBlur(): void
  onOpenChange?(isOpen: boolean): void
  /** Whether the list opens as soon as the field has focus, or with the first letter. */
  readonly opensOn?: 'focus' | 'input'
  readonly autoFocus?: boolean
  readonly input?: RefObject<HTMLInputElement | null>
  /** How an option is drawn. */
  children(option: Option): ReactNode
}

/** Finds one of many by typing. */
export function Picker<Option extends object>({
  label,
  isLabelHidden = false,
  hint,
  placeholder,
  none,
  options,
  idOf,
  nameOf,
  chosenId,
  typed,
  onType,
  onChoose,
  onBlur,
  onOpenChange,
  opensOn = 'input',
  autoFocus = false,
  input,
  children,
}: PickerProps<Option>) {
  const { language } = useText()
  return (
    <ComboBox
      className="field"
      items={options}
      inputValue={typed}
      onInputChange={onType}
      {...(chosenId !== undefined && { selectedKey: chosenId })}
      onSelectionChange={id => {
        const option = options.find(one => String(idOf(one)) === String(id))
        if (option) onChoose(option)
      }}
      {...(onOpenChange && { onOpenChange })}
      onBlur={onBlur}
      defaultFilter={() => true}
      menuTrigger={opensOn}
      allowsEmptyCollection
      autoFocus={autoFocus}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <div className="combo">
        <Input {...(input && { ref: input })} className="input" placeholder={placeholder} />
        <Button className="icon-btn combo-button">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <Popover className="popover combo-popover">
        <ListBox<Option>
          className="menu"
          // The list keeps drawn rows: in another language they are others.
          dependencies={[language]}
          renderEmptyState={() => <p className="menu-empty">{none}</p>}
        >
          {option => (
            <ListBoxItem id={idOf(option)} textValue={nameOf(option)} className="menu-item">
              {children(option)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** A code in front of a name, as accounts have one. */
export function CodeAndName({ code, name }: { readonly code: string | null; readonly name: string }) {
  return (
    <>
      {code !== null && <span className="account-code num">{code}</span>}
      <span className="menu-label">{name}</span>
    </>
  )
}
