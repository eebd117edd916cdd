import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRecord, writeRecord } from '../../src/main/updates/update-record'

const folder = () => mkdtempSync(join(tmpdir(), 'quittance-updates-record-'))

test('nobody asked for anything: stable versions, and the server is not asked', () => {
  expect(readRecord(folder())).toEqual({
    channel: 'stable',
    isAutomatic: false,
    lastCheckedAt: null,
    problem: null,
    previous: null,
  })
})

test('what a person chose is there after a restart', () => {
  const place = folder()
  const previous = { version: '0.1.0', program: 'program-Quittance.AppImage', changedSchema: true, keptUntil: 9 }
  const chosen = { channel: 'beta', isAutomatic: true, lastCheckedAt: 7, problem: null, previous } as const
  writeRecord(place, chosen)
  expect(readRecord(place)).toEqual(chosen)
})

test('a spoiled record is as none: the app starts', () => {
  const place = folder()
  writeFileSync(join(place, 'record.json'), '{"channel":"nightly"')
  expect(readRecord(place).channel).toBe('stable')
})
