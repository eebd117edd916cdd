import { afterEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { inArchive } from '../../../src/engine/paperless/in-archive'
import { documents } from '../../../src/engine/store/schema'
import type { DocumentId } from '../../../src/shared/ids'
import { servicePermissions } from '../../paperless-stand-in/server'
import { allParts, fill, openArchiveDesk, pdfNumber, type ArchiveDesk } from './archive-desk'
import { bookBill, dropApproved } from './bookings'

let desk: ArchiveDesk
afterEach(() => desk.close())

test('only the tag is written unless more is switched on, and no list of anybody else is touched', async () => {
  desk = await openArchiveDesk()
  const named = { owner: null, matchingAlgorithm: 0, color: '#a6cee3', isInbox: false, parent: null }
  desk.standIn.archive.named.tags.push({ id: 1, name: 'Inbox', ...named })
  desk.standIn.archive.ids.set('tags', 1)
  fill(desk, 1)
  const [stored] = desk.standIn.archive.documents
  if (stored) stored.tags = [1]
  await desk.connect()
  await desk.settle()
  desk.decide(1, 'approved')
  await desk.settle()
  expect(stored?.tags).toEqual([1, 2])
  expect(desk.standIn.archive.named.tags[1]).toMatchObject({
    name: 'quittance:processed',
    owner: null,
    matchingAlgorithm: 0,
  })
  expect(stored?.customFields).toEqual([])
  expect(desk.standIn.calls.filter(call => call.method === 'PATCH')).toEqual([])
})

test('number, address, total, state, correspondent and note are written with the right types once posted', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect({ writeBack: allParts })
  await desk.settle()
  bookBill(desk, 1, '1287')
  desk.decide(1, 'posted')
  await desk.settle()
  const { archive } = desk.standIn
  const [stored] = archive.documents
  const valueOf = (name: string) => {
    const field = archive.customFields.find(each => each.name === name)
    return stored?.customFields.find(each => each.field === field?.id)?.value
  }
  expect(archive.customFields.map(each => [each.name, each.dataType])).toEqual([
    ['BigCapital bill id', 'string'],
    ['BigCapital bill URL', 'url'],
    ['Invoice total', 'monetary'],
    ['AP state', 'select'],
  ])
  expect(valueOf('BigCapital bill id')).toBe('1287')
  expect(valueOf('BigCapital bill URL')).toBe('https://books.example.test/bills/1287/edit')
  expect(valueOf('Invoice total')).toBe('MXN9715.00')
  expect(archive.named.correspondents[0]).toMatchObject({ id: stored?.correspondent, name: 'Acme Suministros' })
  expect(stored?.notes.map(note => note.note)).toEqual([
    'Quittance #1: bill A-1287\nhttps://books.example.test/bills/1287/edit',
  ])
  expect(stored?.tags).toHaveLength(1)
})

test('a document taken back loses our tag and no other', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.settle()
  desk.decide(1, 'approved')
  await desk.settle()
  const [stored] = desk.standIn.archive.documents
  stored?.tags.push(77)
  desk.decide(1, 'ready')
  await desk.settle()
  expect(stored?.tags).toEqual([77])
})

test('an answer that got lost is said once more and changes nothing: one tag, one note', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect({ writeBack: allParts })
  await desk.settle()
  bookBill(desk, 1, '1287')
  for (const pattern of [
    '/api/documents/bulk_edit/',
    '/api/documents/:id/notes/',
    '/api/tags/',
    '/api/custom_fields/',
  ]) {
    desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern })
  }
  desk.decide(1, 'posted')
  await desk.settle()
  const [stored] = desk.standIn.archive.documents
  expect(stored?.notes).toHaveLength(1)
  expect(stored?.tags).toHaveLength(1)
  expect(desk.standIn.archive.named.tags).toHaveLength(1)
  expect(desk.standIn.archive.customFields).toHaveLength(4)
  expect(desk.sync().status().counts.toWrite).toBe(0)
})

test('a document the account may only see is said to be so, the next one is written, and a retry works once it may', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  const [first, second] = desk.standIn.archive.documents
  if (first) Object.assign(first, { owner: 2, viewers: [3] })
  await desk.connect()
  await desk.settle()
  desk.decide(1, 'approved')
  desk.decide(2, 'approved')
  await desk.settle()
  expect(second?.tags).toHaveLength(1)
  expect(desk.sync().problems()).toMatchObject([
    { kind: 'not_written', archiveId: 1, error: { code: 'paperless_not_shared' }, nextTryAt: null },
  ])
  if (first) first.changers = [3]
  await desk.sync().retry()
  expect(first?.tags).toHaveLength(1)
  expect(desk.sync().problems()).toEqual([])
})

