import { and, count, desc, eq, inArray, isNotNull, isNull, ne, notInArray, or } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { DocumentState } from '../shared/document'
import type { Settings } from '../shared/settings'
import { TradeGuess } from '../shared/trade-guess'
import type { EngineLog } from './host'
import { billTypes } from './pipeline/check/check-payable'
import type { CodingKnowledge } from './pipeline/code/knowledge'
import { PurchaseTally } from './pipeline/code/purchase-tally'
import type { ReadableLine } from './pipeline/code/readings'
import { documents, invoiceLines, invoices } from './store/schema'
import { readSetting, writeSetting } from './store/settings'
import type { Store } from './store/open'
import { write, type Reader, type Tx } from './store/write'

/** What a company's purchases so far look like, kept up to date in the background until it says itself what it does. */
export interface CompanyTrade {
  /** Null while they speak for no trade. */
  guess(): TradeGuess | null
  /** Invoices came or went. */
  wake(): void
  stop(): void
}

/** The guess, and how many invoices there were when it was made. */
const Looked = z.object({ guess: TradeGuess.nullable(), invoices: z.int() })
const key = 'company.trade_guess'

const pauseMs = 1_000
/** Older purchases say nothing new; read in a second at the most. */
const linesLooked = 500
// Some ten milliseconds each, then others get their turn.
const linesAtOnce = 8
/** A company is looked at anew when it has half as many invoices again. */
const growth = 1.5

const notOurs: readonly DocumentState[] = ['rejected', 'duplicate', 'set_aside']

interface Watched {
  readonly store: Store
  settings(): Settings
  knowledge(): CodingKnowledge
  /** Part of the change: the trade is another one now, open lines are to be coded anew. */
  changed(tx: Tx): void
  /** After it. */
  told(): void
  readonly log: EngineLog
}

export function watchCompanyTrade({ store, settings, knowledge, changed, told, log }: Watched): CompanyTrade {
  let looked = readSetting(store.db, key, Looked)
  let timer: NodeJS.Timeout | undefined
  let isLooking = false
  let isStopped = false

  function schedule(): void {
    if (!isStopped && !isLooking && settings().companyProfile === null) timer ??= setTimeout(() => void look(), pauseMs)
  }

  async function look(): Promise<void> {
    timer = undefined
    isLooking = true
    try {
      const invoices = countInvoices(store.db)
      if (invoices >= (looked?.invoices ?? 0) * growth + 1) keep({ guess: await guessFrom(store.db), invoices })
    } catch (thrown) {
      // It is a help, no more: the next invoice brings the next look.
      log.warn({ err: thrown }, 'what the purchases look like could not be told')
    }
    isLooking = false
  }

  async function guessFrom(reader: Reader): Promise<TradeGuess | null> {
    const known = knowledge()
    const tally = new PurchaseTally(known, known.trades, known.models.usual)
    for (const [index, line] of newestLines(reader).entries()) {
      if (index % linesAtOnce === 0) await setImmediate()
      tally.add(line)
    }
    return tally.guess()
  }

  function keep(now: z.infer<typeof Looked>): void {
    if (isStopped) return
    const isOther = now.guess?.trade !== looked?.guess?.trade
    write(store, tx => {
      writeSetting(tx, key, now)
      if (isOther) changed(tx)
    })
    looked = now
    if (isOther) told()
  }

  return {
    guess: () => looked?.guess ?? null,
    wake: schedule,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function countInvoices(reader: Reader): number {
  return reader.select({ invoices: count() }).from(invoices).get()?.invoices ?? 0
}

/** What was bought last, whatever was decided about it. */
function newestLines(reader: Reader): ReadableLine[] {
  const { description, classificationCode, lineTotal } = invoiceLines
  return reader
    .select({ description, productCode: classificationCode, vendorName: invoices.sellerName })
    .from(invoices)
    .innerJoin(documents, eq(documents.id, invoices.documentId))
    .innerJoin(invoiceLines, eq(invoiceLines.invoiceId, invoices.id))
    .where(
      and(
        notInArray(documents.state, [...notOurs]),
        or(isNull(invoices.documentType), inArray(invoices.documentType, [...billTypes])),
        isNotNull(lineTotal),
        ne(lineTotal, 0),
      ),
    )
    .orderBy(desc(invoices.id), desc(invoiceLines.position))
    .limit(linesLooked)
    .all()
    .map(line => ({ ...line, vendorName: line.vendorName ?? '' }))
}
