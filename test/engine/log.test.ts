import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../src/shared/ids'
import { AppError } from '../../src/shared/result'
import { onRoadOf } from '../../src/engine/on-road'
import { openLog } from '../../src/engine/log'

test('a data folder in which nothing can be written is told as such, and not as an engine that died', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'quittance-log-')), 'a file where the folder should be')
  writeFileSync(file, '')
  expect(() => openLog(join(file, 'logs'))).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'store_read_only' }) }),
  )
})

test('a password or key that is logged by mistake is masked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  openLog(folder).warn({ apiKey: 'bc_1', request: { authorization: 'Bearer bc_1', password: 'secret' } }, 'sent')
  const text = readFileSync(join(folder, 'engine.log'), 'utf8')
  expect(text).toContain('sent')
  for (const secret of ['bc_1', 'secret']) expect(text).not.toContain(secret)
})

test('what a document says is masked where it is logged by mistake, also inside an error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  const refused = new AppError('file_vanished', { fileName: 'Papelera del Norte.pdf', bytes: 7 })
  openLog(folder).error({ err: refused, vendor: 'Papelera del Norte', fileName: 'Papelera.pdf' }, 'refused')
  const text = readFileSync(join(folder, 'engine.log'), 'utf8')
  expect(text).toContain('"bytes":7')
  expect(text).not.toContain('Papelera')
})

test('logs keep their bounds while the app runs: the newest lines stay, in order, the oldest go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  const log = openLog(folder, { fileBytes: 2000, kept: 2 })
  for (let number = 0; number < 300; number++) log.info({ number }, 'a line')
  expect(readdirSync(folder).sort()).toEqual(['engine.log', 'engine.log.1', 'engine.log.2'])
  const files = ['engine.log.2', 'engine.log.1', 'engine.log'].map(name => readFileSync(join(folder, name), 'utf8'))
  for (const file of files) expect(Buffer.byteLength(file)).toBeLessThanOrEqual(2000)
  const numbers = files
    .flatMap(file => file.trim().split('\n'))
    .map(line => (JSON.parse(line) as { number: number }).number)
  expect(numbers).toEqual(numbers.map((_, index) => 300 - numbers.length + index))
})

test('every line written on a document’s road bears its id, also after waiting, and no line outside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  const log = openLog(folder)
  await onRoadOf('d1' as DocumentId, async () => {
    await Promise.resolve()
    log.info({ step: 'read' }, 'within')
  })
  log.info({}, 'outside')
  const lines = readFileSync(join(folder, 'engine.log'), 'utf8').trim().split('\n')
  expect(lines.map(line => (JSON.parse(line) as { documentId?: string }).documentId)).toEqual(['d1', undefined])
})

test('a log that has grown for years makes room for a new one, and the last of the old stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  writeFileSync(join(folder, 'engine.log'), 'x'.repeat(11 * 1024 * 1024))
  openLog(folder).info({}, 'a new start')
  expect(readFileSync(join(folder, 'engine.log'), 'utf8')).toContain('a new start')
  expect(statSync(join(folder, 'engine.log')).size).toBeLessThan(1000)
  expect(statSync(join(folder, 'engine.log.1')).size).toBe(11 * 1024 * 1024)
})
