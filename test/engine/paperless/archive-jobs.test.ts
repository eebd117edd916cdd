import { afterEach, expect, test } from 'vitest'
import { inArchive } from '../../../src/engine/paperless/in-archive'
import { archiveWork } from '../../../src/engine/lists/list-archive-jobs'
import { listJobs } from '../../../src/engine/lists/list-jobs'
import type { JobState } from '../../../src/shared/ledger'
import { told } from '../store/journal-told'
import { fill, openArchiveDesk, pdfNumber, type ArchiveDesk } from './archive-desk'
import { dropApproved } from './bookings'

let desk: ArchiveDesk
afterEach(() => desk.close())

const listed = (state: JobState) => listJobs(desk.store.db, state, 100).jobs.filter(({ lane }) => lane === 'archive')
const counted = () => listJobs(desk.store.db, 'waiting', 100).counts
const refuseUpload = () =>
  desk.network.add({
    method: 'POST',
    pattern: '/api/documents/post_document/',
    times: 1,
    meet: () => Promise.resolve(Response.json({ document: ['Unsupported file type'] }, { status: 400 })),
  })

test('what waits for the archive stands in the list of work until it is written back', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.settle()
  expect(listed('waiting')).toEqual([])
  // Nothing reads here: that job waits all along.
  const before = counted()
  desk.decide(1, 'approved')
  expect(listed('waiting')).toMatchObject([
    { step: 'write_back', name: 'Factura A-1', intakeNumber: 1, canRetry: false },
  ])
  expect(counted()).toEqual({ ...before, waiting: before.waiting + 1 })
  await desk.settle()
  expect(counted()).toEqual(before)
})

test('a document that could not be taken is told among what failed, and taken when a person tries it again', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  const times = 2
  desk.standIn.faults.add({
    kind: 'server_error_before',
    method: 'GET',
    pattern: '/api/documents/:id/metadata/',
    times,
  })
  await desk.sync().syncNow()
  const [job] = listed('failed')
  expect(job).toMatchObject({ id: 'take:1', documentId: null, intakeNumber: null, attempts: 1, canRetry: true })
  expect(job?.error?.code).toBe('paperless_server_error')
  await desk.sync().retry(archiveWork(['take:1']))
  await desk.sync().retry(archiveWork(['take:1']))
  expect(listed('failed')).toEqual([])
  expect(desk.rows()).toHaveLength(1)
})

test('of what was refused one is tried again while the others wait for a word of their own; then all are', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  for (const document of desk.standIn.archive.documents) Object.assign(document, { owner: 2, viewers: [3] })
  await desk.connect({ archivesOthers: true })
  await desk.settle()
  desk.decide(1, 'approved')
  desk.decide(2, 'approved')
  await dropApproved(desk, pdfNumber(9))
  refuseUpload()
  await desk.sync().syncNow()
  const refused = listed('set_aside')
  expect(refused.map(({ step }) => step).sort()).toEqual(['upload', 'write_back', 'write_back'])
  expect(counted().set_aside).toBe(3)
  for (const document of desk.standIn.archive.documents) document.changers = [3]
  const one = refused.find(({ name }) => name === 'Factura A-1')
  await desk.sync().retry(archiveWork([one?.id ?? '']))
  expect(desk.standIn.archive.documents.slice(0, 2).map(({ tags }) => tags.length)).toEqual([1, 0])
  expect(listed('set_aside')).toHaveLength(2)
  await desk.sync().retry(archiveWork(listed('set_aside').map(({ id }) => id)))
  await desk.settle()
  expect(listed('set_aside')).toEqual([])
  expect(desk.standIn.archive.documents).toHaveLength(3)
})

test('storing a document there can be cancelled: it stays here, is not sent, and is no work any more', async () => {
  desk = await openArchiveDesk()
  await desk.connect({ archivesOthers: true })
  const documentId = await dropApproved(desk, pdfNumber(9))
  refuseUpload()
  await desk.sync().syncNow()
  const [refused] = listed('set_aside')
  expect(refused).toMatchObject({ step: 'upload', documentId, canCancel: true })
  expect(await desk.sync().cancel(archiveWork([refused?.id ?? '']))).toBe(1)
  await desk.settle()
  expect(counted()).toMatchObject({ waiting: 0, failed: 0, set_aside: 0 })
  expect(desk.sync().problems()).toEqual([])
  expect(desk.standIn.archive.documents).toEqual([])
  const receivedAt = desk.clock.now
  expect(inArchive(desk.store.db, { documentId, kind: 'pdf', source: 'drop', receivedAt })?.state).toBe(
    'not_to_be_stored',
  )
  expect(told(desk.store, 'paperless.upload_cancelled')).toMatchObject([{ documentId }])
  // Put there by a person after all, it is the same document.
  desk.standIn.add({ title: 'mail', fileName: 'mail.pdf', bytes: pdfNumber(9), owner: 3 })
  await desk.settle()
  expect(desk.linkOf(1)).toMatchObject({ documentId, state: 'taken' })
  expect(desk.rows()).toHaveLength(1)
})

test('an upload that may have left is not cancelled', async () => {
  desk = await openArchiveDesk({ worksAtOnce: false })
  await desk.connect({ archivesOthers: true })
  const documentId = await dropApproved(desk, pdfNumber(9))
  await desk.sync().syncNow()
  expect(listed('running')).toMatchObject([{ step: 'upload', documentId, canCancel: false }])
  expect(await desk.sync().cancel(archiveWork([`upload:${documentId}`]))).toBe(0)
})

test('writing back can be cancelled: nothing is said there, the decision stands, and the next one is written', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  await desk.connect()
  await desk.settle()
  for (const archiveId of [1, 2]) desk.decide(archiveId, 'approved')
  const [job] = listed('waiting').filter(({ name }) => name === 'Factura A-1')
  expect(job).toMatchObject({ step: 'write_back', canCancel: true })
  expect(await desk.sync().cancel(archiveWork([job?.id ?? '']))).toBe(1)
  await desk.settle()
  const tags = () => desk.standIn.archive.documents.map(each => each.tags.length)
  expect(tags()).toEqual([0, 1])
  expect(desk.rows().map(({ state }) => state)).toEqual(['approved', 'approved'])
  expect(told(desk.store, 'paperless.write_cancelled')).toMatchObject([{ params: { archiveId: 1 } }])
  desk.decide(1, 'posted')
  await desk.settle()
  expect(tags()).toEqual([1, 1])
})

test('a document that cannot be taken is left where it is when a person says so, until it changes there', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  desk.standIn.faults.add({
    kind: 'server_error_before',
    method: 'GET',
    pattern: '/api/documents/:id/metadata/',
    times: 1,
  })
  await desk.sync().syncNow()
  const [job] = listed('failed')
  expect(await desk.sync().cancel(archiveWork([job?.id ?? '']))).toBe(1)
  await desk.sync().syncNow()
  expect(desk.rows()).toEqual([])
  expect(desk.sync().problems()).toMatchObject([{ kind: 'skipped', title: 'Factura A-1' }])
  for (const document of desk.standIn.archive.documents) document.modifiedAt += 60_000
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(1)
})
