import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { DocumentId } from '../../src/shared/ids'
import { openBlobs, type Blobs } from '../../src/engine/store/blobs'
import { insertDocument } from '../../src/engine/store/documents'
import { claimNextJob, enqueueJob } from '../../src/engine/store/jobs'
import { appendJournal } from '../../src/engine/store/journal'
import { newId } from '../../src/engine/store/new-id'
import { openStore, type Store } from '../../src/engine/store/open'
import { documents } from '../../src/engine/store/schema'
import { write } from '../../src/engine/store/write'
import { isSound, verifyStore } from '../../src/engine/verify'
import { eq } from 'drizzle-orm'
import { sure } from './some-engine'

const now = Date.UTC(2026, 2, 12, 9)
let store: Store
let blobs: Blobs

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-verify-'))
  store = openStore(folder)
  blobs = openBlobs(folder)
  return () => store.close()
})

function receive(text: string, kind: 'xml' | 'zip' = 'xml'): DocumentId {
  const sha256 = blobs.put(Buffer.from(text))
  const id = newId<DocumentId>(now)
  write(store, tx => {
    insertDocument(tx, {
      id,
      sha256,
      fileName: `${text}.xml`,
      bytes: text.length,
      kind,
      mediaType: 'application/xml',
      source: 'drop',
      receivedAt: now,
      state: 'queued',
    })
    appendJournal(tx, { at: now, actor: 'engine test', kind: 'document.received', documentId: id })
    if (kind === 'xml') enqueueJob(tx, { documentId: id, step: 'read', lane: 'worker', runAfter: now, now })
  })
  return id
}

test('sound books are sound, with work waiting and a container not unpacked yet', async () => {
  receive('A-1')
  receive('A-2')
  receive('march', 'zip')
  const verdict = await verifyStore(store, blobs, now)
  expect(verdict).toMatchObject({
    stuckJobs: 0,
    journalRows: 3,
    journalIntact: true,
    originalsChecked: 3,
    originalsDamaged: [],
    databaseIntact: true,
    conservation: { received: 3, isBalanced: true },
  })
  expect(isSound(verdict)).toBe(true)
})

test('one changed byte of an original is found', async () => {
  receive('A-1')
  const damaged = receive('A-2')
  const row = store.db.select().from(documents).where(eq(documents.id, damaged)).get()
  writeFileSync(blobs.pathOf(sure(row).sha256), 'A-3')
  const verdict = await verifyStore(store, blobs, now)
  expect(verdict.originalsDamaged).toEqual([{ documentId: damaged, fileName: 'A-2.xml' }])
  expect(isSound(verdict)).toBe(false)
})

test('a journal row changed behind our back is found', async () => {
  receive('A-1')
  receive('A-2')
  const guards = store.raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'`)
  for (const { name } of guards.all() as { name: string }[]) store.raw.exec(`DROP TRIGGER ${name}`)
  store.raw.exec(`UPDATE journal SET params = '{"fileName":"other.xml"}' WHERE sequence = 1`)
  expect(await verifyStore(store, blobs, now)).toMatchObject({ journalIntact: false })
})

test('a job nobody works on and a document no job stands for are stuck', async () => {
  receive('A-1')
  const stranded = receive('A-2')
  write(store, tx => claimNextJob(tx, { lane: 'worker', now, leaseMs: 1000 }))
  expect((await verifyStore(store, blobs, now)).stuckJobs).toBe(0)
  expect((await verifyStore(store, blobs, now + 2000)).stuckJobs).toBe(1)
  store.raw.prepare('DELETE FROM jobs WHERE document_id = ?').run(stranded)
  expect((await verifyStore(store, blobs, now)).stuckJobs).toBe(1)
})
