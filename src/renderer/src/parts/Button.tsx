import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { isMac } from '../commands/keys'
import { commandById, isEnabled } from '../commands/registry'
import { Kbd } from './Kbd'
import { Tooltip } from './Tooltip'

export type ButtonTone = 'plain' | 'primary' | 'ghost' | 'danger'

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** A command whose key is shown on the button; also what it runs when `onPress` is left out. */
  readonly command?: string
  readonly tone?: ButtonTone
  readonly icon?: LucideIcon
  readonly isDisabled?: boolean
  readonly isPending?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'button' | 'submit'
  readonly className?: string
  /** Where the words alone do not say what it acts on. */
  readonly 'aria-label'?: string
}

/** A button with an icon, words, and the key that does the same. */
export function Button({ children, onPress, command, tone = 'plain', icon: Icon, className, ...rest }: ButtonProps) {
  const known = command === undefined ? undefined : commandById(command)
  const keys = known?.keys?.[0]
  const press = onPress ?? (known?.run ? () => void (isEnabled(known) && known.run?.()) : undefined)
  return (
    <AriaButton
      {...rest}
      className={`btn ${tone}${className === undefined ? '' : ` ${className}`}`}
      {...(press && { onPress: press })}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      {Icon && <Icon aria-hidden="true" />}
      <span className="btn-label">{children}</span>
      {keys !== undefined && <Kbd keys={keys} isJoined />}
    </AriaButton>
  )
}

interface IconButtonProps {
  /** Said by screen readers and shown as the tooltip. */
  readonly label: string
  readonly icon: LucideIcon
  readonly onPress?: () => void
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/** A tool without words beside it: its name is the tooltip. */
export function IconButton({ label, icon: Icon, onPress, keys, isDisabled = false, className = '' }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys !== undefined && { keys })}>
      <AriaButton
        className={`icon-btn ${className}`}
        aria-label={label}
        isDisabled={isDisabled}
        {...(onPress && { onPress })}
        {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
      >
        <Icon aria-hidden="true" />
      </AriaButton>
    </Tooltip>
  )
}

/** The spelling `aria-keyshortcuts` wants: `Mod+K` is "Control+K", on a Mac "Meta+K". */
function ariaKeys(keys: string): string {
  return keys.replaceAll('Mod', isMac() ? 'Meta' : 'Control')
}
