import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOf, mostItCosts } from '../../../src/engine/model/cost'
import { loadModels } from '../../../src/engine/model/prices'
import { readingQuestion } from '../../../src/engine/model/reading-question'
import { makeCfdi } from '../../made-invoices'
import { answer } from '../../model-stand-in/messages'
import { testKey } from '../../model-stand-in/server'
import { resourcesFolder, samples, sure } from '../some-engine'
import { oddInvoice, oddValues, openDesk } from './desk'

const models = loadModels(resourcesFolder)
const [haiku] = models

test('switched off, no connection is opened, whatever comes in', async () => {
  const desk = await openDesk({ isOn: false })
  await desk.take(await oddInvoice(desk.host.dataFolder))
  await desk.engine.take([join(samples, '01 Papelera del Norte A20481.xml')], 'drop')
  await desk.engine.company().queue.whenEmpty()
  await desk.passTime(60 * 60_000)

  expect(desk.model.connections()).toBe(0)
  expect(await desk.engine.ask('model.status', {})).toMatchObject({ spent: 0, callsThisMonth: 0, waiting: 0 })
  await desk.close()
})

test('switched off, what still waits is not sent', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.respond(() => answer({ values: [] }))
  const { outsideModel } = await desk.engine.ask('settings.get', {})
  await desk.engine.ask('model.forgetKey', {})
  await desk.engine.take([await oddInvoice(desk.host.dataFolder)], 'drop')
  await desk.engine.company().queue.whenEmpty()
  await desk.engine.ask('settings.set', { patch: { outsideModel: { ...outsideModel, isOn: false } } })
  await desk.engine.ask('model.setKey', { apiKey: testKey })
  await desk.passTime(60 * 60_000)

  expect(await desk.engine.ask('model.status', {})).toMatchObject({ waiting: 1, hasKey: true })
  expect(desk.model.connections()).toBe(0)
  await desk.engine.ask('settings.set', { patch: { outsideModel } })
  await desk.passTime(0)
  expect(desk.model.seen).toHaveLength(1)
  await desk.close()
})

test('only pages, or only lines: the other switch keeps its content here', async () => {
  const desk = await openDesk({ readsPages: false })
  desk.model.respond(() => answer({ choices: [] }))
  await desk.take(await oddInvoice(desk.host.dataFolder))
  const { calls } = await desk.engine.ask('model.calls', {})
  expect(calls.map(({ purpose, sent }) => [purpose, sent])).toEqual([['code', 'lines']])
  await desk.close()
})

test('without money nothing is sent, and the screen says so', async () => {
  const desk = await openDesk({ monthlyBudget: 0 })
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))

  expect(desk.model.connections()).toBe(0)
  expect(await desk.settled()).toMatchObject({ spent: 0, lastError: { code: 'model_budget_reached' } })
  expect((await desk.document(documentId)).sentToModel).toEqual([])

  desk.model.respond(() => answer({ values: oddValues, choices: [] }))
  const { outsideModel } = await desk.engine.ask('settings.get', {})
  await desk.engine.ask('settings.set', { patch: { outsideModel: { ...outsideModel, monthlyBudget: 5 } } })
  await desk.passTime(0)
  expect(await desk.settled()).toMatchObject({ waiting: 0, lastError: null })
  await desk.close()
})

test('tokens and cost of every call are kept, as the vendor counted them', async () => {
  const desk = await openDesk({ codesLines: false })
  desk.model.respond(() => answer({ values: oddValues }))
  await desk.take(await oddInvoice(desk.host.dataFolder))

  // 1,200 tokens at 0.10, 900 kept ones at 0.01 and 40 of answer at 0.50 dollars a million.
  const { calls } = await desk.engine.ask('model.calls', {})
  expect(calls).toMatchObject([{ inputTokens: 2100, cachedTokens: 900, outputTokens: 40, cost: 149, sent: 'words' }])
  expect((await desk.engine.ask('model.status', {})).spent).toBe(149)
  await desk.close()
})

test('the test button says which model answered and sends nothing of any document', async () => {
  const desk = await openDesk({ isOn: false })
  await desk.take(await oddInvoice(desk.host.dataFolder))
  desk.model.respond(() => answer({ ready: true }))

  expect(await desk.engine.ask('model.test', {})).toEqual({ model: 'claude-haiku-5-5', cost: 149 })
  expect(desk.model.seen).toHaveLength(1)
  expect(desk.model.seen[0]?.text).not.toMatch(/Encuadernacion|K-7731/)
  await desk.close()
})

