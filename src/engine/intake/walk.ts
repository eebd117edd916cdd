import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { ErrorData } from '../../shared/result'
import { displayName } from './display-name'

/** A regular file to take in. On Linux a name may be no valid text, so paths may be bytes. */
export interface FoundFile {
  readonly path: string | Buffer
  readonly fileName: string
  /** True when it was met inside a folder, false when it was named itself. */
  readonly fromFolder: boolean
}

/** Something that cannot become a row, because it has no bytes that could be kept. */
export interface Refusal {
  readonly fileName: string
  readonly error: ErrorData
}

/** What operating systems leave in folders for themselves; no document is ever called that. */
const bookkeeping = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized', '__macosx'])

export function isBookkeeping(name: string): boolean {
  return bookkeeping.has(name.toLowerCase())
}

/**
 * Finds the files behind paths, folders recursively, in order of name. Folders are read as they are come to, so that a large
 * tree is not held in memory at once.
 *
 * A link that was named itself is followed: somebody chose it. A link met inside a folder is followed only to a file
 * inside that folder, so that a folder from elsewhere cannot lend its bytes from a key file. Kinds are looked at before
 * anything is opened: a pipe would block, a device never ends.
 *
 * @param except folder never walked into: our own data
 */
export async function* walk(
  paths: readonly string[],
  except: string,
): AsyncGenerator<{ file: FoundFile } | { refusal: Refusal }> {
  const own = await realpath(except).catch(() => resolve(except))
  for (const path of paths) {
    const fileName = displayName(path)
    const kind = await follow(path)
    if ('error' in kind) yield { refusal: { fileName, error: kind.error } }
    else if (kind.stats.isFile()) yield { file: { path, fileName, fromFolder: false } }
    else if (kind.stats.isDirectory()) yield* walkFolder(Buffer.from(await realpath(path)), own)
    else yield { refusal: { fileName, error: notAFile(fileName) } }
  }
}

async function* walkFolder(root: Buffer, own: string): AsyncGenerator<{ file: FoundFile } | { refusal: Refusal }> {
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (folder.equals(Buffer.from(own))) continue
    const listed = await list(folder)
    if ('error' in listed) {
      yield { refusal: { fileName: displayName(folder), error: listed.error } }
      continue
    }
    const inner: Buffer[] = []
    for (const entry of listed.entries) {
      const fileName = displayName(entry.name)
      const path = Buffer.concat([folder, Buffer.from(sep), entry.name])
      if (isBookkeeping(fileName)) continue
      if (entry.isDirectory()) inner.push(path)
      else if (entry.isFile()) yield { file: { path, fileName, fromFolder: true } }
      else if (entry.isSymbolicLink() && (await leadsToFileWithin(path, root))) {
        yield { file: { path, fileName, fromFolder: true } }
      } else yield { refusal: { fileName, error: entry.isSymbolicLink() ? linkRefused(fileName) : notAFile(fileName) } }
    }
    folders.push(...inner.reverse())
  }
}

async function list(folder: Buffer): Promise<{ entries: Dirent<Buffer>[] } | { error: ErrorData }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
    return { entries: entries.sort((left, right) => left.name.compare(right.name)) }
  } catch (thrown) {
    return { error: fileError(thrown, displayName(folder)) }
  }
}

async function follow(path: string): Promise<{ stats: Stats } | { error: ErrorData }> {
  try {
    return { stats: await stat(path) }
  } catch (thrown) {
    const isLink = await lstat(path).then(
      found => found.isSymbolicLink(),
      () => false,
    )
    return { error: isLink ? linkRefused(displayName(path)) : fileError(thrown, displayName(path)) }
  }
}

async function leadsToFileWithin(link: Buffer, root: Buffer): Promise<boolean> {
  try {
    const target = await realpath(link, { encoding: 'buffer' })
    const folder = Buffer.concat([root, Buffer.from(sep)])
    return target.subarray(0, folder.length).equals(folder) && (await stat(target)).isFile()
  } catch {
    // Leads nowhere, in a circle, or where we may not look: refused like a link that leaves the folder.
    return false
  }
}

function notAFile(fileName: string): ErrorData {
  return { code: 'unsupported_type', params: { fileName }, retry: 'never' }
}

function linkRefused(fileName: string): ErrorData {
  return { code: 'file_unreadable', params: { fileName, cause: 'link' }, retry: 'user' }
}

/** The file system's own code (ENOENT, EACCES …) in our words. */
export function fileError(thrown: unknown, fileName: string): ErrorData {
  const cause = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  if (cause === 'ENOENT' || cause === 'ENOTDIR') return { code: 'file_vanished', params: { fileName }, retry: 'user' }
  return { code: 'file_unreadable', params: { fileName, cause }, retry: 'user' }
}
