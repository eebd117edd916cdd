import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeCfdi } from '../../made-invoices'
import { someEngine, someHost, sure, type TestEngine } from '../some-engine'

// Every secret is slow to compare, on purpose, and slower on a small machine.
vi.setConfig({ testTimeout: 600_000 })

const vaultSecret = { kind: 'passphrase', secret: 'siete limones en la mesa' } as const
const anas = 'correct horse battery'
const bobs = 'staple and paper clip'

async function codeOf(engine: TestEngine, ...[name, input]: Parameters<TestEngine['call']>): Promise<string> {
  const reply = await engine.call(name, input)
  return reply.ok ? 'done' : reply.error.code
}

async function receive(engine: TestEngine, number: number): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'quittance-restore-')), `invoice ${number}.xml`)
  writeFileSync(path, makeCfdi(number))
  await engine.take([path], 'drop')
  await engine.company().queue.whenEmpty()
}

/** Books that Ana administers and Bob prepares, with a backup of one invoice and one invoice more. */
async function booksOfAnaAndBob({ isInVault }: { readonly isInVault: boolean }) {
  const host = someHost({ workers: 1 })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await receive(engine, 1)
  const ana = sure((await engine.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })).people[0]).id
  const bob = sure((await engine.ask('people.add', { name: 'Bob Keller', initials: 'BK' })).people[1]).id
  await engine.ask('people.setRights', { personId: bob, rights: ['prepare'] })
  await engine.ask('people.setPassphrase', { personId: ana, passphrase: anas })
  await engine.ask('people.setPassphrase', { personId: bob, passphrase: bobs })
  if (isInVault) {
    await engine.ask('vault.drill', await engine.ask('vault.begin', { passphrase: vaultSecret.secret }))
    // The books were closed meanwhile: whoever sat there signs in again.
    await engine.ask('people.sit', { personId: ana, passphrase: anas })
  }
  const { name } = await engine.ask('backup.make', {})
  await receive(engine, 2)
  await engine.close()
  return { host, name, ana, bob, own: join(host.dataFolder, 'own') }
}

function damage(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(7, 2048, 3000))
}

test('from a locked vault a backup is put back by its secret and an administrator, and by nobody else', async () => {
  const { host, name, ana, bob } = await booksOfAnaAndBob({ isInVault: true })
  const engine = someEngine(host)
  await expect(engine.start({ posts: false })).rejects.toMatchObject({ data: { code: 'vault_locked' } })
  expect((await engine.ask('backup.status', {})).backups.map(backup => backup.name)).toEqual([name])
  for (const call of ['backup.preview', 'backup.restore', 'backup.restorers'] as const) {
    expect(await codeOf(engine, call, { name }), call).toBe('vault_locked')
  }
  await engine.ask('vault.unlockBackup', { name, ...vaultSecret })
  expect(await codeOf(engine, 'document.counts', {}), 'the books stay locked').toBe('vault_locked')

  for (const call of ['backup.preview', 'backup.restore'] as const) {
    expect(await codeOf(engine, call, { name }), call).toBe('app_locked')
  }
  expect(await engine.ask('backup.restorers', { name })).toEqual({ people: [{ id: ana, name: 'Ana Ruiz' }] })
  expect(await codeOf(engine, 'backup.signIn', { name, personId: bob, passphrase: bobs })).toBe('person_not_found')
  expect(await codeOf(engine, 'backup.signIn', { name, personId: ana, passphrase: bobs })).toBe('passphrase_wrong')
  expect(await codeOf(engine, 'backup.restore', { name })).toBe('app_locked')
  await engine.ask('backup.signIn', { name, personId: ana, passphrase: anas })
  expect(await engine.ask('backup.restorers', { name })).toEqual({ people: [] })
  expect(await engine.ask('backup.preview', { name })).toMatchObject({ receivedSince: 1, onDisk: 1, changesSince: 0 })
  expect(await engine.ask('backup.restore', { name })).toMatchObject({ takenAgain: 1 })

  // Whoever put them back has not sat down at them.
  expect(await codeOf(engine, 'document.counts', {})).toBe('app_locked')
  await engine.ask('people.sit', { personId: ana, passphrase: anas })
  await engine.company().queue.whenEmpty()
  expect(await engine.ask('document.counts', {})).toMatchObject({ conservation: { received: 2, isBalanced: true } })
  const { rows } = await engine.ask('activity.list', { filter: { kind: 'backup.restored' } })
  expect(rows).toMatchObject([{ actor: `person:${ana}:Ana Ruiz` }])
  await engine.close()
})

test('a locked vault forgets the key of a backup that somebody looked at and let be', async () => {
  const { host, name, ana } = await booksOfAnaAndBob({ isInVault: true })
  const engine = someEngine(host)
  await expect(engine.start({ posts: false })).rejects.toMatchObject({ data: { code: 'vault_locked' } })
  await engine.ask('vault.unlockBackup', { name, ...vaultSecret })
  await engine.ask('backup.signIn', { name, personId: ana, passphrase: anas })
  await engine.ask('vault.cancel', {})
  expect(await codeOf(engine, 'backup.preview', { name })).toBe('vault_locked')
  await engine.ask('vault.unlockBackup', { name, ...vaultSecret })
  expect(await codeOf(engine, 'backup.preview', { name })).toBe('app_locked')
  await engine.close()
})

