import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { PolicyBody, type PolicyVersionView, type PolicyView, type RemovedPolicyView } from '../../shared/automation'
import type { PolicyId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import { allPeople } from '../people/people-store'
import { appendJournal } from '../store/journal'
import { approvalPolicies, journal } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { movedTo, type Neighbour } from './order'
import { whyImpossible } from './policy-steps'

export type PolicyRow = typeof approvalPolicies.$inferSelect

/** Those in use and those switched off, in the order in which they are asked: the first that fits decides. */
export function allPolicies(reader: Reader): PolicyRow[] {
  return reader
    .select()
    .from(approvalPolicies)
    .where(isNull(approvalPolicies.removedAt))
    .orderBy(asc(approvalPolicies.position), asc(approvalPolicies.id))
    .all()
}

/** Whether documents can be routed to it: in use, with people to ask. */
export function asksPeople({ isOn, body }: Pick<PolicyRow, 'isOn' | 'body'>): boolean {
  return isOn && body.steps.length > 0
}

export function policyViews(reader: Reader): PolicyView[] {
  return allPolicies(reader).map(({ id, isOn, version, body }) => ({ id, isOn, version, ...body }))
}

/** Policies that ask nobody any more, in their last wording; the one removed last comes first. */
export function removedPolicies(reader: Reader): RemovedPolicyView[] {
  return reader
    .select()
    .from(approvalPolicies)
    .where(isNotNull(approvalPolicies.removedAt))
    .orderBy(desc(approvalPolicies.removedAt), desc(approvalPolicies.id))
    .all()
    .flatMap(({ id, version, body, removedAt }) => (removedAt === null ? [] : [{ id, version, ...body, removedAt }]))
}

const Written = z.object({ id: z.string(), version: z.number(), body: PolicyBody })

/** Every wording, newest first, as the journal tells them: nothing of a policy is kept twice. */
export function policyVersions(reader: Reader, policyId: PolicyId): PolicyVersionView[] {
  const rows = reader
    .select({ at: journal.at, actor: journal.actor, after: journal.after })
    .from(journal)
    .where(and(isNull(journal.documentId), inArray(journal.kind, ['policy.added', 'policy.changed'])))
    .orderBy(asc(journal.sequence))
    .all()
  const versions = new Map<number, PolicyVersionView>()
  for (const { at, actor, after } of rows) {
    const written = after === null ? undefined : Written.safeParse(JSON.parse(after)).data
    if (written?.id !== policyId || versions.has(written.version)) continue
    versions.set(written.version, { version: written.version, at, actor, ...written.body })
  }
  return [...versions.values()].toReversed()
}

/**
 * Writes a new policy or a new version of one. Approvals given under the version before no longer count.
 *
 * @throws AppError `policy_impossible` (params `why`, `step`), `policy_not_found`
 */
export function savePolicy(
  tx: Tx,
  { policyId, isOn, body }: { readonly policyId: PolicyId | null; readonly isOn: boolean; readonly body: PolicyBody },
  ctx: DecisionContext,
): PolicyId {
  if (isOn) requirePossible(tx, body)
  const before = policyId === null ? null : policyById(tx, policyId)
  const id = policyId ?? ctx.newId<PolicyId>()
  const isSameWording = before !== null && JSON.stringify(before.body) === JSON.stringify(body)
  const after: PolicyRow = {
    id,
    isOn,
    body,
    version: before === null ? 1 : before.version + (isSameWording ? 0 : 1),
    position: before?.position ?? allPolicies(tx).length,
    removedAt: null,
  }
  tx.insert(approvalPolicies).values(after).onConflictDoUpdate({ target: approvalPolicies.id, set: after }).run()
  record(tx, before === null ? 'policy.added' : 'policy.changed', before, after, ctx)
  return id
}

/** @throws AppError `policy_not_found` */
export function removePolicy(tx: Tx, policyId: PolicyId, ctx: DecisionContext): void {
  const before = policyById(tx, policyId)
  tx.update(approvalPolicies).set({ removedAt: ctx.now, isOn: false }).where(eq(approvalPolicies.id, policyId)).run()
  record(tx, 'policy.removed', before, null, ctx)
}

/** @throws AppError `policy_not_found` */
export function movePolicy(tx: Tx, policyId: PolicyId, direction: Neighbour, ctx: DecisionContext): void {
  const policy = policyById(tx, policyId)
  const ids = allPolicies(tx).map(row => row.id)
  const moved = movedTo(ids, policyId, direction)
  if (!moved) return
  for (const [position, id] of moved.entries()) {
    tx.update(approvalPolicies).set({ position }).where(eq(approvalPolicies.id, id)).run()
  }
  const params = { name: policy.body.name, position: moved.indexOf(policyId) + 1 }
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: 'policy.moved',
    documentId: null,
    params,
    before: { order: ids },
    after: { order: moved },
  })
}

/**
 * Before somebody leaves: every policy in use can still be satisfied by those who stay.
 * @throws AppError `person_needed_by_policy` (params `policy`)
 */
export function requirePoliciesPossible(reader: Reader): void {
  const active = activePeople(reader)
  const broken = allPolicies(reader).find(({ isOn, body }) => isOn && whyImpossible(body, active) !== null)
  if (broken) throw new AppError('person_needed_by_policy', { policy: broken.body.name })
}

function requirePossible(reader: Reader, body: PolicyBody): void {
  const found = whyImpossible(body, activePeople(reader))
  if (found) throw new AppError('policy_impossible', { why: found.why, step: found.step })
}

function activePeople(reader: Reader) {
  return allPeople(reader).flatMap(person => (person.isActive ? [person.id] : []))
}

/** @throws AppError `policy_not_found` */
export function policyById(reader: Reader, policyId: PolicyId): PolicyRow {
  const row = reader
    .select()
    .from(approvalPolicies)
    .where(and(eq(approvalPolicies.id, policyId), isNull(approvalPolicies.removedAt)))
    .get()
  if (!row) throw new AppError('policy_not_found', {}, 'never')
  return row
}

function record(tx: Tx, kind: string, before: PolicyRow | null, after: PolicyRow | null, ctx: DecisionContext): void {
  const { body, version } = after ?? before ?? { body: { name: '' }, version: 0 }
  const params = { name: body.name, version }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind, documentId: null, params, before, after })
}
