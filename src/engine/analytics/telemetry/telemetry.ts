import type { DocumentId } from '../../../shared/ids'
import { AppError } from '../../../shared/result'
import type { TelemetrySettings, TelemetryStatus } from '../../../shared/telemetry'
import type { EngineLog } from '../../host'
import { serverAddress } from '../../http/server-address'
import { unattended } from '../../unattended'
import type { Books } from '../metrics/instruments'
import { switchable, type Switchable } from '../switchable'
import type { SentTelemetry } from './send-telemetry'

/** What changed within this time is told together. In milliseconds. */
const tellEveryMs = 2_000

/** Sends times and figures to a collector, while a person wants it and the network may be used. */
export interface Telemetry extends Switchable<TelemetrySettings> {
  /** Something of these documents' way may have ended. */
  hear(documentIds: readonly DocumentId[]): void
  status(): Promise<TelemetryStatus>
}

export function createTelemetry(books: Books, version: string, log: EngineLog): Telemetry {
  const changed = new Set<DocumentId>()
  let running: SentTelemetry | null = null
  let isRefused = false
  let lastSentAt: number | null = null
  let lastFailedAt: number | null = null
  /** What ended before was told, or nobody wanted it. */
  let since = 0
  let timer: NodeJS.Timeout | undefined

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

  /** Sends what is left, and sends no more. */
  async function end(): Promise<void> {
    const ending = running
    if (!ending) return
    try {
      tell()
    } finally {
      running = null
      await ending.close()
    }
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

  const sending = switchable(carryOut, end)
  return {
    ...sending,
    hear(documentIds) {
      if (!running) return
      for (const documentId of documentIds) changed.add(documentId)
      timer ??= setTimeout(unattended(log, 'what ended could not be told to the collector', tell), tellEveryMs)
      timer.unref()
    },
    async status() {
      await sending.settled()
      return { address: running && running.address, isRefused, lastSentAt, lastFailedAt }
    },
  }
}
