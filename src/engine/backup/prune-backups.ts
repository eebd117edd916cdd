import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readOriginals } from './check-backup'
import { originalsIn } from './copy-originals'
import { backupsOn, type FoundBackup } from './places'

/**
 * Which backups go: beyond the newest `keep`, all but the newest of each month, and those after a year. Months and years
 * by UTC: it is about distance, not about anybody's calendar.
 */
export function beyondRetention(found: readonly FoundBackup[], keep: number): readonly FoundBackup[] {
  const months = new Set<string>()
  return found.filter(({ manifest }, index) => {
    const month = new Date(manifest.madeAt).toISOString().slice(0, 7)
    const isFirstOfMonth = !months.has(month)
    months.add(month)
    return index >= keep && (!isFirstOfMonth || months.size > 12)
  })
}

/** Deletes backups beyond retention and the originals that no backup left speaks of. */
export function pruneBackups(shelf: string, keep: number): number {
  const found = backupsOn(shelf)
  const going = beyondRetention(found, keep)
  for (const { folder } of going) {
    // First it loses its name: half deleted, it must not be taken for a backup.
    const part = `${folder}.part`
    renameSync(folder, part)
    rmSync(part, { recursive: true, force: true })
  }
  for (const name of existsSync(shelf) ? readdirSync(shelf) : []) {
    if (name.endsWith('.part') || name.startsWith('scratch-'))
      rmSync(join(shelf, name), { recursive: true, force: true })
  }
  pruneOriginals(shelf)
  return going.length
}

/** Deletes originals that no backup on the shelf speaks of. */
export function pruneOriginals(shelf: string): void {
  const lists = backupsOn(shelf).map(({ folder, manifest }) => readOriginals(folder, manifest))
  // A list that cannot be read may name anything: then every original stays.
  if (lists.some(list => list === undefined)) return
  const named = new Set(lists.flatMap(list => [...(list ?? [])]))
  for (const { name, path } of originalsIn(join(shelf, 'originals'))) if (!named.has(name)) rmSync(path)
}
