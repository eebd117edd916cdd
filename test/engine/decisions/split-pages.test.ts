import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DocumentView } from '../../../src/shared/document-view'
import type { InboxRow } from '../../../src/shared/inbox'
import type { DocumentId } from '../../../src/shared/ids'
import type { Engine } from '../../../src/engine/engine'
import { ask, drained, engineOn } from '../../engine-on-disk'
import { makePdf } from '../../made-invoices'
import { sure } from '../some-engine'

let folder: string
let engine: Engine

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-pages-'))
  engine = engineOn(join(folder, 'books'), 1)
  await engine.start({ posts: false })
})

afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A file with the pages of several invoices, as somebody prints or scans a stack of them. */
async function stack(...numbers: number[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (const number of numbers) {
    const one = await PDFDocument.load(await makePdf(number))
    for (const page of await pdf.copyPages(one, one.getPageIndices())) pdf.addPage(page)
  }
  return pdf.save()
}

async function take(name: string, bytes: Uint8Array): Promise<DocumentId> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await engine.take([path], 'drop')
  await drained(engine)
  return sure((await rows()).at(-1)).documentId
}

async function rows(): Promise<InboxRow[]> {
  const sort = { by: 'received', direction: 'ascending' } as const
  const { rows: found } = await ask(engine, 'document.list', { filter: {}, sort })
  return found.toSorted((left, right) => left.intakeNumber - right.intakeNumber)
}

const view = (documentId: DocumentId) => ask(engine, 'document.get', { documentId })

function valueOf({ invoice }: DocumentView, name: string) {
  return invoice?.fields.find(field => field.name === name)?.value
}

async function isBalanced(): Promise<boolean> {
  return (await ask(engine, 'store.verify', {})).conservation.isBalanced
}

test('a file with the pages of three invoices asks to be split where the second and third begin', async () => {
  const id = await take('stack.pdf', await stack(41, 42, 43))
  const asked = sure((await view(id)).issues.find(issue => issue.key === 'several_invoices'))
  expect(asked).toMatchObject({ state: 'open', severity: 'high', params: { count: 3, starts: '2, 3' } })

  await ask(engine, 'issue.applyFix', { issueId: asked.id, fix: sure(asked.suggestions[0]).fix })
  await drained(engine)
  const [file, ...parts] = await rows()
  expect(file?.state).toBe('unpacked')
  expect(parts.map(part => part.number)).toEqual(['P-41', 'P-42', 'P-43'])
  expect(parts.map(part => part.total)).toEqual(['1171.89', '1172.18', '1172.47'])

  const second = await view(sure(parts[1]).documentId)
  expect(second.parentId).toBe(id)
  expect(second.pages.map(page => page.number)).toEqual([1])
  expect(second.pagesFrom).toEqual([{ documentId: id, page: 2, kind: 'pdf' }])
  expect(second.issues.some(issue => issue.key === 'several_invoices')).toBe(false)
  expect((await view(id)).parts?.map(part => part.invoiceNumber)).toEqual(['P-41', 'P-42', 'P-43'])
  expect(await isBalanced()).toBe(true)
})

test('one invoice on one page, and one that runs over two pages, ask nothing', async () => {
  const id = await take('single.pdf', await makePdf(7))
  expect((await view(id)).issues.some(issue => issue.key === 'several_invoices')).toBe(false)
  // The same number on every page: an invoice and its copy.
  const twice = await take('twice.pdf', await stack(8, 8))
  expect((await view(twice)).issues.some(issue => issue.key === 'several_invoices')).toBe(false)
})

