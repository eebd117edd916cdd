import type { Effort, MetricsSettings, MetricsStatus } from '../../../shared/analytics'
import type { EngineLog } from '../../host'
import { switchable, type Switchable } from '../switchable'
import type { Books } from './instruments'
import type { ServedMetrics } from './serve-metrics'

/** Tells the figures to a Prometheus server on this machine, while a person wants it. */
export interface Metrics extends Switchable<MetricsSettings> {
  /** What is told now, once the last change of preferences was carried out. */
  status(): Promise<MetricsStatus>
  recordEffort(effort: Effort): void
}

export function createMetrics(books: Books, log: EngineLog): Metrics {
  let running: ServedMetrics | null = null
  let failedPort: number | null = null

  async function end(): Promise<void> {
    await running?.close()
    running = null
    failedPort = null
  }

  async function carryOut({ isOn, port }: MetricsSettings): Promise<void> {
    if (isOn && running?.port === port) return
    await end()
    if (!isOn) return
    try {
      // Only who wants metrics waits for the libraries behind them: they are many.
      const { serveMetrics } = await import('./serve-metrics')
      running = await serveMetrics(books, port)
    } catch (thrown) {
      failedPort = port
      log.warn({ err: thrown, port }, 'the port for metrics could not be opened')
    }
  }

  const telling = switchable(carryOut, end)
  return {
    ...telling,
    async status() {
      await telling.settled()
      return { address: running && running.address, failedPort }
    },
    recordEffort: effort => running?.instruments.recordEffort(effort),
  }
}
