import { createServer, type RequestListener, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { asJob } from '../../../src/engine/http/call-log'
import { callForFile, callServer } from '../../../src/engine/http/call-server'
import { createCircuit } from '../../../src/engine/http/circuit'
import { createPacing } from '../../../src/engine/http/pacing'
import type { Server, ServerCall, Timeouts } from '../../../src/engine/http/server'
import { ServerFailure } from '../../../src/engine/http/server-failure'
import { ledgerDialect } from '../../../src/engine/sync/ledger-dialect'

const servers: HttpServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const key = 'bc_0123456789abcdef'
const list: ServerCall = {
  method: 'GET',
  route: '/bills',
  path: '/bills',
  query: { search_keyword: 'Ferretería Ruiz' },
}
const Bills = z.object({ bills: z.array(z.number()) })

async function serverAnswering(answer: RequestListener, timeouts: Partial<Timeouts> = {}) {
  const listener = createServer(answer)
  servers.push(listener)
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const logged: Record<string, unknown>[] = []
  const log = (fields: Record<string, unknown>) => void logged.push(fields)
  const now = () => 0
  const server: Server = {
    baseUrl: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/api`,
    dialect: ledgerDialect,
    headers: { authorization: `Bearer ${key}` },
    fetch: globalThis.fetch,
    pacing: createPacing(now),
    circuit: createCircuit(now),
    log: { info: log, warn: log, error: log },
    now,
    wait: () => Promise.resolve(),
    signal: new AbortController().signal,
    timeouts: { answer: 30_000, silence: 30_000, whole: 60_000, ...timeouts },
  }
  return { server, logged }
}

const json = (status: number, body: unknown): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

async function failure(work: Promise<unknown>): Promise<ServerFailure> {
  const thrown: unknown = await work.catch((error: unknown) => error)
  if (!(thrown instanceof ServerFailure)) throw new Error('it did not fail as a server fails')
  return thrown
}

test('an answer of the expected shape is handed on', async () => {
  const { server } = await serverAnswering(json(200, { bills: [1, 2] }))
  expect(await callServer(server, list, Bills)).toEqual({ bills: [1, 2] })
})

test('an HTML page with status 200 is no answer, nor is JSON of another shape', async () => {
  const page = await serverAnswering((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>')
  })
  expect((await failure(callServer(page.server, list, Bills))).facts.kind).toBe('contract_broken')
  const other = await serverAnswering(json(200, { bills: 'none' }))
  expect((await failure(callServer(other.server, list, Bills))).facts.kind).toBe('contract_broken')
})

test('a redirect is not followed, so the key reaches nobody else', async () => {
  let elsewhere = 0
  const thief = await serverAnswering(() => elsewhere++)
  const { server } = await serverAnswering((_request, response) => {
    response.writeHead(307, { location: `${thief.server.baseUrl}/bills` }).end()
  })
  const { facts } = await failure(callServer(server, list, Bills))
  expect(facts.kind).toBe('contract_broken')
  expect(elsewhere).toBe(0)
})

test('an answer that does not begin, and one that stops half-way, each end after their own limit', async () => {
  const silent = await serverAnswering(() => undefined, { answer: 60 })
  expect((await failure(callServer(silent.server, list, Bills))).data.params['reason']).toBe('TimeoutError')
  const half = await serverAnswering(
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"bills":[')
    },
    { silence: 60 },
  )
  expect((await failure(callServer(half.server, list, Bills))).data).toMatchObject({
    code: 'ledger_unreachable',
    params: { reason: 'TimeoutError' },
    retry: 'later',
  })
})

test('a trickle never falls silent and still ends', async () => {
  const { server } = await serverAnswering(
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drip))
    },
    { whole: 150 },
  )
  expect((await failure(callServer(server, list, Bills))).facts).toMatchObject({ kind: 'network', inDoubt: true })
})

test.each([
  [401, {}, 'authentication', 'user'],
  [403, {}, 'authentication', 'user'],
  [404, { statusCode: 404, message: 'NotFoundError' }, 'not_found', 'user'],
  [400, { errors: [{ type: 'BILL_NOT_FOUND' }] }, 'not_found', 'user'],
  [400, { errors: [{ type: 'BILL_NUMBER_EXISTS' }] }, 'conflict', 'never'],
  [400, { errors: [{ type: 'account_name_not_unqiue' }] }, 'conflict', 'never'],
  [409, { errors: [{ type: 'VENDOR_HAS_TRANSACTIONS' }] }, 'conflict', 'never'],
  [400, { message: [{ property: 'bill_date' }], error: 'Bad Request', statusCode: 400 }, 'validation', 'user'],
  [404, { statusCode: 404, message: 'Cannot GET /api/bills' }, 'contract_broken', 'user'],
  [429, {}, 'rate_limit', 'later'],
  [500, {}, 'server', 'later'],
  [503, {}, 'server', 'later'],
] as const)('status %i with %j is %s, to be tried again: %s', async (status, body, kind, retry) => {
  const { server } = await serverAnswering(json(status, body))
  const { facts, data } = await failure(callServer(server, list, Bills))
  expect({ kind: facts.kind, retry: data.retry }).toEqual({ kind, retry })
})

test('five failures in a row, and the server is left alone', async () => {
  let asked = 0
  const { server } = await serverAnswering((_request, response) => {
    asked++
    response.writeHead(503).end()
  })
  for (let times = 0; times < 5; times++) await failure(callServer(server, list, Bills))
  const { facts, data } = await failure(callServer(server, list, Bills))
  expect(asked).toBe(5)
  expect(data.code).toBe('ledger_server_error')
  expect(facts).toMatchObject({ inDoubt: false, waitMs: 60_000 })
})

test('refusals of single requests do not count against the server', async () => {
  const { server } = await serverAnswering(json(400, { errors: [{ type: 'ITEMS_NOT_FOUND' }] }))
  for (let times = 0; times < 9; times++) await failure(callServer(server, list, Bills))
  expect(server.circuit.view().state).toBe('closed')
})

test('the log names job, call and outcome, and neither key, address, question nor answer', async () => {
  const { server, logged } = await serverAnswering(json(200, { bills: [4711] }))
  await asJob('row-1', () => callServer(server, list, Bills))
  expect(logged).toEqual([{ job: 'row-1', call: 'GET /bills', status: 200, ms: 0 }])
})

test('a file comes in parts, and may be refused half-way', async () => {
  const { server } = await serverAnswering((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' })
    response.write('%PDF-')
    response.end('1.7')
  })
  const read = callForFile(server, { method: 'GET', route: '/file', path: '/file' }, async ({ parts }) => {
    const heard: Uint8Array[] = []
    for await (const part of parts) heard.push(part)
    return Buffer.concat(heard).toString('latin1')
  })
  expect(await read).toBe('%PDF-1.7')
})
