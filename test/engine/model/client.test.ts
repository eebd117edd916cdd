import { afterEach, expect, test } from 'vitest'
import { createModelClient } from '../../../src/engine/model/client'
import { ModelFailure } from '../../../src/engine/model/failures'
import { message } from '../../model-stand-in/messages'
import { startStandIn, testKey, type StandIn } from '../../model-stand-in/server'

const request = {
  model: 'claude-haiku-5-5',
  max_tokens: 100,
  messages: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'hello' }] }],
}

let model: StandIn | undefined
afterEach(() => model?.close())

function clientOn(address: string, timeoutMs = 60_000) {
  return createModelClient({ apiKey: testKey, address, timeoutMs, signal: new AbortController().signal })
}

test('an answer that does not come in time is given up, once', async () => {
  model = await startStandIn()
  model.script({ afterMs: Infinity })
  const failure = await clientOn(model.address, 300)
    .ask(request)
    .catch((thrown: unknown) => thrown)

  expect(failure).toBeInstanceOf(ModelFailure)
  expect(failure).toMatchObject({ data: { code: 'model_unreachable', params: { reason: 'timeout' }, retry: 'later' } })
  expect(model.seen).toHaveLength(1)
})

test('without a network the failure says so and may pass', async () => {
  const gone = await startStandIn()
  await gone.close()
  const failure = await clientOn(gone.address)
    .ask(request)
    .catch((thrown: unknown) => thrown)
  expect(failure).toMatchObject({ data: { code: 'model_unreachable', retry: 'later' }, facts: { scope: 'lane' } })
})

test('the environment can redirect neither key nor invoices', async () => {
  const elsewhere = await startStandIn()
  model = await startStandIn()
  model.script({ body: message('{}') })
  process.env['ANTHROPIC_BASE_URL'] = elsewhere.address
  process.env['ANTHROPIC_CUSTOM_HEADERS'] = 'x-stolen: yes'
  await clientOn(model.address).ask(request)

  expect(model.seen).toHaveLength(1)
  expect(elsewhere.connections()).toBe(0)
  expect(process.env['ANTHROPIC_BASE_URL']).toBeUndefined()
  await elsewhere.close()
})

test('an empty key is never sent', () => {
  const empty = () =>
    createModelClient({
      apiKey: ' ',
      address: 'http://127.0.0.1:9',
      timeoutMs: 1,
      signal: new AbortController().signal,
    })
  expect(empty).toThrow(ModelFailure)
})
