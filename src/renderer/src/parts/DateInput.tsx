import { useId } from 'react'
import { useText } from '../i18n/t'

interface DateInputProps {
  readonly label: string
  /** YYYY-MM-DD; empty for none. */
  readonly value: string
  onChange(value: string): void
  readonly hint?: string
}

/**
 * A labelled day. The browser's own field is typed as the system writes dates; the day is repeated in full below, so that
 * nobody takes the month for the day.
 */
export function DateInput({ label, value, onChange, hint }: DateInputProps) {
  const { date } = useText()
  const id = useId()
  const below = [value === '' ? '' : date(value), hint ?? ''].filter(text => text !== '').join(' · ')
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        id={id}
        className="input num"
        type="date"
        max="9999-12-31"
        value={value}
        aria-describedby={below === '' ? undefined : `${id}-below`}
        onChange={event => onChange(event.target.value)}
      />
      {below !== '' && (
        <span id={`${id}-below`} slot="description">
          {below}
        </span>
      )}
    </div>
  )
}
