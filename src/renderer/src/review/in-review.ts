import type { DocumentView } from '../../../shared/document-view'
import { useReview } from './state/review-store'

// What every command of the review screen says and asks.

export const where = 'review'

export const review = () => useReview.getState()

export const hasView = () => review().view !== null

export function isView(allowed: (view: DocumentView) => boolean): boolean {
  const { view } = review()
  return view !== null && allowed(view)
}
