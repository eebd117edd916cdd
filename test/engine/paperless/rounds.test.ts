import { afterEach, expect, test } from 'vitest'
import { archiveWork, listArchiveJobs } from '../../../src/engine/lists/list-archive-jobs'
import { fill, openArchiveDesk, pdfNumber, type ArchiveDesk } from './archive-desk'

// When the lane goes to the archive, and how much it asks for then.

let desk: ArchiveDesk
afterEach(() => desk.close())

const minute = 60_000
const calls = (pattern: string) => desk.standIn.calls.filter(call => call.method === 'GET' && call.pattern === pattern)
const looks = () => calls('/api/documents/').filter(({ query }) => query.includes('ordering=id'))
const breakMetadata = (times: number) =>
  desk.standIn.faults.add({
    kind: 'server_error_before',
    method: 'GET',
    pattern: '/api/documents/:id/metadata/',
    times,
  })

test('an invoice put into the archive with an old date of change is taken in at the next look', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  desk.sync().start()
  await desk.pass(minute)
  desk.standIn.add({
    title: 'old',
    fileName: 'old.pdf',
    bytes: pdfNumber(2),
    owner: 3,
    modifiedAt: Date.parse('2019-05-06T07:08:09Z'),
  })
  await desk.pass(16 * minute)
  expect(desk.rows().map(({ fileName }) => fileName)).toEqual(['factura A-1.pdf', 'old.pdf'])
})

test('decisions every few minutes, each written back, do not put off the look for new invoices', async () => {
  desk = await openArchiveDesk()
  fill(desk, 8)
  await desk.connect()
  desk.sync().start()
  await desk.pass(minute)
  desk.standIn.add({ title: 'new', fileName: 'new.pdf', bytes: pdfNumber(20), owner: 3 })
  for (let archiveId = 1; archiveId <= 3; archiveId++) {
    desk.decide(archiveId, 'approved')
    desk.sync().wake()
    await desk.pass(5 * minute)
  }
  await desk.pass(minute)
  expect(desk.rows()).toHaveLength(9)
})

test('a document that could not be taken is tried again when its wait is over, not at the next look', async () => {
  desk = await openArchiveDesk()
  fill(desk, 3)
  await desk.connect()
  breakMetadata(1)
  desk.sync().start()
  await desk.pass(100)
  expect(desk.rows()).toHaveLength(2)
  const failed = listArchiveJobs(desk.store.db, 'failed', 10).map(({ view }) => view.id.replace('take:', ''))
  const before = looks().length
  const rounds = await desk.pass(2 * minute)
  expect(desk.rows()).toHaveLength(3)
  // One question for that document alone, and no circle of rounds.
  expect(
    looks()
      .slice(before)
      .map(({ query }) => new URLSearchParams(query).get('id__in')),
  ).toEqual(failed)
  expect(rounds).toBeLessThan(4)
})

test('a document that could not be taken and is gone there is asked for no more', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  await desk.connect()
  breakMetadata(1)
  await desk.sync().syncNow()
  expect(desk.sync().status().counts.failed).toBe(1)
  for (const document of desk.standIn.archive.documents) document.isInTrash = true
  desk.sync().start()
  await desk.pass(10 * minute)
  expect(desk.sync().status().counts.failed).toBe(0)
  expect(looks().filter(({ query }) => query.includes('id__in'))).toHaveLength(1)
})

test('one job tried again is that one: the archive is not looked through, and what waits for later goes on waiting', async () => {
  desk = await openArchiveDesk()
  fill(desk, 4)
  await desk.connect()
  await desk.sync().syncNow()
  for (const archiveId of [1, 2]) desk.decide(archiveId, 'approved')
  desk.network.add({
    method: 'POST',
    pattern: '/api/documents/bulk_edit/',
    times: 2,
    meet: () => Promise.resolve(Response.json({ detail: 'busy' }, { status: 409 })),
  })
  await desk.sync().syncNow()
  const failed = () => listArchiveJobs(desk.store.db, 'failed', 10).map(({ view }) => view.name)
  expect(failed().sort()).toEqual(['Factura A-1', 'Factura A-2'])
  const [first] = listArchiveJobs(desk.store.db, 'failed', 10).filter(({ view }) => view.name === 'Factura A-1')
  const before = looks().length
  await desk.sync().retry(archiveWork([first?.view.id ?? '']))
  expect(failed()).toEqual(['Factura A-2'])
  expect(looks()).toHaveLength(before)
})

test('"Sync now" asks the archive something even when there is nothing to do', async () => {
  desk = await openArchiveDesk()
  await desk.connect({ take: null })
  await desk.sync().syncNow()
  const before = desk.standIn.calls.length
  await desk.sync().syncNow()
  expect(desk.standIn.calls.length).toBe(before + 1)
  await desk.standIn.close()
  const { lastError } = await desk.sync().syncNow()
  expect(lastError?.code).toBe('paperless_unreachable')
})
