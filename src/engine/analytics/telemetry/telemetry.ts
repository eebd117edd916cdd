import type { TimedStep } from '../../../shared/analytics'
import type { DocumentId } from '../../../shared/ids'
import { AppError } from '../../../shared/result'
import type { TelemetrySettings, TelemetryStatus } from '../../../shared/telemetry'
import type { EngineLog } from '../../host'
import { serverAddress } from '../../http/server-address'
import { unattended } from '../../unattended'
import type { Books } from '../metrics/instruments'
import type { SentTelemetry } from './send-telemetry'

/** What changed within this time is told together. In milliseconds. */
const tellEveryMs = 2_000

/** Sends times and figures to a collector, while a person wants it and the network may be used. */
export interface Telemetry {
  start(wanted: TelemetrySettings): void
  /** The preferences changed. */
  follow(wanted: TelemetrySettings): void
  /** Something of these documents' way may have ended. */
  hear(documentIds: readonly DocumentId[]): void
  recordStep(step: TimedStep, ms: number): void
  status(): Promise<TelemetryStatus>
  /** Sends what is left, and sends no more. */
  stop(): Promise<void>
}

export function createTelemetry(books: Books, version: string, log: EngineLog): Telemetry {
  const changed = new Set<DocumentId>()
  let isStarted = false
  let running: SentTelemetry | null = null
  let isRefused = false
  let lastSentAt: number | null = null
  let lastFailedAt: number | null = null
  /** What ended before was told, or nobody wanted it. */
  let since = 0
  let timer: NodeJS.Timeout | undefined
  // One change after the other: what is left is sent before anything goes elsewhere.
  let turn: Promise<void> = Promise.resolve()

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    const until = books.now()
    for (const documentId of changed) running?.tellWay(documentId, since, until)
    changed.clear()
    since = until
  }

  function sent(isGood: boolean): void {
    if (isGood) lastSentAt = books.now()
    else lastFailedAt = books.now()
  }

  async function end(): Promise<void> {
    if (!running) return
    tell()
    await running.close()
    running = null
  }

  async function carryOut({ isOn, address }: TelemetrySettings): Promise<void> {
    isRefused = false
    if (!isOn) return end()
    try {
      const checked = serverAddress(address)
      if (running?.address === checked) return
      await end()
      // Only who wants telemetry waits for the libraries behind it: they are many.
      const { sendTelemetry } = await import('./send-telemetry')
      since = books.now()
      running = sendTelemetry(books, checked, version, sent)
    } catch (thrown) {
      await end()
      isRefused = thrown instanceof AppError
      log.warn({ err: thrown }, 'nothing can be sent to this collector')
    }
  }

  function follow(wanted: TelemetrySettings): void {
    if (isStarted) turn = turn.then(() => carryOut(wanted))
  }

  return {
    start(wanted) {
      isStarted = true
      follow(wanted)
    },
    follow,
    hear(documentIds) {
      if (!running) return
      for (const documentId of documentIds) changed.add(documentId)
      timer ??= setTimeout(unattended(log, 'what ended could not be told to the collector', tell), tellEveryMs)
      timer.unref()
    },
    recordStep: (step, ms) => running?.instruments.recordStep(step, ms),
    async status() {
      await turn
      return { address: running && running.address, isRefused, lastSentAt, lastFailedAt }
    },
    async stop() {
      isStarted = false
      turn = turn.then(end)
      await turn
    },
  }
}
