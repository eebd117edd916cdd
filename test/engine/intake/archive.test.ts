import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openArchive } from '../../../src/engine/intake/archive'
import { archiveLimits } from '../../../src/engine/intake/limits'
import { surveyArchive } from '../../../src/engine/intake/survey'

type Content = Readonly<Record<string, string | Uint8Array>>

async function zipOf(content: Content): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(content)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

async function survey(bytes: Uint8Array, limits = archiveLimits): Promise<void> {
  const archive = await openArchive(bytes)
  return surveyArchive(archive, bytes.length, limits)
}

async function namesIn(bytes: Uint8Array): Promise<string[]> {
  const archive = await openArchive(bytes)
  const names: string[] = []
  for await (const entry of archive.entries()) names.push(entry.fileName)
  return names
}

/** Writes another name of the same length over one in the archive: yazl itself refuses to write bad ones. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')
}

test('the files of an archive are named by the last part of their path', async () => {
  const bytes = await zipOf({ 'march/A-1.xml': '<a/>', 'march/scans/A-2.pdf': '%PDF-', '__MACOSX/._A-1.xml': 'x' })
  expect(await namesIn(bytes)).toEqual(['A-1.xml', 'A-2.pdf'])
})

test('a path that climbs out of the archive is only a name', async () => {
  const bytes = renamed(await zipOf({ 'xx/xx/evil.pdf': '%PDF-' }), 'xx/xx/', '../../')
  expect(await namesIn(bytes)).toEqual(['evil.pdf'])
  await expect(survey(bytes)).resolves.toBeUndefined()
})

test('a bomb of 100 MB in 100 kB is beyond the limits', async () => {
  const bytes = await zipOf({ 'invoice.pdf': new Uint8Array(100 * 1024 * 1024) })
  await expect(survey(bytes)).rejects.toMatchObject({ data: { code: 'resource_limit', params: { limit: 'ratio' } } })
})

test('a ZIP in a ZIP is opened, a third one inside is not', async () => {
  const inner = await zipOf({ 'A-1.xml': '<a/>' })
  const middle = await zipOf({ 'inner.zip': inner })
  await expect(survey(middle)).resolves.toBeUndefined()
  const outer = await zipOf({ 'middle.bin': middle })
  await expect(survey(outer)).rejects.toMatchObject({ data: { code: 'resource_limit', params: { limit: 'nesting' } } })
})

test('entries of inner archives count', async () => {
  const inner = await zipOf({ a: '1', b: '2', c: '3' })
  const outer = await zipOf({ 'inner.zip': inner, d: '4' })
  await expect(survey(outer, { ...archiveLimits, entries: 4 })).rejects.toMatchObject({
    data: { code: 'resource_limit', params: { limit: 'entries' } },
  })
  await expect(survey(outer, { ...archiveLimits, entries: 5 })).resolves.toBeUndefined()
})

test('a spreadsheet is no archive of invoices, though it is a ZIP', async () => {
  const sheet = await zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })
  await expect(survey(sheet)).rejects.toMatchObject({ data: { code: 'unsupported_type' } })
  // Beside invoices it spoils nothing.
  await expect(survey(await zipOf({ 'list.xlsx': sheet, 'A-1.xml': '<a/>' }))).resolves.toBeUndefined()
})

test('an archive without files says so', async () => {
  await expect(survey(await zipOf({}))).rejects.toMatchObject({ data: { code: 'empty_file' } })
})

test('a torn archive is corrupt', async () => {
  const bytes = await zipOf({ 'A-1.xml': '<a/>'.repeat(1000) })
  await expect(survey(bytes.subarray(0, bytes.length - 30))).rejects.toMatchObject({
    data: { code: 'corrupt_document' },
  })
})

test('an entry whose bytes do not fit their checksum is corrupt', async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('Total 1160.00'), 'A-1.txt', { compress: false })
  zip.end()
  const damaged = renamed(await buffer(zip.outputStream), '1160.00', '9160.00')
  const archive = await openArchive(damaged)
  for await (const entry of archive.entries()) {
    await expect(archive.readEntry(entry)).rejects.toMatchObject({ data: { code: 'corrupt_document' } })
  }
})
