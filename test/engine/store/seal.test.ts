import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { blobFormat, contentOf } from '../../../src/engine/store/blob-format'
import type { BooksKey } from '../../../src/engine/store/books-key'
import { encoded, openSealed, pieceBytes, sealer } from '../../../src/engine/store/seal'

const folder = mkdtempSync(join(tmpdir(), 'quittance-seal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key = Buffer.alloc(32, 7)
const booksKey = new Uint8Array(32).fill(9) as BooksKey
/** Lengths around the border of a piece, where mistakes are made. */
const lengths = [0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes, 2 * pieceBytes + 5]
const contentOfLength = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251))

test('what is sealed opens to the same bytes, whatever its length and the parts it came in', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lengths), fc.array(fc.nat(3 * pieceBytes), { maxLength: 4 }), (length, cuts) => {
      const content = contentOfLength(length)
      const seal = sealer(key)
      const ends = [...cuts.filter(cut => cut < length).sort((one, other) => one - other), length]
      const parts = ends.flatMap((end, index) => seal.update(content.subarray(ends[index - 1] ?? 0, end)))
      const sealed = Buffer.concat([...parts, ...seal.end()])
      expect(Buffer.compare(openSealed(key, sealed), content)).toBe(0)
    }),
    { numRuns: 40 },
  )
})

test('a changed bit, anywhere, keeps the file from opening', () => {
  const sealed = encoded(sealer(key), contentOfLength(pieceBytes + 100))
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), bit => {
      const flipped = Buffer.from(sealed)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openSealed(key, flipped)).toThrow(
        expect.objectContaining({ data: { code: 'file_unreadable', params: {}, retry: 'never' } }),
      )
    }),
    { numRuns: 200 },
  )
})

test('a file that was cut off, lengthened or put together anew does not open', () => {
  const sealed = Buffer.from(encoded(sealer(key), contentOfLength(3 * pieceBytes)))
  const head = sealed.subarray(0, 40)
  const piece = (index: number) => sealed.subarray(40 + index * (pieceBytes + 16), 40 + (index + 1) * (pieceBytes + 16))
  const forged = [
    Buffer.concat([head, piece(0), piece(1)]),
    Buffer.concat([head, piece(1), piece(0), piece(2)]),
    Buffer.concat([head, piece(0), piece(0), piece(2)]),
    Buffer.concat([sealed, piece(2)]),
    sealed.subarray(0, sealed.length - 1),
    head,
    sealed.subarray(0, 10),
  ]
  for (const file of forged) expect(() => openSealed(key, file)).toThrow()
  expect(openSealed(key, sealed)).toHaveLength(3 * pieceBytes)
})

test('another key opens nothing, and two files of the same content have nothing in common', () => {
  const content = contentOfLength(1000)
  const sealed = Buffer.from(encoded(sealer(key), content))
  expect(() => openSealed(Buffer.alloc(32, 8), sealed)).toThrow()
  const other = Buffer.from(encoded(sealer(key), content))
  expect(other.subarray(8).equals(sealed.subarray(8))).toBe(false)
})

test('any part of a sealed file is read without the rest of it', async () => {
  const content = contentOfLength(3 * pieceBytes + 77)
  const format = blobFormat(booksKey)
  const path = join(folder, 'original')
  writeFileSync(path, encoded(format.encoder(), content))
  const reader = await format.open(path)
  expect(reader.bytes).toBe(content.length)
  await fc.assert(
    fc.asyncProperty(fc.nat(content.length + 10), fc.nat(2 * pieceBytes), async (position, length) => {
      const part = await reader.read(position, length)
      expect(Buffer.compare(part, content.subarray(position, position + length))).toBe(0)
    }),
    { numRuns: 50 },
  )
  await reader.close()
  const whole: Uint8Array[] = []
  for await (const chunk of contentOf(await format.open(path))) whole.push(chunk)
  expect(Buffer.concat(whole).equals(content)).toBe(true)
})
