import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ErrorCode } from '../../../src/shared/result'
import { answer, cutShort, failure, message, refusal, type StandInAnswer } from '../../model-stand-in/messages'
import { testKey } from '../../model-stand-in/server'
import { samples } from '../some-engine'
import { oddInvoice, oddValues, openDesk } from './desk'

const hour = 60 * 60_000
const good = answer({ values: oddValues })

/** Failures of one question: it is asked again, three times at most, and then what was read here stands. */
const unusable: readonly (readonly [string, StandInAnswer])[] = [
  ['text that is no JSON', { body: message('the total is 2,320.00') }],
  ['a value of the wrong type', answer({ values: [{ field: 'grand_total', value: 2320, page: 1, text: '2,320.00' }] })],
  [
    'a field that does not exist',
    answer({ values: [{ field: 'iban', value: 'GB00TEST', page: 1, text: 'GB00TEST' }] }),
  ],
  ['nothing at all', { body: message('', { content: [] }) }],
  ['an unknown way to end', { body: message('{"values":[]}', { stop_reason: null }) }],
  ['broken JSON on the wire', { body: '{"id": "msg_1", "type": ' }],
  ["a proxy's page", { body: '<html>please log in</html>', headers: { 'content-type': 'text/html' } }],
  ['an answer cut short', cutShort],
  ['a connection cut in the answer', { ...good, cut: 'within' }],
]

test.each(unusable)('%s changes nothing and is asked again, three times in all', async (_, given) => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(given)
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))
  const before = await desk.document(documentId)
  for (let round = 0; round < 6; round++) await desk.passTime(hour)

  expect(desk.model.seen).toHaveLength(3)
  const after = await desk.document(documentId)
  expect(after.invoice).toEqual(before.invoice)
  expect(after.state).toBe('needs_review')
  expect(await desk.settled()).toMatchObject({ waiting: 0 })
  await desk.close()
})

test('an answer cut short gets twice the room the next time', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(cutShort, good)
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))
  await desk.passTime(hour)

  expect(desk.model.seen.map(({ body }) => body.max_tokens)).toEqual([4_000, 8_000])
  expect((await desk.document(documentId)).sentToModel).toMatchObject([{ outcome: 'answered' }, { outcome: 'cut' }])
  await desk.close()
})

test('a model that declines is not asked a second time', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(refusal)
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))
  await desk.passTime(hour)

  expect(desk.model.seen).toHaveLength(1)
  expect((await desk.document(documentId)).sentToModel).toMatchObject([{ outcome: 'declined' }])
  await desk.close()
})

/** Failures of the way there: every question waits, none is lost. */
const held: readonly (readonly [string, StandInAnswer, ErrorCode])[] = [
  ['a refused key', failure(401, 'authentication_error'), 'model_unauthorized'],
  ['a key without permission', failure(403, 'permission_error'), 'model_unauthorized'],
  ['an unpaid account', failure(402, 'billing_error'), 'model_billing'],
  ['a model that is gone', failure(404, 'not_found_error'), 'model_unknown'],
  ['too many questions', failure(429, 'rate_limit_error', { headers: { 'retry-after': '3600' } }), 'model_throttled'],
  ['a spending limit', failure(429, 'rate_limit_error', { code: 'enforced_spend_limit_reached' }), 'model_billing'],
  ['an overloaded vendor', failure(529, 'overloaded_error'), 'model_overloaded'],
  ['a fault over there', failure(500, 'api_error', { headers: { 'x-should-retry': 'false' } }), 'model_overloaded'],
  [
    'a gateway without an answer',
    { status: 502, body: '<html>bad gateway</html>', headers: { 'content-type': 'text/html' } },
    'model_overloaded',
  ],
  ['a connection cut before the answer', { cut: 'before' }, 'model_unreachable'],
]

test.each(held)('%s holds questions back, and they go on when it is over', async (_, given, code) => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(given)
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))
  const status = await desk.settled()
  expect(status.lastError?.code).toBe(code)
  expect(status.pausedUntil).not.toBeNull()
  expect(desk.model.seen).toHaveLength(1)
  expect((await desk.document(documentId)).state).toBe('needs_review')

  desk.model.script(good)
  await desk.passTime(2 * hour)
  expect(await desk.settled()).toMatchObject({ waiting: 0, lastError: null, pausedUntil: null })
  expect((await desk.document(documentId)).sentToModel?.[0]).toMatchObject({ outcome: 'answered' })
  await desk.close()
})

