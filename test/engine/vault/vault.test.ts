import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CrashPoint } from '../../../src/engine/crash-points'
import type { EngineHost } from '../../../src/engine/host'
import { openConnection } from '../../../src/engine/store/connection'
import { lookInto } from '../../../src/engine/store/look-into'
import { makeCfdi, makePdf } from '../../made-invoices'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

/** Every secret is slow to try, on purpose. */
const hookMs = 300_000

vi.setConfig({ testTimeout: hookMs })

const passphrase = 'siete limones en la mesa'
const root = mkdtempSync(join(tmpdir(), 'quittance-vault-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What stands in the documents, their names and their rows, and must stand nowhere on the disk of a vault. */
const secrets = ['EKU9003173C9', 'ESCUELA KEMPER', 'Papelería de oficina', 'invoice of march', 'cfdi:Comprobante']

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** Files in which something of the books can be read. */
function leaks(folder: string): string[] {
  return files(folder).filter(file => {
    const bytes = readFileSync(file)
    const names = [file, bytes.toString('utf8'), bytes.toString('utf16le')]
    return secrets.some(secret => names.some(text => text.includes(secret)))
  })
}

async function running(changes: Partial<EngineHost> = {}): Promise<TestEngine> {
  const engine = someEngine(someHost({ workers: 1, ...changes }))
  await engine.start()
  return engine
}

async function drained(engine: TestEngine): Promise<void> {
  for (;;) {
    const { progress } = await engine.ask('document.counts', {})
    if (progress.waiting + progress.running === 0) return
    await pause(50)
  }
}

async function receive(engine: TestEngine, ...numbers: number[]): Promise<void> {
  const inbox = mkdtempSync(join(root, 'inbox-'))
  const paths: string[] = []
  for (const number of numbers) {
    const path = join(inbox, `invoice of march ${number}.${number % 2 ? 'xml' : 'pdf'}`)
    writeFileSync(path, number % 2 ? makeCfdi(number) : await makePdf(number))
    paths.push(path)
  }
  await engine.take(paths, 'drop')
  await drained(engine)
}

async function enterVault(engine: TestEngine): Promise<string> {
  const { recoveryKey } = await engine.ask('vault.begin', { passphrase })
  await engine.ask('vault.drill', { recoveryKey: recoveryKey.toLowerCase() })
  return recoveryKey
}

async function expectSound(engine: TestEngine, documents: number): Promise<void> {
  expect(await engine.ask('store.verify', {})).toMatchObject({
    conservation: { received: documents, isBalanced: true },
    journalIntact: true,
    databaseIntact: true,
    originalsDamaged: [],
  })
}

const codeOf = async (reply: ReturnType<TestEngine['call']>) => {
  const answer = await reply
  return answer.ok ? 'done' : answer.error.code
}

describe('Books in a vault', () => {
  const dataFolder = join(root, 'books')
  let engine: TestEngine
  let recoveryKey: string

  beforeAll(async () => {
    engine = await running({ dataFolder })
    await receive(engine, 1, 2)
    // The look for plain text must find it where it is, or it proves nothing.
    expect(leaks(dataFolder)).not.toEqual([])
    recoveryKey = await enterVault(engine)
    await receive(engine, 3, 4)
  }, hookMs)
  afterAll(() => engine.close())

  test('hold what was there before and what came since, whole', async () => {
    await expectSound(engine, 4)
    const { rows } = await engine.ask('document.list', { filter: {}, sort: { by: 'received' } })
    expect(rows.map(({ fileName }) => fileName).sort()).toEqual(
      [1, 2, 3, 4].map(number => expect.stringContaining(`march ${number}.`)),
    )
    expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: true, isLocked: false, awaitsDrill: false })
  })

  test('leave nothing readable on the disk: not in the database, its log, originals, pictures, exports or backups', async () => {
    await engine.ask('backup.make', {})
    await engine.ask('conservation.export', {})
    const { rows } = await engine.ask('document.list', { filter: {}, sort: { by: 'received' } })
    await engine.ask('evidence.make', { documentIds: rows.map(({ documentId }) => documentId) })
    expect(existsSync(join(dataFolder, 'own', 'quittance.db-wal'))).toBe(true)
    expect(leaks(dataFolder)).toEqual([])
    // Pages of other books look as random, and open with a key that everybody knows: not these.
    const copy = join(root, 'stolen.db')
    cpSync(join(dataFolder, 'own', 'quittance.db'), copy)
    expect(() => openConnection(copy).pragma('user_version')).toThrow(/not a database/)
    const stolen = { data: { code: 'store_damaged' } }
    await expect(lookInto(join(dataFolder, 'own'), null, () => Promise.resolve())).rejects.toMatchObject(stolen)
  })

  test('show an original to the window as it was received', async () => {
    const { rows } = await engine.ask('document.list', { filter: {}, sort: { by: 'received' } })
    const { documentId } = sure(rows.find(({ fileName }) => fileName.includes('march 1.')))
    const file = sure(await engine.locate(documentId, null))
    expect(file.path).toBeNull()
    const reader = await file.open()
    expect(Buffer.from(await reader.read(0, file.bytes)).toString()).toBe(makeCfdi(1))
    await reader.close()
  })

  test('are closed by the lock, and opened by the passphrase or the recovery key and nothing else', async () => {
    for (const secret of [
      { kind: 'passphrase', secret: passphrase },
      { kind: 'recovery', secret: recoveryKey },
    ] as const) {
      expect(await engine.ask('lock.lock', {})).toMatchObject({ isLocked: true, hasVault: true })
      expect(await codeOf(engine.call('document.counts', {}))).toBe('vault_locked')
      expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: true, isLocked: true })
      expect(await codeOf(engine.call('vault.unlock', { kind: 'passphrase', secret: 'siete limones' }))).toBe(
        'vault_secret_wrong',
      )
      expect(
        await codeOf(engine.call('vault.unlock', { kind: 'recovery', secret: `${recoveryKey.slice(0, -1)}!` })),
      ).toBe('recovery_key_mistyped')
      expect(await engine.ask('vault.unlock', secret)).toMatchObject({ isLocked: false })
      await expectSound(engine, 4)
    }
  })

  test('are closed by the lock even when something of them cannot be stopped', async () => {
    vi.spyOn(engine.company().folders, 'stop').mockRejectedValueOnce(new Error('the disk is gone'))
    expect(await codeOf(engine.call('lock.lock', {}))).toBe('books_closed')
    expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: true, isLocked: true })
    expect(await codeOf(engine.call('document.counts', {}))).toBe('vault_locked')
    await engine.ask('vault.unlock', { kind: 'passphrase', secret: passphrase })
    await expectSound(engine, 4)
  })

  test('get another passphrase by the recovery key when it was forgotten, and another recovery key by a drill', async () => {
    await engine.ask('lock.lock', {})
    const proof = { kind: 'recovery', secret: recoveryKey } as const
    await engine.ask('vault.changePassphrase', { proof, passphrase: 'ocho naranjas verdes' })
    expect(await codeOf(engine.call('vault.unlock', { kind: 'passphrase', secret: passphrase }))).toBe(
      'vault_secret_wrong',
    )
    await engine.ask('vault.unlock', { kind: 'passphrase', secret: 'ocho naranjas verdes' })

    const renewed = await engine.ask('vault.renewRecoveryKey', { passphrase: 'ocho naranjas verdes' })
    await engine.ask('lock.lock', {})
    // Not typed back yet: the printed one is still good.
    await engine.ask('vault.unlock', proof)
    await engine.ask('vault.drill', renewed)
    await engine.ask('lock.lock', {})
    expect(await codeOf(engine.call('vault.unlock', proof))).toBe('vault_secret_wrong')
    await engine.ask('vault.unlock', { kind: 'recovery', secret: renewed.recoveryKey })
    const back = { kind: 'recovery', secret: renewed.recoveryKey } as const
    await engine.ask('vault.changePassphrase', { proof: back, passphrase })
  })

  test('are restored from a sealed backup, on another machine too, by the passphrase', async () => {
    const { name } = sure((await engine.ask('backup.status', {})).backups[0])
    expect(await engine.ask('backup.check', { name })).toMatchObject({ isSealed: true, companyName: '', documents: 4 })
    await receive(engine, 5)
    expect(await engine.ask('backup.preview', { name })).toMatchObject({ receivedSince: 1, onDisk: 1 })
    expect(await engine.ask('backup.restore', { name })).toMatchObject({ takenAgain: 1 })
    await drained(engine)
    await expectSound(engine, 5)
    expect(leaks(dataFolder)).toEqual([])

    const elsewhere = join(root, 'elsewhere')
    cpSync(join(dataFolder, 'backups'), join(elsewhere, 'backups'), { recursive: true })
    const other = await running({ dataFolder: elsewhere })
    expect(await codeOf(other.call('backup.restore', { name }))).toBe('vault_locked')
    await other.ask('vault.unlockBackup', { name, kind: 'passphrase', secret: passphrase })
    await other.ask('backup.restore', { name })
    await expectSound(other, 4)
    await other.close()
    expect(leaks(elsewhere)).toEqual([])
  })

  test('come out of it again as they were', async () => {
    expect(await codeOf(engine.call('vault.leave', { passphrase: 'siete limones' }))).toBe('vault_secret_wrong')
    await engine.ask('vault.leave', { passphrase })
    expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: false, isLocked: false })
    await expectSound(engine, 5)
    expect(leaks(join(dataFolder, 'own')).length).toBeGreaterThan(0)
  })
})

