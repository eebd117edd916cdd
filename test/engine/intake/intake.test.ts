import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { EventName } from '../../../src/shared/contract'
import { AppError } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'
import { createIntake, type Intake } from '../../../src/engine/intake/intake'
import type { IntakeParts } from '../../../src/engine/intake/intake-parts'
import { conservation } from '../../../src/engine/lists/counts'
import { readMail } from '../../../src/engine/pipeline/mail/read-mail'
import { loadChart } from '../../../src/engine/pipeline/code/chart'
import { openBlobs } from '../../../src/engine/store/blobs'
import { newId } from '../../../src/engine/store/new-id'
import { openStore } from '../../../src/engine/store/open'
import { documents, issues, jobs, journal } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { sure } from '../some-engine'

const now = Date.UTC(2026, 2, 12, 9)
const chart = loadChart(join(import.meta.dirname, '../../../resources'), 'sat')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const pdf = (text: string) => `%PDF-1.7\n% ${text}\n`

let root: string
let free: number
let inbox: string
let parts: IntakeParts
let intake: Intake
let told: { event: EventName; data: unknown }[]

function partsFor(folder: string): IntakeParts {
  const store = openStore(join(folder, 'own'))
  return {
    store,
    blobs: openBlobs(join(folder, 'own')),
    log: silent,
    dataFolder: folder,
    context: () => ({ now, actor: 'engine test', settings: defaultSettings, chart, newId: () => newId(now) }),
    announce: (event, data) => void told.push({ event, data }),
    freeBytes: () => Promise.resolve(free),
    wake: () => undefined,
    openMail: bytes => readMail(bytes),
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-intake-'))
  inbox = join(root, 'inbox')
  mkdirSync(inbox)
  told = []
  free = 500 * 2 ** 20
  parts = partsFor(join(root, 'data'))
  intake = createIntake(parts)
  return () => parts.store.close()
})