test('how long the vendor asks to stay away is kept to, an hour at most', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(failure(429, 'rate_limit_error', { headers: { 'retry-after': '999999' } }))
  const before = desk.host.now()
  await desk.take(await oddInvoice(desk.host.dataFolder))
  const { pausedUntil } = await desk.settled()

  expect(pausedUntil).toBeGreaterThanOrEqual(before + hour)
  expect(pausedUntil).toBeLessThanOrEqual(desk.host.now() + hour)
  await desk.passTime(30 * 60_000)
  expect(desk.model.seen).toHaveLength(1)
  await desk.close()
})

test('a new key is tried at once', async () => {
  const desk = await openDesk({ codesLines: false })
  await desk.engine.ask('model.setKey', { apiKey: 'sk-ant-wrong-key' })
  await desk.take(await oddInvoice(desk.host.dataFolder))
  expect(await desk.settled()).toMatchObject({ lastError: { code: 'model_unauthorized', retry: 'user' } })
  desk.model.script(good)
  await desk.engine.ask('model.setKey', { apiKey: testKey })
  await desk.passTime(0)

  expect(await desk.settled()).toMatchObject({ waiting: 0, lastError: null })
  await desk.close()
})

test('while the model hangs, every document is read, checked and coded, and the books close at once', async () => {
  const desk = await openDesk()
  desk.model.script({ afterMs: Infinity })
  await desk.engine.take(
    readdirSync(samples)
      .filter(name => name.endsWith('.xml'))
      .map(name => join(samples, name)),
    'drop',
  )
  await desk.engine.take([await oddInvoice(desk.host.dataFolder)], 'drop')
  await desk.engine.company().queue.whenEmpty()

  const { progress, conservation } = await desk.engine.ask('document.counts', {})
  expect(progress).toMatchObject({ waiting: 0, running: 0 })
  expect(conservation).toMatchObject({ received: 7, isBalanced: true })
  expect((await desk.engine.ask('model.status', {})).waiting).toBeGreaterThan(0)
  await desk.close()
})

test('a question under way when the app ends is listed as lost and asked again', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script({ afterMs: Infinity })
  await desk.engine.take([await oddInvoice(desk.host.dataFolder)], 'drop')
  await desk.engine.company().queue.whenEmpty()
  while (desk.model.seen.length === 0) await new Promise(resolve => setTimeout(resolve, 10))
  await desk.engine.close()

  desk.model.script(good)
  await desk.engine.start()
  await desk.settled()
  const { calls } = await desk.engine.ask('model.calls', {})
  expect(calls.map(({ outcome }) => outcome)).toEqual(['answered', 'lost'])
  expect(calls[1]?.cost).toBeGreaterThan(0)
  await desk.close()
})

test('the key is in no log, no journal, no answer to the page and not readable in the store', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script(failure(401, 'authentication_error'), failure(400, 'invalid_request_error'), { body: 'x' }, good)
  await desk.take(await oddInvoice(desk.host.dataFolder))
  for (let round = 0; round < 4; round++) await desk.passTime(2 * hour)
  const said = [
    ...desk.logged,
    JSON.stringify(await desk.engine.ask('journal.list', {})),
    JSON.stringify(await desk.engine.ask('model.status', {})),
    JSON.stringify(await desk.engine.ask('model.calls', {})),
    JSON.stringify(desk.engine.told),
    JSON.stringify(await desk.engine.call('model.test', {})),
  ].join('\n')
  await desk.close()

  expect(said).not.toContain(testKey)
  const stored = readdirSync(join(desk.host.dataFolder, 'own')).filter(
    name => name.includes('.db') || name.includes('sqlite'),
  )
  expect(stored.length).toBeGreaterThan(0)
  for (const name of stored) expect(readFileSync(join(desk.host.dataFolder, 'own', name)).includes(testKey)).toBe(false)
})

test('what an invoice says is not in the log', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.script({ body: message('Encuadernacion de 40 libros') }, failure(400, 'invalid_request_error'))
  await desk.take(await oddInvoice(desk.host.dataFolder))
  await desk.passTime(hour)

  expect(desk.logged.join('\n')).not.toMatch(/Encuadernacion|Marisol|K-7731/)
  await desk.close()
})
