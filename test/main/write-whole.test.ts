import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { writeWhole } from '../../src/main/write-whole'

const chosen = () => join(mkdtempSync(join(tmpdir(), 'quittance-saved-')), 'evidence 2026.zip')

test('a saved file takes the place of the one that was there', async () => {
  const path = chosen()
  writeFileSync(path, 'pack of last year')
  await writeWhole(Readable.from(['pack of ', 'this year']), path)
  expect(readFileSync(path, 'utf8')).toBe('pack of this year')
  expect(readdirSync(join(path, '..'))).toEqual(['evidence 2026.zip'])
})

test('content that ends early leaves the file that was there, and nothing beside it', async () => {
  const path = chosen()
  writeFileSync(path, 'pack of last year')
  const cutShort = Readable.from(
    (async function* () {
      yield 'half of '
      await Promise.reject(new Error('the engine could not read on'))
    })(),
  )
  await expect(writeWhole(cutShort, path)).rejects.toThrow('could not read on')
  expect(readFileSync(path, 'utf8')).toBe('pack of last year')
  expect(readdirSync(join(path, '..'))).toEqual(['evidence 2026.zip'])
})
