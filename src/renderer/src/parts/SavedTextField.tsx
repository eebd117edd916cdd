import { useEffect, useEffectEvent, useState } from 'react'
import { TextField } from './TextField'

interface SavedTextFieldProps {
  readonly label: string
  /** What the engine holds now. */
  readonly value: string
  /** Called when focus leaves a changed field, on Enter, and when the field goes away with its screen. */
  onSave(value: string): void
  readonly hint?: string
  readonly error?: string
  readonly maxLength?: number
  readonly inputMode?: 'decimal' | 'numeric' | 'text'
  readonly className?: string
}

/** A text field that saves itself when it is left; Esc brings the saved value back. */
export function SavedTextField({ value, onSave, ...rest }: SavedTextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    if (draft !== null && draft.trim() !== value) onSave(draft.trim())
    setDraft(null)
  }
  // A key that leads to another screen takes the field away before its focus has left it.
  const saveBeforeLeaving = useEffectEvent(save)
  useEffect(() => () => saveBeforeLeaving(), [])
  return (
    <TextField
      {...rest}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={event => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}
