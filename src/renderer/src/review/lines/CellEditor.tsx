import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

interface CellEditorProps {
  readonly label: string
  /** Text to start with: the cell's own, or the first character typed. */
  readonly initial: string
  readonly isNumeric: boolean
  onCommit(typed: string): void
  onCancel(): void
}

/** Text of one cell while it is typed. Enter or leaving stores it, Esc gives it back. */
export function CellEditor({ label, initial, isNumeric, onCommit, onCancel }: CellEditorProps) {
  const [typed, setTyped] = useState(initial)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    input.current?.focus()
    // A single typed character is continued; a whole value is replaced by typing.
    if (initial.length > 1) input.current?.select()
  }, [initial])

  function finish(how: () => void) {
    if (isDone.current) return
    isDone.current = true
    how()
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Enter') finish(() => onCommit(typed))
    else if (event.key === 'Escape') finish(onCancel)
    else return
    event.preventDefault()
  }

  return (
    <input
      ref={input}
      className={isNumeric ? 'num right' : ''}
      aria-label={label}
      value={typed}
      maxLength={2000}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(() => onCommit(typed))}
    />
  )
}
