import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { parseActor } from '../../shared/actor'
import type { ApprovalObstacle, ApprovalView } from '../../shared/automation'
import type { InboxRow } from '../../shared/inbox'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, EpochMs, PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { engineKinds } from '../decisions/record-change'
import { redoneKind, undoneKind } from '../decisions/history'
import { allPeople, delegatesOn, type PersonRow } from '../people/people-store'
import { approvals, journal } from '../store/schema'
import type { Reader } from '../store/write'
import { localDay } from './calendar'
import { judge } from './conditions'
import { lineageIn, type ChartAccounts } from './lineage'
import { allPolicies, type PolicyRow } from './policies-store'
import { routedTo } from './routing'
import { isSatisfied, mayApprove, nextStep, stepsNeeded, waitsFor, type ApprovalSituation } from './policy-steps'
import { sealOf } from './seal'
import { loadSubjects } from './subject'

/** What deciding about approvals depends on besides the store. */
export interface ApprovalContext {
  readonly now: EpochMs
  readonly actor: string
  readonly settings: { readonly homeCurrency: string }
  readonly chart: ChartAccounts
  newId<T extends string>(): T
}

type Looking = Pick<ApprovalContext, 'now' | 'actor' | 'settings' | 'chart'>
type ApprovalRow = typeof approvals.$inferSelect

/** A document's policy with how far its approvals are. */
interface Standing {
  readonly policy: PolicyRow
  readonly given: readonly ApprovalRow[]
  readonly situation: ApprovalSituation
  readonly people: readonly PersonRow[]
}

/**
 * The policy that decides about a document: the first in use that fits. One with steps also takes what it cannot judge
 * (a total in a currency without a rate), so that a missing value never lets an invoice pass its people. One that a rule
 * routed the document to fits it too, and takes its turn like any other: a rule leads to people, never past them.
 */
export function policyFor(reader: Reader, documentId: DocumentId, ctx: Looking): PolicyRow | undefined {
  const inUse = allPolicies(reader).filter(policy => policy.isOn)
  if (inUse.length === 0) return undefined
  const [subject] = loadSubjects(reader, [documentId], 'now', ctx.settings.homeCurrency)
  if (!subject) return undefined
  const lineage = lineageIn(ctx.chart)
  const routed = routedTo(reader, documentId)
  return inUse.find(({ id, body }) => {
    if (id === routed) return true
    const verdict = body.isRoutedOnly === true ? 'no' : judge(body.conditions, subject, lineage)
    return verdict === 'yes' || (verdict === 'unknown' && body.steps.length > 0)
  })
}

/** Whether people must approve this document, so that no rule and no autopilot may. */
export function needsPeople(reader: Reader, documentId: DocumentId, ctx: Looking): boolean {
  return (policyFor(reader, documentId, ctx)?.body.steps.length ?? 0) > 0
}

/** What an approval by the person who acts would mean. */
export interface PlannedApproval {
  /** To be kept; null where no policy asks for people, or all have been asked already. */
  readonly row: typeof approvals.$inferInsert | null
  /** Nothing more is needed: the document may be approved. */
  readonly isComplete: boolean
}

/**
 * Checks the approval of whoever acts against the document's policy.
 *
 * @throws AppError `approval_refused` (params `why`, `policy`, `waitsFor`)
 */
export function planApproval(reader: Reader, documentId: DocumentId, ctx: ApprovalContext): PlannedApproval {
  const standing = standingOf(reader, documentId, ctx)
  if (!standing || isSatisfied(standing.policy.body, standing.situation)) return { row: null, isComplete: true }
  const { policy, situation } = standing
  const personId = personIn(ctx.actor)
  const right = mayApprove(policy.body, situation, personId)
  if ('obstacle' in right || personId === null) {
    throw refusal('obstacle' in right ? right.obstacle : 'no_person', standing)
  }
  const row = {
    id: ctx.newId<string>(),
    documentId,
    policyId: policy.id,
    policyVersion: policy.version,
    step: right.step,
    personId,
    inPlaceOfId: right.inPlaceOf,
    seal: sealOf(reader, documentId),
    at: ctx.now,
  }
  return { row, isComplete: isSatisfied(policy.body, { ...situation, given: [...situation.given, row] }) }
}

function refusal(why: ApprovalObstacle | 'missing', { policy, situation, people }: Standing): AppError {
  const names = namesOf(waitsFor(policy.body, situation), people).join(', ')
  return new AppError('approval_refused', { why, policy: policy.body.name, waitsFor: names })
}

function personIn(actor: string): PersonId | null {
  const parsed = parseActor(actor)
  return parsed.type === 'person' ? parsed.id : null
}

/**
 * Before a document becomes approved by any other way than a fresh approval (redo, undo of a reopening).
 * @throws AppError `approval_refused`
 */
