import { and, eq, gt, inArray, isNotNull, ne, sql, type SQL } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import type { AutopilotPoint } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, InvoiceId, VendorId } from '../../shared/ids'
import { personReader } from '../decisions/load'
import { journalLength } from '../store/journal'
import { documents, invoiceLines, invoices, issues, journal, readings } from '../store/schema'
import type { Reader } from '../store/write'
import { personKinds } from './history-trial'
import { hasDecided } from './judge-past'
import { slicesOf, type Walker } from './walk'
import { wilson95 } from './wilson'

/** One invoice a person decided, as the machine had it before. */
export interface DecidedInvoice {
  readonly vendorId: VendorId | null
  /** As last scored before it was decided; what a person typed counts as sure, which makes errors count at stricter bars too. */
  readonly quality: number
  /** It never had an issue worth a look. */
  readonly wasClean: boolean
  /** The person changed a value or an account, or turned it away: approving it unseen would have been wrong. */
  readonly wasWrong: boolean
}

/** Changed documents looked at before others get their turn. */
const atOnce = 200
const decidedStates: readonly DocumentState[] = [
  'approved',
  'posted',
  'post_failed',
  'rejected',
  'duplicate',
  'set_aside',
]
const goodStates: readonly DocumentState[] = ['approved', 'posted', 'post_failed']

/** Remembers what persons decided, so that only what changed since is looked at again. */
export interface DecidedHistory {
  /** Everything persons decided so far. Lets other work run between slices. */
  ask(walker?: Walker): Promise<readonly DecidedInvoice[]>
}

export function decidedHistory(reader: Reader): DecidedHistory {
  const decided = new Map<DocumentId, DecidedInvoice>()
  /** Last intake number and last row of the journal that are in there. */
  let through = 0
  let seen = 0
  // One after the other: who asks meanwhile gets what the first one found.
  let turn: Promise<unknown> = Promise.resolve()

  function look(where: SQL | undefined): void {
    for (const { documentId, invoice } of loadDecided(reader, where)) decided.set(documentId, invoice)
  }

  async function catchUp(walker: Walker): Promise<readonly DecidedInvoice[]> {
    const now = journalLength(reader)
    if (through === 0) seen = now
    const changed = reader
      .selectDistinct({ documentId: journal.documentId })
      .from(journal)
      .where(and(gt(journal.sequence, seen), isNotNull(journal.documentId)))
      .all()
      .flatMap(({ documentId }) => documentId ?? [])
    for (let from = 0; from < changed.length; from += atOnce) {
      const some = changed.slice(from, from + atOnce)
      for (const documentId of some) decided.delete(documentId)
      look(inArray(documents.id, some))
      await setImmediate()
    }
    seen = now
    for await (const slice of slicesOf(reader, walker, through)) {
      look(slice.where)
      through = slice.through
    }
    return [...decided.values()]
  }

  return {
    ask(walker = {}) {
      const found = turn.then(() => catchUp(walker))
      turn = found.catch(() => undefined)
      return found
    },
  }
}

function loadDecided(
  reader: Reader,
  where: SQL | undefined,
): { readonly documentId: DocumentId; readonly invoice: DecidedInvoice }[] {
  const rows = reader
    .select({
      documentId: documents.id,
      state: documents.state,
      invoiceId: invoices.id,
      vendorId: invoices.vendorId,
      quality: invoices.quality,
    })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    // The plus keeps SQLite from walking all decided ones by their state for every slice.
    .where(and(where, inArray(sql`+${documents.state}`, [...decidedStates])))
    .all()
  const kinds = personKinds(
    reader,
    rows.map(row => row.documentId),
  )
  const byPerson = rows.filter(row => hasDecided(kinds.get(row.documentId) ?? new Set()))
  if (byPerson.length === 0) return []
  const questioned = everQuestioned(
    reader,
    byPerson.map(row => row.documentId),
  )
  const corrected = correctedInvoices(
    reader,
    byPerson.map(row => row.invoiceId),
  )
  return byPerson.map(({ documentId, invoiceId, state, vendorId, quality }) => {
    const wasEdited = [...(kinds.get(documentId) ?? [])].some(kind => lineEdits.has(kind))
    const invoice = {
      vendorId,
      quality: quality ?? 0,
      wasClean: !questioned.has(documentId),
      wasWrong: !goodStates.includes(state) || wasEdited || corrected.has(invoiceId),
    }
    return { documentId, invoice }
  })
}