test('the preview shows word for word what is then sent, and sends nothing itself', async () => {
  const desk = await openDesk({ isOn: false })
  const documentId = await desk.take(await oddInvoice(desk.host.dataFolder))
  const preview = await desk.engine.ask('model.preview', { documentId, purpose: 'read' })
  expect(desk.model.connections()).toBe(0)

  desk.model.respond(() => answer({ values: [] }))
  const { outsideModel } = await desk.engine.ask('settings.get', {})
  await desk.engine.ask('settings.set', { patch: { outsideModel: { ...outsideModel, isOn: true, codesLines: false } } })
  await desk.engine.ask('document.retry', { documentId })
  await desk.engine.company().queue.whenEmpty()
  await desk.settled()
  const [sent] = desk.model.seen
  expect(sent?.body.system[0]?.text).toBe(preview.instructions)
  expect(JSON.parse(sure(sent?.body.messages[0]?.content[0]?.text))).toEqual(JSON.parse(preview.text))
  await desk.close()
})

test('a scan goes as a picture of its page beside the words read from it', { timeout: 120_000 }, async () => {
  const desk = await openDesk({ codesLines: false })
  // However well the photo is read, a company may want more.
  await desk.engine.ask('settings.set', { patch: { checkBar: 1 } })
  desk.model.respond(() => answer({ values: [] }))
  const documentId = await desk.take(join(samples, '12 Ferreteria La Tuerca foto.jpg'))

  const blocks = sure(desk.model.seen[0]?.body.messages[0]?.content)
  expect(blocks.map(({ type }) => type)).toEqual(['image', 'text'])
  expect((await desk.document(documentId)).sentToModel).toMatchObject([{ sent: 'page_image', pages: [1] }])
  await desk.close()
})

test('a large import is handed in as one batch at half the price', { timeout: 120_000 }, async () => {
  const desk = await openDesk()
  desk.model.respond(() => answer({ choices: [{ line: 1, choice: 'B' }] }))
  const { outsideModel } = await desk.engine.ask('settings.get', {})
  await desk.engine.ask('model.forgetKey', {})
  const files = Array.from({ length: 60 }, (_, index) => join(desk.host.dataFolder, `${index}.xml`))
  for (const [index, file] of files.entries()) writeFileSync(file, makeCfdi(index + 1))
  await desk.engine.take(files, 'drop')
  await desk.engine.company().queue.whenEmpty()
  expect(desk.model.connections()).toBe(0)
  await desk.engine.ask('model.setKey', { apiKey: testKey })
  await desk.engine.ask('settings.set', { patch: { outsideModel } })
  await desk.passTime(0)
  expect(desk.model.seen.map(({ path }) => path)).toEqual(['/v1/messages/batches'])

  await desk.passTime(2 * 60_000)
  const { calls } = await desk.engine.ask('model.calls', { limit: 200 })
  expect(calls).toHaveLength(60)
  expect(new Set(calls.map(({ outcome, cost }) => `${outcome} ${cost}`))).toEqual(new Set(['answered 75']))
  expect(await desk.engine.ask('model.status', {})).toMatchObject({ waiting: 0 })
  await desk.close()
})

test('no answer costs more than was set aside for it', () => {
  const model = sure(haiku)
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), fc.integer({ min: 1, max: 4_000 }), (text, output) => {
      const question = { ...readingQuestion({ lines: [], pictures: [], wanted: [] }), text }
      // A token is two and a half characters or more.
      const input = Math.floor((question.instructions.length + text.length) / 2.5)
      const real = costOf({ input: 0, cacheWrite: input, cacheRead: 0, output }, model)
      expect(mostItCosts(question, model, 4_000)).toBeGreaterThanOrEqual(real)
    }),
  )
})

test('what is kept by the vendor is cheaper than what is sent, and a batch costs half', () => {
  const model = sure(haiku)
  const tokens = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000 }), count => {
      const plain = costOf({ ...tokens, input: count }, model)
      expect(costOf({ ...tokens, cacheRead: count }, model)).toBeLessThanOrEqual(plain)
      expect(costOf({ ...tokens, cacheWrite: count }, model)).toBeGreaterThanOrEqual(plain)
      expect(Math.abs(2 * costOf({ ...tokens, input: count }, model, { inBatch: true }) - plain)).toBeLessThanOrEqual(2)
    }),
  )
})
