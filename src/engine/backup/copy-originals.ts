import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/result'
import { copyDurably } from '../store/blob-files'
import { makePrivateFolder, syncFolder } from '../store/private-files'

/** A file of the blob folder: its name is the SHA-256 of its bytes. */
export interface Original {
  readonly sha256: string
  readonly path: string
  readonly bytes: number
}

/** Every file kept in a blob folder. */
export function originalsIn(blobFolder: string): readonly Original[] {
  if (!existsSync(blobFolder)) return []
  const found: Original[] = []
  for (const shelf of readdirSync(blobFolder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const sha256 of readdirSync(join(blobFolder, shelf))) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) continue
      const path = join(blobFolder, shelf, sha256)
      found.push({ sha256, path, bytes: statSync(path).size })
    }
  }
  return found
}

export interface OriginalsCopied {
  /** Files that are whole at the other end now. */
  readonly kept: readonly Original[]
  /** Files whose bytes are not what their name says, here and at the other end. */
  readonly lost: readonly string[]
}

/** Files on their way at a time: most of a copy is waiting for the disk, which can wait for several at once. */
const atOnce = 8

/**
 * Copies files to where they are named, each checked while it is read; what is there already is not copied again.
 *
 * @param placeOf where a file belongs at the other end
 * @param progress told the bytes done
 */
export async function copyOriginals(
  originals: readonly Original[],
  placeOf: (sha256: string) => string,
  arriving: string,
  progress: (bytes: number) => void,
): Promise<OriginalsCopied> {
  rmSync(arriving, { recursive: true, force: true })
  makePrivateFolder(arriving)
  makeShelves(new Set(originals.map(({ sha256 }) => dirname(placeOf(sha256)))))
  const lost = new Set<string>()
  const touched = new Set<string>()
  await forEachAtOnce(originals, async original => {
    const place = placeOf(original.sha256)
    const isThere = existsSync(place) && statSync(place).size === original.bytes
    if (!isThere) {
      if (await copyOne(original, place, arriving)) touched.add(dirname(place))
      else if (!existsSync(place)) lost.add(original.sha256)
    }
    progress(original.bytes)
  })
  for (const shelf of touched) syncFolder(shelf)
  rmSync(arriving, { recursive: true, force: true })
  return { kept: originals.filter(({ sha256 }) => !lost.has(sha256)), lost: [...lost] }
}

/** All of them first: the disk is waited for once for the folder they stand in, not once for each. */
function makeShelves(shelves: ReadonlySet<string>): void {
  for (const shelf of shelves) mkdirSync(shelf, { recursive: true, mode: 0o700 })
  for (const above of new Set([...shelves].map(shelf => dirname(shelf)))) syncFolder(above)
}

/** After a failure nothing new is begun; what is under way ends before it is told. */
async function forEachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  let hasFailed = false
  const lane = async () => {
    for (const item of left) {
      if (hasFailed) return
      try {
        await work(item)
      } catch (thrown) {
        hasFailed = true
        throw thrown
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, lane))
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}

/** @returns whether the bytes were what the name says */
async function copyOne(original: Original, place: string, arriving: string): Promise<boolean> {
  const part = join(arriving, randomUUID())
  try {
    const { sha256 } = await copyDurably(original.path, part, Infinity)
    if (sha256 !== original.sha256) return false
    renameSync(part, place)
    return true
  } catch (thrown) {
    if (thrown instanceof AppError && /^file_(vanished|unreadable)$/.test(thrown.data.code)) return false
    throw thrown
  } finally {
    rmSync(part, { force: true })
  }
}
