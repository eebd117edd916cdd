import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { createServer, type Server } from 'node:http'
import type { MetricsSettings, MetricsStatus, TimedStep } from '../../../shared/analytics'
import type { EngineLog } from '../../host'
import { makeInstruments, type Books, type Instruments } from './instruments'

const host = '127.0.0.1'
const path = '/metrics'

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

interface Running {
  readonly port: number
  readonly instruments: Instruments
  close(): Promise<void>
}

export function createMetrics(books: Books, log: EngineLog): Metrics {
  let isStarted = false
  let running: Running | null = null
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
      running = await run(books, port)
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
      return { address: running && `http://${host}:${running.port}${path}`, failedPort }
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

/** @throws what listening on the port throws */
async function run(books: Books, port: number): Promise<Running> {
  // Its own server would answer whatever name it is called by, also that of a page in a browser.
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutTargetInfo: true, withoutScopeInfo: true })
  const provider = new MeterProvider({ readers: [exporter] })
  const instruments = makeInstruments(provider.getMeter('quittance'), books)
  const names = new Set([`${host}:${port}`, `localhost:${port}`])
  const server = createServer((request, response) => {
    if (!names.has(request.headers.host ?? '')) response.writeHead(403).end()
    else if (request.method !== 'GET' || request.url !== path) response.writeHead(404).end()
    else exporter.getMetricsRequestHandler(request, response)
  })
  await listen(server, port)
  return {
    port,
    instruments,
    async close() {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
      await provider.shutdown()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
