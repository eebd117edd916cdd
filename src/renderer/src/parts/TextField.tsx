import type { KeyboardEvent } from 'react'
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  onChange(value: string): void
  onBlur?(): void
  onKeyDown?(event: KeyboardEvent): void
  readonly hint?: string
  /** Shown below in red and tied to the field. */
  readonly error?: string
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'url'
  readonly inputMode?: 'decimal' | 'numeric' | 'text'
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly isDisabled?: boolean
  readonly isNumeric?: boolean
  readonly className?: string
}

/** A labelled text field with hint and error. */
export function TextField({
  label,
  hint,
  error,
  placeholder,
  isNumeric = false,
  className,
  inputMode,
  onKeyDown,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      className={`field${className === undefined ? '' : ` ${className}`}`}
      isInvalid={error !== undefined}
      {...(inputMode !== undefined && { inputMode })}
    >
      <Label>{label}</Label>
      <Input
        className={isNumeric ? 'input num right' : 'input'}
        {...(onKeyDown && { onKeyDown })}
        {...(placeholder !== undefined && { placeholder })}
      />
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
    </AriaTextField>
  )
}
