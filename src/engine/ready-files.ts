import { createReadStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadyFile } from '../shared/activity'
import type { LocatedFile } from './locate'
import { writePartsDurably } from './store/blob-files'
import { blobFormat, type BlobReader } from './store/blob-format'
import type { BooksKey } from './store/books-key'

/** Files made for the person to save: they lie in the company's folder until the app has copied them where asked. */
export interface ReadyFiles extends HeldFiles {
  /** @param make writes the file to the path it is given */
  make(fileId: string, suggestedName: string, make: (path: string) => Promise<void> | void): Promise<ReadyFile>
}

/** Files that must never lie on disk unless a person puts them there: they are kept in memory. */
export interface HeldFiles {
  hold(fileId: string, suggestedName: string, content: Uint8Array): ReadyFile
  find(fileId: string): LocatedFile | null
}

const mediaType = 'application/octet-stream'

/**
 * What an earlier run left is thrown away: whoever wanted it has it.
 *
 * @param key of books in a vault: what was made of them lies there sealed
 */
export function openReadyFiles(companyFolder: string, key: BooksKey | null): ReadyFiles {
  const folder = join(companyFolder, 'to-save')
  const files = new Map<string, LocatedFile>()
  const held = holdFiles()
  const format = blobFormat(key)
  rmSync(folder, { recursive: true, force: true })

  /** @returns where it lies now */
  async function sealed(path: string): Promise<string> {
    const place = `${path}.sealed`
    try {
      await writePartsDurably(createReadStream(path), place, format.encoder(), Infinity)
    } finally {
      rmSync(path, { force: true })
    }
    return place
  }

  return {
    async make(fileId, suggestedName, make) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const written = join(folder, fileId)
      await make(written)
      const { size } = statSync(written)
      const path = key === null ? written : await sealed(written)
      const open = () => format.open(path)
      files.set(fileId, { mediaType, bytes: size, path: key === null ? path : null, open })
      return { fileId, suggestedName, bytes: size }
    },
    hold: held.hold,
    find: fileId => files.get(fileId) ?? held.find(fileId),
  }
}

export function holdFiles(): HeldFiles {
  const files = new Map<string, LocatedFile>()
  return {
    hold(fileId, suggestedName, content) {
      const open = () => Promise.resolve(readerOf(content))
      files.set(fileId, { mediaType, bytes: content.length, path: null, open })
      return { fileId, suggestedName, bytes: content.length }
    },
    find: fileId => files.get(fileId) ?? null,
  }
}

function readerOf(content: Uint8Array): BlobReader {
  return {
    bytes: content.length,
    read: (position, length) => Promise.resolve(content.subarray(position, position + length)),
    close: () => Promise.resolve(),
  }
}
