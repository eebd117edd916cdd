import { and, asc, count, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import { isPerson } from '../../shared/actor'
import type { Action, Condition, RuleBody, RuleTrial } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, InvoiceId } from '../../shared/ids'
import { engineKinds } from '../decisions/record-change'
import { inboxRowsOf } from '../lists/inbox-row'
import { documents, invoiceLines, invoices, issues, journal, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { judge } from './conditions'
import { judgePast, type PastDocument } from './judge-past'
import { lineageIn, type ChartAccounts } from './lineage'
import { narrowedBy } from './narrow'
import { loadSubjects, type RuleSubject } from './subject'
import { slicesOf, type Walker } from './walk'

const shownChanges = 500
// Not read yet, or a container whose parts are documents of their own.
const notJudged: readonly DocumentState[] = ['queued', 'processing', 'unpacked']

export interface TrialContext {
  readonly settings: { readonly homeCurrency: string }
  readonly chart: ChartAccounts
}

type Change = RuleTrial['changes'][number]
type Changed = Pick<Change, 'documentId' | 'isAgainstPerson'>

/**
 * What a rule would have done with everything received so far, judged by what came in: issues a document ever had, and
 * what persons decided in the end. Changes nothing; lets other work run between slices. Told to stop, it answers for what
 * it has looked at.
 */
export async function tryOnHistory(
  reader: Reader,
  body: RuleBody,
  ctx: TrialContext,
  walker: Walker = {},
): Promise<RuleTrial> {
  const found = { documents: 0, matched: 0, wouldChange: 0, againstPerson: 0 }
  const against: Changed[] = []
  const others: Changed[] = []
  for await (const { judged, matching } of matchesIn(reader, body.conditions, ctx, walker)) {
    found.documents += judged
    found.matched += matching.length
    for (const document of loadPast(reader, matching, body.actions)) {
      const outcome = judgePast(body.actions, document)
      if (outcome === 'nothing') continue
      const { documentId } = document
      const isAgainstPerson = outcome === 'against'
      found.wouldChange += 1
      if (isAgainstPerson) found.againstPerson += 1
      const list = isAgainstPerson ? against : others
      if (list.length < shownChanges) list.push({ documentId, isAgainstPerson })
    }
  }
  return {
    ...found,
    received: countJudged(reader),
    changes: shown(reader, [...against, ...others].slice(0, shownChanges)),
  }
}

/**
 * Whether conditions hold for everything received. The first document they do not hold for answers, so that most rules
 * are saved at once however much was received.
 *
 * @returns how many documents there are; null when one is found that they do not hold for
 */
export async function holdForAll(
  reader: Reader,
  conditions: readonly Condition[],
  ctx: TrialContext,
): Promise<number | null> {
  if (conditions.length === 0) return countJudged(reader)
  let documents = 0
  for await (const { judged, matching } of matchesIn(reader, conditions, ctx, {})) {
    if (matching.length < judged) return null
    documents += judged
  }
  return documents
}

const isJudged = notInArray(documents.state, [...notJudged])

function countJudged(reader: Reader, where?: SQL): number {
  return reader.select({ number: count() }).from(documents).where(and(where, isJudged)).get()?.number ?? 0
}

interface Judged {
  /** Documents looked at. */
  readonly judged: number
  readonly matching: readonly RuleSubject[]
}

async function* matchesIn(
  reader: Reader,
  conditions: readonly Condition[],
  ctx: TrialContext,
  walker: Walker,
): AsyncGenerator<Judged> {
  const lineage = lineageIn(ctx.chart)
  const below = (codes: readonly string[]) => [
    ...codes,
    ...[...ctx.chart.byCode.keys()].filter(code => lineage(code).some(above => codes.includes(above))),
  ]
  const narrowed = narrowedBy(reader, conditions, below)
  for await (const slice of slicesOf(reader, walker)) {
    const where = and(slice.where, isJudged)
    const judged = countJudged(reader, slice.where)
    const rows = reader
      .select({ id: documents.id })
      .from(documents)
      .innerJoin(invoices, eq(invoices.documentId, documents.id))
      .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
      .where(and(where, narrowed))
      .orderBy(asc(documents.intakeNumber))
      .all()
    const ids = rows.map(row => row.id)
    const subjects = loadSubjects(reader, ids, 'ever', ctx.settings.homeCurrency)
    yield { judged, matching: subjects.filter(subject => judge(conditions, subject, lineage) === 'yes') }
  }
}

/** Of each document only what these actions are judged by. */
function loadPast(
  reader: Reader,
  subjects: readonly RuleSubject[],
  actions: readonly Action[],
): (PastDocument & { readonly documentId: DocumentId })[] {
  if (subjects.length === 0) return []
  const ids = subjects.map(subject => subject.documentId)
  const { id, state, assigneeId, policyId } = documents
  const rows = reader.select({ id, state, assigneeId, policyId }).from(documents).where(inArray(id, ids)).all()
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const asks = (...kinds: Action['do'][]) => actions.some(action => kinds.includes(action.do))
  const lines = asks('set_account') ? linesOf(reader, subjects) : new Map<InvoiceId, never>()
  const questions = asks('end_issue', 'mark_duplicate', 'approve')
    ? issuesOf(reader, ids)
    : new Map<DocumentId, never>()
  const kinds = personKinds(reader, ids)
  return subjects.flatMap(({ documentId, invoiceId }) => {
    const row = rowOf.get(documentId)
    if (!row) return []
    return {
      documentId,
      state: row.state,
      assigneeId: row.assigneeId,
      policyId: row.policyId,
      lines: lines.get(invoiceId) ?? [],
      issues: questions.get(documentId) ?? [],
      personKinds: kinds.get(documentId) ?? new Set<string>(),
    }
  })
}

function linesOf(reader: Reader, subjects: readonly RuleSubject[]) {
  const { invoiceId, accountCode, codingState, codingEvidence, lineTotal } = invoiceLines
  const ids = subjects.map(subject => subject.invoiceId)
  const rows = reader
    .select({ invoiceId, accountCode, codingState, codingEvidence, lineTotal })
    .from(invoiceLines)
    .where(inArray(invoiceId, ids))
    .all()
  return Map.groupBy(rows, line => line.invoiceId)
}

function issuesOf(reader: Reader, ids: readonly DocumentId[]) {
  const { documentId, key, severity, state, resolvedBy, suggestions } = issues
  const rows = reader
    .select({ documentId, key, severity, state, resolvedBy, suggestions })
    .from(issues)
    .where(inArray(documentId, [...ids]))
    .all()
  return Map.groupBy(rows, issue => issue.documentId)
}

/** What the list of changes says of each document, in their order. */
function shown(reader: Reader, changed: readonly Changed[]): Change[] {
  const ids = changed.map(({ documentId }) => documentId)
  const rows = new Map(inboxRowsOf(reader, ids).map(row => [row.documentId, row]))
  return changed.flatMap(({ documentId, isAgainstPerson }) => {
    const row = rows.get(documentId)
    if (!row) return []
    const { intakeNumber, vendorName, fileName, number, total, currency } = row
    return { documentId, intakeNumber, name: vendorName ?? fileName, number, total, currency, isAgainstPerson }
  })
}

const ofEngine: ReadonlySet<string> = new Set(engineKinds)

/** What persons did with each document, by the journal's names for it. */
export function personKinds(reader: Reader, ids: readonly DocumentId[]): ReadonlyMap<DocumentId, ReadonlySet<string>> {
  const rows = reader
    .selectDistinct({ documentId: journal.documentId, actor: journal.actor, kind: journal.kind })
    .from(journal)
    .where(inArray(journal.documentId, [...ids]))
    .all()
  const found = new Map<DocumentId, Set<string>>()
  for (const { documentId, actor, kind } of rows) {
    if (documentId === null || !isPerson(actor) || ofEngine.has(kind)) continue
    const kinds = found.get(documentId) ?? new Set()
    found.set(documentId, kinds.add(kind))
  }
  return found
}
