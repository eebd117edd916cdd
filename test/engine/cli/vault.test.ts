import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../src/engine/cli/program'
import { makeCfdi } from '../../made-invoices'
import { inProcessWorkers } from '../in-process-worker'
import { resourcesFolder, someEngine, someHost, sure } from '../some-engine'

const folder = mkdtempSync(join(tmpdir(), 'quittance-cli-vault-'))
const data = join(folder, 'books')
const signedIn = join(folder, 'books that people sign in to')
const passphrase = 'siete limones en la mesa'
let recoveryKey = ''

beforeAll(async () => {
  const invoice = join(folder, 'invoice.xml')
  writeFileSync(invoice, makeCfdi(1))
  const engine = someEngine(someHost({ dataFolder: data }))
  await engine.start({ posts: false })
  await engine.take([invoice], 'drop')
  recoveryKey = (await engine.ask('vault.begin', { passphrase })).recoveryKey
  await engine.ask('vault.drill', { recoveryKey })
  await engine.close()
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** @param said what the environment says to open the vault with */
async function run(said: string | undefined, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCommand(['--data', data, ...words], {
    out: text => void (out += text),
    err: text => void (err += text),
    isWatched: false,
    version: '0.0.0-test',
    resourcesFolder,
    defaultDataFolder: data,
    startWorker: inProcessWorkers,
    cores: 1,
    now: Date.now,
    random: Math.random,
    openLog: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }),
    ...(said !== undefined && { vaultPassphrase: said }),
    guardSockets: () => undefined,
    interrupted: new Promise(() => undefined),
  })
  return { code, out, err }
}

test('commands on a locked vault stop, and say how it is opened', { timeout: 300_000 }, async () => {
  const stopped = await run(undefined, 'verify')
  expect(stopped).toMatchObject({ code: 3, out: '' })
  expect(stopped.err).toContain('QUITTANCE_VAULT_PASSPHRASE')
  expect(await run('siete peras en la mesa', 'verify')).toMatchObject({ code: 3, out: '' })
  const health = await run(undefined, 'health')
  expect(health.out).toContain('vault_locked')
})

test('the passphrase from the environment or the recovery key from a file opens it', { timeout: 300_000 }, async () => {
  expect((await run(passphrase, 'verify')).code).toBe(0)
  expect((await run(passphrase, 'health')).out).not.toContain('vault_locked')
  const file = join(folder, 'secret')
  writeFileSync(file, `${recoveryKey}\n`)
  expect((await run(undefined, 'verify', '--vault-passphrase-file', file)).code).toBe(0)
  expect((await run(undefined, 'rehearse', '--vault-passphrase-file', file)).code).toBe(0)
})

test(
  'books that people sign in to are restored by one of their administrators only',
  { timeout: 600_000 },
  async () => {
    const engine = someEngine(someHost({ dataFolder: signedIn }))
    await engine.start({ posts: false })
    const ana = sure((await engine.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })).people[0]).id
    const bob = sure((await engine.ask('people.add', { name: 'Bob Keller', initials: 'BK' })).people[1]).id
    await engine.ask('people.setRights', { personId: bob, rights: ['prepare'] })
    await engine.ask('people.setPassphrase', { personId: ana, passphrase: 'correct horse battery' })
    await engine.ask('backup.make', {})
    await engine.close()
    const file = join(folder, 'hers')
    writeFileSync(file, 'correct horse battery\n')
    const wrong = join(folder, 'not hers')
    writeFileSync(wrong, 'wrong horse battery\n')
    const restore = async (...who: string[]) => (await run(undefined, 'restore', '--data', signedIn, ...who)).err
    expect(await restore()).toContain('app_locked')
    expect(await restore('--person', 'Bob Keller', '--passphrase-file', file)).toContain('right_missing')
    expect(await restore('--person', 'ana ruiz', '--passphrase-file', wrong)).toContain('passphrase_wrong')
    expect(await restore('--person', 'ana ruiz', '--passphrase-file', file)).toBe('')
  },
)

test('a sealed backup and a company file are restored with the same secret', { timeout: 300_000 }, async () => {
  expect((await run(passphrase, 'backup')).code).toBe(0)
  expect((await run(undefined, 'restore')).code).toBe(3)
  expect((await run(passphrase, 'restore')).code).toBe(0)
  const zip = join(folder, 'company.zip')
  expect((await run(passphrase, 'export-company', '--output', zip)).code).toBe(0)
  expect((await run(recoveryKey, 'restore', '--file', zip)).code).toBe(0)
  const verified = await run(passphrase, 'verify', '--json')
  expect(JSON.parse(verified.out)).toMatchObject({ sound: true, originalsChecked: 1 })
})
