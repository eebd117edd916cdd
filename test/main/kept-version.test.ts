import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepVersion, layOutBooks, layOutProgram } from '../../src/main/updates/kept-version'

/** A data folder and a program, as an installation leaves them. */
function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-kept-'))
  const dataFolder = join(folder, 'data')
  const own = join(dataFolder, 'own')
  mkdirSync(join(own, 'blobs', 'ab'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(own, name), text)
  write('quittance.db', 'books of 0.1.0')
  write('journal-head.json', 'head of 0.1.0')
  write('acknowledged', 'commits of 0.1.0')
  write('engine.lock', '')
  write('blobs/ab/original', 'bytes of an invoice')
  const program = join(folder, 'Quittance.AppImage')
  writeFileSync(program, '0.1.0')
  return { dataFolder, own, write, program, kept: join(dataFolder, 'updates', 'previous') }
}

test('going back brings the books and the program of before; those of the newer version stay beside them', async () => {
  const { dataFolder, own, write, program, kept } = installation()
  const name = await keepVersion(kept, dataFolder, program)
  writeFileSync(program, '0.2.0')
  write('quittance.db', 'books of 0.2.0')
  write('quittance.db.schema-22', 'copy that migrating kept')
  write('blobs/ab/later', 'bytes of a later invoice')

  const putBooks = await layOutBooks(kept, dataFolder, 1_795_000_000_000)
  const putProgram = await layOutProgram(join(kept, name ?? ''), program)
  await putBooks()
  await putProgram()

  expect(readFileSync(program, 'utf8')).toBe('0.1.0')
  expect(readFileSync(join(own, 'quittance.db'), 'utf8')).toBe('books of 0.1.0')
  expect(readFileSync(join(own, 'journal-head.json'), 'utf8')).toBe('head of 0.1.0')
  expect(readFileSync(join(own, 'acknowledged'), 'utf8')).toBe('commits of 0.1.0')
  expect(readFileSync(join(own, 'replaced-1795000000000', 'quittance.db'), 'utf8')).toBe('books of 0.2.0')
  expect(readdirSync(join(own, 'blobs', 'ab')), 'originals are only ever added to').toEqual(['later', 'original'])
  expect(existsSync(join(own, 'going-back'))).toBe(false)
})

test('books that cannot all be laid out are left as they are, every one of them', async () => {
  const { dataFolder, own, write, program, kept } = installation()
  await keepVersion(kept, dataFolder, program)
  write('quittance.db', 'books of 0.2.0')
  mkdirSync(join(kept, 'sample'))
  writeFileSync(join(kept, 'sample', 'quittance.db'), 'sample of 0.1.0')
  writeFileSync(join(dataFolder, 'sample'), 'a file where a folder should be')
  const before = readdirSync(own)

  await expect(layOutBooks(kept, dataFolder, 1)).rejects.toThrow()

  expect(readFileSync(join(own, 'quittance.db'), 'utf8')).toBe('books of 0.2.0')
  expect(readdirSync(own)).toEqual(before)
})

test('of an engine that had to be killed the log is kept with the books: what it committed last is in there', async () => {
  const { dataFolder, own, write, program, kept } = installation()
  write('quittance.db-wal', 'last commits of 0.1.0')
  await keepVersion(kept, dataFolder, program)
  write('quittance.db', 'books of 0.2.0')
  write('quittance.db-wal', 'last commits of 0.2.0')
  await (
    await layOutBooks(kept, dataFolder, 1)
  )()
  expect(readFileSync(join(own, 'quittance.db-wal'), 'utf8')).toBe('last commits of 0.1.0')
  expect(readFileSync(join(own, 'replaced-1', 'quittance.db-wal'), 'utf8')).toBe('last commits of 0.2.0')
})

test('a lock is nobody’s books: it is neither kept nor moved', async () => {
  const { dataFolder, own, program, kept } = installation()
  await keepVersion(kept, dataFolder, program)
  expect(existsSync(join(kept, 'own', 'engine.lock'))).toBe(false)
  await (
    await layOutBooks(kept, dataFolder, 1)
  )()
  expect(existsSync(join(own, 'engine.lock'))).toBe(true)
})

test('one version is kept: the next one takes its place', async () => {
  const { dataFolder, own, write, program, kept } = installation()
  write('old-note', 'of long ago')
  await keepVersion(kept, dataFolder, program)
  writeFileSync(join(own, 'quittance.db'), 'books of 0.2.0')
  await keepVersion(kept, dataFolder, null)
  expect(readdirSync(kept)).toEqual(['own'])
  expect(readFileSync(join(kept, 'own', 'quittance.db'), 'utf8')).toBe('books of 0.2.0')
})
