import { and, asc, eq, gt, inArray, notInArray } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import { isPerson } from '../../shared/actor'
import type { Condition, RuleBody, RuleTrial } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { engineKinds } from '../decisions/record-change'
import { documents, invoiceLines, invoices, issues, journal, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { judge } from './conditions'
import { judgePast, type PastDocument } from './judge-past'
import { lineageIn, type ChartAccounts } from './lineage'
import { loadSubjects, type RuleSubject } from './subject'

const pageSize = 500
const shownChanges = 500
// Not read yet, or a container whose parts are documents of their own.
const notJudged: readonly DocumentState[] = ['queued', 'processing', 'unpacked']

export interface TrialContext {
  readonly settings: { readonly homeCurrency: string }
  readonly chart: ChartAccounts
}

type Change = RuleTrial['changes'][number]

/**
 * What a rule would have done with everything received so far, judged by what came in: issues a document ever had, and
 * what persons decided in the end. Changes nothing; lets other work run between pages.
 */
export async function tryOnHistory(reader: Reader, body: RuleBody, ctx: TrialContext): Promise<RuleTrial> {
  const found = { documents: 0, matched: 0, wouldChange: 0, againstPerson: 0 }
  const changes: Change[] = []
  for await (const { subjects, matching } of matchesIn(reader, body.conditions, ctx)) {
    found.documents += subjects.length
    found.matched += matching.length
    const past = loadPast(reader, matching)
    for (const document of past) {
      const outcome = judgePast(body.actions, document)
      if (outcome === 'nothing') continue
      found.wouldChange += 1
      if (outcome === 'against') found.againstPerson += 1
      changes.push({ ...document.shown, isAgainstPerson: outcome === 'against' })
    }
  }
  const shown = changes.toSorted((a, b) => Number(b.isAgainstPerson) - Number(a.isAgainstPerson))
  return { ...found, changes: shown.slice(0, shownChanges) }
}

/** How many documents conditions hold for, of how many. */
export async function countMatches(
  reader: Reader,
  conditions: readonly Condition[],
  ctx: TrialContext,
): Promise<{ documents: number; matched: number }> {
  const found = { documents: 0, matched: 0 }
  for await (const { subjects, matching } of matchesIn(reader, conditions, ctx)) {
    found.documents += subjects.length
    found.matched += matching.length
  }
  return found
}

interface Page {
  readonly subjects: readonly RuleSubject[]
  readonly matching: readonly RuleSubject[]
}

async function* matchesIn(reader: Reader, conditions: readonly Condition[], ctx: TrialContext): AsyncGenerator<Page> {
  const lineage = lineageIn(ctx.chart)
  let after = 0
  for (;;) {
    const rows = reader
      .select({ id: documents.id, intakeNumber: documents.intakeNumber })
      .from(documents)
      .where(and(gt(documents.intakeNumber, after), notInArray(documents.state, [...notJudged])))
      .orderBy(asc(documents.intakeNumber))
      .limit(pageSize)
      .all()
    const ids = rows.map(row => row.id)
    const subjects = loadSubjects(reader, ids, 'ever', ctx.settings.homeCurrency)
    yield { subjects, matching: subjects.filter(subject => judge(conditions, subject, lineage) === 'yes') }
    if (rows.length < pageSize) return
    after = rows.at(-1)?.intakeNumber ?? after
    await setImmediate()
  }
}

function loadPast(
  reader: Reader,
  subjects: readonly RuleSubject[],
): (PastDocument & { shown: Omit<Change, 'isAgainstPerson'> })[] {
  if (subjects.length === 0) return []
  const ids = subjects.map(subject => subject.documentId)
  const rows = reader
    .select({ document: documents, number: invoices.invoiceNumber, seller: invoices.sellerName, vendor: vendors.name })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
    .where(inArray(documents.id, ids))
    .all()
  const rowOf = new Map(rows.map(row => [row.document.id, row]))
  const lines = Map.groupBy(
    reader
      .select()
      .from(invoiceLines)
      .where(
        inArray(
          invoiceLines.invoiceId,
          subjects.map(subject => subject.invoiceId),
        ),
      )
      .all(),
    line => line.invoiceId,
  )
  const questions = Map.groupBy(
    reader.select().from(issues).where(inArray(issues.documentId, ids)).all(),
    issue => issue.documentId,
  )
  const kinds = personKinds(reader, ids)
  return subjects.flatMap(subject => {
    const row = rowOf.get(subject.documentId)
    if (!row) return []
    const { id, intakeNumber, state, assigneeId, fileName } = row.document
    return {
      state,
      assigneeId,
      lines: lines.get(subject.invoiceId) ?? [],
      issues: questions.get(id) ?? [],
      personKinds: kinds.get(id) ?? new Set<string>(),
      shown: {
        documentId: id,
        intakeNumber,
        name: row.vendor ?? row.seller ?? fileName,
        number: row.number,
        total: subject.total,
        currency: subject.currency,
      },
    }
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
