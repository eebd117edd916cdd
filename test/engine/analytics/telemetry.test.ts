import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { traceIdOf } from '../../../src/engine/analytics/telemetry/spans-of'
import type { DocumentId } from '../../../src/shared/ids'
import { startStandIn } from '../../ledger-stand-in/server'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
}

interface Collector {
  readonly address: string
  /** Bodies received, by path. */
  readonly heard: { readonly path: string; readonly text: string }[]
  connections(): number
  spans(): Span[]
}

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

/** A collector on this machine that keeps what it is sent. */
async function startCollector(): Promise<Collector> {
  const heard: { path: string; text: string }[] = []
  let connections = 0
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push({ path: request.url ?? '', text: Buffer.concat(parts).toString('utf8') })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    connections: () => connections,
    spans: () =>
      heard
        .filter(({ path }) => path === '/v1/traces')
        .flatMap(({ text }) => (JSON.parse(text) as Sent).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  }
}

async function openBooks(): Promise<TestEngine> {
  const engine = someEngine(someHost())
  await engine.start({ posts: true })
  undo.push(() => engine.close())
  return engine
}

async function receive(engine: TestEngine): Promise<DocumentId> {
  await engine.take([cfdi], 'drop')
  await engine.company().queue.whenEmpty()
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  return sure(documentIds[0])
}

async function approve(engine: TestEngine, documentId: DocumentId): Promise<void> {
  await engine.ask('document.setAccount', { documentIds: [documentId], accountCode: '601.55' })
  for (let round = 0; round < 20; round++) {
    const { issues } = await engine.ask('document.get', { documentId })
    const issue = issues.find(({ state }) => state === 'open')
    if (!issue) break
    const made = issue.suggestions.find(({ fix }) => fix.type === 'create_vendor')
    const fix = made?.fix ?? { type: 'waive', reason: 'not about times' }
    await engine.ask('issue.applyFix', { issueId: issue.id, fix, note: 'not about times' })
  }
  await engine.ask('document.approve', { documentIds: [documentId] })
}

test('the way of a document is one tree of spans from its arrival to its bill, and says nothing of what it is about', async () => {
  const collector = await startCollector()
  const ledger = await startStandIn()
  undo.push(() => ledger.close())
  const engine = await openBooks()
  await engine.ask('settings.set', { patch: { telemetry: { isOn: true, address: collector.address } } })
  expect(await engine.ask('telemetry.status', {})).toMatchObject({ address: collector.address, isRefused: false })
  await engine.ask('ledger.connect', { url: ledger.url, apiKey: ledger.apiKey })
  const documentId = await receive(engine)
  await approve(engine, documentId)
  await expect.poll(() => collector.spans().map(({ name }) => name), { timeout: 60_000 }).toContain('post')

  const spans = collector.spans()
  const names = spans.map(({ name }) => name)
  for (const name of ['intake', 'read', 'check', 'code', 'route', 'approve', 'post']) expect(names).toContain(name)
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([traceIdOf(documentId)]))
  const root = sure(spans.find(({ name }) => name === 'intake'))
  expect(root.parentSpanId ?? '').toBe('')
  for (const span of spans) {
    if (span !== root) expect([span.name, span.parentSpanId]).toEqual([span.name, root.spanId])
    expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true)
  }
  expect(new Set(spans.map(({ spanId }) => spanId)).size, 'none is sent twice').toBe(spans.length)
  await engine.ask('settings.set', { patch: { telemetry: { isOn: false, address: collector.address } } })
  expect(await engine.ask('telemetry.status', {})).toMatchObject({ address: null })
  expect(collector.heard.map(({ path }) => path)).toContain('/v1/metrics')
  const everything = collector.heard.map(({ text }) => text).join('\n')
  for (const word of ['Papelera', 'A20481', '16661', ledger.apiKey]) expect(everything).not.toContain(word)
})

test('nothing is sent before a person wants it, while the air gap is on, or to an address in the clear over the internet', async () => {
  const collector = await startCollector()
  const engine = await openBooks()
  await engine.ask('network.close', {})
  await engine.ask('settings.set', { patch: { telemetry: { isOn: true, address: collector.address } } })
  await receive(engine)
  expect(await engine.ask('telemetry.status', {})).toMatchObject({ address: null })
  expect(collector.connections()).toBe(0)
  await engine.ask('network.open', {})
  expect(await engine.ask('telemetry.status', {})).toMatchObject({ address: collector.address })
  await engine.ask('settings.set', { patch: { telemetry: { isOn: true, address: 'http://collector.example.com' } } })
  expect(await engine.ask('telemetry.status', {})).toMatchObject({ address: null, isRefused: true })
})
