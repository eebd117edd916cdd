import { useRef, useState } from 'react'

/**
 * What is being typed into a search field. The list follows each key; while one answer is on its way only the newest text
 * waits to be asked for. A change from elsewhere (filters cleared) shows in the field.
 *
 * @param apply resolves when the list is there
 */
export function useSearchDraft(
  applied: string,
  apply: (text: string) => Promise<void> | void,
): [string, (text: string) => void] {
  const [draft, setDraft] = useState<{ text: string; over: string } | null>(null)
  const wanted = useRef<string | null>(null)
  const isAsking = useRef(false)

  async function askForNewest(): Promise<void> {
    if (isAsking.current) return
    isAsking.current = true
    while (wanted.current !== null) {
      const text = wanted.current
      wanted.current = null
      await apply(text)
    }
    isAsking.current = false
  }

  const change = (text: string) => {
    setDraft({ text, over: applied })
    wanted.current = text
    void askForNewest()
  }
  return [draft && (draft.over === applied || draft.text === applied) ? draft.text : applied, change]
}
