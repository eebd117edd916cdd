import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { createServer, type Server } from 'node:http'
import { makeInstruments, type Books, type Instruments } from './instruments'

const host = '127.0.0.1'
const path = '/metrics'

/** Metrics being told on a port of this machine. */
export interface ServedMetrics {
  readonly port: number
  readonly address: string
  readonly instruments: Instruments
  close(): Promise<void>
}

/** @throws what listening on the port throws */
export async function serveMetrics(books: Books, port: number): Promise<ServedMetrics> {
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
    address: `http://${host}:${port}${path}`,
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