test('a backup that is not encrypted opens no vault: who puts it there says the secret of the books', async () => {
  const host = someHost({ workers: 1 })
  const first = someEngine(host)
  await first.start({ posts: false })
  await receive(first, 1)
  const { name } = await first.ask('backup.make', {})
  await first.ask('vault.drill', await first.ask('vault.begin', { passphrase: vaultSecret.secret }))
  await first.close()

  const engine = someEngine(host)
  await expect(engine.start({ posts: false })).rejects.toMatchObject({ data: { code: 'vault_locked' } })
  expect(await engine.call('backup.preview', { name })).toMatchObject({
    error: { code: 'vault_locked', params: { of: 'books' } },
  })
  expect(await codeOf(engine, 'backup.restore', { name })).toBe('vault_locked')
  expect(await codeOf(engine, 'vault.unlockBackup', { name, ...vaultSecret })).toBe('vault_missing')
  await engine.ask('vault.unlockBackup', { name, of: 'books', ...vaultSecret })
  await engine.ask('backup.restore', { name })
  expect(await engine.ask('vault.status', {})).toMatchObject({ isOn: false })
  await engine.close()
})

test('an encrypted backup of books that left their vault is compared with them as they lie there now', async () => {
  const host = someHost({ workers: 1 })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await receive(engine, 1)
  await engine.ask('vault.drill', await engine.ask('vault.begin', { passphrase: vaultSecret.secret }))
  const { name } = await engine.ask('backup.make', {})
  await engine.ask('vault.leave', { passphrase: vaultSecret.secret })
  await receive(engine, 2)
  expect(await engine.ask('backup.preview', { name })).toMatchObject({
    receivedSince: 1,
    onDisk: 1,
    fileNames: ['invoice 2.xml'],
    changesSince: 0,
  })
  await engine.close()
})

test.each([
  ['books', 'store_damaged', (own: string) => damage(join(own, 'quittance.db'))],
  ['file of the vault', 'vault_unreadable', (own: string) => writeFileSync(join(own, 'vault.json'), '{')],
] as const)('a damaged %s: with the secret and an administrator everything is back', async (_, code, spoil) => {
  const { host, name, ana, own } = await booksOfAnaAndBob({ isInVault: true })
  spoil(own)
  const engine = someEngine(host)
  const started = await engine.start({ posts: false }).then(
    () => 'open',
    () => codeOf(engine, 'document.counts', {}),
  )
  if (code === 'store_damaged') {
    expect(started).toBe('vault_locked')
    expect(await codeOf(engine, 'vault.unlock', vaultSecret)).toBe(code)
  } else {
    expect(started).toBe(code)
    expect(await codeOf(engine, 'backup.restore', { name })).toBe('vault_locked')
    await engine.ask('vault.unlockBackup', { name, ...vaultSecret })
  }
  expect(await codeOf(engine, 'backup.restore', { name })).toBe('app_locked')
  await engine.ask('backup.signIn', { name, personId: ana, passphrase: anas })
  expect(await engine.ask('backup.restore', { name })).toMatchObject({ takenAgain: 1 })
  await engine.ask('people.sit', { personId: ana, passphrase: anas })
  await engine.company().queue.whenEmpty()
  expect(await engine.ask('store.verify', {})).toMatchObject({
    conservation: { received: 2, isBalanced: true },
    originalsDamaged: [],
  })
  await engine.close()
})

test('damaged books outside of a vault are put back by an administrator of theirs; wrong tries count over a restart', async () => {
  let now = Date.UTC(2026, 10, 20)
  const { host, name, ana, own } = await booksOfAnaAndBob({ isInVault: false })
  damage(join(own, 'quittance.db'))
  const started = async () => {
    const engine = someEngine({ ...host, now: () => now })
    await expect(engine.start({ posts: false })).rejects.toMatchObject({ data: { code: 'store_damaged' } })
    return engine
  }
  const first = await started()
  expect(await codeOf(first, 'backup.restore', { name })).toBe('app_locked')
  const signIn = (engine: TestEngine, passphrase: string) =>
    codeOf(engine, 'backup.signIn', { name, personId: ana, passphrase })
  for (let guess = 0; guess < 3; guess++) expect(await signIn(first, 'guess')).toBe('passphrase_wrong')
  expect(await signIn(first, anas)).toBe('passphrase_wait')
  await first.close()

  const second = await started()
  expect(await signIn(second, anas)).toBe('passphrase_wait')
  now -= 60 * 60_000
  expect(await signIn(second, anas), 'a clock that was set back').toBe('passphrase_wait')
  now += 2_000
  expect(await signIn(second, anas)).toBe('done')
  expect(await second.ask('backup.restore', { name })).toMatchObject({ takenAgain: 1 })
  await second.close()
})

test('books that nobody signs in to are put back without a word, on a machine without books too', async () => {
  const host = someHost({ workers: 1 })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await receive(engine, 1)
  const { name } = await engine.ask('backup.make', {})
  await engine.close()
  damage(join(host.dataFolder, 'own', 'quittance.db'))
  const again = someEngine(host)
  await expect(again.start({ posts: false })).rejects.toMatchObject({ data: { code: 'store_damaged' } })
  expect(await again.ask('backup.restorers', { name })).toEqual({ people: [] })
  expect(await again.ask('backup.restore', { name })).toMatchObject({ backup: { documents: 1 } })
  await again.close()
  rmSync(join(host.dataFolder, 'own'), { recursive: true })
})
