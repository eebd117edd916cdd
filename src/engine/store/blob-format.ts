import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import type { Sha256 } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { keyFor, sealedNames, type BooksKey } from './books-key'
import { sourceError } from './blob-files'
import { openSealed, pieceBytes, piecesOf, sealedHeadBytes, sealer, type Encoder } from './seal'

/** How files of the blob folder lie on disk: as they are, or sealed with the books' key. */
export interface BlobFormat {
  /** The file's name there, for what its content hashes to. */
  nameOf(sha256: Sha256): string
  encoder(): Encoder
  /**
   * Content of a file that was read whole.
   * @throws AppError `file_unreadable` when it was changed since it was sealed
   */
  decode(file: Uint8Array): Uint8Array
  /** @throws AppError `file_vanished`, `file_unreadable` */
  open(path: string): Promise<BlobReader>
}

/** A file's content, read where it is wanted: no more of it is in memory than was asked for. */
export interface BlobReader {
  readonly bytes: number
  /**
   * @returns up to `length` bytes from `position` on; none at the end
   * @throws AppError `file_unreadable`
   */
  read(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

const plain: BlobFormat = {
  nameOf: sha256 => sha256,
  encoder: () => ({ update: content => [content], end: () => [] }),
  decode: file => file,
  async open(path) {
    const { handle, bytes } = await openFile(path)
    return { bytes, read: (position, length) => readAt(handle, position, length), close: () => handle.close() }
  },
}

export function blobFormat(key: BooksKey | null): BlobFormat {
  return key === null ? plain : sealedFormat(key)
}

function sealedFormat(key: BooksKey): BlobFormat {
  const originals = keyFor(key, 'originals')
  return {
    nameOf: sealedNames(key),
    encoder: () => sealer(originals),
    decode: file => openSealed(originals, file),
    async open(path) {
      const { handle, bytes } = await openFile(path)
      try {
        return await sealedReader(originals, handle, bytes)
      } catch (thrown) {
        await handle.close()
        throw thrown
      }
    },
  }
}

async function sealedReader(key: Buffer, handle: FileHandle, fileBytes: number): Promise<BlobReader> {
  const pieces = piecesOf(key, await readAt(handle, 0, sealedHeadBytes), fileBytes)
  return {
    bytes: pieces.bytes,
    async read(position, length) {
      const end = Math.min(position + length, pieces.bytes)
      if (position >= end) return new Uint8Array(0)
      const first = Math.floor(position / pieceBytes)
      const found: Uint8Array[] = []
      for (let index = first; index * pieceBytes < end; index++) {
        const place = pieces.placeOf(index)
        found.push(pieces.open(index, await readAt(handle, place.position, place.length)))
      }
      return Buffer.concat(found).subarray(position - first * pieceBytes, end - first * pieceBytes)
    },
    close: () => handle.close(),
  }
}

const chunkBytes = 1024 * 1024

/** The content in parts, and the file closed afterwards. */
export async function* contentOf(reader: BlobReader): AsyncGenerator<Uint8Array> {
  try {
    for (let position = 0; ;) {
      const chunk = await reader.read(position, chunkBytes)
      if (chunk.length === 0) return
      position += chunk.length
      yield chunk
    }
  } finally {
    await reader.close()
  }
}

/** What a file's content hashes to, read back from disk without keeping it in memory. */
export async function hashContent(format: BlobFormat, path: string): Promise<Sha256> {
  const hash = createHash('sha256')
  for await (const chunk of contentOf(await format.open(path))) hash.update(chunk)
  return hash.digest('hex') as Sha256
}

async function openFile(path: string): Promise<{ handle: FileHandle; bytes: number }> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new AppError('file_unreadable', {}, 'user')
    return { handle: await open(path, 'r'), bytes: found.size }
  } catch (thrown) {
    throw sourceError(thrown)
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  let done = 0
  try {
    while (done < length) {
      const { bytesRead } = await handle.read(buffer, done, length - done, position + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
  } catch (thrown) {
    throw sourceError(thrown)
  }
  return buffer.subarray(0, done)
}
