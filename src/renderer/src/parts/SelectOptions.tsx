import { Check } from 'lucide-react'
import { ListBox, ListBoxItem, Popover } from 'react-aria-components'

export interface Option<T extends string> {
  readonly id: T
  readonly label: string
}

/** The list that opens below a field of choices; what is chosen is ticked. */
export function SelectOptions<T extends string>({ options }: { readonly options: readonly Option<T>[] }) {
  return (
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
  )
}
