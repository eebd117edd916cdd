import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBackup } from '../../../src/engine/backup/check-backup'
import { makeBackup } from '../../../src/engine/backup/make-backup'
import { backupsOn, originalOn, shelfOf } from '../../../src/engine/backup/places'
import { beyondRetention, pruneBackups } from '../../../src/engine/backup/prune-backups'
import { restorePreview } from '../../../src/engine/backup/received-since'
import { finishRestore, restoreBackup } from '../../../src/engine/backup/restore-backup'
import { companyFolder } from '../../../src/engine/company-folders'
import type { EpochMs } from '../../../src/shared/ids'
import { ask, drained, engineOn } from '../../engine-on-disk'
import { makeCfdi } from '../../made-invoices'

const root = mkdtempSync(join(tmpdir(), 'quittance-backup-'))
const at = (day: number) => Date.UTC(2026, 2, day, 12) as EpochMs
const target = join(root, 'disk')
const shelf = shelfOf(target, 'own')

afterAll(() => rmSync(root, { recursive: true, force: true }))

async function receive(dataFolder: string, numbers: readonly number[]): Promise<void> {
  const engine = engineOn(dataFolder, 1)
  await engine.start({ posts: false })
  const inbox = mkdtempSync(join(root, 'inbox-'))
  const paths = numbers.map(number => {
    const path = join(inbox, `invoice ${number}.xml`)
    writeFileSync(path, makeCfdi(number))
    return path
  })
  await engine.take(paths, 'drop')
  await drained(engine)
  await engine.close()
}

function backUp(dataFolder: string, day: number) {
  return makeBackup({
    company: 'own',
    companyFolder: companyFolder(dataFolder, 'own'),
    target,
    madeBy: 'quittance test',
    at: at(day),
  })
}

async function fileNames(dataFolder: string): Promise<string[]> {
  const engine = engineOn(dataFolder, 1)
  await engine.start({ reads: false, posts: false })
  const { rows } = await ask(engine, 'document.list', { filter: {}, sort: { by: 'received' } })
  const verdict = await ask(engine, 'store.verify', {})
  await engine.close()
  expect(verdict).toMatchObject({ journalIntact: true, databaseIntact: true, originalsDamaged: [] })
  return rows.map(({ fileName }) => fileName).sort()
}

describe('A backup', () => {
  const data = join(root, 'books')
  beforeAll(async () => {
    await receive(data, [1, 2, 3])
  }, 300_000)

  test('holds the books and every original, says what is in it, and is found again', async () => {
    const { manifest, folder } = await backUp(data, 1)
    expect(manifest.conservation).toMatchObject({ received: 3, isBalanced: true })
    expect(manifest.lost).toEqual([])
    expect(backupsOn(shelf).map(found => found.folder)).toEqual([folder])
    await expect(checkBackup(folder, shelf, { originals: 'read' })).resolves.toEqual(manifest)
    expect(readdirSync(shelf).filter(name => name.startsWith('scratch') || name.endsWith('.part'))).toEqual([])
  })

  test('copies only the originals that no earlier backup has', async () => {
    const before = readdirSync(join(shelf, 'originals')).length
    await receive(data, [4])
    const { manifest } = await backUp(data, 2)
    expect(manifest.conservation.received).toBe(4)
    expect(readdirSync(join(shelf, 'originals')).length).toBeGreaterThan(before)
    expect(backupsOn(shelf)).toHaveLength(2)
  })

  test('brings everything back onto a machine that has nothing', async () => {
    const fresh = join(root, 'fresh')
    const newest = backupsOn(shelf)[0]
    expect(newest).toBeDefined()
    const restored = await restoreBackup({ folder: newest?.folder ?? '', shelf, dataFolder: fresh, at: at(3) })
    expect(restored).toMatchObject({ setAside: null, receivedSince: [] })
    expect(await fileNames(fresh)).toEqual(['invoice 1.xml', 'invoice 2.xml', 'invoice 3.xml', 'invoice 4.xml'])
  })

  test('put back over newer books sets those aside and lays out what came since, under its own names', async () => {
    const oldest = backupsOn(shelf).at(-1)?.folder ?? ''
    expect(restorePreview(oldest, companyFolder(data, 'own'))).toMatchObject({
      receivedSince: 1,
      onDisk: 1,
      fileNames: ['invoice 4.xml'],
    })
    const restored = await restoreBackup({ folder: oldest, shelf, dataFolder: data, at: at(4) })
    expect(await fileNames(data)).toEqual(['invoice 1.xml', 'invoice 2.xml', 'invoice 3.xml'])
    expect(restored.receivedSince.map(path => path.split('/').at(-1))).toEqual(['invoice 4.xml'])
    expect(readFileSync(restored.receivedSince[0] ?? '', 'utf8')).toBe(makeCfdi(4))
    expect(existsSync(join(restored.setAside ?? '', 'quittance.db'))).toBe(true)
  })

  test('whose restore was cut off between two names is finished at the next start', async () => {
    const folder = backupsOn(shelf)[0]?.folder ?? ''
    const cut = new Error('the process died')
    const dying = restoreBackup({ folder, shelf, dataFolder: data, at: at(5) }, undefined, point => {
      if (point === 'restore.set_aside') throw cut
    })
    await expect(dying).rejects.toBe(cut)
    expect(existsSync(companyFolder(data, 'own'))).toBe(false)
    finishRestore(data)
    expect(await fileNames(data)).toHaveLength(4)
  })

  test.each(['quittance.db', 'originals.txt'])('with a changed %s is refused', async name => {
    const { folder } = await backUp(data, 6)
    const path = join(folder, name)
    const bytes = readFileSync(path)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(path, bytes)
    await expect(checkBackup(folder, shelf, { originals: 'present' })).rejects.toMatchObject({
      data: { code: 'backup_unsound' },
    })
    rmSync(folder, { recursive: true })
  })

  test('without one of its originals is refused', async () => {
    const { folder, manifest } = await backUp(data, 7)
    const [first = ''] = readFileSync(join(folder, 'originals.txt'), 'utf8').split('\n')
    const path = originalOn(shelf, first)
    const bytes = readFileSync(path)
    rmSync(path)
    await expect(checkBackup(folder, shelf, { originals: 'present' })).rejects.toMatchObject({
      data: { code: 'backup_unsound', params: { what: 'original' } },
    })
    writeFileSync(path, bytes)
    await expect(checkBackup(folder, shelf, { originals: 'read' })).resolves.toEqual(manifest)
  })

  test('that finds an original damaged says which, and still keeps the rest', async () => {
    const broken = join(root, 'broken')
    await receive(broken, [11, 12])
    const blobs = join(companyFolder(broken, 'own'), 'blobs')
    const folder =
      readdirSync(blobs).find(name => name !== 'arriving' && readdirSync(join(blobs, name)).length > 0) ?? ''
    const name = readdirSync(join(blobs, folder))[0] ?? ''
    writeFileSync(join(blobs, folder, name), 'something else')
    const other = join(root, 'other disk')
    const { manifest } = await makeBackup({
      company: 'own',
      companyFolder: companyFolder(broken, 'own'),
      target: other,
      madeBy: 'quittance test',
      at: at(8),
    })
    expect(manifest.lost).toEqual([name])
  })
})

