import { and, asc, desc, eq, isNotNull, isNull, max, sql, type SQL } from 'drizzle-orm'
import {
  decisiveActions,
  type Action,
  type RemovedRuleView,
  type RuleBody,
  type RuleVersionView,
  type RuleView,
  type RunMode,
} from '../../shared/automation'
import type { PersonId, PolicyId, RuleId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import { activePersonById } from '../people/people-store'
import { appendJournal } from '../store/journal'
import { ruleFirings, rules, ruleVersions } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { FiringCounts, FiringOf } from './firings'
import { movedTo, type Neighbour } from './order'
import { asksPeople, policyById } from './policies-store'

/** A rule in its latest wording. */
export interface Rule {
  readonly id: RuleId
  readonly mode: RunMode
  readonly version: number
  readonly body: RuleBody
}

const isLatestWording = and(eq(ruleVersions.ruleId, rules.id), eq(ruleVersions.version, rules.version))

/** In the order in which they are tried. */
export function allRules(reader: Reader): Rule[] {
  return reader
    .select({ id: rules.id, mode: rules.mode, version: rules.version, body: ruleVersions.body })
    .from(rules)
    .innerJoin(ruleVersions, isLatestWording)
    .where(isNull(rules.removedAt))
    .orderBy(asc(rules.position), asc(rules.id))
    .all()
}

export function ruleViews(reader: Reader): RuleView[] {
  return allRules(reader).map(({ id, mode, version, body }) => ({
    id,
    mode,
    version,
    ...body,
    ...firingCounts(reader, id),
  }))
}

/** Rules that act no more, in their last wording; the one removed last comes first. */
export function removedRules(reader: Reader): RemovedRuleView[] {
  return reader
    .select({ id: rules.id, version: rules.version, body: ruleVersions.body, removedAt: rules.removedAt })
    .from(rules)
    .innerJoin(ruleVersions, isLatestWording)
    .where(isNotNull(rules.removedAt))
    .orderBy(desc(rules.removedAt), desc(rules.id))
    .all()
    .flatMap(({ id, version, body, removedAt }) =>
      removedAt === null ? [] : [{ id, version, ...body, ...firingCounts(reader, id), removedAt }],
    )
}

/** Every wording, newest first; those of a removed rule too. */
export function versionsOf(reader: Reader, ruleId: RuleId): RuleVersionView[] {
  return reader
    .select()
    .from(ruleVersions)
    .where(eq(ruleVersions.ruleId, ruleId))
    .orderBy(desc(ruleVersions.version))
    .all()
    .map(({ version, at, actor, body }) => {
      const { acted, shadowed, undone } = firingCounts(reader, ruleId, version)
      return { version, at, actor, ...body, acted, shadowed, undone }
    })
}

/** Documents, each counted once however many wordings acted on it. @param version of one wording; of all when left out */
export function firingCounts(reader: Reader, ruleId: FiringOf, version?: number): FiringCounts {
  const documentsOf = (which: SQL) => sql<number>`count(DISTINCT CASE WHEN ${which} THEN ${ruleFirings.documentId} END)`
  const row = reader
    .select({
      acted: documentsOf(eq(ruleFirings.mode, 'on')),
      shadowed: documentsOf(eq(ruleFirings.mode, 'shadow')),
      undone: documentsOf(isNotNull(ruleFirings.undoneAt)),
      lastAt: max(ruleFirings.at),
    })
    .from(ruleFirings)
    .where(and(eq(ruleFirings.ruleId, ruleId), version === undefined ? undefined : eq(ruleFirings.version, version)))
    .get()
  return row ?? { acted: 0, shadowed: 0, undone: 0, lastAt: null }
}

/** @throws AppError `rule_not_found` */
export function ruleById(reader: Reader, ruleId: RuleId): Rule {
  const rule = allRules(reader).find(({ id }) => id === ruleId)
  if (!rule) throw new AppError('rule_not_found', {}, 'never')
  return rule
}

/**
 * Writes a new rule or a new version of one; older wordings are kept.
 *
 * @throws AppError `rule_contradicts_itself`, `rule_not_found`, `person_not_found` when it assigns to somebody who left,
 *   `policy_not_in_use` when it routes to a policy that asks nobody
 */
export function saveRule(
  tx: Tx,
  { ruleId, mode, body }: { readonly ruleId: RuleId | null; readonly mode: RunMode; readonly body: RuleBody },
  ctx: DecisionContext,
): RuleId {
  requireSense(body)
  if (mode !== 'off') requireNamed(tx, body)
  const before = ruleId === null ? null : ruleById(tx, ruleId)
  const id = ruleId ?? ctx.newId<RuleId>()
  const isSameWording = before !== null && JSON.stringify(before.body) === JSON.stringify(body)
  const version = before === null ? 1 : before.version + (isSameWording ? 0 : 1)
  if (before === null) {
    tx.insert(rules)
      .values({ id, mode, version, position: allRules(tx).length })
      .run()
  } else tx.update(rules).set({ mode, version }).where(eq(rules.id, id)).run()
  if (!isSameWording) {
    tx.insert(ruleVersions).values({ ruleId: id, version, body, at: ctx.now, actor: ctx.actor }).run()
  }
  record(tx, before === null ? 'rule.added' : 'rule.changed', before, { id, mode, version, body }, ctx)
  return id
}

/** @throws AppError `rule_not_found`, `person_not_found`, `policy_not_in_use`: those it names must be there */
export function switchRule(tx: Tx, ruleId: RuleId, mode: RunMode, ctx: DecisionContext): void {
  const before = ruleById(tx, ruleId)
  if (before.mode === mode) return
  if (mode !== 'off') requireNamed(tx, before.body)
  tx.update(rules).set({ mode }).where(eq(rules.id, ruleId)).run()
  record(tx, 'rule.switched', before, { ...before, mode }, ctx)
}

/** Its wordings and what it did stay. @throws AppError `rule_not_found` */
export function removeRule(tx: Tx, ruleId: RuleId, ctx: DecisionContext): void {
  const before = ruleById(tx, ruleId)
  tx.update(rules).set({ removedAt: ctx.now, mode: 'off' }).where(eq(rules.id, ruleId)).run()
  record(tx, 'rule.removed', before, null, ctx)
}

/** @throws AppError `rule_not_found` */
export function moveRule(tx: Tx, ruleId: RuleId, direction: Neighbour, ctx: DecisionContext): void {
  const rule = ruleById(tx, ruleId)
  const ids = allRules(tx).map(({ id }) => id)
  const moved = movedTo(ids, ruleId, direction)
  if (!moved) return
  for (const [position, id] of moved.entries()) tx.update(rules).set({ position }).where(eq(rules.id, id)).run()
  const params = { name: rule.body.name, position: moved.indexOf(ruleId) + 1 }
  const orders = { before: { order: ids }, after: { order: moved } }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind: 'rule.moved', documentId: null, params, ...orders })
}

