import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { DocumentView } from '../../../shared/document-view'
import { useReview } from './state/review-store'

/**
 * Moves the focus to what was wished for once it is drawn. Issues are opened first; lines and accounts are the grid's
 * own business.
 */
export function useFocusWish(root: RefObject<HTMLElement | null>, view: DocumentView | null): void {
  const wish = useReview(state => state.focusWish)
  const setFocusedIssue = useReview(state => state.setFocusedIssue)
  const documentId = view?.documentId ?? null

  const fulfil = useEffectEvent((target: string) => {
    if (target.startsWith('issue:')) setFocusedIssue(target.slice('issue:'.length))
    // One frame later the issue is open and its first choice can take the focus.
    return requestAnimationFrame(() => {
      const element = [...(root.current?.querySelectorAll<HTMLElement>('[data-focus-target]') ?? [])].find(
        candidate => candidate.dataset['focusTarget'] === target,
      )
      element?.focus({ preventScroll: false })
    })
  })
  useEffect(() => {
    if (!wish || documentId === null) return
    const frame = fulfil(wish.target)
    return () => cancelAnimationFrame(frame)
  }, [wish, documentId])
}
