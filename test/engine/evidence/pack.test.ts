import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { checkPack, type PackVerdict } from '../../../src/engine/evidence/check-pack'
import type { PackScope } from '../../../src/engine/evidence/choose-documents'
import { makePack, type MadePack } from '../../../src/engine/evidence/make-pack'
import type { Manifest } from '../../../src/engine/evidence/pack-format'
import { openArchive } from '../../../src/engine/intake/archive'
import { newFolder } from '../store/folder'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

const sampleFiles = ['01 Papelera del Norte A20481.xml', '02 El Mirlo flete CF7730.xml']

let engine: TestEngine
let made: MadePack
let pack: string
let files: Map<string, Buffer>

beforeAll(async () => {
  engine = someEngine(someHost())
  await engine.start({ posts: false })
  const { documentIds } = await taken()
  await engine.ask('document.hold', { documentIds: [sure(documentIds[0])], reason: 'ask Ana' })
  pack = join(newFolder(), 'evidence.zip')
  made = await packOf({ documentIds: [sure(documentIds[0])] }, pack)
  files = await filesOf(pack)
})

afterAll(() => engine.close())

async function taken() {
  const paths = sampleFiles.map(name => join(samples, name))
  await engine.take(paths.slice(0, 1), 'drop')
  await engine.take(paths.slice(1), 'drop')
  await engine.company().queue.whenEmpty()
  return engine.ask('document.ids', { filter: {}, sort: { by: 'received' } })
}

function packOf(scope: PackScope, path: string): Promise<MadePack> {
  const { store, blobs, context } = engine.company()
  const parts = { store, blobs, context: context('person'), company: 'Sierra', now: Date.now(), actor: 'person' }
  return makePack({ ...parts, madeBy: 'test' }, scope, path)
}

async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const archive = await openArchive(path)
  const found = new Map<string, Buffer>()
  for await (const entry of archive.entries()) found.set(entry.claimedPath, Buffer.from(await archive.readEntry(entry)))
  archive.close()
  return found
}

/** The same pack with some files changed (null: left out), as somebody with a ZIP program would make it. */
async function forged(changes: Readonly<Record<string, string | Buffer | null>>): Promise<PackVerdict> {
  const zip = new ZipFile()
  for (const [path, content] of new Map<string, string | Buffer | null>([...files, ...Object.entries(changes)])) {
    if (content !== null) zip.addBuffer(Buffer.from(content), path)
  }
  zip.end()
  const path = join(newFolder(), 'forged.zip')
  writeFileSync(path, await buffer(zip.outputStream))
  return checkPack(path)
}

function pathOf(start: string): string {
  return sure([...files.keys()].find(path => path.startsWith(start)))
}

function manifest(): Manifest {
  return JSON.parse(sure(files.get('manifest.json')).toString()) as Manifest
}

/** A forger who also puts the new hashes into the manifest. */
function withHash(path: string, content: string): Record<string, string> {
  const told = manifest()
  const bytes = Buffer.from(content)
  const listed = told.files.map(file =>
    file.path === path ? { path, sha256: hash('sha256', bytes), bytes: bytes.length } : file,
  )
  return { [path]: content, 'manifest.json': JSON.stringify({ ...told, files: listed }) }
}

test('a pack holds the original, values with their origins, issues, decisions and the journal, and is true to itself', async () => {
  const number = manifest().documents[0]?.intakeNumber
  expect([...files.keys()].sort()).toEqual(
    [
      ...['approvals', 'bill', 'decisions', 'issues', 'record', 'state', 'values'].map(
        name => `documents/${number}/${name}.json`,
      ),
      'journal.jsonl',
      'manifest.json',
      `originals/${sure(manifest().documents[0]).originalSha256}.xml`,
    ].sort(),
  )
  expect(await checkPack(pack)).toMatchObject({
    isSound: true,
    documents: 1,
    rows: made.rows,
    problems: [],
    head: made.head,
  })
})

test('other documents are in it by their content hashes only', () => {
  const rows = sure(files.get('journal.jsonl')).toString().trim().split('\n')
  const open = rows.filter(row => row.includes('"kind"'))
  expect(rows.length).toBeGreaterThan(open.length)
  for (const row of open) expect(row).not.toContain('Mirlo')
})

test('a period holds every document received in it', async () => {
  const today = new Date().toLocaleDateString('sv')
  const path = join(newFolder(), 'period.zip')
  expect(await packOf({ period: { from: today, to: today } }, path)).toMatchObject({ documents: 2 })
  expect(await checkPack(path)).toMatchObject({ isSound: true, documents: 2 })
  await expect(packOf({ period: { from: '2020-01-01', to: '2020-01-31' } }, path)).rejects.toThrow('document_not_found')
})

test('a changed, missing or added file is named', async () => {
  const original = pathOf('originals/')
  expect(await forged({ [original]: 'another invoice' })).toMatchObject({
    isSound: false,
    problems: [{ problem: 'file_changed', where: original }],
  })
  expect((await forged({ [original]: null })).problems).toEqual([{ problem: 'file_missing', where: original }])
  expect((await forged({ 'originals/new.xml': 'x' })).problems).toEqual([
    { problem: 'file_unlisted', where: 'originals/new.xml' },
  ])
})

test('a changed file whose hash was put right in the manifest does not fit what the journal says the pack holds', async () => {
  for (const start of ['originals/', 'documents/1/values', 'documents/1/decisions', 'documents/1/state']) {
    const path = sure([...files.keys()].find(each => each.startsWith(start.replace('1', String(number())))))
    const { isSound, problems } = await forged(withHash(path, '{}'))
    expect(isSound).toBe(false)
    expect(problems).toContainEqual({ problem: 'contents_differ_from_journal', where: 'manifest.json' })
  }
})

function number(): number {
  return sure(manifest().documents[0]).intakeNumber
}

test('a changed, removed or moved row of the journal breaks the chain to the head', async () => {
  const rows = sure(files.get('journal.jsonl')).toString().trimEnd().split('\n')
  const at = rows.findIndex(row => row.includes('document.held'))
  const edited = rows.with(at, sure(rows[at]).replace('ask Ana', 'ask Eva'))
  const lost = rows.toSpliced(at, 1)
  const moved = rows.with(at, sure(rows[at - 1])).with(at - 1, sure(rows[at]))
  const from = manifest().journal.from
  const verdictOf = (changed: string[]) => forged(withHash('journal.jsonl', `${changed.join('\n')}\n`))
  const { head } = made
  expect((await verdictOf(edited)).problems).toContainEqual({ problem: 'head_differs', where: String(head.sequence) })
  expect((await verdictOf(lost)).problems).toContainEqual({ problem: 'journal_row_missing', where: String(from + at) })
  expect((await verdictOf(moved)).problems).toContainEqual({
    problem: 'journal_row_missing',
    where: String(from + at - 1),
  })
  expect((await verdictOf(rows.slice(0, -1))).isSound).toBe(false)
})

test('the journal of the books goes on after a pack, and says that it was made', async () => {
  const { entries } = await engine.ask('journal.list', {})
  expect(entries.some(entry => entry.kind === 'evidence.made' && entry.params['documents'] === 1)).toBe(true)
  expect(await engine.ask('store.verify', {})).toMatchObject({ journalIntact: true })
})
