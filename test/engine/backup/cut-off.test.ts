import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkBackup } from '../../../src/engine/backup/check-backup'
import { makeBackup } from '../../../src/engine/backup/make-backup'
import { backupsOn, chooseBackupFolder, backupFolder, shelfOf } from '../../../src/engine/backup/places'
import { finishRestore, restoreBackup } from '../../../src/engine/backup/restore-backup'
import { companyFolder } from '../../../src/engine/company-folders'
import type { CrashPoint } from '../../../src/engine/crash-points'
import { conservation } from '../../../src/engine/lists/counts'
import { openBlobs } from '../../../src/engine/store/blobs'
import { openStore } from '../../../src/engine/store/open'
import type { EpochMs } from '../../../src/shared/ids'
import { aDocument } from '../store/folder'

const root = mkdtempSync(join(tmpdir(), 'quittance-cut-off-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const died = new Error('the process died')
const dieAt = (end: CrashPoint) => (point: CrashPoint) => {
  if (point === end) throw died
}
const at = (day: number) => Date.UTC(2026, 2, day) as EpochMs

/** Adds an invoice with its original, as intake does. */
function receive(dataFolder: string, fileName: string): void {
  const own = companyFolder(dataFolder, 'own')
  const store = openStore(own)
  openBlobs(own).put(new TextEncoder().encode(fileName))
  aDocument(store, fileName)
  store.close()
}

function countIn(dataFolder: string): number {
  const store = openStore(companyFolder(dataFolder, 'own'))
  const { received } = conservation(store.db)
  store.close()
  return received
}

function someBooks() {
  const dataFolder = mkdtempSync(join(root, 'data-'))
  const target = mkdtempSync(join(root, 'disk-'))
  receive(dataFolder, 'first.xml')
  const task = { company: 'own', companyFolder: companyFolder(dataFolder, 'own'), target, madeBy: 'test' } as const
  return { dataFolder, target, task, shelf: shelfOf(target, 'own') }
}

const whileMaking: readonly CrashPoint[] = [
  'backup.before',
  'backup.store_copied',
  'backup.originals_copied',
  'backup.manifest_written',
  'backup.named',
  'backup.kept',
]

describe('A backup that is cut off', () => {
  test.each(whileMaking)('at %s leaves whole backups only, and the next one is made', async point => {
    const { task, shelf } = someBooks()
    await makeBackup({ ...task, at: at(1) })
    await expect(makeBackup({ ...task, at: at(2) }, undefined, dieAt(point))).rejects.toBe(died)
    const left = backupsOn(shelf)
    expect(left).toHaveLength(point === 'backup.named' || point === 'backup.kept' ? 2 : 1)
    for (const { folder } of left) await checkBackup(folder, shelf, { originals: 'read' })
    const { folder } = await makeBackup({ ...task, at: at(3) })
    await expect(checkBackup(folder, shelf, { originals: 'read' })).resolves.toMatchObject({ lost: [] })
  })
})

describe('A restore that is cut off', () => {
  test.each(['restore.staged', 'restore.set_aside', 'restore.named'] as const)(
    'at %s leaves the books before or the books restored, never none',
    async point => {
      const { dataFolder, task, shelf } = someBooks()
      const { folder } = await makeBackup({ ...task, at: at(1) })
      receive(dataFolder, 'second.xml')
      const restoring = restoreBackup({ folder, shelf, dataFolder, at: at(2) }, undefined, dieAt(point))
      await expect(restoring).rejects.toBe(died)
      finishRestore(dataFolder)
      expect(countIn(dataFolder)).toBe(point === 'restore.staged' ? 2 : 1)
      // Nothing was deleted: the second invoice is in one of the two.
      if (point !== 'restore.staged') {
        expect(existsSync(`${companyFolder(dataFolder, 'own')}.replaced-2026-03-02T00-00-00-000Z`)).toBe(true)
      }
      await restoreBackup({ folder, shelf, dataFolder, at: at(3) })
      expect(countIn(dataFolder)).toBe(1)
    },
  )
})

describe('The folder for backups', () => {
  test('may not lie in the data folder, where a restore would set it aside', () => {
    const { dataFolder } = someBooks()
    const inside = join(companyFolder(dataFolder, 'own'), 'backups')
    expect(() => chooseBackupFolder(dataFolder, inside)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ code: 'backup_folder_inside' }) }),
    )
    expect(backupFolder(dataFolder)).toBe(join(dataFolder, 'backups'))
  })

  test('is found from any folder in it that a person points at', async () => {
    const { dataFolder, target, task } = someBooks()
    const { folder } = await makeBackup({ ...task, at: at(1) })
    for (const chosen of [target, join(target, 'quittance-backups'), shelfOf(target, 'own'), folder]) {
      chooseBackupFolder(dataFolder, chosen)
      expect(backupFolder(dataFolder)).toBe(target)
    }
  })
})

test('a backup whose manifest was scribbled over is not offered', async () => {
  const { task, shelf } = someBooks()
  const { folder } = await makeBackup({ ...task, at: at(1) })
  writeFileSync(join(folder, 'manifest.json'), '{"format":')
  expect(backupsOn(shelf)).toEqual([])
})
