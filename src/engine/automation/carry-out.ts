import { and, eq } from 'drizzle-orm'
import { isPerson, ruleActor } from '../../shared/actor'
import { decisiveActions, type Action } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { Fix } from '../../shared/issue'
import { AppError } from '../../shared/result'
import { endIssue } from '../decisions/apply-fix'
import { approve } from '../decisions/approve'
import { editableStates, runCommand, type CommandScope } from '../decisions/command'
import type { DecisionContext } from '../decisions/context'
import { engineKinds } from '../decisions/record-change'
import { putAccountByRule } from '../decisions/set-account'
import { putAside, putAssignee, putDuplicate, putOnHold } from '../decisions/set-state'
import type { IssueRow } from '../issues/identity'
import { mayAnswer } from '../issues/kinds'
import { documentById } from '../store/documents'
import { issues, journal } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { approvalView } from './approvals'
import { localDay } from './calendar'
import { isRejectionProposed, proposeRejection } from './rejection'
import { routedTo, routeTo } from './routing'
import type { Rule } from './rules-store'

/**
 * Does on a document what a rule says, as far as persons left it open. Everything is a command under the rule's name,
 * so that the journal says who, and a person can take it back.
 *
 * @returns the last row it left in the journal; null when there was nothing to do
 * @throws AppError what a command refuses; the caller keeps the document as it was
 */
export function carryOut(tx: Tx, documentId: DocumentId, rule: Rule, ctx: DecisionContext): string | null {
  const actor = ruleActor('rule', rule.body.name, rule.version)
  const asRule = { ...ctx, actor }
  const isOpen = !hasPersonDecided(tx, documentId) && !isRejectionProposed(tx, documentId)
  const mayDo = rule.body.actions.filter(action => isOpen || !decisiveActions.includes(action.do))
  const changes = mayDo.filter(action => action.do !== 'approve')
  const params = { rule: rule.body.name, version: rule.version, did: changes.map(action => action.do).join(', ') }
  const allowedIn: readonly DocumentState[] = editableStates
  const command = { kind: 'rule.applied', params, revision: null, allowedIn }
  const { entryId } =
    changes.length === 0
      ? { entryId: null }
      : runCommand(tx, documentId, command, asRule, scope => {
          for (const action of changes) perform(scope, action, rule)
        })
  return (mayDo.length > changes.length ? approveIfReady(tx, documentId, asRule) : null) ?? entryId
}

/** Approves under a machine's name where nothing at all is open; null otherwise. */
export function approveIfReady(tx: Tx, documentId: DocumentId, ctx: DecisionContext): string | null {
  if (documentById(tx, documentId).state !== 'ready') return null
  try {
    // A savepoint: an approval refused halfway must not leave the half.
    return tx.transaction(inner => approve(inner, { documentId }, ctx).entryId)
  } catch (thrown) {
    // The invoice lacks something, or its policy wants people: it waits for them, as without the rule.
    if (thrown instanceof AppError) return null
    throw thrown
  }
}

/** Whether a person decided anything here: then it is theirs, and no rule moves the document. */
export function hasPersonDecided(reader: Reader, documentId: DocumentId): boolean {
  return reader
    .select({ actor: journal.actor, kind: journal.kind })
    .from(journal)
    .where(eq(journal.documentId, documentId))
    .all()
    .some(({ actor, kind }) => isPerson(actor) && !noDecisions.has(kind))
}

/** Rows a person may stand behind without having decided anything about the invoice. */
const noDecisions: ReadonlySet<string> = new Set([
  ...engineKinds,
  'document.assigned',
  'comment.added',
  'comment.asked',
  'comment.answered',
])

function perform(scope: CommandScope, action: Action, rule: Rule): void {
  const { tx, documentId, ctx } = scope
  switch (action.do) {
    case 'set_account':
      return void putAccountByRule(scope, action.accountCode, rule.body.name)
    case 'end_issue':
      return endIssues(scope, action)
    case 'assign':
      if (documentById(tx, documentId).assigneeId === null && !hasPersonDone(tx, documentId, 'document.assigned'))
        putAssignee(scope, action.personId)
      return
    case 'hold':
      return putOnHold(scope, action.reason, action.days === null ? null : localDay(ctx.now, action.days))
    case 'set_aside':
      return putAside(scope, action.reason)
    case 'mark_duplicate':
      return markDuplicate(scope)
    case 'route':
      // The first rule decides; and who approved already did so under the policy that held.
      if (routedTo(tx, documentId) === null && !isPartlyApproved(tx, documentId, ctx))
        routeTo(tx, documentId, action.policyId)
      return
    case 'reject':
      return proposeRejection(
        tx,
        documentId,
        { rule: rule.body.name, version: rule.version, because: action.reason },
        ctx,
      )
    case 'approve':
      return
  }
}

function isPartlyApproved(reader: Reader, documentId: DocumentId, ctx: DecisionContext): boolean {
  return (approvalView(reader, documentId, ctx)?.given.length ?? 0) > 0
}

/** Issues a person opened again stay open. */
function endIssues(scope: CommandScope, { key, how, reason }: Extract<Action, { do: 'end_issue' }>): void {
  const { tx, documentId, ctx } = scope
  if (hasPersonDone(tx, documentId, 'issue.reopened')) return
  for (const issue of openIssuesOf(tx, documentId, key)) {
    const fix: Fix = { type: how, reason }
    if (!mayAnswer(issue, fix)) continue
    endIssue(tx, issue, how === 'skip' ? 'skipped' : 'waived', fix, reason, ctx)
  }
}

function markDuplicate(scope: CommandScope): void {
  for (const issue of openIssuesOf(scope.tx, scope.documentId, 'duplicate_found')) {
    const fix = issue.suggestions.map(suggestion => suggestion.fix).find(one => one.type === 'mark_duplicate')
    if (!fix) continue
    endIssue(scope.tx, issue, 'resolved', fix, '', scope.ctx)
    return putDuplicate(scope, fix.ofDocumentId)
  }
}

function openIssuesOf(reader: Reader, documentId: DocumentId, key: IssueRow['key']): IssueRow[] {
  const open = and(eq(issues.documentId, documentId), eq(issues.key, key), eq(issues.state, 'open'))
  return reader.select().from(issues).where(open).all()
}

/** Whether a person's decision of this kind is on record: theirs stands, also when it says "nobody" or "still open". */
function hasPersonDone(reader: Reader, documentId: DocumentId, kind: string): boolean {
  return reader
    .select({ actor: journal.actor })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), eq(journal.kind, kind)))
    .all()
    .some(({ actor }) => isPerson(actor))
}
