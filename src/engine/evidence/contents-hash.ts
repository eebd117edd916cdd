import { hash } from 'node:crypto'
import type { PackedFile } from './pack-format'

/** One hash for all files of a pack: SHA-256 over "hash path" lines in the order of their paths. */
export function contentsHash(files: readonly PackedFile[]): string {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  return hash('sha256', sorted.map(({ sha256, path }) => `${sha256} ${path}\n`).join(''))
}
