import { join } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentId } from '../../src/shared/ids'
import { samples, someEngine, someHost, sure, type TestEngine } from './some-engine'

let engine: TestEngine
let documentId: DocumentId

beforeAll(async () => {
  engine = someEngine(someHost())
  await engine.start({ posts: false })
  await engine.take([join(samples, '01 Papelera del Norte A20481.xml')], 'drop')
  await engine.company().queue.whenEmpty()
  documentId = sure((await engine.ask('document.ids', { filter: {}, sort: {} })).documentIds[0])
  const revision = sure((await engine.ask('document.get', { documentId })).invoice).revision
  await engine.ask('field.set', { documentId, revision, field: 'invoice_number', value: 'A-99' })
})

afterAll(() => engine.close())

test('activity is listed newest first, filtered by document, person, kind and day', async () => {
  const all = await engine.ask('activity.list', { filter: {} })
  expect(all.rows.map(row => row.sequence)).toEqual(all.rows.map(row => row.sequence).sort((one, two) => two - one))
  const listed = async (filter: object) => (await engine.ask('activity.list', { filter })).rows.map(row => row.kind)
  expect(await listed({ documentId, actor: 'person' })).toEqual(['field.changed'])
  expect(await listed({ kind: 'field.' })).toEqual(['field.changed'])
  expect(await listed({ kind: 'document.received' })).toEqual(['document.received'])
  const today = new Date().toLocaleDateString('sv')
  expect(await listed({ from: today, to: today })).toHaveLength(all.rows.length)
  expect(await listed({ to: '2020-01-01' })).toEqual([])
  expect((await engine.ask('activity.actors', {})).actors).toEqual(
    expect.arrayContaining(['person', 'engine 0.0.0-test']),
  )
})

test('a past state shows the value of then, what the row changed, and leads on to the next row', async () => {
  const { rows } = await engine.ask('activity.list', { filter: { documentId } })
  const changed = sure(rows.find(row => row.kind === 'field.changed'))
  const now = await engine.ask('document.at', { documentId, sequence: changed.sequence })
  const numberOf = (view: typeof now) => sure(view.fields.find(field => field.name === 'invoice_number'))
  expect(numberOf(now)).toMatchObject({ value: 'A-99', isChanged: true, origin: { kind: 'person' } })
  const before = await engine.ask('document.at', { documentId, sequence: sure(now.previous) })
  expect(numberOf(before)).toMatchObject({ value: 'A20481', isChanged: false, origin: { kind: 'formula' } })
  expect(before.next).toBe(changed.sequence)
  const first = await engine.ask('document.at', { documentId, sequence: sure(rows.at(-1)).sequence })
  expect(first).toMatchObject({ state: 'queued', previous: null, lines: [] })
})

test('a replay says what today’s engine reads beside what was decided, and changes nothing', async () => {
  const before = await engine.ask('document.get', { documentId })
  const rows = (await engine.ask('store.verify', {})).journalRows
  const replay = await engine.ask('document.replay', { documentId })
  expect(replay.fields.filter(field => field.differs)).toEqual([
    { name: 'invoice_number', decided: 'A-99', replayed: 'A20481', byPerson: true, differs: true },
  ])
  expect(replay.lines.decided).toBe(replay.lines.replayed)
  expect(await engine.ask('document.get', { documentId })).toEqual(before)
  expect((await engine.ask('store.verify', {})).journalRows).toBe(rows)
})

test('the conservation statement adds up per day and in total, and is made ready to save as a table', async () => {
  const { days, total } = await engine.ask('conservation.statement', {})
  expect(days).toMatchObject([{ received: 1, firstNumber: 1, lastNumber: 1 }])
  expect(total).toMatchObject({ received: 1, isBalanced: true })
  const { fileId, suggestedName } = await engine.ask('conservation.export', {})
  expect(suggestedName).toMatch(/^conservation-\d{4}-\d{2}-\d{2}\.csv$/)
  const path = sure(sure(await engine.locate(fileId, null)).path)
  expect(readFileSync(path, 'utf8')).toMatch(/\r\ntotal,,,1,/)
})

test('an evidence pack is made ready to save; nobody else’s files are', async () => {
  const { fileId, bytes } = await engine.ask('evidence.make', { documentIds: [documentId] })
  expect(bytes).toBeGreaterThan(1000)
  expect(existsSync(sure(sure(await engine.locate(fileId, null)).path))).toBe(true)
  expect(await engine.locate('../quittance.db', null)).toBeNull()
})
