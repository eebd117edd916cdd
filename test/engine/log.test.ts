import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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

test('a log that has grown for years makes room for a new one, and the last of the old stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  writeFileSync(join(folder, 'engine.log'), 'x'.repeat(11 * 1024 * 1024))
  openLog(folder).info({}, 'a new start')
  expect(readFileSync(join(folder, 'engine.log'), 'utf8')).toContain('a new start')
  expect(statSync(join(folder, 'engine.log')).size).toBeLessThan(1000)
  expect(statSync(join(folder, 'engine.log.1')).size).toBe(11 * 1024 * 1024)
})
