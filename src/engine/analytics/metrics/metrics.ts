import type { MetricsSettings, MetricsStatus, TimedStep } from '../../../shared/analytics'
import type { EngineLog } from '../../host'
import type { Books } from './instruments'
import type { ServedMetrics } from './serve-metrics'

/** Tells the figures to a Prometheus server on this machine, while a person wants it. */
export interface Metrics {
  /** From now on what the preferences say is done. */
  start(wanted: MetricsSettings): void
  /** The preferences changed. */
  follow(wanted: MetricsSettings): void
  /** What is told now, once the last change of preferences was carried out. */
  status(): Promise<MetricsStatus>
  recordStep(step: TimedStep, ms: number): void
  recordKeystrokes(keystrokes: number): void
  stop(): Promise<void>
}

export function createMetrics(books: Books, log: EngineLog): Metrics {
  let isStarted = false
  let running: ServedMetrics | null = null
  let failedPort: number | null = null
  // One change after the other: a port must be free again before it is taken anew.
  let turn: Promise<void> = Promise.resolve()

  async function carryOut({ isOn, port }: MetricsSettings): Promise<void> {
    if (running && (!isOn || running.port !== port)) {
      await running.close()
      running = null
    }
    failedPort = null
    if (!isOn || running) return
    try {
      // Only who wants metrics waits for the libraries behind them: they are many.
      const { serveMetrics } = await import('./serve-metrics')
      running = await serveMetrics(books, port)
    } catch (thrown) {
      failedPort = port
      log.warn({ err: thrown, port }, 'the port for metrics could not be opened')
    }
  }

  function follow(wanted: MetricsSettings): void {
    if (isStarted) turn = turn.then(() => carryOut(wanted))
  }

  return {
    start(wanted) {
      isStarted = true
      follow(wanted)
    },
    follow,
    async status() {
      await turn
      return { address: running && running.address, failedPort }
    },
    recordStep: (step, ms) => running?.instruments.recordStep(step, ms),
    recordKeystrokes: keystrokes => running?.instruments.recordKeystrokes(keystrokes),
    async stop() {
      isStarted = false
      turn = turn.then(() => carryOut({ isOn: false, port: 0 }))
      await turn
    },
  }
}
