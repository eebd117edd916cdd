import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openArchive } from '../../src/engine/intake/archive'

/** As SQLite, JSON and logs write text, and the two ways Chromium's own stores do. */
const encodings = ['utf8', 'utf16le', 'latin1'] as const

/** Every file below a folder, what lies packed inside ZIP files included, that holds one of the secrets. */
export async function filesWith(folder: string, secrets: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of filesBelow(folder)) {
    if (await holdsOne(readFileSync(file), secrets)) found.push(file)
  }
  return found
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
}

/** By its first bytes: files ready to be saved have no name yet. */
export function isZip(file: string): boolean {
  return startsAsZip(readFileSync(file))
}

const startsAsZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

async function holdsOne(bytes: Uint8Array, secrets: readonly string[]): Promise<boolean> {
  const text = Buffer.from(bytes)
  if (secrets.some(secret => encodings.some(encoding => text.includes(Buffer.from(secret, encoding))))) return true
  if (!startsAsZip(text)) return false
  const archive = await openArchive(bytes)
  try {
    // What is compressed cannot be searched as it lies there.
    for await (const entry of archive.entries()) {
      if (await holdsOne(await archive.readEntry(entry), secrets)) return true
    }
    return false
  } finally {
    archive.close()
  }
}

/** Processes of this user with one of the secrets in their command line or environment; Linux only. */
export function processesWith(secrets: readonly string[]): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => ['cmdline', 'environ'].map(part => `/proc/${pid}/${part}`))
    .filter(file => {
      const text = readIfAllowed(file)
      return secrets.some(secret => text.includes(secret))
    })
}

/** Empty for another user's process, and for one that has just ended. */
function readIfAllowed(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
