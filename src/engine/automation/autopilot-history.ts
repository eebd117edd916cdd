import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import type { AutopilotPoint } from '../../shared/automation'
import type { DocumentState } from '../../shared/document'
import type { DocumentId, InvoiceId, VendorId } from '../../shared/ids'
import { personReader } from '../decisions/load'
import { documents, invoiceLines, invoices, issues, readings, vendors } from '../store/schema'
import type { Reader } from '../store/write'
import { personKinds } from './history-trial'
import { hasDecided } from './judge-past'
import { wilson95 } from './wilson'

/** One invoice a person decided, as the machine had it before. */
export interface DecidedInvoice {
  readonly vendorId: VendorId | null
  readonly vendorName: string
  /** As last scored before it was decided; what a person typed counts as sure, which makes errors count at stricter bars too. */
  readonly quality: number
  /** It never had an issue worth a look. */
  readonly wasClean: boolean
  /** The person changed a value or an account, or turned it away: approving it unseen would have been wrong. */
  readonly wasWrong: boolean
}

/** Bars to choose from, from bold to strict. */
export const bars = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98] as const

const pageSize = 500
const decidedStates: readonly DocumentState[] = [
  'approved',
  'posted',
  'post_failed',
  'rejected',
  'duplicate',
  'set_aside',
]
const goodStates: readonly DocumentState[] = ['approved', 'posted', 'post_failed']

/** Everything persons decided so far. Lets other work run between pages. */
export async function decidedInvoices(reader: Reader): Promise<DecidedInvoice[]> {
  const all: DecidedInvoice[] = []
  let after = 0
  for (;;) {
    const rows = reader
      .select({
        documentId: documents.id,
        intakeNumber: documents.intakeNumber,
        state: documents.state,
        invoiceId: invoices.id,
        vendorId: invoices.vendorId,
        quality: invoices.quality,
        vendorName: vendors.name,
      })
      .from(documents)
      .innerJoin(invoices, eq(invoices.documentId, documents.id))
      .leftJoin(vendors, eq(vendors.id, invoices.vendorId))
      .where(and(gt(documents.intakeNumber, after), inArray(documents.state, [...decidedStates])))
      .orderBy(asc(documents.intakeNumber))
      .limit(pageSize)
      .all()
    const documentIds = rows.map(row => row.documentId)
    const kinds = personKinds(reader, documentIds)
    const byPerson = rows.filter(row => hasDecided(kinds.get(row.documentId) ?? new Set()))
    const invoiceIds = byPerson.map(row => row.invoiceId)
    const questioned = everQuestioned(reader, documentIds)
    const corrected = correctedInvoices(reader, invoiceIds)
    for (const { documentId, invoiceId, state, vendorId, vendorName, quality } of byPerson) {
      const wasEdited = [...(kinds.get(documentId) ?? [])].some(kind => lineEdits.has(kind))
      all.push({
        vendorId,
        vendorName: vendorName ?? '',
        quality: quality ?? 0,
        wasClean: !questioned.has(documentId),
        wasWrong: !goodStates.includes(state) || wasEdited || corrected.has(invoiceId),
      })
    }
    if (rows.length < pageSize) return all
    after = rows.at(-1)?.intakeNumber ?? after
    await setImmediate()
  }
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
): { vendorId: VendorId; name: string; touchless: number; wrong: number }[] {
  const unseen = decided.filter(invoice => goesUnseen(invoice, bar, except))
  return [...Map.groupBy(unseen, invoice => invoice.vendorId)]
    .flatMap(([vendorId, group]) => {
      const wrong = group.filter(invoice => invoice.wasWrong).length
      return vendorId === null || wrong === 0
        ? []
        : [{ vendorId, name: group[0]?.vendorName ?? '', touchless: group.length, wrong }]
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
