import { isBlocking, type Fix, type IssueView, type Suggestion } from '../../../../shared/issue'
import { accountTarget, fieldTarget, type Target } from '../state/progress'

/** What the screen itself does for a fix; everything else is applied by the engine. */
export type ScreenAction =
  | { readonly type: 'move'; readonly target: Target }
  | { readonly type: 'password' }
  | { readonly type: 'settings'; readonly section: string }

/** A fix that only asks for the person's input, or null when the engine applies it. */
export function screenActionOf(fix: Fix): ScreenAction | null {
  switch (fix.type) {
    case 'edit_field':
      return { type: 'move', target: fieldTarget(fix.field) }
    case 'edit_account':
      return { type: 'move', target: accountTarget(fix.lineId) }
    case 'enter_password':
      return { type: 'password' }
    case 'open_settings':
      return { type: 'settings', section: fix.section }
    default:
      return null
  }
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

/** Only issues that do not block may be left as they are, and only where no suggestion says so already. */
export function offersSkip(issue: IssueView): boolean {
  return (
    !isBlocking(issue.severity) && !issue.suggestions.some(({ fix }) => fix.type === 'skip' || fix.type === 'waive')
  )
}

/** Suggestions that get a number key. */
export function numbered(issue: IssueView): readonly Suggestion[] {
  return issue.suggestions.slice(0, 9)
}
