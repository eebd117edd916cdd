import { lstat, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { AfterTaking } from '../../shared/paperless'
import type { Looks } from './folder-store'

/** Below a watched folder: where taken files are moved. Never looked into. */
export const takenFolder = 'Quittance taken'

/** @returns undefined when there is no regular file: a link could lead to bytes outside of the folder */
export async function looksOf(path: string): Promise<Looks | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? { bytes: found.size, modifiedAt: Math.trunc(found.mtimeMs) } : undefined
}

/**
 * Does with a source what the person chose. Its bytes and its row are safe; a file that changed since is another one and
 * is left alone.
 *
 * @returns false when it is not the file that was taken
 * @throws the system's error when it may not be moved or deleted
 */
export async function disposeOf(folder: string, name: string, taken: Looks, choice: AfterTaking): Promise<boolean> {
  if (choice === 'leave') return true
  const path = join(folder, name)
  const now = await looksOf(path)
  // Gone already: an earlier run was stopped after the move and before its mark.
  if (!now) return true
  if (now.bytes !== taken.bytes || now.modifiedAt !== taken.modifiedAt) return false
  if (choice === 'delete') await rm(path)
  else await moveAside(folder, name)
  return true
}

/** Keeps the place below the folder; an earlier file of that name keeps its own. */
async function moveAside(folder: string, name: string): Promise<void> {
  const target = join(folder, takenFolder, name)
  await mkdir(dirname(target), { recursive: true })
  await rename(join(folder, name), await freeName(target))
}

async function freeName(path: string): Promise<string> {
  const ending = extname(path)
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? path : join(dirname(path), `${basename(path, ending)} (${number})${ending}`)
    if ((await stat(wanted).catch(() => undefined)) === undefined) return wanted
  }
}
