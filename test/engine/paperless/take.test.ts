import { afterEach, expect, test } from 'vitest'
import { issues, readings } from '../../../src/engine/store/schema'
import { countContaining, refreshSearchIndex } from '../../../src/engine/store/search-index'
import { sure } from '../some-engine'
import { fill, openArchiveDesk, pdfNumber, type ArchiveDesk } from './archive-desk'

let desk: ArchiveDesk
afterEach(() => desk.close())

test('every invoice of the archive is taken in once, as the file that was received there', async () => {
  desk = await openArchiveDesk()
  fill(desk, 8)
  desk.standIn.add({
    title: 'scan',
    fileName: 'scan.pdf',
    bytes: pdfNumber(9),
    archived: Buffer.from('%PDF-1.7 rewritten'),
  })
  await desk.connect()
  await desk.sync().syncNow()
  await desk.sync().syncNow()
  desk.restart()
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(9)
  expect(desk.rows().every(row => row.source === 'paperless' && row.state === 'queued')).toBe(true)
  const scan = desk.rows().find(row => row.fileName === 'scan.pdf')
  expect(Buffer.from(desk.blobs.read(scan?.sha256 ?? ('' as never)))).toEqual(pdfNumber(9))
  expect(desk.sync().status().counts).toMatchObject({ taken: 9, failed: 0, skipped: 0 })
})

test('release 2.20 speaks version 9 and MD5, and is taken in all the same', async () => {
  desk = await openArchiveDesk({ release: '2.20.15' })
  fill(desk, 3)
  await desk.connect()
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(3)
  expect(desk.sync().status()).toMatchObject({ release: '2.20.15', apiVersion: 9 })
})

test('nothing is taken before a person has chosen what', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  await desk.connect({ take: null })
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(0)
})

test('only what has the chosen tag, type and field is taken; a document tagged later follows', async () => {
  desk = await openArchiveDesk()
  const { archive } = desk.standIn
  const named = { owner: null, matchingAlgorithm: 0, color: '#a6cee3', isInbox: false, parent: null }
  archive.named.tags.push({ id: 4, name: 'invoice', ...named })
  archive.named.document_types.push({ id: 1, name: 'Invoice', ...named })
  archive.customFields.push({ id: 2, name: 'Branch', dataType: 'string', extraData: null })
  fill(desk, 4)
  const [first, second, third] = archive.documents
  for (const each of [first, second, third]) if (each) Object.assign(each, { tags: [4], documentType: 1 })
  if (first) first.customFields = [{ field: 2, value: 'Norte' }]
  const take = { tagIds: [4], documentTypeIds: [1], correspondentIds: [], customField: { fieldId: 2, value: 'Norte' } }
  await desk.connect({ take })
  await desk.sync().syncNow()
  expect(desk.rows().map(row => row.fileName)).toEqual(['factura A-1.pdf'])
  if (second) Object.assign(second, { customFields: [{ field: 2, value: 'Norte' }], modifiedAt: desk.clock.now })
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(2)
})

test('a chosen tag that was deleted there is said, and not taken for an empty archive', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect({ take: { tagIds: [99], documentTypeIds: [], correspondentIds: [], customField: null } })
  await desk.sync().syncNow()
  expect(desk.sync().status().lastError).toMatchObject({ code: 'paperless_choice_gone', params: { kind: 'tags' } })
})

test('the same file under two numbers is taken once, and the second is listed with the reason', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  desk.standIn.add({ title: 'again', fileName: 'again.pdf', bytes: pdfNumber(1), owner: 3 })
  await desk.connect()
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(1)
  expect(desk.sync().problems()).toMatchObject([{ kind: 'skipped', error: { code: 'paperless_stored_twice' } }])
})

test('a text document is skipped and listed, the invoices beside it are taken', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  desk.standIn.add({ title: 'minutes', fileName: 'minutes.txt', mimeType: 'text/plain', bytes: Buffer.from('hello') })
  await desk.connect()
  await desk.sync().syncNow()
  expect(desk.sync().problems()).toMatchObject([{ title: 'minutes', error: { code: 'unsupported_type' } }])
  expect(desk.sync().status().counts).toMatchObject({ taken: 1, skipped: 1 })
})

test('a file swapped in the archive comes in as a document of its own, and the first one says so', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.sync().syncNow()
  const [stored] = desk.standIn.archive.documents
  if (!stored) throw new Error('nothing there')
  desk.clock.now += 60_000
  desk.standIn.addVersion(stored, pdfNumber(77))
  await desk.sync().syncNow()
  await desk.sync().syncNow()
  const [before, after] = desk.rows()
  expect(desk.rows()).toHaveLength(2)
  const raised = desk.store.db
    .select()
    .from(issues)
    .all()
    .filter(each => each.key === 'archive_changed')
  expect(raised).toMatchObject([
    { documentId: before?.id, severity: 'high', params: { archiveId: 1, intakeNumber: after?.intakeNumber } },
  ])
  expect(desk.linkOf(1)?.documentId).toBe(after?.id)
})

test('documents that are not shared with the account are not there, and a stranger’s token is refused', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  desk.standIn.add({ title: 'private', fileName: 'private.pdf', bytes: pdfNumber(2), owner: 2 })
  await desk.connect()
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(1)
  await expect(desk.sync().connect({ url: desk.standIn.url, token: 'f'.repeat(40) })).rejects.toMatchObject({
    data: { code: 'paperless_unauthorized' },
  })
})

test('a list of 250 documents is walked to its end', async () => {
  desk = await openArchiveDesk()
  fill(desk, 250)
  await desk.connect()
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(250)
})

test('the token is found nowhere but sealed: not in the log, not in the journal, not in the status', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  await desk.sync().syncNow()
  const dump = desk.store.raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
    .flatMap(name => desk.store.raw.prepare(`SELECT * FROM "${String(name)}"`).all())
  for (const text of [JSON.stringify(dump), desk.logged.join('\n'), JSON.stringify(desk.sync().status())]) {
    expect(text).not.toContain(desk.standIn.token)
  }
})

test('what the archive read on a page finds the document in the Inbox, and is a value of nothing', async () => {
  desk = await openArchiveDesk()
  const content = 'Acme Suministros\nPedido OC-77123\nTotal 9 715.00'
  desk.standIn.add({ title: 'scan', fileName: 'scan.pdf', bytes: pdfNumber(1), content, owner: 3 })
  await desk.connect()
  await desk.sync().syncNow()
  const found = (part: string) => {
    while (refreshSearchIndex(desk.store, 8) === 8);
    return countContaining(desk.store.db, [part])
  }
  expect(found('oc-77123')).toBe(1)
  expect(desk.store.db.select().from(readings).all()).toEqual([])
  // Corrected over there.
  const [stored] = desk.standIn.archive.documents
  stored?.versions.splice(0, 1, { ...sure(stored.versions[0]), content: 'Pedido OC-88456' })
  if (stored) stored.modifiedAt += 60_000
  await desk.sync().syncNow()
  expect([found('oc-77123'), found('oc-88456')]).toEqual([0, 1])
  expect(desk.rows()).toHaveLength(1)
})

test('a document whose text breaks the archive is taken in all the same', async () => {
  desk = await openArchiveDesk()
  fill(desk, 1)
  await desk.connect()
  desk.standIn.faults.add({ kind: 'html_before', method: 'GET', pattern: '/api/documents/:id/', times: 1 })
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(1)
})
