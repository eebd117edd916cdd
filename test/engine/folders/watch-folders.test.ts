import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWatchedFolders, type WatchedFolders } from '../../../src/engine/folders/watch-folders'
import { createIntake, type Intake } from '../../../src/engine/intake/intake'
import { readMail } from '../../../src/engine/pipeline/mail/read-mail'
import { loadChart } from '../../../src/engine/pipeline/code/chart'
import { openBlobs } from '../../../src/engine/store/blobs'
import { newId } from '../../../src/engine/store/new-id'
import { openStore, type Store } from '../../../src/engine/store/open'
import { documents } from '../../../src/engine/store/schema'
import { defaultSettings } from '../../../src/shared/settings'
import { resourcesFolder } from '../some-engine'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const chart = loadChart(resourcesFolder, 'sat')
const now = Date.UTC(2026, 2, 12, 9)
const quietMs = 200

let root: string
let inbox: string
let store: Store
let intake: Intake
let folders: WatchedFolders

function watchAgain(by: Pick<Intake, 'takeFile'> = intake): void {
  folders = createWatchedFolders({
    store,
    intake: by,
    log: silent,
    announce: () => undefined,
    dataFolder: join(root, 'data'),
    now: () => now,
    quietMs,
  })
  folders.start()
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'quittance-folders-')))
  inbox = join(root, 'scans')
  mkdirSync(inbox)
  store = openStore(join(root, 'data', 'own'))
  const blobs = openBlobs(join(root, 'data', 'own'))
  intake = createIntake({
    store,
    blobs,
    log: silent,
    dataFolder: join(root, 'data'),
    context: () => ({ now, actor: 'engine test', settings: defaultSettings, chart, newId: () => newId(now) }),
    announce: () => undefined,
    freeBytes: () => Promise.resolve(Infinity),
    wake: () => undefined,
    openMail: readMail,
  })
  watchAgain()
})

afterEach(async () => {
  await folders.stop()
  store.close()
})

const rows = () => store.db.select().from(documents).orderBy(documents.intakeNumber).all()
const pdf = (text: string) => `%PDF-1.7\n% ${text}\n%%EOF\n`

/** Waits for what must come; a busy machine may take long over it. */
async function until(claim: () => boolean): Promise<void> {
  for (let tries = 0; !claim(); tries++) {
    if (tries > 400) throw new Error('it never came')
    await wait(50)
  }
}

test('files put into a watched folder are taken in once, those that lay there before too', async () => {
  writeFileSync(join(inbox, 'A-1.pdf'), pdf('A-1'))
  await folders.add(inbox)
  mkdirSync(join(inbox, 'march'))
  writeFileSync(join(inbox, 'march', 'A-2.pdf'), pdf('A-2'))
  await until(() => rows().length === 2)
  await folders.stop()
  watchAgain()
  writeFileSync(join(inbox, 'A-3.pdf'), pdf('A-3'))
  await until(() => rows().length === 3)
  await folders.idle()
  expect(rows().map(row => [row.fileName, row.source, row.state])).toEqual([
    ['A-1.pdf', 'watched_folder', 'queued'],
    ['A-2.pdf', 'watched_folder', 'queued'],
    ['A-3.pdf', 'watched_folder', 'queued'],
  ])
  expect(existsSync(join(inbox, 'A-1.pdf'))).toBe(true)
  expect(folders.list()).toMatchObject([{ path: inbox, taken: 3, failed: 0, afterTaking: 'leave', error: null }])
})

test('a file that is still being written is waited for and taken whole', async () => {
  await folders.add(inbox)
  const path = join(inbox, 'slow.pdf')
  writeFileSync(path, '%PDF-1.7\n')
  for (let part = 0; part < 8; part++) {
    await wait(60)
    appendFileSync(path, `% part ${part}\n`)
  }
  await until(() => rows().length > 0)
  await folders.idle()
  const whole = rows().filter(row => row.bytes === readFileSync(path).length)
  expect(whole).toHaveLength(1)
})

test('unfinished downloads, hidden files and links out of the folder are left alone', async () => {
  writeFileSync(join(root, 'secret.pdf'), pdf('secret'))
  symlinkSync(join(root, 'secret.pdf'), join(inbox, 'link.pdf'))
  for (const name of ['A-1.pdf.part', '.A-1.pdf', '~$A-1.docx', 'Thumbs.db'])
    writeFileSync(join(inbox, name), pdf(name))
  await folders.add(inbox)
  writeFileSync(join(inbox, 'A-1.pdf'), pdf('A-1'))
  await until(() => rows().length > 0)
  await folders.idle()
  expect(rows().map(row => row.fileName)).toEqual(['A-1.pdf'])
})

