import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder, backupsOn, shelfOf, type FoundBackup } from '../backup/places'
import { pruneOriginals } from '../backup/prune-backups'
import { companyFolder, type CompanyKey } from '../company-folders'
import { vaultFileName } from './vault-file'

/** Copies of a company's books that lie outside of any vault, where they were made before there was one. */
export interface PlainCopies {
  readonly backups: readonly FoundBackup[]
  /** Folders that a restore set aside. */
  readonly setAside: readonly string[]
}

export function plainCopies(dataFolder: string, company: CompanyKey): PlainCopies {
  const shelf = shelfOf(backupFolder(dataFolder), company)
  const beside = `${companyFolder(dataFolder, company)}.replaced-`
  const folders = existsSync(dataFolder) ? readdirSync(dataFolder).map(name => join(dataFolder, name)) : []
  return {
    backups: backupsOn(shelf).filter(({ folder }) => !existsSync(join(folder, vaultFileName))),
    setAside: folders.filter(folder => folder.startsWith(beside) && !existsSync(join(folder, vaultFileName))),
  }
}

/** Deletes them for good; backups that are sealed stay. */
export function removePlainCopies(dataFolder: string, company: CompanyKey): void {
  const { backups, setAside } = plainCopies(dataFolder, company)
  for (const folder of [...backups.map(backup => backup.folder), ...setAside]) {
    // First it loses its name: half deleted, it must not be taken for a backup.
    const part = `${folder}.part`
    renameSync(folder, part)
    rmSync(part, { recursive: true, force: true })
  }
  pruneOriginals(shelfOf(backupFolder(dataFolder), company))
}
