import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Sha256 } from '../../../src/shared/ids'
import { toErrorData } from '../../../src/shared/result'
import { openBlobs } from '../../../src/engine/store/blobs'
import { codeOf, newFolder } from './folder'

const invoice = new TextEncoder().encode('<cfdi:Comprobante Total="1160.00"/>')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => toErrorData(error).code,
  )

test('what is put in comes out under its SHA-256, byte for byte', async () => {
  const blobs = openBlobs(newFolder())
  const sha256 = blobs.put(invoice)
  expect(sha256).toBe(hashOf(invoice))
  expect(await blobs.keep(invoice)).toBe(sha256)
  expect(blobs.has(sha256)).toBe(true)
  expect(Buffer.from(blobs.read(sha256)).equals(invoice)).toBe(true)
  expect(Buffer.from(await blobs.load(sha256)).equals(invoice)).toBe(true)
  expect(readFileSync(blobs.pathOf(sha256)).equals(invoice)).toBe(true)
  expect(await blobs.verify(sha256)).toBe('intact')
})

test('an empty file is kept like any other', () => {
  const blobs = openBlobs(newFolder())
  expect(blobs.read(blobs.put(new Uint8Array())).length).toBe(0)
})

test('a big file is copied in one reading; the source stays, and its first bytes tell what it is', async () => {
  const folder = newFolder()
  const bytes = randomBytes(5 * 2 ** 20 + 17)
  const path = join(folder, 'scan.pdf')
  writeFileSync(path, bytes)
  const blobs = openBlobs(folder)
  const stored = await blobs.putFile(path)
  expect({ ...stored, head: stored.head.length }).toEqual({ sha256: hashOf(bytes), bytes: bytes.length, head: 65_536 })
  expect(Buffer.from(stored.head).equals(bytes.subarray(0, 65_536))).toBe(true)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(await blobs.verify(stored.sha256)).toBe('intact')
})

test('a source that is gone, no file, or too long is refused and leaves no half copy behind', async () => {
  const folder = newFolder()
  const blobs = openBlobs(folder)
  mkdirSync(join(folder, 'a-folder'))
  writeFileSync(join(folder, 'long.pdf'), new Uint8Array(3_000_000))
  expect(await failureOf(blobs.putFile(join(folder, 'gone.pdf')))).toBe('file_vanished')
  expect(await failureOf(blobs.putFile(join(folder, 'a-folder')))).toBe('file_unreadable')
  expect(await failureOf(blobs.putFile(join(folder, 'long.pdf'), 2_000_000))).toBe('file_too_large')
  expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
  expect(readdirSync(join(folder, 'blobs'))).toEqual(['arriving'])
})

test('bytes the disk damaged are noticed, and are whole again when the same file comes once more', async () => {
  const blobs = openBlobs(newFolder())
  const sha256 = blobs.put(invoice)
  const damaged = Uint8Array.from(invoice)
  damaged[5] = (damaged[5] ?? 0) ^ 1
  writeFileSync(blobs.pathOf(sha256), damaged)
  expect(codeOf(() => blobs.read(sha256))).toBe('file_unreadable')
  expect(await blobs.verify(sha256)).toBe('damaged')
  blobs.put(invoice)
  expect(await blobs.verify(sha256)).toBe('intact')
})

test('bytes that are not there are missing, not empty', async () => {
  const blobs = openBlobs(newFolder())
  const sha256 = hashOf(invoice) as Sha256
  expect(blobs.has(sha256)).toBe(false)
  expect(codeOf(() => blobs.read(sha256))).toBe('file_vanished')
  expect(await blobs.verify(sha256)).toBe('missing')
})

test('half copies of a dead engine are cleared away at the next start', () => {
  const folder = newFolder()
  openBlobs(folder)
  writeFileSync(join(folder, 'blobs', 'arriving', 'half'), 'half a')
  openBlobs(folder)
  expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
})

test.skipIf(process.platform === 'win32')('nobody but the accountant can read an original', async () => {
  const folder = newFolder()
  const blobs = openBlobs(folder)
  const sha256 = blobs.put(invoice)
  expect(statSync(blobs.pathOf(sha256)).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'blobs', sha256.slice(0, 2))).mode & 0o777).toBe(0o700)
})

/** A real disk of one megabyte; undefined where we may not mount one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = newFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  return status === 0 ? folder : undefined
}

const disk = smallDisk()
afterAll(() => void (disk && spawnSync('umount', [disk])))

// Skipped where the system does not let us make a small disk.
test.skipIf(!disk)(
  'when the disk has no room for an original that is said by name, and nothing half is kept',
  async () => {
    const folder = disk ?? ''
    const path = join(newFolder(), 'big.pdf')
    const big = randomBytes(2 * 2 ** 20)
    writeFileSync(path, big)
    const blobs = openBlobs(folder)
    expect(codeOf(() => blobs.put(big))).toBe('store_disk_full')
    expect(await failureOf(blobs.keep(big))).toBe('store_disk_full')
    expect(await failureOf(blobs.putFile(path))).toBe('store_disk_full')
    expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
    expect(blobs.read(blobs.put(invoice)).length).toBe(invoice.length)
  },
)