test('a taken file is moved or deleted only when the person chose that', async () => {
  await folders.add(inbox)
  const [folder] = folders.list()
  folders.setAfterTaking(folder?.folderId ?? '', 'move')
  writeFileSync(join(inbox, 'A-1.pdf'), pdf('A-1'))
  await until(() => existsSync(join(inbox, 'Quittance taken', 'A-1.pdf')))
  await folders.idle()
  expect(rows()).toHaveLength(1)
  folders.setAfterTaking(folder?.folderId ?? '', 'delete')
  writeFileSync(join(inbox, 'A-2.pdf'), pdf('A-2'))
  await until(() => rows().length === 2 && !existsSync(join(inbox, 'A-2.pdf')))
  expect(readFileSync(join(inbox, 'Quittance taken', 'A-1.pdf'), 'utf8')).toBe(pdf('A-1'))
})

test('a file whose bytes could not be kept stays where it is, though deleting was chosen', async () => {
  await folders.stop()
  watchAgain({ takeFile: () => Promise.reject(new Error('the disk is full')) })
  await folders.add(inbox)
  folders.setAfterTaking(folders.list()[0]?.folderId ?? '', 'delete')
  writeFileSync(join(inbox, 'A-1.pdf'), pdf('A-1'))
  await wait(quietMs * 5)
  await folders.idle()
  expect(existsSync(join(inbox, 'A-1.pdf'))).toBe(true)
  expect(rows()).toHaveLength(0)
})

test('a file named as macOS writes it is taken once and shown with whole letters, restarts add nothing', async () => {
  const decomposed = 'Factura Pen\u0303a Nu\u0301m. 7.pdf'
  writeFileSync(join(inbox, decomposed), pdf('Peña 7'))
  await folders.add(inbox)
  await until(() => rows().length === 1)
  await folders.stop()
  watchAgain()
  writeFileSync(join(inbox, 'A-2.pdf'), pdf('A-2'))
  await until(() => rows().length === 2)
  await folders.idle()
  expect(rows().map(row => row.fileName)).toEqual(['Factura Peña Núm. 7.pdf', 'A-2.pdf'])
})

test('the same name with other content is another document, and moving it aside overwrites nothing', async () => {
  await folders.add(inbox)
  folders.setAfterTaking(folders.list()[0]?.folderId ?? '', 'move')
  const aside = join(inbox, 'Quittance taken')
  writeFileSync(join(inbox, 'scan.pdf'), pdf('A-1'))
  await until(() => existsSync(join(aside, 'scan.pdf')))
  writeFileSync(join(inbox, 'scan.pdf'), pdf('A-2'))
  await until(() => existsSync(join(aside, 'scan (2).pdf')))
  await folders.idle()
  expect(new Set(rows().map(row => row.sha256)).size).toBe(2)
  expect(readFileSync(join(aside, 'scan.pdf'), 'utf8')).toBe(pdf('A-1'))
  expect(readFileSync(join(aside, 'scan (2).pdf'), 'utf8')).toBe(pdf('A-2'))
})

test('a file that vanishes before it was taken leaves no row and no complaint, and the next one is taken', async () => {
  await folders.add(inbox)
  writeFileSync(join(inbox, 'gone.pdf'), pdf('gone'))
  await wait(quietMs / 2)
  rmSync(join(inbox, 'gone.pdf'))
  writeFileSync(join(inbox, 'A-1.pdf'), pdf('A-1'))
  await until(() => rows().length > 0)
  await folders.idle()
  expect(rows().map(row => row.fileName)).toEqual(['A-1.pdf'])
  expect(folders.list()).toMatchObject([{ taken: 1, failed: 0, error: null }])
})

// Whoever runs as root may read everything.
test.skipIf(process.getuid?.() === 0)('a file that may not be read is counted, and taken once it may', async () => {
  await folders.add(inbox)
  const path = join(inbox, 'locked.pdf')
  writeFileSync(path, pdf('locked'), { mode: 0o000 })
  await until(() => folders.list()[0]?.failed === 1)
  expect(rows()).toEqual([])
  chmodSync(path, 0o600)
  appendFileSync(path, '\n')
  await until(() => rows().length === 1)
  expect(folders.list()).toMatchObject([{ taken: 1, failed: 0 }])
})

test('our own data, and folders around or inside a watched one, cannot be watched', async () => {
  await folders.add(inbox)
  mkdirSync(join(inbox, 'inner'))
  for (const [path, reason] of [
    [root, 'own_data'],
    [join(root, 'data', 'own'), 'own_data'],
    [join(inbox, 'inner'), 'watched_already'],
  ] as const) {
    await expect(folders.add(path)).rejects.toMatchObject({
      data: { code: 'folder_not_watchable', params: { reason } },
    })
  }
  await expect(folders.add(join(root, 'nowhere'))).rejects.toMatchObject({ data: { code: 'file_vanished' } })
})

test('an e-mail file in a watched folder brings its attachments', async () => {
  await folders.add(inbox)
  const mail = `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="A-1.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(pdf('A-1')).toString('base64')}\r\n--b--\r\n`
  writeFileSync(join(inbox, 'march.eml'), mail)
  await until(() => rows().length === 2)
  expect(rows().map(row => [row.kind, row.source])).toEqual([
    ['eml', 'watched_folder'],
    ['pdf', 'mail'],
  ])
})
