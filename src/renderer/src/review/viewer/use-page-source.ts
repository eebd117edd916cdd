import { useEffect, useEffectEvent, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import { pageSources } from '../state/review-store'
import { ViewError, type PageSource, type ViewFailure } from './page-source'

export type OpenedPages =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly source: PageSource }
  | { readonly state: 'failed'; readonly reason: ViewFailure }

interface Held {
  readonly key: string
  readonly pages: OpenedPages
}

const opening: OpenedPages = { state: 'opening' }

/** Opens a document's pages, or takes them from the ones opened ahead. */
export function usePageSource(view: DocumentView, attempt: number): OpenedPages {
  const shape = view.pages.map(page => `${page.width}x${page.height}r${page.rotation}`).join(' ')
  const from = view.pagesFrom?.map(({ documentId, page }) => `${documentId}/${page}`).join(' ') ?? ''
  const key = `${view.documentId} ${view.kind} ${shape} ${from} ${attempt}`
  const [held, setHeld] = useState<Held>({ key: '', pages: opening })

  // `key` says everything about the view that the pages depend on; a changed amount must not open the file again.
  const openNow = useEffectEvent(() => pageSources.get(view))

  useEffect(() => {
    let isCurrent = true
    openNow()
      .then(source => isCurrent && setHeld({ key, pages: { state: 'open', source } }))
      .catch((error: unknown) => {
        const reason = error instanceof ViewError ? error.reason : 'cannot_show'
        if (isCurrent) setHeld({ key, pages: { state: 'failed', reason } })
      })
    return () => {
      isCurrent = false
    }
  }, [key])

  return held.key === key ? held.pages : opening
}
