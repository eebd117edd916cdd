import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components'

interface CheckboxProps {
  readonly isSelected: boolean
  onChange(isSelected: boolean): void
  readonly children: ReactNode
}

export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={isSelected} onChange={onChange}>
      <CheckMark state={isSelected ? 'all' : 'none'} />
      {children}
    </AriaCheckbox>
  )
}

interface SwitchProps extends CheckboxProps {
  readonly hint?: string
}

/** For settings that act at once. */
export function Switch({ isSelected, onChange, children, hint }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange}>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span className="switch-text">
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </AriaSwitch>
  )
}

/** The square alone, for grid cells that say their state with `aria-selected`. */
export function CheckMark({ state }: { readonly state: 'none' | 'some' | 'all' }) {
  return (
    <span className={state === 'none' ? 'box' : 'box on'} aria-hidden="true">
      {state === 'all' && <Check />}
      {state === 'some' && <Minus />}
    </span>
  )
}
