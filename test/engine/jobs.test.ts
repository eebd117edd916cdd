import { eq } from 'drizzle-orm'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobState } from '../../src/shared/ledger'
import type { DocumentId } from '../../src/shared/ids'
import { moveDocument } from '../../src/engine/store/documents'
import { setJobAside } from '../../src/engine/store/jobs'
import { documents, jobs, outbox, paperlessDocuments } from '../../src/engine/store/schema'
import { writeSetting } from '../../src/engine/store/settings'
import { write } from '../../src/engine/store/write'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import { samples, someEngine, someHost, sure, type TestEngine } from './some-engine'
import { approve, stationery } from './sync/books'

// The list of all work (Sync, Work): what waits, failed and is tried again, waits for a person's word; and that word.

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')
const minute = 60_000
let engine: TestEngine
let standIn: StandIn

beforeEach(async () => {
  standIn = await startStandIn()
  engine = someEngine(someHost())
  // Nothing goes by itself: each state can be looked at.
  await engine.start({ reads: false, posts: false })
})
afterEach(async () => {
  await engine.close()
  await standIn.close()
})

const store = () => engine.company().store
const listed = async (state: JobState) => (await engine.ask('job.list', { state })).jobs
const counts = async () => (await engine.ask('job.list', { state: 'waiting' })).counts
const stateOf = (documentId: DocumentId) =>
  store().db.select({ state: documents.state }).from(documents).where(eq(documents.id, documentId)).get()?.state

async function taken(): Promise<DocumentId> {
  expect(await engine.take([cfdi], 'drop')).toMatchObject({ ok: true })
  return sure(store().db.select().from(documents).get()).id
}

describe('reading', () => {
  test('that waits can be cancelled: the document is set aside with the reason, unread, and can be read after all', async () => {
    const documentId = await taken()
    const [job] = await listed('waiting')
    expect(job).toMatchObject({
      lane: 'reading',
      step: 'read',
      documentId,
      intakeNumber: 1,
      canRetry: false,
      canCancel: true,
    })
    const cancelled = await engine.ask('job.cancel', { state: 'waiting', ids: [sure(job).id], reason: 'Cancelled' })
    expect(cancelled).toEqual({ done: 1, failed: [] })
    expect(await engine.ask('document.get', { documentId })).toMatchObject({
      state: 'set_aside',
      stateReason: 'Cancelled',
    })
    expect(await counts()).toMatchObject({ waiting: 0, running: 0 })
    await engine.ask('document.retry', { documentId })
    expect(stateOf(documentId)).toBe('queued')
    expect(await counts()).toMatchObject({ waiting: 1, set_aside: 0 })
  })

  test('that failed is listed with its cause and its next try; a person has it tried at once', async () => {
    await taken()
    const now = Date.now()
    const lastError = { code: 'worker_timeout', params: { seconds: 60 }, retry: 'later' } as const
    write(store(), tx =>
      tx
        .update(jobs)
        .set({ lastError, attempts: 1, runAfter: now + 5 * minute })
        .run(),
    )
    const [job] = await listed('failed')
    expect(job).toMatchObject({ attempts: 1, error: lastError, runAfter: now + 5 * minute, canRetry: true })
    expect(await engine.ask('job.retry', { state: 'failed', ids: [sure(job).id] })).toEqual({ done: 1, failed: [] })
    const hurried = store().db.select().from(jobs).get()
    expect(hurried?.runAfter).toBeLessThan(now + minute)
  })

  test('that was set aside begins anew on a person’s word', async () => {
    const documentId = await taken()
    const error = { code: 'worker_crashed', params: { times: 8 }, retry: 'user' } as const
    write(store(), tx => {
      setJobAside(tx, sure(tx.select().from(jobs).get()).id, error, Date.now())
      moveDocument(tx, documentId, { state: 'set_aside', reason: error.code })
    })
    expect(await listed('set_aside')).toMatchObject([{ documentId, error, canRetry: true, canCancel: false }])
    expect(await engine.ask('job.retry', { state: 'set_aside', ids: null })).toEqual({ done: 1, failed: [] })
    expect(stateOf(documentId)).toBe('queued')
    expect(await counts()).toMatchObject({ waiting: 1, set_aside: 0 })
  })
})

