import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Sha256 } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { syncFolder } from './private-files'
import type { Encoder } from './seal'

export interface StoredFile {
  readonly sha256: Sha256
  readonly bytes: number
  /** The first bytes (64 KiB at most), enough to tell what kind of file it is. */
  readonly head: Uint8Array
}

const headBytes = 64 * 1024
const chunkBytes = 1024 * 1024

export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256
}

/** Writes a new private file and waits until the disk has it. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Replaces a private file in one step: a process that dies leaves the old one or the new one, never half of it. */
export function replaceDurably(path: string, bytes: Uint8Array): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeDurably(draft, bytes)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** {@link writeDurably} without making the loop wait. */
export async function writeDurablyLater(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Copies a file in one reading, hashing on the way, and waits until the disk has the copy.
 *
 * @param encoder how the copy lies on disk
 * @param maxBytes the source may be no longer; it may also grow while being read
 * @throws AppError `file_vanished`, `file_unreadable`, `file_too_large` (the source); the system's error (the copy)
 */
export async function copyDurably(from: string, to: string, encoder: Encoder, maxBytes: number): Promise<StoredFile> {
  const source = await openSource(from)
  try {
    return await writePartsDurably(chunksOf(source), to, encoder, maxBytes)
  } finally {
    await source.close()
  }
}

/**
 * Writes what comes in parts to a new private file, hashing on the way, and waits until the disk has it.
 *
 * @throws AppError `file_too_large`; what the parts throw; the system's error
 */
export async function writePartsDurably(
  parts: AsyncIterable<Uint8Array>,
  to: string,
  encoder: Encoder,
  maxBytes: number,
): Promise<StoredFile> {
  const target = await open(to, 'wx', 0o600)
  try {
    const stored = await writeParts(parts, target, encoder, maxBytes)
    await target.sync()
    return stored
  } finally {
    await target.close()
  }
}

/** Hash of a file read back from disk, without keeping it in memory. */
export async function hashFile(path: string): Promise<Sha256> {
  const source = await openSource(path)
  try {
    const hash = createHash('sha256')
    for await (const chunk of chunksOf(source)) hash.update(chunk)
    return hash.digest('hex') as Sha256
  } finally {
    await source.close()
  }
}

async function writeParts(
  parts: AsyncIterable<Uint8Array>,
  target: FileHandle,
  encoder: Encoder,
  maxBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let head = new Uint8Array(0)
  let bytes = 0
  for await (const chunk of parts) {
    // Parts from a network may be short: the beginning is collected until it is long enough.
    if (head.length < headBytes)
      head = new Uint8Array(Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]))
    bytes += chunk.length
    if (bytes > maxBytes) throw new AppError('file_too_large', { maxBytes }, 'user')
    hash.update(chunk)
    for (const encoded of encoder.update(chunk)) await writeAll(target, encoded)
  }
  for (const encoded of encoder.end()) await writeAll(target, encoded)
  return { sha256: hash.digest('hex') as Sha256, bytes, head }
}

async function writeAll(target: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await target.write(bytes, at)).bytesWritten
}

/** The same memory each time: use a chunk before asking for the next. */
async function* chunksOf(source: FileHandle): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(chunkBytes)
  for (;;) {
    let bytesRead: number
    try {
      bytesRead = (await source.read(buffer, 0, chunkBytes, null)).bytesRead
    } catch (thrown) {
      throw sourceError(thrown)
    }
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    // Opening a pipe or a device could wait for ever.
    if (!(await stat(path)).isFile()) throw new AppError('file_unreadable', {}, 'user')
    return await open(path, 'r')
  } catch (thrown) {
    throw sourceError(thrown)
  }
}

/** What went wrong with somebody's file, as opposed to our copy of it. */
export function sourceError(thrown: unknown): unknown {
  const code = systemCode(thrown)
  if (code === undefined) return thrown
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file_vanished', {}, 'user', { cause: thrown })
  return new AppError('file_unreadable', {}, 'user', { cause: thrown })
}

/** What went wrong with our own disk. */
export function targetError(thrown: unknown): unknown {
  const code = systemCode(thrown)
  if (code === undefined) return thrown
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('store_disk_full', {}, 'user', { cause: thrown })
  return new AppError('store_read_only', {}, 'user', { cause: thrown })
}

/** The operating system's name for what went wrong, `ENOSPC`; undefined for every other error. */
export function systemCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}
