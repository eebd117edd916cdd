import type { Action } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { PersonId, PolicyId } from '../../shared/ids'
import { isBlocking, type IssueKey } from '../../shared/issue'
import { severityRank } from '../issues/summary'
import type { invoiceLines, issues } from '../store/schema'

type PastLine = Pick<typeof invoiceLines.$inferSelect, 'accountCode' | 'codingState' | 'codingEvidence' | 'lineTotal'>
type PastIssue = Pick<typeof issues.$inferSelect, 'key' | 'severity' | 'state' | 'resolvedBy' | 'suggestions'>

/** A document as it ended up, with what persons did on the way. */
export interface PastDocument {
  readonly state: DocumentState
  readonly assigneeId: PersonId | null
  /** The approval policy it was routed to. */
  readonly policyId: PolicyId | null
  readonly lines: readonly PastLine[]
  /** All it ever had. */
  readonly issues: readonly PastIssue[]
  /** Kinds of the journal's rows that persons wrote. */
  readonly personKinds: ReadonlySet<string>
}

/** against: a person decided otherwise. */
export type PastOutcome = 'nothing' | 'does' | 'against'

/** What a rule's actions would have done to a document that its conditions fit. One against a person outweighs all. */
export function judgePast(actions: readonly Action[], document: PastDocument): PastOutcome {
  const outcomes = actions.map(action => judgeAction(action, actions, document))
  if (outcomes.includes('against')) return 'against'
  return outcomes.includes('does') ? 'does' : 'nothing'
}

function judgeAction(action: Action, actions: readonly Action[], document: PastDocument): PastOutcome {
  switch (action.do) {
    case 'set_account':
      return judgeAccount(action.accountCode, document)
    case 'end_issue':
      return judgeIssue(action, document)
    case 'assign':
      if (document.assigneeId === null) return 'does'
      return document.assigneeId === action.personId ? 'nothing' : 'against'
    case 'hold':
      return judgeMove('on_hold', 'document.held', document)
    case 'set_aside':
      return judgeMove('set_aside', 'document.set_aside', document)
    case 'reject':
      return judgeMove('rejected', 'document.rejected', document)
    case 'route':
      return document.policyId === action.policyId || document.personKinds.has('document.approval_given')
        ? 'nothing'
        : 'does'
    case 'mark_duplicate':
      return judgeDuplicate(document)
    case 'approve':
      return judgeApproval(actions, document)
  }
}

function judgeAccount(accountCode: string, { lines }: PastDocument): PastOutcome {
  const booked = lines.filter(line => (line.lineTotal ?? 0) !== 0 && !isByRule(line))
  const isOtherwise = booked.some(line => isDecided(line) && line.accountCode !== accountCode)
  if (isOtherwise) return 'against'
  return booked.length > 0 ? 'does' : 'nothing'
}

const isDecided = ({ codingState }: PastLine) => codingState === 'confirmed' || codingState === 'corrected'
const isByRule = ({ codingEvidence }: PastLine) => codingEvidence.some(evidence => evidence.key === 'rule')

function judgeIssue({ key, how }: Extract<Action, { do: 'end_issue' }>, document: PastDocument): PastOutcome {
  const meant = document.issues.filter(issue => issue.key === key && !(how === 'skip' && isBlocking(issue.severity)))
  if (meant.length === 0) return 'nothing'
  const isOtherwise = meant.some(issue => issue.state === 'resolved' && issue.resolvedBy !== 'engine')
  return isOtherwise || document.personKinds.has('issue.reopened') ? 'against' : 'does'
}

function judgeMove(to: DocumentState, kind: string, { state, personKinds }: PastDocument): PastOutcome {
  if (personKinds.has(kind)) return state === to || !isOver(state) ? 'does' : 'against'
  if (state === to) return 'nothing'
  return hasDecided(personKinds) ? 'against' : 'does'
}

function judgeDuplicate({ issues: questions, state, personKinds }: PastDocument): PastOutcome {
  const isOffered = questions.some(
    issue => issue.key === 'duplicate_found' && issue.suggestions.some(({ fix }) => fix.type === 'mark_duplicate'),
  )
  if (!isOffered) return 'nothing'
  return state !== 'duplicate' && hasDecided(personKinds) ? 'against' : 'does'
}

/** Rules approve what is clean; an invoice a person had to change or turned away would have gone out wrong. */
function judgeApproval(actions: readonly Action[], document: PastDocument): PastOutcome {
  const ended = new Set<IssueKey>(actions.flatMap(action => (action.do === 'end_issue' ? [action.key] : [])))
  if (actions.some(action => action.do === 'set_account')) ended.add('account_needed')
  const wasOpen = document.issues.some(
    issue => severityRank[issue.severity] >= severityRank.medium && !ended.has(issue.key),
  )
  if (wasOpen) return 'nothing'
  const { personKinds, state } = document
  const isTurnedAway = hasDecided(personKinds) && awayStates.includes(state)
  const isChanged = [...personKinds].some(kind => editKinds.has(kind))
  return isTurnedAway || isChanged ? 'against' : 'does'
}

const awayStates: readonly DocumentState[] = ['rejected', 'duplicate', 'set_aside', 'on_hold']
const isApproved = (state: DocumentState) => state === 'approved' || state === 'posted' || state === 'post_failed'
const isOver = (state: DocumentState) => isApproved(state) || state === 'rejected' || state === 'duplicate'

/** Journal rows by which a person decides where a document goes. */
const decisionKinds = [
  'document.approved',
  'document.approval_given',
  'document.rejected',
  'document.held',
  'document.set_aside',
]

export function hasDecided(personKinds: ReadonlySet<string>): boolean {
  return decisionKinds.some(kind => personKinds.has(kind))
}

/** Journal rows by which a person changes what an invoice says. */
export const editKinds: ReadonlySet<string> = new Set([
  'field.changed',
  'line.changed',
  'line.added',
  'line.removed',
  'line.split',
  'line.merged',
  'line.filled',
  'account.set',
  'issue.resolved',
])
