import { useRef, useState } from 'react'

/**
 * What is being typed into a search field. The list follows each key; while one answer is on its way only the newest text
 * waits to be asked for, and the field shows what was typed. A change from elsewhere (filters cleared) shows in the field.
 *
 * @param apply resolves when the list is there
 */
export function useSearchDraft(
  applied: string,
  apply: (text: string) => Promise<void> | void,
): [string, (text: string) => void] {
  // Not compared with what is applied: that may be a key behind, and the field would lose the key.
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const isAsking = useRef(false)

  async function askForNewest(): Promise<void> {
    if (isAsking.current) return
    isAsking.current = true
    try {
      while (wanted.current !== null) {
        const text = wanted.current
        wanted.current = null
        await apply(text)
      }
    } finally {
      isAsking.current = false
      setTyped(null)
    }
  }

  const change = (text: string) => {
    setTyped(text)
    wanted.current = text
    void askForNewest()
  }
  return [typed ?? applied, change]
}
