import { crc32 } from 'node:zlib'
import { Readable } from 'node:stream'
import {
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  openPromise,
  RandomAccessReader,
  type Entry,
  type ZipFile,
} from 'yauzl'
import { AppError } from '../../shared/result'
import type { BlobReader } from '../store/blob-format'
import { displayName } from './display-name'
import { isBookkeeping } from './walk'

/** A file inside a ZIP; its bytes are unpacked only when asked for. */
export interface ArchiveEntry {
  /** Last part of the path it claims, cleaned; nothing is ever written to that path. */
  readonly fileName: string
  /** The whole path it claims, for telling office files from archives of documents. */
  readonly claimedPath: string
  /** As the directory claims; {@link readEntry} refuses an entry that holds more or less. */
  readonly bytes: number
  readonly packedBytes: number
  readonly isEncrypted: boolean
  readonly raw: Entry
}

export interface Archive {
  /** The files in the order of the archive's directory, one at a time; folders are left out. */
  entries(): AsyncGenerator<ArchiveEntry>
  /**
   * Unpacks one entry.
   * @throws AppError `corrupt_document`, `unsupported_feature` (compression), `unsupported_encryption`
   */
  readEntry(entry: ArchiveEntry): Promise<Uint8Array>
  /** Unpacks no more than the first bytes of an entry. */
  readHead(entry: ArchiveEntry, length: number): Promise<Uint8Array>
  close(): void
}

// Paths are decoded here and not by yauzl, which refuses a whole archive for one "../" in a name we never use as a path.
const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const

/**
 * Opens a ZIP from disk, among the originals or, for one inside another, in memory. Closing it closes the reader.
 * @throws AppError `corrupt_document` when its directory cannot be read
 */
export async function openArchive(source: string | Uint8Array | BlobReader): Promise<Archive> {
  try {
    return archiveOf(await openZip(source))
  } catch (thrown) {
    throw corrupt(thrown)
  }
}

function openZip(source: string | Uint8Array | BlobReader): Promise<ZipFile> {
  if (typeof source === 'string') return openPromise(source, options)
  if (!('close' in source)) {
    return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
  }
  return fromRandomAccessReaderPromise(new OriginalReader(source), source.bytes, options)
}

const partBytes = 1024 * 1024

/** What the ZIP library reads an original through, sealed or not. */
class OriginalReader extends RandomAccessReader {
  readonly #original: BlobReader

  constructor(original: BlobReader) {
    super()
    this.#original = original
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#parts(start, end), { objectMode: false })
  }

  async *#parts(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end;) {
      const part = await this.#original.read(at, Math.min(partBytes, end - at))
      if (part.length === 0) return
      at += part.length
      yield part
    }
  }

  override close(closed: (error: Error | null) => void): void {
    this.#original.close().then(() => closed(null), closed)
  }
}

function archiveOf(zip: ZipFile): Archive {
  return {
    async *entries() {
      try {
        for await (const raw of zip.eachEntry()) {
          const entry = describe(raw)
          if (!isFolder(entry) && !entry.claimedPath.split(/[/\\]/).some(isBookkeeping)) yield entry
        }
      } catch (thrown) {
        throw corrupt(thrown)
      }
    },
    async readEntry(entry) {
      const bytes = await collect(await openEntry(zip, entry), entry.bytes)
      if (crc32(bytes) !== entry.raw.crc32) throw corrupt(undefined)
      return bytes
    },
    async readHead(entry, length) {
      return collect(await openEntry(zip, entry), length)
    },
    close: () => zip.close(),
  }
}

function describe(raw: Entry): ArchiveEntry {
  const claimedPath = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw as Buffer, raw.extraFields, false)
  return {
    claimedPath,
    fileName: displayName(claimedPath),
    bytes: raw.uncompressedSize,
    packedBytes: raw.compressedSize,
    isEncrypted: raw.isEncrypted(),
    raw,
  }
}

function isFolder(entry: ArchiveEntry): boolean {
  return /[/\\]$/.test(entry.claimedPath)
}

async function openEntry(zip: ZipFile, entry: ArchiveEntry): Promise<Readable> {
  if (entry.isEncrypted) throw new AppError('unsupported_encryption', { fileName: entry.fileName }, 'never')
  const stored = 0
  const deflated = 8
  if (entry.raw.compressionMethod !== stored && entry.raw.compressionMethod !== deflated) {
    throw new AppError('unsupported_feature', { fileName: entry.fileName, feature: 'compression' }, 'never')
  }
  try {
    return await zip.openReadStreamPromise(entry.raw)
  } catch (thrown) {
    throw corrupt(thrown)
  }
}

/** Reads up to `limit` bytes, then stops the source. */
async function collect(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) break
    }
  } catch (thrown) {
    throw corrupt(thrown)
  }
  return Buffer.concat(chunks).subarray(0, limit)
}

function corrupt(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('corrupt_document', {}, 'never', { cause: thrown })
}
