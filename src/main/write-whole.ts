import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a file that has its name only once it is whole: when the disk is full, or the content ends early, what was there
 * before is there still.
 *
 * @throws what the disk or the content says
 */
export async function writeWhole(content: Readable, path: string): Promise<void> {
  const part = join(dirname(path), `.quittance-${randomUUID()}.part`)
  try {
    await pipeline(content, createWriteStream(part))
    await rename(part, path)
  } catch (thrown) {
    await rm(part, { force: true })
    throw thrown
  }
}
