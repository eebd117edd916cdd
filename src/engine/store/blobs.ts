import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../../shared/ids'
import { reachNothing, type Reach } from '../crash-points'
import { AppError } from '../../shared/result'
import {
  copyDurably,
  sha256Of,
  sourceError,
  targetError,
  writeDurably,
  writeDurablyLater,
  writePartsDurably,
  type StoredFile,
} from './blob-files'
import { blobFormat, contentOf, hashContent, type BlobReader } from './blob-format'
import type { BooksKey } from './books-key'
import { encoded } from './seal'
import { makePrivateFolder, syncFolder, syncFolderLater } from './private-files'

export type { StoredFile } from './blob-files'

/**
 * Bytes kept by their SHA-256: originals, embedded XML, page pictures. Written once, never changed. Bytes that are
 * there already are written again all the same: should the disk have damaged them, they are whole again.
 */
export interface Blobs {
  /**
   * Keeps bytes; when this returns they survive a power failure. Short ones only: the loop waits.
   *
   * @throws AppError `store_disk_full`, `store_read_only`
   */
  put(bytes: Uint8Array): Sha256
  /**
   * Keeps bytes of any size without making the loop wait for the disk.
   *
   * @throws AppError `store_disk_full`, `store_read_only`
   */
  keep(bytes: Uint8Array): Promise<Sha256>
  /**
   * Copies a file of any size in, reading it once; when this resolves the copy survives a power failure. The source
   * is only read.
   *
   * @param maxBytes a longer source is refused; no limit when left out
   * @throws AppError `file_vanished`, `file_unreadable`, `file_too_large` (the source), `store_disk_full`,
   *   `store_read_only` (the copy)
   */
  putFile(path: string, maxBytes?: number): Promise<StoredFile>
  /**
   * Keeps what comes in parts, e.g. a download.
   *
   * @param check throws when these are not the bytes that were announced: nothing is kept then
   * @throws AppError `file_too_large`, `store_disk_full`, `store_read_only`; what the parts or `check` throw
   */
  putParts(parts: AsyncIterable<Uint8Array>, maxBytes: number, check: (stored: StoredFile) => void): Promise<StoredFile>
  /**
   * @throws AppError `file_vanished` when nothing is there, `file_unreadable` when the disk damaged the bytes
   */
  read(sha256: Sha256): Uint8Array
  /** {@link read} without making the loop wait for the disk. */
  load(sha256: Sha256): Promise<Uint8Array>
  /** The bytes in parts, for what is too long to be held. @throws AppError as {@link read}, while it is read */
  stream(sha256: Sha256): AsyncIterable<Uint8Array>
  /** The bytes where they are wanted; the caller closes it. @throws AppError as {@link read} */
  open(sha256: Sha256): Promise<BlobReader>
  /** Where the bytes lie, sealed or not. Says nothing about their being there. */
  pathOf(sha256: Sha256): string
  has(sha256: Sha256): boolean
  /** Reads the bytes back from disk and compares, without keeping them in memory. */
  verify(sha256: Sha256): Promise<'intact' | 'damaged' | 'missing'>
}

/**
 * Opens the blob store of a company.
 *
 * @param folder the company's folder, the one `openStore` got; blobs lie in `blobs/` below it
 * @param key of books in a vault
 * @throws AppError `store_disk_full`, `store_read_only`
 */
export function openBlobs(folder: string, key: BooksKey | null = null, reach: Reach = reachNothing): Blobs {
  const format = blobFormat(key)
  const root = join(folder, 'blobs')
  const arriving = join(root, 'arriving')
  try {
    // What a dead engine left half copied was never named by a row.
    rmSync(arriving, { recursive: true, force: true })
    makePrivateFolder(root)
    makePrivateFolder(arriving)
  } catch (thrown) {
    throw targetError(thrown)
  }

  function pathOf(sha256: Sha256): string {
    const name = format.nameOf(sha256)
    return join(root, name.slice(0, 2), name)
  }

  /** Where a blob will stand; the shelf (one of 256 folders) is there afterwards, and stays. */
  function shelfFor(sha256: Sha256): string {
    const shelf = dirname(pathOf(sha256))
    if (!existsSync(shelf)) makePrivateFolder(shelf)
    return shelf
  }

  /** Brings bytes in beside their place and then gives them their name, which is made as durable as the bytes. */
  async function arrive<T>(bring: (part: string) => Promise<T>, hashOf: (brought: T) => Sha256): Promise<T> {
    const part = join(arriving, randomUUID())
    try {
      const brought = await bring(part)
      const sha256 = hashOf(brought)
      const shelf = shelfFor(sha256)
      reach('original.written')
      await rename(part, pathOf(sha256))
      reach('original.named')
      await syncFolderLater(shelf)
      reach('original.kept')
      return brought
    } catch (thrown) {
      rmSync(part, { force: true })
      throw targetError(thrown)
    }
  }

  return {
    pathOf,
    has: sha256 => existsSync(pathOf(sha256)),

    put(bytes) {
      const sha256 = sha256Of(bytes)
      const part = join(arriving, randomUUID())
      try {
        writeDurably(part, encoded(format.encoder(), bytes))
        const shelf = shelfFor(sha256)
        reach('original.written')
        renameSync(part, pathOf(sha256))
        reach('original.named')
        syncFolder(shelf)
        reach('original.kept')
        return sha256
      } catch (thrown) {
        rmSync(part, { force: true })
        throw targetError(thrown)
      }
    },

    keep: bytes =>
      arrive(
        async part => {
          await writeDurablyLater(part, encoded(format.encoder(), bytes))
          return sha256Of(bytes)
        },
        sha256 => sha256,
      ),

    putFile: (path, maxBytes = Infinity) =>
      arrive(
        part => copyDurably(path, part, format.encoder(), maxBytes),
        stored => stored.sha256,
      ),

    putParts: (parts, maxBytes, check) =>
      arrive(
        async part => {
          const stored = await writePartsDurably(parts, part, format.encoder(), maxBytes)
          check(stored)
          return stored
        },
        stored => stored.sha256,
      ),

    read(sha256) {
      try {
        return checked(format.decode(readFileSync(pathOf(sha256))), sha256)
      } catch (thrown) {
        throw sourceError(thrown)
      }
    },

    async load(sha256) {
      try {
        return checked(format.decode(await readFile(pathOf(sha256))), sha256)
      } catch (thrown) {
        throw sourceError(thrown)
      }
    },

    async *stream(sha256) {
      yield* contentOf(await format.open(pathOf(sha256)))
    },

    open: sha256 => format.open(pathOf(sha256)),

    async verify(sha256) {
      if (!existsSync(pathOf(sha256))) return 'missing'
      try {
        return (await hashContent(format, pathOf(sha256))) === sha256 ? 'intact' : 'damaged'
      } catch (thrown) {
        // A sealed file that was changed does not even open.
        if (isDamage(thrown)) return 'damaged'
        throw thrown
      }
    },
  }
}

/** Of the bytes, not of the disk: that is told by the system, and may pass. */
function isDamage(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.data.code === 'file_unreadable' && thrown.data.retry === 'never'
}

function checked(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  if (sha256Of(bytes) !== sha256) throw new AppError('file_unreadable', {}, 'never')
  return bytes
}
