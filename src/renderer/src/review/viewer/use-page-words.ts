import { useEffect, useState } from 'react'
import type { DocumentId } from '../../../../shared/ids'
import type { Client } from '../../engine-client'
import type { PageWord } from './find'

/**
 * The recognised words of some pages, asked for once each.
 * @param revision changes when the document was read again: words asked for before are forgotten
 */
export function usePageWords(
  engine: Client,
  documentId: DocumentId,
  revision: string,
  pages: readonly number[],
): ReadonlyMap<number, readonly PageWord[]> {
  const owner = `${documentId} ${revision}`
  const [held, setHeld] = useState<{ owner: string; words: ReadonlyMap<number, readonly PageWord[]> }>({
    owner,
    words: new Map(),
  })
  const words = held.owner === owner ? held.words : none
  const missing = pages.filter(page => !words.has(page)).join(',')

  useEffect(() => {
    let isCurrent = true
    for (const page of missing === '' ? [] : missing.split(',').map(Number)) {
      void engine.call('document.pageWords', { documentId, page }).then(reply => {
        if (!isCurrent) return
        const found = reply.ok ? reply.value.words : []
        setHeld(before => ({
          owner,
          words: new Map(before.owner === owner ? before.words : none).set(page, found),
        }))
      })
    }
    return () => {
      isCurrent = false
    }
  }, [engine, documentId, owner, missing])

  return words
}

const none: ReadonlyMap<number, readonly PageWord[]> = new Map()
