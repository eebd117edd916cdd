import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { documents } from '../../../src/engine/store/schema'
import type { XmlNode } from '../../../src/shared/xml-node'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

const fixture = readFileSync(join(import.meta.dirname, '../../fixtures/einvoice/fatturapa.xml'), 'utf8')

/** The two invoices of the fixture and the first of them once more, as a sender's mistake. */
function threeInvoices(): string {
  const [, body] = /(<FatturaElettronicaBody>[^]*?<\/FatturaElettronicaBody>)/.exec(fixture) ?? []
  return fixture.replace('</p:FatturaElettronica>', `${sure(body)}</p:FatturaElettronica>`)
}

async function received(engine: TestEngine, folder: string, text = fixture, name = 'marzo.xml'): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, text)
  await engine.take([path], 'drop')
  await engine.company().queue.whenEmpty()
}

function rows(engine: TestEngine) {
  return engine.company().store.db.select().from(documents).orderBy(documents.intakeNumber).all()
}

function partsOf(node: XmlNode): string[] {
  return node.children.filter(({ name }) => name === 'FatturaElettronicaBody').map(({ path }) => path)
}

test('a file with two invoices becomes two documents of their own, and the file itself is unpacked', async () => {
  const host = someHost()
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await received(engine, host.dataFolder)

  const [file, first, second] = rows(engine)
  expect(file).toMatchObject({ intakeNumber: 1, state: 'unpacked', part: null })
  expect(first).toMatchObject({ intakeNumber: 2, parentId: sure(file).id, part: 1, sha256: sure(file).sha256 })
  expect(second).toMatchObject({ intakeNumber: 3, parentId: sure(file).id, part: 2, sha256: sure(file).sha256 })

  const view = (id: DocumentId) => engine.ask('document.get', { documentId: id })
  const numberOf = async (id: DocumentId) =>
    (await view(id)).invoice?.fields.find(({ name }) => name === 'invoice_number')
  expect(await numberOf(sure(first).id)).toMatchObject({ value: '14/2026' })
  expect(await numberOf(sure(second).id)).toMatchObject({
    value: '15/2026',
    origin: { path: expect.stringContaining('/FatturaElettronicaBody[2]/') as string },
  })
  expect(await view(sure(second).id)).toMatchObject({ part: 2, parentId: sure(file).id })
  expect((await view(sure(first).id)).issues.filter(({ key }) => key === 'unreadable')).toEqual([])
  expect(await engine.ask('document.counts', {})).toMatchObject({ conservation: { received: 3, isBalanced: true } })
  expect(await engine.ask('store.verify', {})).toMatchObject({ stuckJobs: 0, originalsChecked: 3 })
  await engine.close()
})

test('each part shows the file as received and, of its XML, only its own invoice', async () => {
  const host = someHost()
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await received(engine, host.dataFolder)
  const [file, first, second] = rows(engine).map(({ id }) => id)
  const pathOf = async (id: DocumentId | undefined) => sure((await engine.locate(sure(id), null))?.path)
  expect(await pathOf(second)).toBe(await pathOf(file))
  const bodies = async (id: DocumentId | undefined) =>
    partsOf((await engine.ask('document.xml', { documentId: sure(id) })).root)
  expect(await bodies(file)).toHaveLength(2)
  expect(await bodies(first)).toEqual([expect.stringMatching(/FatturaElettronicaBody\[1\]$/)])
  expect(await bodies(second)).toEqual([expect.stringMatching(/FatturaElettronicaBody\[2\]$/)])
  await engine.close()
})

test('read again, a part is still the same invoice of the file', async () => {
  const host = someHost()
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await received(engine, host.dataFolder)
  const part = sure(rows(engine).at(-1))
  await engine.ask('document.retry', { documentId: part.id })
  await engine.company().queue.whenEmpty()
  expect(rows(engine)).toHaveLength(3)
  expect(await engine.ask('document.row', { documentId: part.id })).toMatchObject({ number: '15/2026' })
  await engine.close()
})

test('an invoice that stands in the file twice is found to repeat the other', async () => {
  const host = someHost()
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await received(engine, host.dataFolder, threeInvoices())
  const repeated = sure(rows(engine).at(-1))
  expect(repeated).toMatchObject({ part: 3, state: 'needs_review' })
  const { issues } = await engine.ask('document.get', { documentId: repeated.id })
  expect(issues).toContainEqual(
    expect.objectContaining({ key: 'duplicate_found', params: expect.objectContaining({ intakeNumber: 2 }) as object }),
  )
  await engine.close()
})

test('the same file received twice is a copy of the first and not unpacked again', async () => {
  const host = someHost()
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await received(engine, host.dataFolder)
  await received(engine, host.dataFolder, fixture, 'marzo (1).xml')
  expect(rows(engine).map(({ state }) => state)).toEqual([
    'unpacked',
    expect.anything(),
    expect.anything(),
    'duplicate',
  ])
  expect(rows(engine).at(-1)?.duplicateOfId).toBe(rows(engine)[0]?.id)
  await engine.close()
})

test('whenever the engine stops, its next life finishes with the same documents', async () => {
  for (const stopAfterMs of [0, 2, 5, 10, 20, 40]) {
    const host = someHost()
    const path = join(host.dataFolder, 'marzo.xml')
    writeFileSync(path, threeInvoices())
    let engine = someEngine(host)
    await engine.start({ posts: false })
    await engine.take([path], 'drop')
    await new Promise(resolve => setTimeout(resolve, stopAfterMs))
    await engine.close()
    engine = someEngine(host)
    await engine.start({ posts: false })
    await engine.company().queue.whenEmpty()
    expect(rows(engine).map(({ part }) => part)).toEqual([null, 1, 2, 3])
    expect(rows(engine).filter(({ state }) => state === 'queued' || state === 'processing')).toEqual([])
    const parent = sure(rows(engine)[0]).id
    const db = engine.company().store.db
    expect(db.select().from(documents).where(eq(documents.parentId, parent)).all()).toHaveLength(3)
    await engine.close()
  }
})
