import { readFileSync } from 'node:fs'

const headerBytes = 32
const frameHeaderBytes = 24

/**
 * Where the pages lie in SQLite's write-ahead log that a recovery would take over: those of the present round. Frames of
 * earlier rounds lie behind them and have other salts (https://sqlite.org/fileformat2.html, section 4).
 *
 * @returns offsets of the pages, in order, and how long each is
 */
export function livePages(log: Buffer): { readonly offsets: readonly number[]; readonly pageBytes: number } {
  const offsets: number[] = []
  if (log.length < headerBytes) return { offsets, pageBytes: 0 }
  const pageBytes = log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  const frameBytes = frameHeaderBytes + pageBytes
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    offsets.push(at + frameHeaderBytes)
  }
  return { offsets, pageBytes }
}

/** Turns one bit, as a failing disk does. */
export function flipBit(bytes: Buffer, at: number, bit: number): void {
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
}

/**
 * Whether every page of the log was copied into the database, as happens when it has grown to its limit; the log is kept
 * until the next commit begins it anew. Read from the index beside it (https://sqlite.org/walformat.html, section 2).
 */
export function isCarriedOver(database: string): boolean {
  const index = readFileSync(`${database}-shm`)
  const [frames, copied] = [index.readUInt32LE(16), index.readUInt32LE(96)]
  return frames > 0 && copied === frames
}