/** What each bar would have meant; invoices of excepted vendors are looked at whatever the bar. */
export function pointsOf(
  decided: readonly DecidedInvoice[],
  except: ReadonlySet<VendorId>,
  at: readonly number[],
): AutopilotPoint[] {
  return at.map(bar => {
    const unseen = decided.filter(invoice => goesUnseen(invoice, bar, except))
    const wrong = unseen.filter(invoice => invoice.wasWrong).length
    const interval = wilson95(wrong, unseen.length)
    return {
      bar,
      touchless: unseen.length,
      wrong,
      wrongFrom: interval?.from ?? null,
      wrongTo: interval?.to ?? null,
    }
  })
}

/** Vendors with invoices that would have gone wrong unseen, most first. */
export function doubtfulVendors(
  decided: readonly DecidedInvoice[],
  bar: number,
  except: ReadonlySet<VendorId>,
): { vendorId: VendorId; touchless: number; wrong: number }[] {
  const unseen = decided.filter(invoice => goesUnseen(invoice, bar, except))
  return [...Map.groupBy(unseen, invoice => invoice.vendorId)]
    .flatMap(([vendorId, group]) => {
      const wrong = group.filter(invoice => invoice.wasWrong).length
      return vendorId === null || wrong === 0 ? [] : [{ vendorId, touchless: group.length, wrong }]
    })
    .toSorted((a, b) => b.wrong - a.wrong)
    .slice(0, 20)
}

function goesUnseen({ wasClean, quality, vendorId }: DecidedInvoice, bar: number, except: ReadonlySet<VendorId>) {
  return wasClean && quality >= bar && vendorId !== null && !except.has(vendorId)
}

const lineEdits: ReadonlySet<string> = new Set(['line.changed', 'line.added', 'line.removed'])

function everQuestioned(reader: Reader, documentIds: readonly DocumentId[]): ReadonlySet<DocumentId> {
  const rows = reader
    .selectDistinct({ documentId: issues.documentId })
    .from(issues)
    .where(and(inArray(issues.documentId, [...documentIds]), ne(issues.severity, 'low')))
    .all()
  return new Set(rows.map(row => row.documentId))
}

/** Invoices whose account a person corrected, or with a field whose value no longer is what the machine chose. */
function correctedInvoices(reader: Reader, invoiceIds: readonly InvoiceId[]): ReadonlySet<InvoiceId> {
  const accounts = reader
    .selectDistinct({ invoiceId: invoiceLines.invoiceId })
    .from(invoiceLines)
    .where(and(inArray(invoiceLines.invoiceId, [...invoiceIds]), eq(invoiceLines.codingState, 'corrected')))
    .all()
  const typed = reader
    .select({ invoiceId: readings.invoiceId, field: readings.field, value: readings.value })
    .from(readings)
    .where(
      and(inArray(readings.invoiceId, [...invoiceIds]), eq(readings.reader, personReader), eq(readings.isChosen, true)),
    )
    .all()
  const changed = typed.filter(row => row.value !== bestMachineValue(reader, row.invoiceId, row.field))
  return new Set([...accounts, ...changed].map(row => row.invoiceId))
}

function bestMachineValue(
  reader: Reader,
  invoiceId: InvoiceId,
  field: (typeof readings.$inferSelect)['field'],
): string | null {
  const rows = reader
    .select({ value: readings.value, probability: readings.probability })
    .from(readings)
    .where(and(eq(readings.invoiceId, invoiceId), eq(readings.field, field), ne(readings.reader, personReader)))
    .all()
  return rows.toSorted((a, b) => b.probability - a.probability)[0]?.value ?? null
}
