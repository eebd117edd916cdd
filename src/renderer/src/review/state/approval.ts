import type { DocumentView } from '../../../../shared/document-view'
import { isBlocking, isUnsettled } from '../../../../shared/issue'
import type { MessageKey } from '../../i18n/messages'

/** Why an invoice cannot be approved now. */
export interface ApprovalBar {
  readonly key: MessageKey
  readonly params: Readonly<Record<string, number>>
}

/**
 * What stands between this document and its approval, or null when nothing does.
 * @param openDrafts values typed that the engine has not accepted
 */
export function approvalBar(view: DocumentView, openDrafts: number): ApprovalBar | null {
  if (view.state === 'queued' || view.state === 'processing') return bar('review.bar.being_read')
  if (view.state === 'approved' || view.state === 'posted') return bar('review.bar.already_approved')
  if (view.state === 'post_failed') return bar('review.bar.post_failed')
  if (view.state !== 'needs_review' && view.state !== 'ready') return bar('review.bar.put_aside')
  const blocking = blockingCount(view)
  if (blocking > 0) return { key: 'review.bar.blocking', params: { count: blocking } }
  if (!view.invoice) return bar('review.bar.no_invoice')
  if (openDrafts > 0) return { key: 'review.bar.drafts', params: { count: openDrafts } }
  return null
}

export function blockingCount(view: DocumentView): number {
  return view.issues.filter(issue => isUnsettled(issue.state) && isBlocking(issue.severity)).length
}

export function checkCount(view: DocumentView): number {
  return view.issues.filter(issue => isUnsettled(issue.state) && !isBlocking(issue.severity)).length
}

/** States that `document.restore` brings back to the road. */
export function isRestorable(view: DocumentView): boolean {
  return ['on_hold', 'rejected', 'duplicate', 'set_aside', 'approved', 'post_failed'].includes(view.state)
}

/** States in which it may be held or what was settled reopened: what was posted is answered in the ledger. */
export function isOpen(view: DocumentView): boolean {
  return ['needs_review', 'ready', 'on_hold'].includes(view.state)
}

/** States from which `document.reject` takes it off the road. */
export function isRejectable(view: DocumentView): boolean {
  return isOpen(view) || ['set_aside', 'duplicate', 'post_failed'].includes(view.state)
}

/** States in which the person may still change values. */
export function isEditable(view: DocumentView): boolean {
  return view.invoice !== null && isOpen(view)
}

/** Whether this document's pages may be cut apart or added to: pages that are the invoice, undecided. */
export function mayArrangePages(view: DocumentView): boolean {
  const isPages = view.kind === 'pdf' || view.kind === 'image'
  const isPageBorn = view.invoice !== null && ['page', 'none', 'by_hand'].includes(view.invoice.format)
  return isPages && isPageBorn && isOpen(view)
}

/** States that need nothing more from the person here: decided, or off the road. */
export function isSettled(view: DocumentView): boolean {
  return !['queued', 'processing', 'needs_review', 'ready', 'post_failed', 'set_aside'].includes(view.state)
}

function bar(key: MessageKey): ApprovalBar {
  return { key, params: {} }
}
