import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { mentionsIn } from '../../../../shared/mentions'
import type { PersonView } from '../../../../shared/people'
import { useText } from '../../i18n/t'

interface MentionFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  /** Whom an @ may name; nobody where one person works alone. */
  readonly people: readonly PersonView[]
  onChange(text: string): void
  onSend(): void
}

/** The @ before the caret and what was typed after it. */
function begunMention(text: string, caret: number): { start: number; typed: string } | null {
  const begun = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N} .'-]{0,40})$/u.exec(text.slice(0, caret))
  const typed = begun?.[1]
  return typed === undefined ? null : { start: caret - typed.length - 1, typed }
}

/** A field for a few lines that offers names after an @; arrows and Enter choose one. */
export function MentionField({ label, hint, value, people, onChange, onSend }: MentionFieldProps) {
  const { t } = useText()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(value.length)
  const [active, setActive] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const wantedCaret = useRef<number | null>(null)

  const begun = begunMention(value, caret)
  const isWhole = begun !== null && mentionsIn(value.slice(0, caret), people).some(({ start }) => start === begun.start)
  const found =
    begun === null || isWhole || closedAt === begun.start
      ? []
      : people.filter(({ name }) => name.toLowerCase().startsWith(begun.typed.toLowerCase()))
  const chosen = found[Math.min(active, found.length - 1)]

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = null
  })

  function complete(person: PersonView): void {
    if (!begun) return
    const before = `${value.slice(0, begun.start)}@${person.name} `
    wantedCaret.current = before.length
    setCaret(before.length)
    setActive(0)
    onChange(before + value.slice(caret))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (chosen) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) setActive((found.indexOf(chosen) + step + found.length) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') complete(chosen)
      else if (event.key === 'Escape') setClosedAt(begun?.start ?? null)
      else return
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSend()
  }

  return (
    <div className="field mention-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="input"
        rows={3}
        maxLength={2000}
        autoFocus
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-people`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-describedby={`${id}-hint`}
        onChange={event => {
          setCaret(event.target.selectionStart)
          setActive(0)
          onChange(event.target.value)
        }}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-people`}
        role="listbox"
        aria-label={t('comments.mention')}
        className="menu mention-list"
        hidden={found.length === 0}
      >
        {found.map(person => (
          <div
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={person === chosen}
            className={person === chosen ? 'menu-item on' : 'menu-item'}
            onPointerDown={event => {
              event.preventDefault()
              complete(person)
            }}
          >
            <span className="initials" aria-hidden="true">
              {person.initials}
            </span>
            <span className="menu-label">{person.name}</span>
          </div>
        ))}
      </div>
      <span id={`${id}-hint`} slot="description">
        {hint}
      </span>
    </div>
  )
}
