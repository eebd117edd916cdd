import { constants, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentKind } from '../../shared/document'
import type { Sha256 } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { sniff, sniffLength } from '../pipeline/sniff'
import type { Blobs } from '../store/blobs'
import { intakeLimits } from './limits'
import { fileError, type FoundFile } from './walk'

/** Bytes that are safe in the blob store and wait for their row. */
export interface StoredOriginal {
  readonly sha256: Sha256
  readonly bytes: number
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly fileName: string
}

/** A file being written is read again after this pause, this often. */
const growthPauseMs = 500
const growthAttempts = 20

/**
 * Copies a file's bytes into the blob store, fsynced. The hash is that of the copied bytes, so it does not matter what
 * becomes of the source.
 *
 * @throws AppError `file_vanished`, `file_unreadable`, `unsupported_type` (no regular file), `file_too_large`, or the
 *   store's own (`store_disk_full` …)
 */
export async function storeOriginal(blobs: Blobs, file: FoundFile): Promise<StoredOriginal> {
  for (let attempt = 1; attempt <= growthAttempts; attempt++) {
    const stored = await storeOnce(blobs, file)
    if (stored !== 'changing') return stored
    await pause(growthPauseMs)
  }
  throw new AppError('file_unreadable', { fileName: file.fileName, cause: 'changing' })
}

/** Puts bytes that came out of a container (or were made here) into the blob store. */
export async function storeBytes(blobs: Blobs, bytes: Uint8Array, fileName: string): Promise<StoredOriginal> {
  const what = sniff(bytes.subarray(0, sniffLength), bytes.length)
  return { sha256: await blobs.keep(bytes), bytes: bytes.length, ...what, fileName }
}

async function storeOnce(blobs: Blobs, file: FoundFile): Promise<StoredOriginal | 'changing'> {
  const handle = await openFile(file)
  try {
    const before = await handle.stat()
    if (!before.isFile()) throw new AppError('unsupported_type', { fileName: file.fileName }, 'never')
    if (before.size > intakeLimits.fileBytes) {
      throw new AppError('file_too_large', { fileName: file.fileName, bytes: before.size })
    }
    if (before.size > intakeLimits.inMemoryBytes) {
      const stored = await copyLarge(blobs, file)
      return (await isUnchanged(handle, before)) && stored.bytes === before.size ? stored : 'changing'
    }
    const bytes = await readWhole(handle, before.size, file)
    if (bytes === 'changing' || !(await isUnchanged(handle, before))) return 'changing'
    // Awaited here: were it to fail while the file is being closed, nobody would be listening yet, and the engine would end.
    return await storeBytes(blobs, bytes, file.fileName)
  } finally {
    await handle.close()
  }
}

async function openFile(file: FoundFile): Promise<FileHandle> {
  try {
    // Not blocking: should a pipe have taken the file's place, opening it must not wait for its other end.
    return await open(file.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (thrown) {
    const { code, params, retry } = fileError(thrown, file.fileName)
    throw new AppError(code, params, retry, { cause: thrown })
  }
}

async function isUnchanged(handle: FileHandle, before: Stats): Promise<boolean> {
  const after = await handle.stat()
  return after.size === before.size && after.mtimeMs === before.mtimeMs
}

async function readWhole(handle: FileHandle, size: number, file: FoundFile): Promise<Uint8Array | 'changing'> {
  const buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
      length += bytesRead
      if (length > size) return 'changing'
      if (bytesRead === 0) return length === size ? buffer.subarray(0, length) : 'changing'
    }
  } catch (thrown) {
    const { code, params, retry } = fileError(thrown, file.fileName)
    throw new AppError(code, params, retry, { cause: thrown })
  }
}

async function copyLarge(blobs: Blobs, file: FoundFile): Promise<StoredOriginal> {
  // A name that is no valid text cannot be told to the blob store; a large file of that kind counts as vanished.
  const { sha256, bytes, head } = await blobs.putFile(file.path.toString(), intakeLimits.fileBytes)
  return { sha256, bytes, ...sniff(head, bytes), fileName: file.fileName }
}
