import type { DocumentId } from '../../../../shared/ids'
import type { Fix, IssueView, Suggestion } from '../../../../shared/issue'
import type { MessageKey } from '../../i18n/messages'
import type { ReviewDialog } from '../state/decision-slice'
import { accountTarget, fieldTarget, lineTarget, type Target } from '../state/progress'

/** What the screen itself does for a fix; everything else is applied by the engine. */
export type ScreenAction =
  | { readonly type: 'move'; readonly target: Target }
  | { readonly type: 'password' }
  | { readonly type: 'cut'; readonly starts: readonly number[] }
  | { readonly type: 'settings'; readonly section: string }
  | { readonly type: 'open_in_ledger' }
  | { readonly type: 'delete_ledger_draft' }

/** A fix that only asks for the person's input, or null when the engine applies it. */
export function screenActionOf(fix: Fix): ScreenAction | null {
  switch (fix.type) {
    case 'edit_field':
      return { type: 'move', target: fieldTarget(fix.field) }
    case 'edit_account':
      return { type: 'move', target: accountTarget(fix.lineId) }
    case 'edit_line':
      return { type: 'move', target: lineTarget(fix.lineId) }
    case 'enter_password':
      return { type: 'password' }
    case 'arrange_pages':
      return { type: 'cut', starts: fix.starts }
    case 'open_in_ledger':
    case 'delete_ledger_draft':
      return { type: fix.type }
    case 'open_settings':
      return { type: 'settings', section: fix.section }
    default:
      return null
  }
}

/** What the air gap does to a fix: what it sends waits, and what asks or shows the ledger cannot be had; null when nothing. */
export function underAirGap({ type }: Fix): 'waits' | 'refused' | null {
  if (type === 'open_in_ledger' || type === 'delete_ledger_draft') return 'refused'
  const isSent = type === 'retry_posting' || type === 'restore_in_ledger' || type === 'choose_ledger_vendor'
  return isSent ? 'waits' : null
}

/** Where "edit by hand" leads for an issue; null when it is about no single value. */
export function handTarget({ subject }: IssueView): Target | null {
  if (subject.type === 'field') return fieldTarget(subject.field)
  if (subject.type === 'line') return accountTarget(subject.lineId)
  if (subject.type === 'vendor') return fieldTarget('seller.name')
  return null
}

/** True when "E Edit by hand" adds something to the suggestions. */
export function offersHand(issue: IssueView): boolean {
  return !issue.suggestions.some(({ fix }) => ['edit_field', 'edit_account', 'enter_by_hand'].includes(fix.type))
}

/** An answer that is not among the suggestions: a key, and the dialog that asks for its words. */
export interface MoreAction {
  readonly key: string
  readonly label: MessageKey
  /** `compare`: the two documents side by side. */
  readonly dialog: ReviewDialog | 'compare'
}

/** What else may be said to an issue: leave it, wave it through, ask somebody or give the answer. */
export function moreActions(issue: IssueView): readonly MoreAction[] {
  const { skip, waive } = issue.allows
  return [
    ...(issue.key === 'duplicate_found'
      ? [{ key: 'D', label: 'review.issues.compare', dialog: 'compare' } as const]
      : []),
    ...(skip ? [{ key: 'S', label: labelBeside(issue, 'skip'), dialog: 'skip' } as const] : []),
    ...(waive ? [{ key: 'W', label: labelBeside(issue, 'waive'), dialog: 'waive' } as const] : []),
    ...(issue.state === 'asked' ? [{ key: 'A', label: 'review.issues.answer', dialog: 'answer' } as const] : []),
    { key: 'Q', label: issue.state === 'asked' ? 'review.issues.askAgain' : 'review.issues.ask', dialog: 'ask' },
  ]
}

/** Where a suggestion leaves the issue already, with a reason of its own, what asks for the words says that it wants another. */
function labelBeside({ suggestions }: IssueView, how: 'skip' | 'waive'): MessageKey {
  const isSuggested = suggestions.some(({ fix }) => fix.type === how)
  return isSuggested ? `review.issues.${how}Otherwise` : `review.issues.${how}`
}

/** Suggestions that get a number key. */
export function numbered(issue: IssueView): readonly Suggestion[] {
  return issue.suggestions.slice(0, 9)
}

/** The document that an issue about a duplicate names. */
export function twinOf(issue: IssueView): DocumentId | null {
  for (const { fix } of issue.suggestions) if (fix.type === 'mark_duplicate') return fix.ofDocumentId
  return null
}
