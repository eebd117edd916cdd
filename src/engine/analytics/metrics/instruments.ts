import type { Attributes, BatchObservableResult, Meter, Observable } from '@opentelemetry/api'
import { plainFigures, type Effort, type PlainFigure, type TimedStep } from '../../../shared/analytics'
import type { EpochMs } from '../../../shared/ids'
import type { Reader } from '../../store/write'
import { everDone, everPosted, everSettled } from './durations'
import { issueFigures } from '../issue-figures'
import { overview } from '../overview'

const allTime = { from: null, to: null }
/** Who asks more often gets the same figures again: counting them makes everybody wait. In milliseconds. */
const freshMs = 10_000
/** Seconds: from a step of a few milliseconds to an exception of weeks. */
const stepBounds = [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300, 3_600, 21_600, 86_400]
const settleBounds = [60, 600, 3_600, 14_400, 86_400, 259_200, 604_800, 2_592_000]
const keyBounds = [0, 1, 2, 4, 6, 10, 20, 50, 100]

/** Those that only ever grow; an approval can be taken back, and an open exception closed. */
const growing: ReadonlySet<PlainFigure> = new Set(['received', 'failed'])

export interface Books {
  readonly reader: Reader
  now(): EpochMs
  /** Documents per second; null before enough were read. */
  readingRate(): number | null
}

export interface Instruments {
  /** What a person put into one document in Review. */
  recordEffort(effort: Pick<Effort, 'ms' | 'keystrokes'>): void
}

/**
 * Makes every instrument. What stands in the books is counted when somebody asks, and what ended is taken from there too;
 * only a person's effort is recorded as it happens: of it the books keep sums alone.
 */
export function makeInstruments(meter: Meter, books: Books): Instruments {
  const steps = histogram(meter, 'quittance.step.duration_seconds', 'Time a step took', stepBounds)
  const settling = histogram(meter, 'quittance.issue.settle_seconds', 'From raised to settled', settleBounds)
  const keys = histogram(meter, 'quittance.document.keystrokes', 'Keys pressed on a document in Review', keyBounds)
  observeBooks(meter, books)
  const timed = (step: TimedStep, ms: number) => steps.record(ms / 1000, { step })
  observeEnds(meter, books, {
    timed,
    settled: (ms, of) => settling.record(ms / 1000, of),
  })
  return {
    recordEffort({ ms, keystrokes }) {
      timed('hands_on', ms)
      keys.record(keystrokes)
    },
  }
}

function histogram(meter: Meter, name: string, description: string, explicitBucketBoundaries: number[]) {
  return meter.createHistogram(name, { description, advice: { explicitBucketBoundaries } })
}

function observeBooks(meter: Meter, books: Books): void {
  const documents = new Map(
    plainFigures.map(figure => {
      const name = `quittance.documents.${figure}`
      const made = growing.has(figure) ? meter.createObservableCounter(name) : meter.createObservableGauge(name)
      return [figure, made] as const
    }),
  )
  const raised = meter.createObservableCounter('quittance.issues.raised')
  const open = meter.createObservableGauge('quittance.issues.open')
  const ended = meter.createObservableGauge('quittance.issues.ended')
  const oldest = meter.createObservableGauge('quittance.issues.oldest_seconds')
  const rate = meter.createObservableGauge('quittance.reading.rate')
  const counted = remembered(books, () => {
    const now = books.now()
    return {
      ...overview(books.reader, allTime, now, books.readingRate()),
      issues: issueFigures(books.reader, allTime, now),
    }
  })

  observe(meter, [...documents.values(), raised, open, ended, oldest, rate], result => {
    const { counts, issues, oldestOpen, readingRate } = counted()
    for (const [figure, instrument] of documents) result.observe(instrument, counts[figure])
    for (const row of issues.byKind) {
      result.observe(raised, row.raised.issues, { kind: row.key })
      result.observe(open, row.open.issues, { kind: row.key })
    }
    for (const row of issues.byMethod) result.observe(ended, row.issues, { method: row.method })
    result.observe(oldest, oldestOpen === null ? 0 : (books.now() - oldestOpen.raisedAt) / 1000)
    result.observe(rate, readingRate ?? 0)
  })
}

/** What ended since somebody asked last; nobody is told twice. */
function observeEnds(
  meter: Meter,
  { reader, now }: Books,
  tell: { timed(step: TimedStep, ms: number): void; settled(ms: number, of: Attributes): void },
): void {
  let since = now()
  const scrapes = meter.createObservableCounter('quittance.scrapes')
  let asked = 0
  observe(meter, [scrapes], result => {
    const until = now()
    for (const { step, ms } of everDone(reader, since, until)) tell.timed(step, ms)
    for (const ms of everPosted(reader, since, until)) tell.timed('posting', ms)
    for (const { ms, key, severity } of everSettled(reader, since, until)) tell.settled(ms, { kind: key, severity })
    since = until
    asked += 1
    result.observe(scrapes, asked)
  })
}

function observe(meter: Meter, instruments: Observable[], tell: (result: BatchObservableResult) => void): void {
  meter.addBatchObservableCallback(tell, instruments)
}

function remembered<T>(books: Books, count: () => T): () => T {
  let known: { readonly at: EpochMs; readonly value: T } | undefined
  return () => {
    const at = books.now()
    if (!known || at - known.at >= freshMs) known = { at, value: count() }
    return known.value
  }
}
