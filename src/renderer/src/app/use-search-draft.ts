import { useEffect, useRef, useState } from 'react'

/** How long typing may rest before the list is asked, in milliseconds. */
const restMs = 120

/**
 * What is being typed into a search field. The list follows when typing rests; a change from elsewhere (filters cleared)
 * shows in the field.
 */
export function useSearchDraft(applied: string, apply: (text: string) => void): [string, (text: string) => void] {
  const [draft, setDraft] = useState<{ text: string; over: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (text: string) => {
    setDraft({ text, over: applied })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => apply(text), restMs)
  }
  return [draft && (draft.over === applied || draft.text === applied) ? draft.text : applied, change]
}
