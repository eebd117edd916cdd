import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { AppError } from '../../shared/result'
import { targetError } from '../store/blob-files'
import { syncFolder } from '../store/private-files'
import { readOriginals } from './check-backup'
import { makeBackup, type BackupMade, type BackupTask } from './make-backup'
import { names } from './manifest'
import { backupsOn, originalOn, shelfOf, type FoundBackup } from './places'

// One company in one file: a ZIP that unpacks to a folder of backups with one backup in it. So it is restored by the
// program, and by hand after any program unpacked it.

const fileNames = Object.values(names).join('|').replaceAll('.', '\\.')
const shape = new RegExp(
  `^quittance-backups/(own|sample)/(?:[0-9TZ-]{20,30}/(?:${fileNames})|originals/[0-9a-f]{2}/[0-9a-f]{64})$`,
)

/**
 * Writes one company, checked by restoring it, into a file of its own; needs room for it twice while it is made.
 *
 * @param task its `target` is left to this function
 * @param output path of the file; nothing is there until it is complete
 * @throws AppError what {@link makeBackup} throws
 */
export async function exportCompany(task: Omit<BackupTask, 'target'>, output: string): Promise<BackupMade> {
  const draft = `${output}.part`
  const scratch = mkdtempSync(join(dirname(output), '.quittance-export-'))
  try {
    const made = await makeBackup({ ...task, target: scratch })
    const shelf = shelfOf(scratch, task.company)
    const zip = new ZipFile()
    const add = (path: string, compress: boolean) =>
      zip.addFile(path, path.slice(scratch.length + 1).replaceAll('\\', '/'), { compress })
    for (const name of readdirSync(made.folder)) add(join(made.folder, name), name !== names.store)
    // PDFs and pictures are packed already.
    for (const name of readOriginals(made.folder, made.manifest) ?? []) add(originalOn(shelf, name), false)
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600, flush: true }))
    renameSync(draft, output)
    syncFolder(dirname(output))
    return made
  } catch (thrown) {
    rmSync(draft, { force: true })
    throw targetError(thrown)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Unpacks a company's file so that it can be restored like any backup, which also checks it.
 *
 * @param scratch an empty folder, the caller's to remove
 * @throws AppError `backup_unreadable` when it is no such file, or more lies in it than belongs there
 */
export async function unpackCompany(file: string, scratch: string): Promise<{ backup: FoundBackup; shelf: string }> {
  const unreadable = (thrown?: unknown) => new AppError('backup_unreadable', {}, 'user', { cause: thrown })
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((thrown: unknown) => {
    throw unreadable(thrown)
  })
  try {
    for await (const entry of zip.eachEntry()) {
      if (!shape.test(entry.fileName)) throw unreadable(basename(entry.fileName))
      const path = join(scratch, entry.fileName)
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    }
  } catch (thrown) {
    const told = targetError(thrown)
    throw told instanceof AppError ? told : unreadable(thrown)
  } finally {
    zip.close()
  }
  for (const company of ['own', 'sample'] as const) {
    const shelf = shelfOf(scratch, company)
    const [backup] = backupsOn(shelf)
    if (backup) return { backup, shelf }
  }
  throw unreadable()
}
