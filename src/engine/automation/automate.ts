import { and, eq, gt, TransactionRollbackError } from 'drizzle-orm'
import { autopilotActor, isPerson, ruleActor } from '../../shared/actor'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import { documentById } from '../store/documents'
import { journal } from '../store/schema'
import type { Tx } from '../store/write'
import { isSwitchedOff } from '../templates/template-versions'
import { needsPeople, policyFor } from './approvals'
import { readAutopilot } from './autopilot'
import { approveIfReady, carryOut, hasPersonDecided } from './carry-out'
import { judge } from './conditions'
import { hasFired, noteFiring, type FiringOf } from './firings'
import { editKinds } from './judge-past'
import { lineageIn } from './lineage'
import { allRules } from './rules-store'
import { loadSubjects } from './subject'

const undecided: readonly DocumentState[] = ['needs_review', 'ready']

/**
 * What happens to a document by itself once it is on its place: rules in their order, then a policy that asks nobody,
 * then the autopilot. Each acts at most once per wording on a document, and only on what persons left open.
 * Documents whose template has no rules are left to people.
 */
export function automate(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  if (!mayAutomate(tx, documentId)) return
  runRules(tx, documentId, ctx)
  runPolicyWithoutPeople(tx, documentId, ctx)
  runAutopilot(tx, documentId, ctx)
}

/**
 * Right after a person changed what an invoice says: rules whose conditions hold now do their part, as far as the person
 * left it open. The person sits in front of it and decides where it goes, so neither policies nor the autopilot look.
 *
 * @param since length of the journal before the decision
 */
export function automateAfterEdit(tx: Tx, documentId: DocumentId, since: number, ctx: DecisionContext): void {
  const isEdited = tx
    .select({ actor: journal.actor, kind: journal.kind })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), gt(journal.sequence, since)))
    .all()
    .some(({ actor, kind }) => isPerson(actor) && editKinds.has(kind))
  if (isEdited && mayAutomate(tx, documentId)) runRules(tx, documentId, ctx)
}

function mayAutomate(tx: Tx, documentId: DocumentId): boolean {
  const { state, kind } = documentById(tx, documentId)
  return undecided.includes(state) && !isSwitchedOff(tx, kind, 'rules')
}

function runRules(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const lineage = lineageIn(ctx.chart)
  for (const rule of allRules(tx)) {
    if (rule.mode === 'off') continue
    // An earlier rule may have moved the document, or changed what this one asks about.
    if (!undecided.includes(documentById(tx, documentId).state)) return
    const [subject] = loadSubjects(tx, [documentId], 'now', ctx.settings.homeCurrency)
    if (!subject || judge(rule.body.conditions, subject, lineage) !== 'yes') continue
    actOnce(tx, { ruleId: rule.id, version: rule.version, mode: rule.mode }, documentId, ctx, (inner, quiet) =>
      carryOut(inner, documentId, rule, quiet),
    )
  }
}

function runPolicyWithoutPeople(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  if (documentById(tx, documentId).state !== 'ready' || hasPersonDecided(tx, documentId)) return
  const policy = policyFor(tx, documentId, ctx)
  if (policy?.body.steps.length !== 0) return
  approveIfReady(tx, documentId, { ...ctx, actor: ruleActor('policy', policy.body.name, policy.version) })
}

function runAutopilot(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  const autopilot = readAutopilot(tx)
  if (autopilot.mode === 'off') return
  const document = documentById(tx, documentId)
  if (document.state !== 'ready' || document.openIssues > 0 || hasPersonDecided(tx, documentId)) return
  const [subject] = loadSubjects(tx, [documentId], 'now', ctx.settings.homeCurrency)
  if (!subject || subject.isVendorNew || (subject.quality ?? 0) < autopilot.bar) return
  if (
    subject.vendorId === null ||
    [subject.vendorId, ...subject.mergedVendorIds].some(id => autopilot.exceptVendorIds.includes(id))
  )
    return
  if (needsPeople(tx, documentId, ctx)) return
  const { version, mode } = autopilot
  actOnce(tx, { ruleId: 'autopilot', version, mode }, documentId, ctx, (inner, quiet) =>
    approveIfReady(inner, documentId, { ...quiet, actor: autopilotActor(version) }),
  )
}

interface Acting {
  readonly ruleId: FiringOf
  readonly version: number
  readonly mode: 'shadow' | 'on'
}

/**
 * In shadow the same work is done and taken back before anybody sees it, so that what is counted is exactly what would
 * have happened.
 */
function actOnce(
  tx: Tx,
  acting: Acting,
  documentId: DocumentId,
  ctx: DecisionContext,
  act: (inner: Tx, ctx: DecisionContext) => string | null,
): void {
  const firing = { ...acting, documentId }
  if (hasFired(tx, firing)) return
  const entryId =
    acting.mode === 'on' ? keep(tx, inner => act(inner, ctx)) : tryOut(tx, inner => act(inner, quiet(ctx)))
  if (entryId === null) return
  const told = { ...firing, entryId: acting.mode === 'on' ? entryId : null, at: ctx.now }
  noteFiring(tx, told, ctx.newId<string>())
}

/** All of it or nothing: a rule that cannot do its second half leaves the document as it was. */
function keep(tx: Tx, act: (inner: Tx) => string | null): string | null {
  try {
    return tx.transaction(inner => act(inner))
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}

function tryOut(tx: Tx, act: (inner: Tx) => string | null): string | null {
  let entryId: string | null = null
  try {
    tx.transaction(inner => {
      entryId = act(inner)
      inner.rollback()
    })
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    if (!(thrown instanceof TransactionRollbackError)) throw thrown
  }
  return entryId
}

/** Nobody is told of what is taken back. */
function quiet({ touched: _told, ...ctx }: DecisionContext): DecisionContext {
  return ctx
}
