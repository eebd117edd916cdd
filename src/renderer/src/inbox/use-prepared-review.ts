import { useEffect } from 'react'
import { engine } from '../engine-client'
import { useReview } from '../review/state/review-store'
import { useInbox } from './inbox-slice'

/** Walking the list with the arrows prepares what is stopped at, not what is passed. In milliseconds. */
const pauseMs = 120

/** Has the document under the cursor ready, so that Enter shows it at once. */
export function usePreparedReview(): void {
  const documentId = useInbox(state => state.rows[state.cursor]?.documentId ?? null)
  useEffect(() => {
    if (documentId === null) return
    const prepare = () => void useReview.getState().prepare(documentId)
    const timer = setTimeout(prepare, pauseMs)
    const stop = engine.on('document.changed', ({ documentIds }) => {
      if (documentIds.includes(documentId)) prepare()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [documentId])
}
