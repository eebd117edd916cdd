import { afterEach, expect, test } from 'vitest'
import { archiveWork } from '../../../src/engine/lists/list-archive-jobs'
import { listJobs } from '../../../src/engine/lists/list-jobs'
import type { JobState } from '../../../src/shared/ledger'
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