export function requireApprovals(reader: Reader, documentId: DocumentId, ctx: Looking): void {
  const standing = standingOf(reader, documentId, ctx)
  if (!standing || isSatisfied(standing.policy.body, standing.situation)) return
  throw refusal('missing', standing)
}

/** What the screens show; null where no policy asks for people. */
export function approvalView(reader: Reader, documentId: DocumentId, ctx: Looking): ApprovalView | null {
  const standing = standingOf(reader, documentId, ctx)
  if (!standing) return null
  const { policy, given, situation, people } = standing
  const of = stepsNeeded(policy.body, situation).length
  const done = nextStep(policy.body, situation)
  const mine = mayApprove(policy.body, situation, personIn(ctx.actor))
  const nameOf = (id: PersonId) => namesOf([id], people)[0] ?? ''
  return {
    policy: policy.body.name,
    done,
    of,
    given: given.map(({ personId, inPlaceOfId, at }) => ({
      by: nameOf(personId),
      inPlaceOf: inPlaceOfId === null ? null : nameOf(inPlaceOfId),
      at,
    })),
    waitsFor: done === of ? [] : namesOf(waitsFor(policy.body, situation), people),
    obstacle: done < of && 'obstacle' in mine ? mine.obstacle : null,
  }
}

/** Before anybody has decided about it for good. */
export function isUndecided(state: DocumentState): boolean {
  return state === 'needs_review' || state === 'ready' || state === 'on_hold'
}

/** Adds how far approvals are to rows of the list whose documents have some but not all. */
export function withApprovals(reader: Reader, rows: readonly InboxRow[], ctx: Looking): InboxRow[] {
  const undecided = rows.filter(row => isUndecided(row.state)).map(row => row.documentId)
  const begun = new Set(
    reader
      .selectDistinct({ documentId: approvals.documentId })
      .from(approvals)
      .where(inArray(approvals.documentId, undecided))
      .all()
      .map(row => row.documentId),
  )
  return rows.map(row => {
    const view = begun.has(row.documentId) ? approvalView(reader, row.documentId, ctx) : null
    return view === null ? row : { ...row, approval: { done: view.done, of: view.of, waitsFor: view.waitsFor } }
  })
}

/** Undefined where no policy asks for people. */
function standingOf(reader: Reader, documentId: DocumentId, ctx: Looking): Standing | undefined {
  const policy = policyFor(reader, documentId, ctx)
  if (!policy || policy.body.steps.length === 0) return undefined
  const people = allPeople(reader)
  const given = validApprovals(reader, documentId, policy)
  const situation = {
    given,
    editors: editorsOf(reader, documentId, people[0]?.id),
    active: people.flatMap(person => (person.isActive ? [person.id] : [])),
    delegates: delegatesOn(reader, localDay(ctx.now)),
  }
  return { policy, given, situation, people }
}

/** Given under this very version of the policy, for what the invoice says now. */
function validApprovals(reader: Reader, documentId: DocumentId, policy: PolicyRow): ApprovalRow[] {
  const seal = sealOf(reader, documentId)
  return reader
    .select()
    .from(approvals)
    .where(and(eq(approvals.documentId, documentId), eq(approvals.seal, seal)))
    .orderBy(asc(approvals.step), asc(approvals.at))
    .all()
    .filter(row => row.policyId === policy.id && row.policyVersion === policy.version)
}

/** Decisions that say nothing about what the invoice says. */
const noEdits: ReadonlySet<string> = new Set([
  ...engineKinds,
  'document.approved',
  'document.approval_given',
  'document.held',
  'document.restored',
  'document.assigned',
])

/**
 * Who changed the invoice, ever: taking a change back does not make it somebody else's.
 *
 * @param first who came first to this workspace: decisions of the time before anybody had a name were theirs
 */
function editorsOf(reader: Reader, documentId: DocumentId, first: PersonId | undefined): ReadonlySet<PersonId> {
  const changes = or(isNotNull(journal.after), inArray(journal.kind, [undoneKind, redoneKind]))
  const rows = reader
    .selectDistinct({ actor: journal.actor, kind: journal.kind, params: journal.params })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), changes))
    .all()
  const isTurn = (kind: string) => kind === undoneKind || kind === redoneKind
  const ids = rows
    .filter(row => !noEdits.has(isTurn(row.kind) ? String(row.params['kind']) : row.kind))
    .flatMap(row => {
      const actor = parseActor(row.actor)
      return actor.type === 'person' ? (actor.id ?? first ?? []) : []
    })
  return new Set(ids)
}

function namesOf(ids: readonly PersonId[], people: readonly PersonRow[]): string[] {
  return ids.flatMap(id => people.find(person => person.id === id)?.name ?? [])
}
