import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createUpdateService, type UpdateParts } from '../../src/main/updates/update-service'
import { writeRecord } from '../../src/main/updates/update-record'

const day = 24 * 60 * 60_000

/** An installation whose update server answers nothing. */
function parts(changes: Partial<UpdateParts> = {}): UpdateParts {
  return {
    version: '0.2.0',
    dataFolder: mkdtempSync(join(tmpdir(), 'quittance-update-service-')),
    unavailable: null,
    program: null,
    downloads: () => Promise.reject(new Error('nobody may ask')),
    isNetworkClosed: () => false,
    onNetworkOpen: () => () => undefined,
    closeEngine: () => Promise.resolve(),
    tellKey: () => Promise.resolve(null),
    restart: () => undefined,
    announce: () => undefined,
    now: () => 100 * day,
    ...changes,
  }
}

const record = { channel: 'stable', isAutomatic: false, lastCheckedAt: null, problem: null, previous: null } as const

test('an installation that came to nothing is told once, after the restart', () => {
  const given = parts()
  writeRecord(join(given.dataFolder, 'updates'), { ...record, problem: 'update_not_installed' })
  const service = createUpdateService(given)
  service.start()()
  expect(service.view()).toMatchObject({ step: 'failed', problem: 'update_not_installed' })
  expect(createUpdateService(given).view()).toMatchObject({ step: 'idle', problem: null })
})

test('the version before is offered for thirty days and not a day longer', () => {
  const given = parts()
  const folder = join(given.dataFolder, 'updates')
  mkdirSync(join(folder, 'previous'), { recursive: true })
  writeFileSync(join(folder, 'previous', 'program'), '0.1.0')
  const previous = { version: '0.1.0', program: 'program', changedSchema: true, keptUntil: 100 * day }
  writeRecord(folder, { ...record, previous })
  const today = createUpdateService(given)
  today.start()()
  expect(today.view().previous).toEqual({ version: '0.1.0', keptUntil: 100 * day })
  const tomorrow = createUpdateService({ ...given, now: () => 101 * day })
  tomorrow.start()()
  expect(tomorrow.view().previous).toBeNull()
})

test('going back that comes to nothing leaves the books, restarts this version, and tells why', async () => {
  const restarts: number[] = []
  const program = join(mkdtempSync(join(tmpdir(), 'quittance-program-')), 'Quittance.AppImage')
  const given = parts({ program, restart: () => void restarts.push(1) })
  const folder = join(given.dataFolder, 'updates')
  mkdirSync(join(folder, 'previous', 'own'), { recursive: true })
  writeFileSync(join(folder, 'previous', 'own', 'quittance.db'), 'books of 0.1.0')
  mkdirSync(join(given.dataFolder, 'own'))
  writeFileSync(join(given.dataFolder, 'own', 'quittance.db'), 'books of 0.2.0')
  const previous = {
    version: '0.1.0',
    program: 'a program somebody removed',
    changedSchema: true,
    keptUntil: 110 * day,
  }
  writeRecord(folder, { ...record, previous })

  await createUpdateService(given).goBack()

  expect(readFileSync(join(given.dataFolder, 'own', 'quittance.db'), 'utf8')).toBe('books of 0.2.0')
  expect(restarts).toEqual([1])
  const after = createUpdateService(given)
  after.start()()
  expect(after.view()).toMatchObject({
    step: 'failed',
    problem: 'update_not_gone_back',
    previous: { version: '0.1.0' },
  })
})

test('nobody is asked before a person asks', async () => {
  const service = createUpdateService(parts())
  service.start()()
  expect(service.view().step).toBe('idle')
  await service.check()
  expect(service.view(), 'a server that fails is said').toMatchObject({ step: 'failed' })
})
