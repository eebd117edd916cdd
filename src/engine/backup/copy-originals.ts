import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/result'
import { writePartsDurably } from '../store/blob-files'
import { contentOf, type BlobFormat } from '../store/blob-format'
import { makePrivateFolder, syncFolder } from '../store/private-files'

/** A file of a blob folder. */
export interface Original {
  /** The SHA-256 of its content; in a vault, what the vault makes of it. */
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** Every file kept in a blob folder. */
export function originalsIn(blobFolder: string): readonly Original[] {
  if (!existsSync(blobFolder)) return []
  const found: Original[] = []
  for (const shelf of readdirSync(blobFolder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of readdirSync(join(blobFolder, shelf))) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const path = join(blobFolder, shelf, name)
      found.push({ name, path, bytes: statSync(path).size })
    }
  }
  return found
}

export interface OriginalsCopied {
  /** Files that are whole at the other end now. */
  readonly kept: readonly Original[]
  /** Names of files whose bytes are not what their name says, here and at the other end. */
  readonly lost: readonly string[]
}

/** Files on their way at a time: most of a copy is waiting for the disk, which can wait for several at once. */
const atOnce = 8

/** How the files lie here, and how at the other end. */
export interface Formats {
  readonly from: BlobFormat
  readonly to: BlobFormat
}

/**
 * Copies files to where they are named, each checked while it is read; what is there already is not copied again.
 *
 * @param placeOf where a file of that name belongs at the other end
 * @param progress told the bytes done
 */
export async function copyOriginals(
  originals: readonly Original[],
  formats: Formats,
  placeOf: (name: string) => string,
  arriving: string,
  progress: (bytes: number) => void,
): Promise<OriginalsCopied> {
  rmSync(arriving, { recursive: true, force: true })
  makePrivateFolder(arriving)
  const isSame = formats.from === formats.to
  // Under which name a file lies in another format is known once it was read.
  if (isSame) makeShelves(new Set(originals.map(({ name }) => dirname(placeOf(name)))))
  const lost = new Set<string>()
  const touched = new Set<string>()
  await forEachAtOnce(originals, async original => {
    const isThere = isSame && isWholeAt(placeOf(original.name), original)
    if (!isThere) {
      const shelf = await copyOne(original, formats, placeOf, arriving)
      if (shelf !== null) touched.add(shelf)
      else if (!isSame || !existsSync(placeOf(original.name))) lost.add(original.name)
    }
    progress(original.bytes)
  })
  for (const shelf of touched) syncFolder(shelf)
  rmSync(arriving, { recursive: true, force: true })
  return { kept: originals.filter(({ name }) => !lost.has(name)), lost: [...lost] }
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

function isWholeAt(place: string, { bytes }: Original): boolean {
  return existsSync(place) && statSync(place).size === bytes
}

/** @returns the folder it lies in now; null when the bytes were not what the name says */
async function copyOne(
  original: Original,
  { from, to }: Formats,
  placeOf: (name: string) => string,
  arriving: string,
): Promise<string | null> {
  const part = join(arriving, randomUUID())
  try {
    const content = contentOf(await from.open(original.path))
    const { sha256 } = await writePartsDurably(content, part, to.encoder(), Infinity)
    if (from.nameOf(sha256) !== original.name) return null
    const place = placeOf(to.nameOf(sha256))
    const shelf = dirname(place)
    if (!existsSync(shelf)) makePrivateFolder(shelf)
    renameSync(part, place)
    return shelf
  } catch (thrown) {
    if (thrown instanceof AppError && /^file_(vanished|unreadable)$/.test(thrown.data.code)) return null
    throw thrown
  } finally {
    rmSync(part, { force: true })
  }
}
