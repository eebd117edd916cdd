import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import type { CompanyKey } from '../company-folders'
import { AppError } from '../../shared/result'
import { replaceDurably } from '../store/blob-files'
import { makePrivateFolder, syncFolder } from '../store/private-files'
import { Manifest, names, readManifest } from './manifest'

// Where backups lie must be known when the books cannot be opened: it stands beside them, not in them.

const placesFile = 'backup-folder.json'
/** In a folder of backups, what holds them: it may be a person's own folder with other things in it. */
const shelvesFolder = 'quittance-backups'
const Places = z.object({ folder: z.string().min(1).max(4096) })

/** Where backups lie until a person chooses another folder: on the same disk, so of use against mistakes only. */
export function besideBooks(dataFolder: string): string {
  return join(dataFolder, 'backups')
}

/** The folder a person chose for backups, or the one beside the books. */
export function backupFolder(dataFolder: string): string {
  const beside = besideBooks(dataFolder)
  try {
    return Places.safeParse(JSON.parse(readFileSync(join(dataFolder, placesFile), 'utf8'))).data?.folder ?? beside
  } catch {
    // Never chosen, or spoiled: the folder beside the books is always there to be looked into.
    return beside
  }
}

/**
 * Backups are kept in, and looked for in, another folder from now on.
 *
 * @param chosen as a person pointed at it: a folder for backups, or anything in one that holds some already
 * @throws AppError `backup_folder_inside`: it lies in the data folder, where a restore would set it aside
 */
export function chooseBackupFolder(dataFolder: string, chosen: string): void {
  makePrivateFolder(dataFolder)
  const folder = rootOf(chosen)
  if (folder === besideBooks(dataFolder)) return forgetBackupFolder(dataFolder)
  if (liesIn(folder, dataFolder)) throw new AppError('backup_folder_inside', { folder }, 'user')
  replaceDurably(join(dataFolder, placesFile), Buffer.from(`${JSON.stringify({ folder })}\n`))
}

/** Backups lie beside the books again. */
export function forgetBackupFolder(dataFolder: string): void {
  rmSync(join(dataFolder, placesFile), { force: true })
  syncFolder(dataFolder)
}

/** Persons point at what they see: the folder that holds a backup, or the backup itself. */
function rootOf(chosen: string): string {
  const parts = chosen.split(sep)
  const at = parts.lastIndexOf(shelvesFolder)
  return at > 0 ? parts.slice(0, at).join(sep) || sep : chosen
}

function liesIn(folder: string, dataFolder: string): boolean {
  const from = realpathSync(dataFolder)
  // One that is not there yet lies where its parent does.
  const path = existsSync(folder) ? realpathSync(folder) : join(realpathOfParent(folder), 'new')
  const way = relative(from, path)
  return way === '' || (!way.startsWith('..') && !way.includes(':'))
}

function realpathOfParent(folder: string): string {
  const parent = dirname(folder)
  return existsSync(parent) ? realpathSync(parent) : parent
}

/** Where one company's backups lie in a folder of backups. */
export function shelfOf(folder: string, company: CompanyKey): string {
  return join(folder, shelvesFolder, company)
}

export interface FoundBackup {
  /** Name of its folder on the shelf. */
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

/** Whole backups on a shelf, newest first. What has no readable manifest is none. */
export function backupsOn(shelf: string): readonly FoundBackup[] {
  if (!existsSync(shelf)) return []
  const found: FoundBackup[] = []
  for (const name of readdirSync(shelf)) {
    const folder = join(shelf, name)
    if (name.endsWith('.part') || !existsSync(join(folder, names.manifest))) continue
    try {
      found.push({ name, folder, manifest: readManifest(folder) })
    } catch {
      // Not ours, or damaged: it cannot be offered, and is left alone.
    }
  }
  return found.sort((a, b) => b.manifest.madeAt - a.manifest.madeAt)
}

/** Where the originals that all backups of a shelf share lie. */
export function originalOn(shelf: string, sha256: string): string {
  return join(shelf, 'originals', sha256.slice(0, 2), sha256)
}