test('a person may cut elsewhere; undone, the parts leave the road and the file is as it was; redone, they are back', async () => {
  const id = await take('stack.pdf', await stack(51, 52, 53))
  const before = await view(id)
  const { documentIds } = await ask(engine, 'document.split', { documentId: id, starts: [3] })
  await drained(engine)
  expect(documentIds).toHaveLength(2)
  expect((await view(sure(documentIds[0]))).pages).toHaveLength(2)

  await ask(engine, 'document.undo', { documentId: id })
  const after = await view(id)
  expect(after.state).toBe('needs_review')
  expect(after.invoice?.fields).toEqual(before.invoice?.fields)
  expect(after.parts).toEqual([])
  for (const part of documentIds) expect((await view(part)).state).toBe('duplicate')

  await ask(engine, 'document.redo', { documentId: id })
  expect((await view(id)).state).toBe('unpacked')
  for (const part of documentIds) expect(['needs_review', 'ready']).toContain((await view(part)).state)
  expect(await isBalanced()).toBe(true)
})

test('a split is taken back even while its parts wait to be read, and nothing is read behind our back', async () => {
  const id = await take('stack.pdf', await stack(54, 55))
  const { documentIds } = await ask(engine, 'document.split', { documentId: id, starts: [2] })
  await ask(engine, 'document.undo', { documentId: id })
  await drained(engine)
  for (const part of documentIds) expect(await view(part)).toMatchObject({ state: 'duplicate', invoice: null })
})

test('cuts outside the pages, or in disorder, are refused and change nothing', async () => {
  const id = await take('stack.pdf', await stack(61, 62))
  for (const starts of [[3], [2, 2], [9]]) {
    const reply = await engine.call('document.split', { documentId: id, starts })
    expect(reply).toMatchObject({ ok: false, error: { code: 'fix_no_longer_fits' } })
  }
  expect(await rows()).toHaveLength(1)
})

test('two files that are pages of one invoice become one document; undone, each is by itself again', async () => {
  const [first, rest] = [await PDFDocument.create(), await PDFDocument.create()]
  const whole = await PDFDocument.load(await stack(71, 72))
  const [one] = await first.copyPages(whole, [0])
  const [two] = await rest.copyPages(whole, [1])
  first.addPage(one)
  rest.addPage(two)
  const front = await take('front.pdf', await first.save())
  const back = await take('back.pdf', await rest.save())

  await ask(engine, 'document.join', { documentId: front, otherIds: [back] })
  await drained(engine)
  const joined = await view(front)
  expect(joined.pages.map(page => page.number)).toEqual([1, 2])
  expect(joined.pagesFrom?.map(page => page.documentId)).toEqual([front, back])
  // Shown as what it is: pages of another document, no twin of it.
  expect(await view(back)).toMatchObject({ state: 'duplicate', duplicateOf: { documentId: front, isJoined: true } })
  expect(await ask(engine, 'document.row', { documentId: back })).toMatchObject({ joinedInto: joined.intakeNumber })
  const { words } = await ask(engine, 'document.pageWords', { documentId: front, page: 2 })
  expect(words.map(word => word.text)).toContain('P-72')

  await ask(engine, 'document.undo', { documentId: front })
  await drained(engine)
  expect((await view(front)).pages).toHaveLength(1)
  expect(valueOf(await view(front), 'invoice_number')).toBe('P-71')
  expect(['needs_review', 'ready']).toContain((await view(back)).state)
  expect(await isBalanced()).toBe(true)
})

test('parts of a document that was joined from files show the pages they were cut from', async () => {
  const front = await take('front.pdf', await stack(81, 82))
  const back = await take('back.pdf', await makePdf(83))
  await ask(engine, 'document.join', { documentId: front, otherIds: [back] })
  await drained(engine)
  const { documentIds } = await ask(engine, 'document.split', { documentId: front, starts: [2, 3] })
  await drained(engine)
  const parts = await Promise.all(documentIds.map(view))
  expect(parts.map(part => valueOf(part, 'invoice_number'))).toEqual(['P-81', 'P-82', 'P-83'])
  expect(parts[2]?.pagesFrom).toEqual([{ documentId: back, page: 1, kind: 'pdf' }])
})
