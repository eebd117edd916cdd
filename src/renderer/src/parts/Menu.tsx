import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Kbd } from './Kbd'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isSelected?: boolean
  readonly isDisabled?: boolean
}

interface MenuProps {
  /** The button that opens it. */
  readonly children: ReactElement
  readonly label: string
  readonly choices: readonly MenuChoice[]
  onChoose(id: string): void
  /** Left out, the button alone opens it; given, a key may too. */
  readonly isOpen?: boolean
  onOpenChange?(isOpen: boolean): void
}

/** A menu that opens from a button. */
export function Menu({ children, label, choices, onChoose, ...opened }: MenuProps) {
  return (
    <MenuTrigger {...opened}>
      {children}
      <Popover className="popover" placement="bottom start">
        <AriaMenu className="menu" aria-label={label} items={choices} onAction={key => onChoose(String(key))}>
          {({ id, label: name, icon: Icon, keys, isSelected = false, isDisabled = false }) => (
            <MenuItem id={id} textValue={name} className="menu-item" isDisabled={isDisabled}>
              {Icon && <Icon aria-hidden="true" />}
              <span className="menu-label">{name}</span>
              {isSelected && <Check aria-hidden="true" />}
              {keys !== undefined && <Kbd keys={keys} />}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