test('whichever part comes first, a document the account may only see is called not shared, not a lack of permission', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  const [stored] = desk.standIn.archive.documents
  if (stored) Object.assign(stored, { owner: 2, viewers: [3] })
  await desk.connect({ writeBack: allParts })
  await desk.settle()
  bookBill(desk, 1, '1287')
  desk.decide(1, 'posted')
  await desk.settle(3)
  expect(desk.sync().problems()).toMatchObject([{ kind: 'not_written', error: { code: 'paperless_not_shared' } }])
  expect(stored).toMatchObject({ correspondent: null, tags: [], notes: [] })
})

test('a missing permission is named before and when it is needed', async () => {
  const permissions = new Set(servicePermissions.filter(each => each !== 'add_tag'))
  desk = await openArchiveDesk({
    users: [{ id: 3, username: 'ap-bot', token: 'b'.repeat(40), isSuperuser: false, permissions }],
  })
  fill(desk, 1)
  await desk.connect()
  await desk.settle()
  expect(desk.sync().status().missingPermissions).toEqual(['add_tag'])
  desk.decide(1, 'approved')
  await desk.settle(3)
  expect(desk.sync().problems()).toMatchObject([
    { kind: 'not_written', error: { code: 'paperless_permission_missing', params: { permission: 'add_tag' } } },
  ])
})

test('a field of our name and another type is not written to', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  desk.standIn.archive.customFields.push({ id: 1, name: 'AP state', dataType: 'string', extraData: null })
  await desk.connect({ writeBack: allParts })
  await desk.settle()
  desk.decide(1, 'rejected')
  await desk.settle(3)
  expect(desk.sync().problems()).toMatchObject([
    { error: { code: 'paperless_field_unfit', params: { customField: 'AP state' } } },
  ])
})

test('each document says whether it lies there, is being stored, or is e-invoice XML that is kept here', async () => {
  desk = await openArchiveDesk()
  await desk.connect({ archivesOthers: true })
  const pdf = await dropApproved(desk, pdfNumber(1))
  const xml = await dropApproved(desk, Buffer.from('<cfdi:Comprobante/>'), 'xml')
  const said = (documentId: DocumentId) => {
    const row = desk?.rows().find(({ id }) => id === documentId)
    return desk && row && inArchive(desk.store.db, { ...row, documentId })
  }
  desk.standIn.faults.add({ kind: 'unavailable_before', method: 'POST', pattern: '/api/documents/post_document/' })
  await desk.sync().syncNow()
  expect(said(pdf)).toEqual({ state: 'being_stored', archiveId: null })
  await desk.settle()
  expect(said(pdf)).toEqual({ state: 'there', archiveId: 1 })
  expect(said(xml)).toEqual({ state: 'kept_here', archiveId: null })
  expect(desk.standIn.archive.documents).toHaveLength(1)
  await desk.sync().disconnect()
  expect([said(pdf), said(xml)]).toEqual([null, null])
})

test('a file the archive could not store says so until it is tried again', async () => {
  desk = await openArchiveDesk()
  await desk.connect({ archivesOthers: true })
  const documentId = await dropApproved(desk, pdfNumber(1))
  const said = () => desk && inArchive(desk.store.db, { documentId, kind: 'pdf', source: 'drop', receivedAt: 0 })
  const refuse = () => Promise.resolve(Response.json({ document: ['Unsupported file type'] }, { status: 400 }))
  desk.network.add({ method: 'POST', pattern: '/api/documents/post_document/', times: 1, meet: refuse })
  await desk.sync().syncNow()
  expect(said()).toMatchObject({ state: 'not_stored' })
  await desk.sync().retry()
  await desk.settle()
  expect(said()).toMatchObject({ state: 'there' })
})

test('what came in by other ways is stored there once it is approved, and recognised from then on', async () => {
  for (const release of ['3.0.5', '2.20.15'] as const) {
    desk = await openArchiveDesk({ release })
    await desk.connect({ archivesOthers: true })
    const documentId = await dropApproved(desk, Buffer.from(`%PDF-1.7 ${release}`))
    // The answer to the upload gets lost: it must not be stored a second time.
    desk.standIn.faults.add({ kind: 'drop_after', method: 'POST', pattern: '/api/documents/post_document/' })
    await desk.settle()
    expect(desk.standIn.archive.documents).toHaveLength(1)
    expect(desk.standIn.calls.filter(call => call.pattern === '/api/documents/post_document/')).toHaveLength(1)
    expect(desk.rows()).toHaveLength(1)
    expect(desk.linkOf(1)?.documentId).toBe(documentId)
    expect(desk.store.db.select().from(documents).where(eq(documents.source, 'paperless')).all()).toEqual([])
    if (release === '3.0.5') await desk.close()
  }
})