describe('A vault', () => {
  test('is not entered before the recovery key was typed back', async () => {
    const dataFolder = join(root, 'drill')
    const engine = await running({ dataFolder })
    const { recoveryKey } = await engine.ask('vault.begin', { passphrase })
    const other = await engine.ask('vault.begin', { passphrase })
    // The key of the first try opens nothing that was prepared later.
    expect(await codeOf(engine.call('vault.drill', { recoveryKey }))).toBe('vault_secret_wrong')
    expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: false, awaitsDrill: true })
    await engine.ask('vault.cancel', {})
    expect(await codeOf(engine.call('vault.drill', other))).toBe('vault_not_prepared')
    expect(existsSync(join(dataFolder, 'own', 'vault.json'))).toBe(false)
    await engine.close()
  })

  test('makes whoever guesses wait longer and longer', async () => {
    let now = Date.UTC(2026, 10, 20)
    const engine = await running({ dataFolder: join(root, 'guesses'), now: () => now })
    await enterVault(engine)
    await engine.ask('lock.lock', {})
    const guess = () => codeOf(engine.call('vault.unlock', { kind: 'passphrase', secret: 'nueve peras' }))
    expect([await guess(), await guess(), await guess(), await guess()]).toEqual([
      'vault_secret_wrong',
      'vault_secret_wrong',
      'vault_secret_wrong',
      'vault_wait',
    ])
    now += 2_000
    expect([await guess(), await guess()]).toEqual(['vault_secret_wrong', 'vault_wait'])
    await engine.close()

    // Neither starting anew nor another time of day makes the wait shorter.
    const again = someEngine(someHost({ dataFolder: join(root, 'guesses'), now: () => now }))
    await expect(again.start()).rejects.toMatchObject({ data: { code: 'vault_locked' } })
    const open = () => again.call('vault.unlock', { kind: 'passphrase', secret: passphrase })
    expect(await open()).toMatchObject({ error: { code: 'vault_wait', params: { seconds: 4 } } })
    now -= 24 * 60 * 60_000
    expect(await open()).toMatchObject({ error: { code: 'vault_wait', params: { seconds: 4 } } })
    now += 4_000
    expect(await open()).toMatchObject({ ok: true })
    expect(existsSync(join(root, 'guesses', 'wrong-tries.json'))).toBe(false)
    await again.close()
  })

  test('says which copies lie outside of it, and removes them when asked', async () => {
    const dataFolder = join(root, 'plain copies')
    const engine = await running({ dataFolder })
    await receive(engine, 1)
    const { name } = await engine.ask('backup.make', {})
    await engine.ask('backup.restore', { name })
    await enterVault(engine)
    expect(await engine.ask('vault.status', {})).toMatchObject({ plain: { backups: 1, setAside: 1 } })
    expect(leaks(dataFolder)).not.toEqual([])
    await engine.ask('backup.make', {})
    expect(await engine.ask('vault.removePlainCopies', {})).toMatchObject({ plain: { backups: 0, setAside: 0 } })
    expect((await engine.ask('backup.status', {})).backups).toHaveLength(1)
    expect(leaks(dataFolder)).toEqual([])
    await engine.close()
  })

  test('a spoiled original keeps books out of it, and nothing was changed', async () => {
    const dataFolder = join(root, 'spoiled')
    const engine = await running({ dataFolder })
    await receive(engine, 1)
    const original = sure(files(join(dataFolder, 'own', 'blobs'))[0])
    writeFileSync(original, 'something else')
    const { recoveryKey } = await engine.ask('vault.begin', { passphrase })
    expect(await codeOf(engine.call('vault.drill', { recoveryKey }))).toBe('vault_original_damaged')
    expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: false, running: null })
    expect(await engine.ask('document.counts', {})).toMatchObject({ conservation: { received: 1 } })
    expect(readdirSync(dataFolder).filter(name => name.startsWith('own'))).toEqual(['own'])
    await engine.close()
  })
})

