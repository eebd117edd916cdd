// One life of an engine, as a process of its own: takes in what lies ready, reads, settles and approves it, posts it, and
// ends when nothing is left to do; or kills itself at a named moment. What it told somebody it writes down first.
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentId } from '../../src/shared/ids'
import { createEngine } from '../../src/engine/engine'
import { documents } from '../../src/engine/store/schema'
import { ask } from '../engine-on-disk'
import { inProcessWorkers } from '../engine/in-process-worker'
import { AppError } from '../../src/shared/result'
import { couldNotOpen, parseAcks, vaultPassphrase, type AckKind, type Life, type UsableMessage } from './life'
import { momentNames } from './moment-names'
import { openBooks } from './open-books'
import { settle } from './settle'

const life = JSON.parse(process.argv[2] ?? '{}') as Life
const acks = openSync(life.acks, 'a')
const told = new Set(parseAcks(readFileSync(life.acks, 'utf8')).map(({ kind, about }) => `${kind} ${about}`))

function tell(kind: AckKind, about = ''): void {
  const line = `${kind} ${about}`
  if (told.has(line) && kind !== 'usable') return
  told.add(line)
  writeSync(acks, `${line}\n`)
}

let isOpen = false
const nameOf = momentNames(() => (isOpen ? engine.company().store : null))
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const engine = createEngine({
  dataFolder: life.dataFolder,
  resourcesFolder: join(process.cwd(), 'resources'),
  version: 'test',
  workers: 2,
  startWorker: inProcessWorkers,
  now: () => Date.now() + life.aheadMs,
  random: Math.random,
  keyStore: { seal: secret => Promise.resolve(secret), open: sealed => Promise.resolve(sealed) },
  log: silent,
  reach(point) {
    if (!life.tellsMoments && life.dieAt === null) return
    const name = nameOf(point)
    if (life.tellsMoments) tell('reached', name)
    if (name === life.dieAt) process.kill(process.pid, 'SIGKILL')
  },
})

const rows = () =>
  engine
    .company()
    .store.db.select({ id: documents.id, fileName: documents.fileName, state: documents.state })
    .from(documents)
    .all()

/** Hands over what nobody was told about yet; a refusal is no loss, the file is handed over again. */
async function takeIn(): Promise<void> {
  for (;;) {
    const missing = readdirSync(life.incoming).filter(name => !told.has(`received ${name}`))
    if (missing.length === 0) return
    for (const name of missing.sort()) {
      const reply = await engine.take([join(life.incoming, name)], 'drop')
      if (reply.ok && reply.value.accepted > 0) tell('received', name)
    }
    await pause(10)
  }
}

/** What a person does when a disk would not take it: the same again, later. */
async function again(work: () => Promise<unknown>): Promise<void> {
  while (
    !(await work().then(
      () => true,
      () => false,
    ))
  ) {
    await pause(50)
  }
}

async function approve(documentId: DocumentId, fileName: string): Promise<void> {
  await settle(engine, documentId)
  const { done } = await ask(engine, 'document.approve', { documentIds: [documentId] })
  if (done.length > 0) tell('approved', fileName)
}

async function isDayOver(): Promise<boolean> {
  const all = rows()
  for (const { id, fileName, state } of all) {
    if (state === 'needs_review' || state === 'ready') await approve(id, fileName)
    if (state === 'set_aside') await ask(engine, 'document.retry', { documentId: id })
    if (state === 'posted') tell('posted', fileName)
  }
  const last = life.ledger === null ? ['approved', 'posted'] : ['posted']
  return rows().every(({ state }) => [...last, 'duplicate'].includes(state))
}

/** As a person does it: the recovery key is typed back, or the passphrase said. */
async function goThroughVaultDoor(): Promise<void> {
  const { isOn } = await ask(engine, 'vault.status', {})
  if (isOn) await ask(engine, 'vault.leave', { passphrase: vaultPassphrase })
  else await ask(engine, 'vault.drill', await ask(engine, 'vault.begin', { passphrase: vaultPassphrase }))
}

// Whoever measures was stopped: nobody is left to be told anything.
process.once('disconnect', () => process.exit())
try {
  await openBooks(engine, { posts: life.ledger !== null })
} catch (thrown) {
  if (!(thrown instanceof AppError) || !thrown.data.code.startsWith('store_')) throw thrown
  process.exit(couldNotOpen)
}
isOpen = true
if (life.isCareless) engine.company().store.raw.pragma('synchronous = NORMAL')
tell('usable')
const { user, system } = process.cpuUsage()
process.send?.({ cpuMs: (user + system) / 1_000 } satisfies UsableMessage)
if (life.changesVault) {
  isOpen = false
  await goThroughVaultDoor()
  isOpen = true
}
await again(() => ask(engine, 'settings.set', { patch: { companyTaxIds: ['URE180429TM6'], firstRunDone: true } }))
const { ledger } = life
if (ledger && !(await ask(engine, 'ledger.status', {})).connected) {
  await again(() => ask(engine, 'ledger.connect', ledger))
}
const taken = takeIn()
let isTakenIn = false
taken.then(
  () => (isTakenIn = true),
  () => (isTakenIn = true),
)
while (!((await isDayOver().catch(() => false)) && isTakenIn)) {
  if (ledger) await engine.call('ledger.sync', {})
  await pause(10)
}
await taken
isOpen = false
await engine.close()
tell('done')
closeSync(acks)
process.disconnect?.()