/**
 * A document cannot be held and approved at once, nor a line have two accounts; and what is routed to people is not the
 * rule's to approve.
 */
function requireSense({ actions }: RuleBody): void {
  const count = (...kinds: Action['do'][]) => actions.filter(action => kinds.includes(action.do)).length
  const isTwice = count(...decisiveActions) > 1 || [...singleActions].some(kind => count(kind) > 1)
  const isPassedOver = count('route') > 0 && count('approve') > 0
  if (isTwice || isPassedOver) throw new AppError('rule_contradicts_itself')
}

const singleActions = ['set_account', 'assign', 'route'] as const

/**
 * Before somebody leaves: no rule that is not off assigns documents to them.
 * @throws AppError `person_needed_by_rule` (params `rule`)
 */
export function requireNoRuleAssigns(reader: Reader, personId: PersonId): void {
  const rule = activeRuleWith(reader, body => assigneesOf(body).includes(personId))
  if (rule) throw new AppError('person_needed_by_rule', { rule: rule.body.name })
}

/**
 * Before a policy goes, is switched off or asks nobody any more: no rule that is not off routes documents to it.
 * @throws AppError `policy_needed_by_rule` (params `rule`)
 */
export function requireNoRuleRoutes(reader: Reader, policyId: PolicyId): void {
  const rule = activeRuleWith(reader, body => routesOf(body).includes(policyId))
  if (rule) throw new AppError('policy_needed_by_rule', { rule: rule.body.name })
}

function activeRuleWith(reader: Reader, holds: (body: RuleBody) => boolean): Rule | undefined {
  return allRules(reader).find(({ mode, body }) => mode !== 'off' && holds(body))
}

function requireNamed(reader: Reader, body: RuleBody): void {
  for (const personId of assigneesOf(body)) activePersonById(reader, personId)
  for (const policyId of routesOf(body)) {
    const policy = policyById(reader, policyId)
    if (!asksPeople(policy)) throw new AppError('policy_not_in_use', { policy: policy.body.name })
  }
}

function assigneesOf({ actions }: RuleBody): PersonId[] {
  return actions.flatMap(action => (action.do === 'assign' ? [action.personId] : []))
}

function routesOf({ actions }: RuleBody): PolicyId[] {
  return actions.flatMap(action => (action.do === 'route' ? [action.policyId] : []))
}

function record(tx: Tx, kind: string, before: Rule | null, after: Rule | null, ctx: DecisionContext): void {
  const rule = after ?? before
  const params = { name: rule?.body.name ?? '', version: rule?.version ?? 0, mode: rule?.mode ?? 'off' }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind, documentId: null, params, before, after })
}
