import { ROOT_CONTEXT, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { DocumentId } from '../../../shared/ids'
import { makeInstruments, type Books, type Instruments } from '../metrics/instruments'
import { spansOf, traceIdOf, type RoadSpan } from './spans-of'

const metricsEveryMs = 60_000
const answerWithinMs = 10_000

/** Told how each sending went. */
export type Sent = (isGood: boolean) => void

export interface SentTelemetry {
  readonly address: string
  readonly instruments: Instruments
  /** Sends what of this document's way ended from one instant up to another. */
  tellWay(documentId: DocumentId, since: number, until: number): void
  /** Sends what is left and lets go of every connection. */
  close(): Promise<void>
}

/** @param address of a collector, checked; @param version of the app, so that figures of two can be told apart */
export function sendTelemetry(books: Books, address: string, version: string, sent: Sent): SentTelemetry {
  const resource = resourceFromAttributes({ 'service.name': 'quittance', 'service.version': version })
  const to = (what: 'traces' | 'metrics') => ({ url: `${address}/v1/${what}`, timeoutMillis: answerWithinMs })
  const traces = told(new OTLPTraceExporter(to('traces')), sent)
  const metrics = told(new OTLPMetricExporter(to('metrics')), sent)
  // The books say which span it is: asked for twice, it is the same one.
  const next = { traceId: '', spanId: '' }
  const spans = new TracerProvider({
    resource,
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [new BatchSpanProcessor({ exporter: traces })],
  })
  const figures = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: metricsEveryMs })],
  })
  const tracer = spans.getTracer('quittance')

  function tell(traceId: string, rootId: string, span: RoadSpan): void {
    Object.assign(next, { traceId, spanId: span.id })
    const parent = { traceId, spanId: rootId, traceFlags: TraceFlags.SAMPLED }
    const context = span.isRoot ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent)
    const { startedAt: startTime, attributes } = span
    const made = tracer.startSpan(span.name, { startTime, attributes: { ...attributes } }, context)
    if (span.isFailed) made.setStatus({ code: SpanStatusCode.ERROR })
    made.end(span.endedAt)
  }

  return {
    address,
    instruments: makeInstruments(figures.getMeter('quittance'), books),
    tellWay(documentId, since, until) {
      const way = spansOf(books.reader, documentId)
      const root = way.find(({ isRoot }) => isRoot)
      if (!root) return
      const ended = way.filter(({ endedAt }) => endedAt >= since && endedAt < until)
      for (const span of ended) tell(traceIdOf(documentId), root.id, span)
    },
    async close() {
      await Promise.allSettled([spans.shutdown(), figures.shutdown()])
    },
  }
}

/** The same exporter, which also says how each sending went. */
function told<Batch, E extends { export(batch: Batch, done: (result: { code: number }) => void): void }>(
  exporter: E,
  sent: Sent,
): E {
  const send = exporter.export.bind(exporter)
  exporter.export = (batch, done) =>
    send(batch, result => {
      sent(result.code === 0)
      done(result)
    })
  return exporter
}
