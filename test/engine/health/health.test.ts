import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HealthCheck } from '../../../src/shared/health'
import { showHealth } from '../../../src/engine/cli/health'
import type { Terminal } from '../../../src/engine/cli/terminal'
import { companyFolder } from '../../../src/engine/company-folders'
import { lookAtHealth } from '../../../src/engine/health/look-at-health'
import { openStore, storeFile } from '../../../src/engine/store/open'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')
const roomy = () => Promise.resolve(50 * 1024 ** 3)

async function withBooks(work: (engine: TestEngine, dataFolder: string) => Promise<void>): Promise<void> {
  const host = someHost({ freeBytes: roomy })
  const engine = someEngine(host)
  await engine.start({ reads: true, posts: false })
  try {
    await engine.take([cfdi], 'drop')
    await expect.poll(() => engine.told.some(({ event }) => event === 'queue.finished'), { timeout: 60_000 }).toBe(true)
    await work(engine, host.dataFolder)
  } finally {
    await engine.close()
  }
}

function look(dataFolder: string, { now = Date.now(), freeBytes = roomy } = {}) {
  return lookAtHealth({ dataFolder, company: 'own', folder: companyFolder(dataFolder, 'own'), now, freeBytes })
}

async function finding(dataFolder: string, check: HealthCheck, at?: Parameters<typeof look>[1]) {
  return sure((await look(dataFolder, at)).findings.find(found => found.check === check))
}

test('books are looked at while the app has them open; they are well once there is a backup', async () => {
  await withBooks(async (engine, dataFolder) => {
    expect(await look(dataFolder)).toMatchObject({ verdict: 'attention' })
    expect(await finding(dataFolder, 'backup')).toMatchObject({ verdict: 'attention', figures: { backups: 0 } })
    await engine.ask('backup.make', {})
    const health = await look(dataFolder)
    expect(health.findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(health.findings.map(({ check }) => check)).toEqual([
      'store',
      'journal',
      'queue',
      'jobs',
      'posting',
      'archive',
      'calls',
      'backup',
      'keys',
      'network',
      'disk',
    ])
    const weekLater = Date.now() + 7 * 24 * 60 * 60_000
    expect(await finding(dataFolder, 'backup', { now: weekLater })).toMatchObject({ verdict: 'attention' })
    expect(JSON.stringify(health)).not.toMatch(/Papelera|A20481|\.xml/)
  })
})

test('a disk too full to take anything in is broken, one that is nearly full deserves a look', async () => {
  await withBooks(async (_, dataFolder) => {
    const with100 = { freeBytes: () => Promise.resolve(100 * 1024 ** 2) }
    const with500 = { freeBytes: () => Promise.resolve(500 * 1024 ** 2) }
    expect(await finding(dataFolder, 'disk', with100)).toMatchObject({ verdict: 'broken' })
    expect(await finding(dataFolder, 'disk', with500)).toMatchObject({ verdict: 'attention' })
  })
})

test('a row of the journal that was changed and a job whose engine died are found', async () => {
  let folder = ''
  await withBooks(async (_, dataFolder) => void (folder = dataFolder))
  const store = openStore(companyFolder(folder, 'own'))
  store.raw.prepare("UPDATE jobs SET state = 'running', lease_until = 1 WHERE id = (SELECT min(id) FROM jobs)").run()
  store.close()
  expect(await finding(folder, 'jobs')).toMatchObject({ verdict: 'attention', figures: { stuck: 1 } })

  const spoiled = openStore(companyFolder(folder, 'own'))
  for (const { name } of spoiled.raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all()) {
    spoiled.raw.exec(`DROP TRIGGER "${name}"`)
  }
  spoiled.raw.prepare("UPDATE journal SET actor = 'nobody' WHERE sequence = 2").run()
  spoiled.close()
  expect(await finding(folder, 'journal')).toMatchObject({ verdict: 'broken', figures: { brokenAt: 2 } })
})

test('health ends with 0, 1 or 2, tells one JSON object, and makes nothing where there are no books', async () => {
  const host = someHost()
  let out = ''
  const terminal: Terminal = {
    out: text => void (out += text),
    err: () => undefined,
    isWatched: false,
    version: host.version,
    resourcesFolder: host.resourcesFolder,
    defaultDataFolder: host.dataFolder,
    startWorker: host.startWorker,
    cores: 1,
    now: host.now,
    random: host.random,
    openLog: () => host.log,
    guardSockets: () => undefined,
    interrupted: new Promise(() => undefined),
  }
  expect(await showHealth(terminal, { company: 'own', json: true })).toBeGreaterThan(0)
  expect(JSON.parse(out)).toMatchObject({ findings: [{ check: 'store', figures: { code: 'no_books' } }, {}] })
  expect(existsSync(companyFolder(host.dataFolder, 'own'))).toBe(false)

  openStore(companyFolder(host.dataFolder, 'own')).close()
  writeFileSync(join(companyFolder(host.dataFolder, 'own'), storeFile), 'no database '.repeat(1000))
  expect(await showHealth(terminal, { company: 'own' })).toBe(2)
  expect(out).toContain('BROKEN  code store_damaged')
})
