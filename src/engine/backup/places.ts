import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CompanyKey } from '../company-folders'
import { writeDurably } from '../store/blob-files'
import { makePrivateFolder, syncFolder } from '../store/private-files'
import { Manifest, names, readManifest } from './manifest'

// Where backups lie must be known when the books cannot be opened: it stands beside them, not in them.

const placesFile = 'backup-folder.json'
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

export function chooseBackupFolder(dataFolder: string, folder: string): void {
  makePrivateFolder(dataFolder)
  const path = join(dataFolder, placesFile)
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeDurably(draft, Buffer.from(`${JSON.stringify({ folder })}\n`))
  renameSync(draft, path)
  syncFolder(dataFolder)
}

/** Backups lie beside the books again. */
export function forgetBackupFolder(dataFolder: string): void {
  rmSync(join(dataFolder, placesFile), { force: true })
  syncFolder(dataFolder)
}

/** Where one company's backups lie in a folder of backups. */
export function shelfOf(folder: string, company: CompanyKey): string {
  return join(folder, 'quittance-backups', company)
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
