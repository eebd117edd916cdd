import { useId } from 'react'

interface DateInputProps {
  readonly label: string
  /** YYYY-MM-DD; empty for none. */
  readonly value: string
  onChange(value: string): void
  readonly hint?: string
}

/** A labelled day. The browser's own field: it writes dates as the system does and can be typed without a mouse. */
export function DateInput({ label, value, onChange, hint }: DateInputProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input num"
        type="date"
        max="9999-12-31"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={event => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} slot="description">
          {hint}
        </span>
      )}
    </div>
  )
}
