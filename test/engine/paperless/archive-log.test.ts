import { afterEach, expect, test } from 'vitest'
import { archiveLog } from '../../../src/engine/paperless/archive-log'
import { pruneCalls } from '../../../src/engine/store/server-calls'
import { serverCalls } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { allParts, fill, openArchiveDesk, type ArchiveDesk } from './archive-desk'
import { bookBill, dropApproved } from './bookings'

let desk: ArchiveDesk
afterEach(() => desk.close())

const everyJob = { documentId: null, limit: 100 }
const bulkEdit = { method: 'POST', pattern: '/api/documents/bulk_edit/', times: 1 } as const

test('taking in, writing back and storing are told call by call, with what was changed and no word of the files', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect({ writeBack: allParts, archivesOthers: true })
  await desk.settle()
  bookBill(desk, 1, '1287')
  desk.decide(1, 'posted')
  const dropped = await dropApproved(desk, Buffer.from('%PDF-1.7 WordsOfTheDropped'))
  await desk.settle()
  const log = archiveLog(desk.store.db, everyJob)
  expect(new Set(log.map(({ work }) => work))).toEqual(new Set(['take', 'write_back', 'upload']))
  const about = archiveLog(desk.store.db, { ...everyJob, documentId: desk.linkOf(1)?.documentId ?? null })
  // What was written changed the document there: it is looked at once more.
  expect(about.map(({ work }) => work)).toEqual(['take', 'write_back', 'take'])
  expect(about[2]).toMatchObject({ intakeNumber: 1, archiveId: 1 })
  expect(about[2]?.calls.map(({ call, status }) => `${call} ${status}`)).toEqual([
    'GET /api/documents/:id/metadata/ 200',
    'GET /api/documents/:id/ 200',
    'GET /api/documents/:id/download/ 200',
  ])
  const note = about[1]?.calls.find(({ call }) => call === 'POST /api/documents/:id/notes/')
  expect(note?.request).toContain('Quittance #1: bill A-1287')
  const [stored] = archiveLog(desk.store.db, { ...everyJob, documentId: dropped }).slice(-1)
  const upload = stored?.calls.find(({ call }) => call === 'POST /api/documents/post_document/')
  expect(JSON.parse(upload?.request ?? '')).toEqual({ title: 'mail 2', document: 'mail 2.pdf (26 bytes)' })
  const kept = JSON.stringify(log)
  expect(kept).not.toContain('WordsOfTheDropped')
  expect(kept).not.toContain('%PDF')
})

test('a token that the archive says back is kept nowhere, and long answers are cut', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.settle()
  const { token } = desk.standIn
  const said = { detail: `No tag for Token ${token}.`, password: 'hunter2-seeded', more: 'x'.repeat(50_000) }
  const refuse = () => Promise.resolve(Response.json(said, { status: 400 }))
  desk.network.add({ ...bulkEdit, meet: refuse })
  desk.decide(1, 'approved')
  await desk.sync().syncNow()
  const [entry] = archiveLog(desk.store.db, everyJob)
  const refused = entry?.calls.find(({ status }) => status === 400)
  expect(refused).toMatchObject({ code: 'paperless_refused' })
  expect(refused?.answer).toContain('No tag for Token ….')
  expect(refused?.answer?.length).toBe(4_000)
  const everything = JSON.stringify(desk.store.db.select().from(serverCalls).all())
  for (const secret of [token, 'hunter2-seeded']) {
    expect(everything).not.toContain(secret)
    expect(desk.logged.join('\n')).not.toContain(secret)
  }
})

test('a web page in the place of an answer is not kept, and old calls are pruned like those to the ledger', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.settle()
  const page = () => Promise.resolve(new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }))
  desk.network.add({ ...bulkEdit, meet: page })
  desk.decide(1, 'approved')
  await desk.sync().syncNow()
  const told = archiveLog(desk.store.db, everyJob).flatMap(({ calls }) => calls)
  const broken = told.find(({ code }) => code === 'paperless_contract_broken')
  expect(broken).toMatchObject({ call: 'POST /api/documents/bulk_edit/', status: 200, answer: null })
  expect(broken?.request).toContain('modify_tags')
  write(desk.store, tx => pruneCalls(tx, desk.clock.now + 1))
  expect(archiveLog(desk.store.db, everyJob)).toEqual([])
})

test('what failed before a document was taken is told in its timeline once it is', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  desk.standIn.faults.add({ kind: 'server_error_before', method: 'GET', pattern: '/api/documents/:id/metadata/' })
  await desk.connect()
  await desk.settle()
  const documentId = desk.linkOf(1)?.documentId ?? null
  const told = archiveLog(desk.store.db, { ...everyJob, documentId }).map(({ calls }) => calls[0]?.status)
  expect(told).toEqual([200, 500])
})
