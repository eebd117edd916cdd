import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { DocumentState } from '../shared/document'
import type { DocumentId } from '../shared/ids'
import type { Settings } from '../shared/settings'
import { assessAnew } from './decisions/assess'
import type { DecisionContext } from './decisions/context'
import type { EngineLog } from './host'
import { readingsKept } from './pipeline/code/remembered-readings'
import { documents, invoiceLines, invoices } from './store/schema'
import { readSetting, writeSetting } from './store/settings'
import type { Store } from './store/open'
import { write, type Reader, type Tx } from './store/write'

/** What the checks and coding go by: a change of one of these may raise or settle questions on every open document. */
const telling: readonly (keyof Settings)[] = [
  'companyName',
  'companyTaxIds',
  'country',
  'homeCurrency',
  'chart',
  'roundingTolerance',
  'differenceLimit',
  'closedUntil',
  'checkBar',
  'companyProfile',
  'codingBars',
]

const openStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']

/** The document assessed last; there while the round is not finished, so that a restart goes on where it was. */
const cursorKey = 'reassess.after'

// Then others get their turn; an invoice begun is finished.
const turnMs = 15
const handful = 8

export interface Reassessment {
  /** Goes on with what is waiting, if anything is. */
  wake(): void
  /** After a change elsewhere that open documents are checked by, e.g. where the ledger takes a tax. */
  assessAll(): void
  stop(): void
}

/** Part of the change of settings: from now on the open documents wait to be looked at anew. */
export function askToReassess(tx: Tx, before: Settings, after: Settings): void {
  const isTold = telling.some(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  if (isTold) reassessAll(tx)
}

/** Part of any other change that every open document has to be looked at again after, e.g. of the chart. */
export function reassessAll(tx: Tx): void {
  writeSetting(tx, cursorKey, '')
}

/** Whether a round is not finished yet. */
export function isReassessing(reader: Reader): boolean {
  return readSetting(reader, cursorKey, z.string()) !== undefined
}

/** Assesses the open documents anew in the background, a few at a time. */
export function keepAssessed(
  store: Store,
  context: () => DecisionContext,
  announce: (documentIds: readonly DocumentId[]) => void,
  log: EngineLog,
): Reassessment {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function schedule(): void {
    if (!isStopped) timer ??= setTimeout(work, 0)
  }

  function work(): void {
    timer = undefined
    try {
      const ctx = context()
      if (!readAhead(store.db, ctx)) return schedule()
      const changed = write(store, tx => assessNext(tx, ctx))
      if (changed === null) return
      announce(changed)
      schedule()
    } catch (thrown) {
      // It goes on with the next change or start: the mark is still there.
      log.error({ err: thrown }, 'open documents could not be assessed anew')
    }
  }

  return {
    wake: schedule,
    assessAll() {
      write(store, reassessAll)
      schedule()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** @returns the documents to assess next; null when the round is over */
function nextOpen(reader: Reader): DocumentId[] | null {
  const after = readSetting(reader, cursorKey, z.string())
  if (after === undefined) return null
  return reader
    .select({ id: documents.id })
    .from(documents)
    .where(and(gt(documents.id, after as DocumentId), inArray(documents.state, [...openStates])))
    .orderBy(asc(documents.id))
    .limit(handful)
    .all()
    .map(({ id }) => id)
}

/**
 * An invoice of hundreds of lines is coded at one go: its lines are read before, turn by turn.
 *
 * @returns whether all are read; what is read stays so
 */
function readAhead(reader: Reader, ctx: DecisionContext): boolean {
  const lines = reader
    .select({
      description: invoiceLines.description,
      productCode: invoiceLines.classificationCode,
      vendorName: invoices.sellerName,
    })
    .from(invoices)
    .innerJoin(invoiceLines, eq(invoiceLines.invoiceId, invoices.id))
    .where(inArray(invoices.documentId, nextOpen(reader) ?? []))
    .orderBy(asc(invoices.id))
    .limit(readingsKept)
    .all()
  const coder = ctx.chart.coder()
  const company = { meaning: ctx.meaning?.() }
  const until = performance.now() + turnMs
  for (const line of lines) {
    if (performance.now() > until) return false
    coder.readAhead({ ...line, vendorName: line.vendorName ?? '' }, company)
  }
  return true
}

/** @returns the documents assessed; null when the round is over */
function assessNext(tx: Tx, ctx: DecisionContext): DocumentId[] | null {
  const next = nextOpen(tx)
  if (next === null) return null
  const until = performance.now() + turnMs
  const done: DocumentId[] = []
  for (const id of next) {
    assessAnew(tx, id, ctx)
    done.push(id)
    if (performance.now() > until) break
  }
  writeSetting(tx, cursorKey, done.at(-1))
  return done
}
