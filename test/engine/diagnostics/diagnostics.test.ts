import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../src/engine/intake/archive'
import { toldLine } from '../../../src/engine/diagnostics/log-lines'
import { openLog } from '../../../src/engine/log'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

/** What the books, the preferences and a careless library say, and nobody from outside may read. */
const said = {
  vendor: 'Papelera del Norte',
  folio: 'A20481',
  total: '16661.89',
  company: 'Universidad Robótica',
  taxId: 'URE180429TM6',
  about: 'vende tornillos de latón',
  key: 'sk-ant-seeded-5eed5ec2e7',
  path: '/home/ana/Facturas',
}

/** What would be saved. */
async function unpacked(engine: TestEngine, fileId: string): Promise<Map<string, string>> {
  const file = sure(await engine.locate(fileId, null))
  expect(file.path, 'it lies nowhere until it is saved').toBeNull()
  const path = join(mkdtempSync(join(tmpdir(), 'quittance-diagnostics-')), 'saved.zip')
  writeFileSync(path, await (await file.open()).read(0, file.bytes))
  const texts = new Map<string, string>()
  const archive = await openArchive(path)
  for await (const entry of archive.entries()) {
    texts.set(entry.claimedPath, Buffer.from(await archive.readEntry(entry)).toString('utf8'))
  }
  archive.close()
  return texts
}

test('the file holds what helps, and no vendor, number, amount, tax ID, company, key or path, also not in its log', async () => {
  const folder = someHost().dataFolder
  const host = someHost({ dataFolder: folder, log: openLog(join(folder, 'logs')) })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  try {
    await engine.take([join(samples, '01 Papelera del Norte A20481.xml')], 'drop')
    await engine.company().queue.whenEmpty()
    const patch = { companyName: said.company, companyTaxIds: [said.taxId] }
    await engine.ask('settings.set', { patch })
    await engine.ask('settings.set', {
      patch: { companyProfile: await engine.ask('company.understand', { description: said.about }) },
    })
    await engine.ask('model.setKey', { apiKey: said.key })
    const quoting = new TypeError(`cannot read ${said.path}/${said.vendor} ${said.folio}.pdf of ${said.total}`)
    host.log.error({ err: quoting, what: said.vendor, step: said.folio }, 'a call failed in a way nobody foresaw')
    host.log.warn({ code: 'ledger_unreachable', host: 'books.robotica.example' }, `${said.vendor} is slow`)
    mkdirSync(join(folder, said.vendor))

    const { files, zip } = await engine.ask('diagnostics.collect', {})
    expect(files.map(({ name }) => name)).toEqual([
      'versions.json',
      'health.json',
      'counts.json',
      'settings.json',
      'engine.log',
    ])
    const packed = await unpacked(engine, zip.fileId)
    expect(packed, 'what was read is what is saved').toEqual(new Map(files.map(({ name, text }) => [name, text])))

    const everything = [...packed.values()].join('\n')
    for (const [name, words] of Object.entries(said)) expect(everything, name).not.toContain(words)
    expect(everything).not.toContain('robotica')
    expect(everything).not.toContain(folder)
    const counts = JSON.parse(packed.get('counts.json') ?? '') as { documents: { received: number }; vendors: number }
    expect(counts.documents.received).toBe(1)
    const log = packed.get('engine.log') ?? ''
    expect(log).toContain('document received')
    expect(log).toContain('"type":"TypeError"')
    expect(log).toContain('diagnostics.test.ts:')
    expect(log).toContain('ledger_unreachable')
  } finally {
    await engine.close()
  }
})

/** Diagnostics of books that tell nothing. */
async function expectWithoutBooks(engine: TestEngine, why: string): Promise<void> {
  const { files, zip } = await engine.ask('diagnostics.collect', {})
  const packed = await unpacked(engine, zip.fileId)
  expect(packed).toEqual(new Map(files.map(({ name, text }) => [name, text])))
  expect([...packed.keys()]).toEqual(['versions.json', 'health.json', 'books.json', 'engine.log'])
  expect(JSON.parse(packed.get('books.json') ?? '')).toEqual({ areOpen: false, why })
  const everything = [...packed.values()].join('\n')
  for (const words of [said.vendor, said.folio, said.total, 'Ana Ruiz']) expect(everything).not.toContain(words)
}

test('they are there also while the books are locked or lie in a locked vault, and when they cannot be opened', async () => {
  const folder = someHost().dataFolder
  const host = someHost({ dataFolder: folder, log: openLog(join(folder, 'logs')) })
  const engine = someEngine(host)
  await engine.start({ posts: false })
  await engine.take([join(samples, '01 Papelera del Norte A20481.xml')], 'drop')
  await engine.company().queue.whenEmpty()
  const { people } = await engine.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  const ana = { personId: sure(people[0]).id, passphrase: 'correct horse battery' }
  await engine.ask('people.setPassphrase', ana)
  await engine.ask('lock.lock', {})
  await expectWithoutBooks(engine, 'app_locked')

  await engine.ask('people.sit', ana)
  await engine.ask('vault.drill', await engine.ask('vault.begin', { passphrase: 'siete limones en la mesa' }))
  await engine.close()
  const locked = someEngine(host)
  await expect(locked.start({ posts: false })).rejects.toThrow()
  await expectWithoutBooks(locked, 'vault_locked')
  await locked.close()

  writeFileSync(join(folder, 'own', 'vault.json'), '{')
  const spoiled = someEngine(host)
  await expect(spoiled.start({ posts: false })).rejects.toThrow()
  await expectWithoutBooks(spoiled, 'vault_unreadable')
  await spoiled.close()

  rmSync(join(folder, 'own', 'vault.json'))
  const damaged = someEngine(host)
  await expect(damaged.start({ posts: false })).rejects.toThrow()
  await expectWithoutBooks(damaged, 'store_damaged')
  await damaged.close()
}, 600_000)

test.each([
  ['a line cut off by a crash is counted, not quoted', '{"msg":"Ferretería Ru', '{"msg":"a line that cannot be read"}'],
  [
    'numbers are told, names are not',
    '{"level":30,"ms":12,"vendorName":"Ruiz","code":"bug"}',
    '{"level":30,"ms":12,"code":"bug"}',
  ],
  ['a message with an amount in it is no message of the program', '{"msg":"total 11600.00"}', '{}'],
  ['a call keeps its route', '{"call":"POST /bills/:id","status":200}', '{"call":"POST /bills/:id","status":200}'],
])('%s', (_, line, told) => {
  expect(toldLine(line)).toBe(told)
})