describe('posting', () => {
  beforeEach(async () => {
    await engine.ask('ledger.connect', { url: standIn.url, apiKey: standIn.apiKey })
  })
  const approved = (...numbers: string[]) => numbers.map(number => approve(store(), stationery(number), Date.now()))

  test('that waits can be cancelled: the approval is taken back and nothing is sent', async () => {
    const [documentId] = approved('A-1')
    const [job] = await listed('waiting')
    expect(job).toMatchObject({ lane: 'posting', step: 'bill', name: 'PNO010203AB1-A-1', canCancel: true })
    expect(await engine.ask('job.cancel', { state: 'waiting', ids: [sure(job).id] })).toEqual({ done: 1, failed: [] })
    expect(['ready', 'needs_review']).toContain(stateOf(sure(documentId)))
    await engine.ask('ledger.sync', {})
    expect(standIn.bills()).toEqual([])
  })

  test('that failed is tried again for all at once, and goes through', async () => {
    const ids = approved('A-1', 'A-2')
    standIn.faults.add({ kind: 'server_error_before', method: 'POST', pattern: '/api/bills', times: 2 })
    await engine.ask('ledger.sync', {})
    const failed = await listed('failed')
    expect(failed).toMatchObject([
      { error: { code: 'ledger_server_error' }, attempts: 1, canRetry: true },
      { error: { code: 'ledger_server_error' }, attempts: 1, canRetry: true },
    ])
    // In doubt whether the server took them: not to be taken back.
    expect(failed.map(({ canCancel }) => canCancel)).toEqual([false, false])
    expect(await engine.ask('job.retry', { state: 'failed', ids: null })).toEqual({ done: 2, failed: [] })
    const due = store().db.select({ at: outbox.runAfter }).from(outbox).all()
    expect(due.every(({ at }) => at <= Date.now())).toBe(true)
    // As if the quarter of a minute were over that a slow server is given.
    write(store(), tx =>
      tx
        .update(outbox)
        .set({ sentAt: Date.now() - minute })
        .run(),
    )
    await engine.ask('ledger.sync', {})
    expect(ids.map(stateOf)).toEqual(['posted', 'posted'])
    expect(await counts()).toMatchObject({ failed: 0, done: 2 })
  })

  test('that was refused waits for a word; once the cause is gone, one word posts all of them', async () => {
    Object.assign(standIn.books.lock, { enabled: true, to: '2026-03-31' })
    const ids = approved('A-1', 'A-2')
    await engine.ask('ledger.sync', {})
    expect(await listed('set_aside')).toMatchObject([
      { error: { code: 'ledger_period_locked' }, canRetry: true },
      { error: { code: 'ledger_period_locked' }, canRetry: true },
    ])
    standIn.books.lock.enabled = false
    expect(await engine.ask('job.retry', { state: 'set_aside', ids: null })).toEqual({ done: 2, failed: [] })
    await engine.ask('ledger.sync', {})
    expect(ids.map(stateOf)).toEqual(['posted', 'posted'])
    expect(standIn.bills()).toHaveLength(2)
  })
})

describe('writing back to the archive', () => {
  test('is cancelled without taking back the approval that made it due', async () => {
    const documentId = await taken()
    const server = 'https://archive.example.test'
    write(store(), tx => {
      moveDocument(tx, documentId, { state: 'approved' })
      writeSetting(tx, 'paperless.connection', { url: server, user: 'ap', release: '3.0.5', apiVersion: 10 })
      const link = {
        server,
        archiveId: 7,
        checksum: 'c',
        documentId,
        state: 'taken',
        title: 'Luz',
        modified: '',
      } as const
      tx.insert(paperlessDocuments)
        .values({ ...link, seenAt: 0, writeWanted: 1 })
        .run()
    })
    const job = (await listed('waiting')).find(({ lane }) => lane === 'archive')
    expect(job).toMatchObject({ step: 'write_back', documentId, canCancel: true })
    expect(await engine.ask('job.cancel', { state: 'waiting', ids: [sure(job).id] })).toEqual({ done: 1, failed: [] })
    expect(stateOf(documentId)).toBe('approved')
    expect((await listed('waiting')).filter(({ lane }) => lane === 'archive')).toEqual([])
  })
})