function put(name: string, bytes: string | Uint8Array): string {
  const path = join(inbox, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

function rows() {
  return parts.store.db.select().from(documents).orderBy(asc(documents.intakeNumber)).all()
}

function refused(): unknown[] {
  return told.filter(({ event }) => event === 'intake.refused').map(({ data }) => data)
}

async function zipOf(content: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(content)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

test('a dropped invoice is a numbered row with its bytes, waiting to be read', async () => {
  const tally = await intake.take([put('A-1182.pdf', pdf('A-1182'))], 'drop')
  expect(tally).toEqual({ received: 1, duplicates: 0, refused: 0 })
  const [row] = rows()
  expect(row).toMatchObject({ intakeNumber: 1, fileName: 'A-1182.pdf', state: 'queued', kind: 'pdf', source: 'drop' })
  expect(Buffer.from(parts.blobs.read(sure(row).sha256)).toString()).toBe(pdf('A-1182'))
  expect(parts.store.db.select().from(jobs).all()).toMatchObject([
    { documentId: sure(row).id, step: 'read', state: 'waiting' },
  ])
  expect(told.map(({ event }) => event)).toContain('document.changed')
})

test('a folder is taken in with all its folders, in order of name', async () => {
  put('march/b.xml', '<a>1</a>')
  put('march/a.xml', '<a>2</a>')
  put('march/scans/c.xml', '<a>3</a>')
  put('march/.DS_Store', 'x')
  await intake.take([join(inbox, 'march')], 'drop')
  expect(rows().map(row => row.fileName)).toEqual(['a.xml', 'b.xml', 'c.xml'])
  expect(new Set(rows().map(row => row.source))).toEqual(new Set(['folder']))
})

test('identical bytes are linked to the first, in the same drop and in a later one', async () => {
  await intake.take([put('a.pdf', pdf('same')), put('b.pdf', pdf('same')), put('c.pdf', pdf('other'))], 'drop')
  await intake.take([put('d.pdf', pdf('same'))], 'drop')
  const [a, b, c, d] = rows()
  expect([a, b, c, d].map(row => row?.state)).toEqual(['queued', 'duplicate', 'queued', 'duplicate'])
  expect([b?.duplicateOfId, d?.duplicateOfId]).toEqual([a?.id, a?.id])
  expect(parts.store.db.select().from(jobs).all()).toHaveLength(2)
})

test('two empty files are two empty files, each set aside with the reason', async () => {
  await intake.take([put('a.pdf', ''), put('b.xml', '')], 'drop')
  expect(rows().map(row => [row.state, row.stateReason])).toEqual([
    ['set_aside', 'empty_file'],
    ['set_aside', 'empty_file'],
  ])
  expect(parts.store.db.select().from(issues).all()).toHaveLength(2)
})

test('what no reader knows is kept and set aside: programs, text', async () => {
  await intake.take([put('invoice.pdf.exe', 'MZ\u0090'), put('note', 'call them')], 'drop')
  for (const row of rows()) {
    expect([row.state, row.stateReason]).toEqual(['set_aside', 'unsupported_type'])
    expect(parts.blobs.has(row.sha256)).toBe(true)
  }
})

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A mail as programs write it; parts are [headers, body]. */
function mailOf(parts: readonly (readonly [headers: string, body: string])[]): string {
  const head = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: March\r\nMIME-Version: 1.0\r\n'
  const body = parts.map(([headers, text]) => `--b\r\n${headers}\r\n\r\n${text}\r\n`).join('')
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}--b--\r\n`
}
const attached = (name: string, type = 'application/pdf') =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`

test('what is attached to a mail becomes documents, whatever its headers say it is; the words of the mail do not', async () => {
  const inline =
    'Content-Type: application/pdf\r\nContent-Disposition: inline; filename="A-2.pdf"\r\nContent-Transfer-Encoding: base64'
  const mail = mailOf([
    ['Content-Type: text/plain', 'Please find attached.'],
    [attached('../../A-1.pdf', 'application/octet-stream'), base64(pdf('A-1'))],
    [inline, base64(pdf('A-2'))],
    [attached('meeting.ics', 'text/calendar'), base64('BEGIN:VCALENDAR')],
  ])
  await intake.take([put('march.eml', mail)], 'drop')
  const [container, ...inside] = rows()
  expect(container).toMatchObject({ kind: 'eml', state: 'unpacked' })
  expect(inside.map(row => [row.fileName, row.state, row.source, row.parentId])).toEqual([
    ['A-1.pdf', 'queued', 'mail', sure(container).id],
    ['A-2.pdf', 'queued', 'mail', sure(container).id],
  ])
})

test('a mail attached to a mail is opened too, and a chain of them has an end', async () => {
  let mail = mailOf([[attached('A-1.pdf'), base64(pdf('A-1'))]])
  for (let level = 0; level < 6; level++)
    mail = mailOf([
      [
        'Content-Type: message/rfc822',
        mail
          .replaceAll('=b\r\n', `=b${level}\r\n`)
          .replaceAll('--b\r\n', `--b${level}\r\n`)
          .replaceAll('--b--', `--b${level}--`),
      ],
    ])
  await intake.take([put('chain.eml', mail)], 'drop')
  expect(rows().some(row => row.state === 'set_aside' && row.stateReason === 'resource_limit')).toBe(true)
  expect(rows().length).toBeLessThan(8)
})

test('a mail without a document is kept and set aside, and so is one that nests without end', async () => {
  const plain = 'From: a@example.com\nTo: b@example.com\nMessage-ID: <1@example.com>\nMIME-Version: 1.0\n\nhello'
  const deep = `From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\n${Array.from({ length: 400 }, (_, at) => `Content-Type: multipart/mixed; boundary=x${at}\n\n--x${at}\n`).join('')}`
  await intake.take([put('plain.eml', plain), put('deep.eml', deep)], 'drop')
  expect(rows().map(row => [row.state, row.stateReason])).toEqual([
    ['set_aside', 'mail_without_documents'],
    ['set_aside', 'resource_limit'],
  ])
})

test('a ZIP is a row of its own and its files are documents that came out of it', async () => {
  const path = put('march.zip', await zipOf({ 'x/A-1.xml': '<a>1</a>', 'A-2.xml': '<a>2</a>', 'copy.xml': '<a>1</a>' }))
  const tally = await intake.take([path], 'drop')
  expect(tally).toEqual({ received: 4, duplicates: 1, refused: 0 })
  const [zip, ...entries] = rows()
  expect(zip).toMatchObject({ state: 'unpacked', kind: 'zip', fileName: 'march.zip' })
  expect(entries.map(row => [row.fileName, row.state, row.source, row.parentId])).toEqual([
    ['A-1.xml', 'queued', 'archive', sure(zip).id],
    ['A-2.xml', 'queued', 'archive', sure(zip).id],
    ['copy.xml', 'duplicate', 'archive', sure(zip).id],
  ])
})

test('the same ZIP again is a duplicate and not unpacked again', async () => {
  const bytes = await zipOf({ 'A-1.xml': '<a>1</a>' })
  await intake.take([put('march.zip', bytes), put('march (1).zip', bytes)], 'drop')
  expect(rows().map(row => row.state)).toEqual(['unpacked', 'duplicate', 'queued'])
})

test('an archive that ended the engine three times while it was unpacked is set aside, and a person may have it tried again', async () => {
  const path = put('march.zip', await zipOf({ 'A-1.xml': '<a>1</a>' }))
  // Seen from where the archive is opened: the attempt is on disk before a byte is unpacked.
  const seen: number[] = []
  const open = (sha256: Parameters<typeof parts.blobs.open>[0]) => {
    seen.push(sure(rows()[0]).unpackAttempts)
    throw new AppError('engine_gone', {}, 'later', { cause: sha256 })
  }
  const dying = { ...parts, blobs: { ...parts.blobs, open } }
  await createIntake(dying).take([path], 'drop')
  expect(seen).toEqual([1])

  const [zip] = rows()
  const died = { state: 'queued', stateReason: null, unpackAttempts: 3 } as const
  parts.store.db.update(documents).set(died).run()
  await intake.resume()
  expect(rows()).toMatchObject([
    { id: sure(zip).id, state: 'set_aside', stateReason: 'worker_crashed', unpackAttempts: 0 },
  ])

  parts.store.db.update(documents).set({ state: 'queued' }).run()
  await intake.resume()
  expect(rows().map(({ fileName, state }) => [fileName, state])).toEqual([
    ['march.zip', 'unpacked'],
    ['A-1.xml', 'queued'],
  ])
  expect(rows()[0]).toMatchObject({ unpackAttempts: 0 })
})

test('a ZIP in a ZIP is unpacked too', async () => {
  const inner = await zipOf({ 'A-1.xml': '<a>1</a>' })
  await intake.take([put('year.zip', await zipOf({ 'march.zip': inner, 'A-2.xml': '<a>2</a>' }))], 'drop')
  expect(rows().map(row => [row.fileName, row.state])).toEqual([
    ['year.zip', 'unpacked'],
    ['march.zip', 'unpacked'],
    ['A-2.xml', 'queued'],
    ['A-1.xml', 'queued'],
  ])
})

test('a bomb is set aside whole, its bytes kept', async () => {
  await intake.take([put('bomb.zip', await zipOf({ 'invoice.pdf': new Uint8Array(40 * 1024 * 1024) }))], 'drop')
  expect(rows()).toMatchObject([{ state: 'set_aside', stateReason: 'resource_limit' }])
  expect(parts.blobs.has(sure(rows()[0]).sha256)).toBe(true)
})

test('a ZIP with one torn file gives the whole ones and is set aside so that somebody asks for the other', async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('<a>whole</a>'), 'A-1.xml', { compress: false })
  zip.addBuffer(Buffer.from('<a>broken</a>'), 'A-2.xml', { compress: false })
  zip.end()
  const bytes = Buffer.from((await buffer(zip.outputStream)).toString('latin1').replace('broken', 'BROKEN'), 'latin1')
  const tally = await intake.take([put('march.zip', bytes)], 'drop')
  expect(tally).toEqual({ received: 2, duplicates: 0, refused: 1 })
  expect(rows().map(row => [row.fileName, row.state, row.stateReason])).toEqual([
    ['march.zip', 'set_aside', 'corrupt_document'],
    ['A-1.xml', 'queued', null],
  ])
  expect(refused()).toMatchObject([{ fileName: 'A-2.xml', error: { code: 'corrupt_document' } }])
})

test('an engine that died while unpacking goes on without doubling anything', async () => {
  await intake.take(
    [put('march.zip', await zipOf({ a: '<a>1</a>', 'x/b': '<a>2</a>', b: '<a>2</a>', c: '<a>3</a>' }))],
    'drop',
  )
  const before = rows().map(row => row.fileName)
  // As it was after the second entry: the container still waiting, two rows not yet made.
  const { raw } = parts.store
  const pointing = raw
    .prepare(
      `SELECT format('DELETE FROM "%w" WHERE "%w" = ?', tables.name, keys."from") FROM sqlite_schema tables
        JOIN pragma_foreign_key_list(tables.name) keys ON keys."table" = 'documents' WHERE tables.type = 'table'`,
    )
    .pluck()
    .all() as string[]
  write(parts.store, tx => {
    tx.delete(jobs).run()
    for (const row of rows().slice(3)) {
      for (const removal of pointing) raw.prepare(removal).run(row.id)
      tx.delete(documents).where(eq(documents.id, row.id)).run()
    }
    tx.update(documents).set({ state: 'queued' }).where(eq(documents.intakeNumber, 1)).run()
  })
  await createIntake(parts).resume()
  expect(rows().map(row => row.fileName)).toEqual(before)
  expect(rows()[0]?.state).toBe('unpacked')
})

test('links are followed when chosen, or when they stay in the folder, and refused otherwise', async () => {
  const secret = join(root, 'secret.key')
  writeFileSync(secret, 'top secret')
  const real = put('scans/real.pdf', pdf('real'))
  symlinkSync(real, join(inbox, 'scans', 'inside.pdf'))
  symlinkSync(secret, join(inbox, 'scans', 'outside.pdf'))
  symlinkSync(join(inbox, 'gone'), join(inbox, 'scans', 'dangling.pdf'))
  symlinkSync(join(inbox, 'scans', 'loop.pdf'), join(inbox, 'scans', 'loop.pdf'))
  symlinkSync(inbox, join(inbox, 'scans', 'up'))
  symlinkSync(real, join(inbox, 'chosen.pdf'))
  await intake.take([join(inbox, 'scans'), join(inbox, 'chosen.pdf')], 'drop')
  expect(
    rows()
      .map(row => row.fileName)
      .sort(),
  ).toEqual(['chosen.pdf', 'inside.pdf', 'real.pdf'])
  expect(refused()).toHaveLength(4)
  expect(rows().some(row => Buffer.from(parts.blobs.read(row.sha256)).includes('secret'))).toBe(false)
})

test('a pipe, a device and a vanished file are refused at once, and said so in the journal', async () => {
  execFileSync('mkfifo', [join(inbox, 'invoice.pdf')])
  const tally = await intake.take([inbox, '/dev/zero', join(inbox, 'vanished.pdf')], 'drop')
  expect(tally).toEqual({ received: 0, duplicates: 0, refused: 3 })
  expect(refused()).toMatchObject([
    { fileName: 'invoice.pdf', error: { code: 'unsupported_type' } },
    { fileName: 'zero', error: { code: 'unsupported_type' } },
    { fileName: 'vanished.pdf', error: { code: 'file_vanished' } },
  ])
  expect(
    parts.store.db
      .select()
      .from(journal)
      .all()
      .map(entry => entry.kind),
  ).toEqual(Array(3).fill('intake.refused'))
})

test.skipIf(process.getuid?.() === 0)('a file nobody may read is refused with the cause', async () => {
  const path = put('locked.pdf', pdf('locked'))
  chmodSync(path, 0)
  await intake.take([path], 'drop')
  expect(refused()).toMatchObject([{ error: { code: 'file_unreadable', params: { cause: 'EACCES' } } }])
})

test('5 GiB of nothing called invoice.pdf is refused before a byte is read', async () => {
  const path = put('invoice.pdf', '')
  truncateSync(path, 5 * 1024 ** 3)
  await intake.take([path], 'drop')
  expect(refused()).toMatchObject([{ fileName: 'invoice.pdf', error: { code: 'file_too_large' } }])
  expect(rows()).toEqual([])
})

test('a file still being written is read when it has come to rest', async () => {
  const path = put('growing.bin', pdf('start'))
  const growing = setInterval(() => writeFileSync(path, pdf('more'), { flag: 'a' }), 1)
  setTimeout(() => clearInterval(growing), 300)
  await intake.take([path], 'drop')
  clearInterval(growing)
  const [row] = rows()
  // Whatever moment was caught: what is kept is one state of the file, whole, under its own hash.
  expect(parts.blobs.read(sure(row).sha256)).toHaveLength(sure(row).bytes)
  expect(
    readFileSync(path)
      .subarray(0, sure(row).bytes)
      .equals(Buffer.from(parts.blobs.read(sure(row).sha256))),
  ).toBe(true)
})

test('our own books inside a chosen folder are not taken in', async () => {
  put('A-1.pdf', pdf('A-1'))
  await intake.take([root], 'drop')
  expect(rows().map(row => row.fileName)).toEqual(['A-1.pdf'])
})

test('a name that is no valid text is taken in and shown as well as can be', async () => {
  const name = Buffer.from('696e766f6963655ffffe2e706466', 'hex')
  writeFileSync(Buffer.concat([Buffer.from(`${inbox}/`), name]), pdf('odd'))
  await intake.take([inbox], 'drop')
  expect(rows()).toMatchObject([{ fileName: 'invoice_\ufffd\ufffd.pdf', state: 'queued' }])
})

test('a thousand files do not keep the engine from answering: others get a turn after each handful', async () => {
  for (let index = 0; index < 1000; index++) put(`many/${index}.pdf`, pdf(String(index)))
  let seen = 0
  let mostAtOnce = 0
  const heartbeat = setInterval(() => {
    const made = conservation(parts.store.db).received
    mostAtOnce = Math.max(mostAtOnce, made - seen)
    seen = made
  }, 0)
  const tally = await intake.take([join(inbox, 'many')], 'drop')
  clearInterval(heartbeat)
  expect(tally.received).toBe(1000)
  expect(conservation(parts.store.db)).toMatchObject({ received: 1000, isBalanced: true })
  expect(new Set(rows().map(row => row.intakeNumber)).size).toBe(1000)
  // Turns are counted and not milliseconds: machines that run tests are busy with other things.
  expect(mostAtOnce).toBeLessThanOrEqual(16)
})

test('a full disk stops the taking with the reason, keeps what has its row, and goes on when there is room', async () => {
  for (let index = 0; index < 200; index++) put(`many/${String(index).padStart(3, '0')}.pdf`, pdf(String(index)))
  const pages = parts.store.raw.pragma('page_count', { simple: true }) as number
  parts.store.raw.pragma(`max_page_count = ${pages + 20}`)
  await expect(intake.take([join(inbox, 'many')], 'drop')).rejects.toMatchObject({ data: { code: 'store_disk_full' } })
  const kept = rows().length
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(200)
  expect(conservation(parts.store.db)).toMatchObject({ received: kept, isBalanced: true })

  parts.store.raw.pragma('max_page_count = 1000000')
  await intake.take([join(inbox, 'many')], 'drop')
  expect(rows().filter(row => row.state !== 'duplicate')).toHaveLength(200)
})

test('closing the books in the middle of a drop says that not everything came in', async () => {
  for (let index = 0; index < 100; index++) put(`many/${index}.pdf`, pdf(String(index)))
  const taking = intake.take([join(inbox, 'many')], 'drop')
  await Promise.all([intake.close(), expect(taking).rejects.toMatchObject({ data: { code: 'engine_gone' } })])
  expect(conservation(parts.store.db).isBalanced).toBe(true)
})

test('closing the books does not wait for a large ZIP; the next start goes on where it was', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.pdf`, pdf(String(index))]))
  await intake.take([put('first.pdf', pdf('first'))], 'drop')
  const taking = intake.take([put('march.zip', await zipOf(many))], 'drop')
  while (rows().length < 20) await nextTurn()
  await intake.close()
  await taking
  const made = rows().length
  expect(made).toBeLessThan(200)
  expect(rows().find(row => row.kind === 'zip')?.state).toBe('queued')
  await createIntake(parts).resume()
  expect(rows()).toHaveLength(302)
  expect(rows().find(row => row.kind === 'zip')?.state).toBe('unpacked')
})

test('a ZIP that trips over a bug of ours is set aside; later drops go on, and trying it again settles its question', async () => {
  const broken = createIntake({
    ...parts,
    blobs: {
      ...parts.blobs,
      keep: bytes => (bytes.length < 20 ? Promise.reject(new TypeError('ours')) : parts.blobs.keep(bytes)),
    },
  })
  await broken.take([put('march.zip', await zipOf({ 'A-1.xml': '<a>1</a>' }))], 'drop')
  expect(rows()).toMatchObject([{ state: 'set_aside', stateReason: 'bug', openIssues: 1 }])
  await broken.take([put('A-2.pdf', pdf('a page of an invoice'))], 'drop')
  expect(rows()[1]).toMatchObject({ fileName: 'A-2.pdf', state: 'queued' })

  parts.store.db.update(documents).set({ state: 'queued' }).where(eq(documents.intakeNumber, 1)).run()
  await intake.resume()
  expect(rows()[0]).toMatchObject({ state: 'unpacked', openIssues: 0 })
  expect(rows()).toHaveLength(3)
})

test('with less than 200 MB of room nothing is taken in, not even copied; with room again it is', async () => {
  const path = put('A-1.pdf', pdf('a page of an invoice'))
  free = 199 * 2 ** 20
  const refused = { data: { code: 'store_disk_low', params: { free: 199, needed: 200 }, retry: 'user' } }
  await expect(intake.take([path], 'drop')).rejects.toMatchObject(refused)
  await expect(intake.takeFile(path, 'watched_folder', () => undefined)).rejects.toMatchObject(refused)
  expect(rows()).toEqual([])
  free = 200 * 2 ** 20
  expect(await intake.take([path], 'drop')).toMatchObject({ received: 1 })
})

test('a disk that refuses the copy at once ends the drop with its reason, not the engine', async () => {
  const refuse = () => Promise.reject(new AppError('store_read_only', {}, 'user'))
  const onBadDisk = createIntake({ ...parts, blobs: { ...parts.blobs, keep: refuse } })
  const path = put('A-1.pdf', pdf('a page of an invoice'))
  await expect(onBadDisk.take([path], 'drop')).rejects.toMatchObject({ data: { code: 'store_read_only' } })
  expect(await intake.take([path], 'drop')).toMatchObject({ received: 1 })
})
