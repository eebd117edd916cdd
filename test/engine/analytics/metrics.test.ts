import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

const engines: TestEngine[] = []
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close()
})

async function startedEngine(): Promise<TestEngine> {
  const engine = someEngine(someHost())
  engines.push(engine)
  await engine.start()
  return engine
}

/** A port nobody uses just now. */
function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function ask(port: number, headers: IncomingHttpHeaders = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/metrics', headers, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => (text += String(part)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    }).on('error', reject)
  })
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}

test('nothing listens until a person switches metrics on; switched off, the port is closed again', async () => {
  const engine = await startedEngine()
  expect(await engine.ask('metrics.status', {})).toEqual({ address: null, failedPort: null })
  const port = await freePort()
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port } } })
  expect(await engine.ask('metrics.status', {})).toEqual({
    address: `http://127.0.0.1:${port}/metrics`,
    failedPort: null,
  })
  expect((await ask(port)).status).toBe(200)
  await engine.ask('settings.set', { patch: { metrics: { isOn: false, port } } })
  await engine.ask('metrics.status', {})
  expect(await answers('127.0.0.1', port)).toBe(false)
})

test('metrics say the figures of Analytics, and no name or number of any invoice', async () => {
  const engine = await startedEngine()
  const port = await freePort()
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port } } })
  await engine.take([join(samples, '02 El Mirlo flete CF7730.xml'), join(samples, '03 Montevera F11862.xml')], 'drop')
  await engine.company().queue.whenEmpty()
  const [documentId] = (await engine.ask('document.ids', { filter: {}, sort: {} })).documentIds
  await engine.ask('effort.record', { documentId: sure(documentId), keystrokes: 4, ms: 12_000 })
  const { counts } = await engine.ask('analytics.overview', { period: { from: null, to: null } })
  const { text } = await ask(port)
  const value = (name: string) => Number(sure(new RegExp(`^${name} (\\S+)$`, 'm').exec(text))[1])
  expect(value('quittance_documents_received_total')).toBe(counts.received)
  expect(value('quittance_documents_open_issues')).toBe(counts.open_issues)
  expect(value('quittance_documents_approved')).toBe(0)
  expect(value('quittance_step_duration_seconds_count\\{step="read"\\}')).toBe(2)
  expect(value('quittance_step_duration_seconds_sum\\{step="hands_on"\\}')).toBe(12)
  const { steps } = await engine.ask('analytics.times', { period: { from: null, to: null } })
  for (const { step, documents } of steps.filter(one => one.step === 'check' || one.step === 'code'))
    expect(value(`quittance_step_duration_seconds_count\\{step="${step}"\\}`)).toBe(documents)
  expect(value('quittance_document_keystrokes_sum')).toBe(4)
  expect(text).not.toMatch(/mirlo|montevera|CF7730|F11862/i)
})

test('a page that calls this machine by another name gets nothing, and no other machine is answered', async () => {
  const engine = await startedEngine()
  const port = await freePort()
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port } } })
  await engine.ask('metrics.status', {})
  expect((await ask(port, { host: `rebound.example:${port}` })).status).toBe(403)
  const others = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others) expect(await answers(address, port)).toBe(false)
})

test('a port that another program uses is told, and work goes on', async () => {
  const taken = createServer()
  const port = await new Promise<number>(resolve => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const engine = await startedEngine()
  await engine.ask('settings.set', { patch: { metrics: { isOn: true, port } } })
  expect(await engine.ask('metrics.status', {})).toEqual({ address: null, failedPort: port })
  expect((await engine.ask('document.counts', {})).conservation.isBalanced).toBe(true)
  await new Promise(resolve => taken.close(resolve))
})