describe('A machine that dies while books enter or leave a vault', () => {
  const points: readonly CrashPoint[] = [
    'vault.store_copied',
    'vault.store_sealed',
    'vault.originals_sealed',
    'vault.staged',
    'vault.set_aside',
    'vault.named',
    'vault.cleared',
  ]
  const dying = join(root, 'dying')
  const snapshot = (direction: string, point: CrashPoint) => join(root, 'dead', direction, point)

  beforeAll(async () => {
    let direction = 'enter'
    const reach = (point: CrashPoint) => {
      // What a machine without power would leave at this moment.
      if (points.includes(point)) cpSync(dying, snapshot(direction, point), { recursive: true })
    }
    const engine = await running({ dataFolder: dying, reach })
    await receive(engine, 1, 2)
    await enterVault(engine)
    direction = 'leave'
    await engine.ask('vault.leave', { passphrase })
    await engine.close()
  }, hookMs)

  test.each(points.flatMap(point => [['enter', point] as const, ['leave', point] as const]))(
    'finds them whole, in it or out of it: %s, %s',
    async (direction, point) => {
      const dataFolder = snapshot(direction, point)
      const engine = someEngine(someHost({ dataFolder, workers: 1 }))
      const isSwitched = ['vault.set_aside', 'vault.named', 'vault.cleared'].includes(point)
      const isIn = (direction === 'enter') === isSwitched
      if (isIn) {
        await expect(engine.start()).rejects.toMatchObject({ data: { code: 'vault_locked' } })
        await engine.ask('vault.unlock', { kind: 'passphrase', secret: passphrase })
      } else await engine.start()
      await expectSound(engine, 2)
      await engine.close()
      expect(readdirSync(dataFolder).filter(name => name.startsWith('own'))).toEqual(['own'])
      if (isIn) expect(leaks(dataFolder)).toEqual([])
    },
  )
})

test('Sealed originals that change places are told as damaged, and never shown', async () => {
  const dataFolder = join(root, 'swapped')
  const engine = await running({ dataFolder })
  await enterVault(engine)
  await receive(engine, 1, 3)
  const [one, other] = files(join(dataFolder, 'own', 'blobs'))
  renameSync(sure(one), join(dataFolder, 'aside'))
  renameSync(sure(other), sure(one))
  renameSync(join(dataFolder, 'aside'), sure(other))
  expect((await engine.ask('store.verify', {})).originalsDamaged).toHaveLength(2)
  const { rows } = await engine.ask('document.list', { filter: {}, sort: { by: 'received' } })
  for (const { documentId } of rows) expect(await engine.locate(documentId, null)).toBeNull()
  await engine.close()
})
