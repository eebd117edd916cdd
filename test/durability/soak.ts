import { readdirSync, statSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { storeFile } from '../../src/engine/store/open'
import { ask, drained } from '../engine-on-disk'
import { makeCfdi } from '../made-invoices'
import { lookingEngine } from './inspect'
import { settle } from './settle'

export interface SoakReport {
  readonly minutes: number
  readonly documents: number
  /** Resident memory of the engine in MiB after a collection: the lowest in the second third of the rounds, and in the last. */
  readonly warmMiB: number
  readonly lateMiB: number
  readonly growthMiB: number
  readonly largestLogMiB: number
  /** Open files and sockets of the process: after the first round and at the end. */
  readonly handlesAtFirst: number
  readonly handlesAtEnd: number
  readonly isSound: boolean
}

// On a busy machine the collector comes late: what it has not fetched yet is no leak.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10
const openHandles = () => readdirSync('/proc/self/fd').length
const documentsPerRound = 20
/** So that a busy machine has something to compare, too. */
const fewestRounds = 6

/** Works day after day without a pause: takes in, reads, settles, approves, looks things up; and watches what it uses. */
export async function runSoak(minutes: number): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-soak-'))
  const incoming = join(folder, 'invoice.xml')
  const engine = lookingEngine(join(folder, 'data'))
  const memory: number[] = []
  let [documents, largestLog, handlesAtFirst] = [0, 0, 0]
  const endsAt = performance.now() + minutes * 60_000
  try {
    await engine.start({ posts: false })
    await ask(engine, 'settings.set', { patch: { companyTaxIds: ['URE180429TM6'], firstRunDone: true } })
    while (performance.now() < endsAt || memory.length < fewestRounds) {
      for (let number = 0; number < documentsPerRound; number++) {
        documents += 1
        writeFileSync(incoming, makeCfdi(documents))
        await engine.take([incoming], 'drop')
      }
      await drained(engine)
      for (const tab of ['needs_review', 'ready'] as const) {
        const { documentIds } = await ask(engine, 'document.ids', { filter: { tab }, sort: {} })
        for (const documentId of documentIds) await settle(engine, documentId)
        if (documentIds.length > 0) await ask(engine, 'document.approve', { documentIds })
      }
      await ask(engine, 'document.list', { filter: { search: 'papelería' }, sort: {} })
      collect()
      memory.push(process.memoryUsage.rss())
      largestLog = Math.max(largestLog, statSync(join(folder, 'data', 'own', `${storeFile}-wal`)).size)
      if (handlesAtFirst === 0) handlesAtFirst = openHandles()
    }
    const handlesAtEnd = openHandles()
    const verdict = await ask(engine, 'store.verify', {})
    const third = Math.floor(memory.length / 3)
    const warm = Math.min(...memory.slice(third, 2 * third))
    const late = Math.min(...memory.slice(2 * third))
    return {
      minutes,
      documents,
      warmMiB: mebibytes(warm),
      lateMiB: mebibytes(late),
      growthMiB: mebibytes(late - warm),
      largestLogMiB: mebibytes(largestLog),
      handlesAtFirst,
      handlesAtEnd,
      isSound: verdict.journalIntact && verdict.databaseIntact && verdict.conservation.isBalanced,
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function isWithinBounds({
  growthMiB,
  largestLogMiB,
  handlesAtFirst,
  handlesAtEnd,
  isSound,
}: SoakReport): boolean {
  return growthMiB < 50 && largestLogMiB < 64 && handlesAtEnd <= handlesAtFirst + 2 && isSound
}