describe('Retention', () => {
  test('keeps the newest, then the last of each month for a year', () => {
    const day = 24 * 60 * 60 * 1000
    const found = Array.from({ length: 500 }, (_, age) => ({
      name: String(age),
      folder: '',
      manifest: { madeAt: Date.UTC(2026, 10, 20) - age * day } as never,
    }))
    const gone = new Set(beyondRetention(found, 7).map(({ name }) => Number(name)))
    const kept = found.map((_, age) => age).filter(age => !gone.has(age))
    expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(kept).toHaveLength(7 + 11)
  })

  test('forgets an original only when no backup left speaks of it', () => {
    const before = backupsOn(shelf).length
    expect(pruneBackups(shelf, before)).toBe(0)
    expect(pruneBackups(shelf, 1)).toBe(before - 1)
    const [left] = backupsOn(shelf)
    const listed = readFileSync(join(left?.folder ?? '', 'originals.txt'), 'utf8')
      .split('\n')
      .filter(Boolean)
    for (const sha256 of listed) expect(existsSync(originalOn(shelf, sha256))).toBe(true)
  })
})

describe('Books that cannot be opened', () => {
  test('are put back from the newest backup by the engine that could not open them, with what came since', async () => {
    const data = join(root, 'damaged')
    await receive(data, [21, 22])
    const engine = engineOn(data, 1)
    await engine.start({ posts: false })
    const made = await ask(engine, 'backup.make', {})
    await engine.close()
    await receive(data, [23])
    // The first page: nothing of the books can be opened any more.
    const file = join(companyFolder(data, 'own'), 'quittance.db')
    const bytes = readFileSync(file)
    bytes.fill(7, 2048, 3000)
    writeFileSync(file, bytes)

    const again = engineOn(data, 1)
    await expect(again.start({ posts: false })).rejects.toMatchObject({ data: { code: 'store_damaged' } })
    expect(await again.call('document.counts', {})).toMatchObject({ ok: false, error: { code: 'store_damaged' } })
    const status = await ask(again, 'backup.status', {})
    expect(status.backups.map(({ name }) => name)).toEqual([made.name])
    const restored = await ask(again, 'backup.restore', { name: made.name })
    expect(restored.backup.documents).toBe(2)
    await drained(again)
    const { conservation } = await ask(again, 'document.counts', {})
    expect(conservation).toMatchObject({ isBalanced: true })
    // Their rows are gone; the file that the backup does not know is taken in again all the same.
    expect(restored).toMatchObject({ takenAgain: 1, toReconnect: [] })
    expect(conservation.received).toBe(3)
    const verdict = await ask(again, 'store.verify', {})
    expect(verdict).toMatchObject({ journalIntact: true, databaseIntact: true })
    await again.close()
  })
})
