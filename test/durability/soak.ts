import { readdirSync, statSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeFile } from '../../src/engine/store/open'
import { ask, drained } from '../engine-on-disk'
import { makeCfdi } from '../made-invoices'
import { lookingEngine } from './inspect'
import { settle } from './settle'

export interface SoakReport {
  readonly minutes: number
  readonly documents: number
  /** Resident memory of the engine in MiB: after a third of the time, and its highest in the last third. */
  readonly warmMiB: number
  readonly lateMiB: number
  readonly growthMiB: number
  readonly largestLogMiB: number
  /** Open files and sockets of the process: after the first round and at the end. */
  readonly handlesAtFirst: number
  readonly handlesAtEnd: number
  readonly isSound: boolean
}

const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10
const openHandles = () => readdirSync('/proc/self/fd').length
const documentsPerRound = 20

/** Works day after day without a pause: takes in, reads, settles, approves, looks things up; and watches what it uses. */
export async function runSoak(minutes: number): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-soak-'))
  const incoming = join(folder, 'invoice.xml')
  const engine = lookingEngine(join(folder, 'data'))
  const memory: { readonly at: number; readonly rss: number }[] = []
  let [documents, largestLog, handlesAtFirst] = [0, 0, 0]
  const startedAt = performance.now()
  const endsAt = startedAt + minutes * 60_000
  try {
    await engine.start({ posts: false })
    await ask(engine, 'settings.set', { patch: { companyTaxIds: ['URE180429TM6'], firstRunDone: true } })
    while (performance.now() < endsAt) {
      for (let number = 0; number < documentsPerRound; number++) {
        documents += 1
        writeFileSync(incoming, makeCfdi(documents))
        await engine.take([incoming], 'drop')
      }
      await drained(engine)
      const { documentIds } = await ask(engine, 'document.ids', { filter: { tab: 'needs_review' }, sort: {} })
      for (const documentId of documentIds) await settle(engine, documentId)
      await ask(engine, 'document.approve', { documentIds })
      await ask(engine, 'document.list', { filter: { search: 'papelería' }, sort: {} })
      memory.push({ at: performance.now(), rss: process.memoryUsage.rss() })
      largestLog = Math.max(largestLog, statSync(join(folder, 'data', 'own', `${storeFile}-wal`)).size)
      if (handlesAtFirst === 0) handlesAtFirst = openHandles()
    }
    const handlesAtEnd = openHandles()
    const verdict = await ask(engine, 'store.verify', {})
    const third = (endsAt - startedAt) / 3
    const inThird = (from: number) =>
      memory
        .filter(({ at }) => at >= startedAt + from * third && at < startedAt + (from + 1) * third)
        .map(({ rss }) => rss)
    // The collector comes when it likes: lows are what is really kept.
    const warm = Math.min(...inThird(1))
    const late = Math.min(...inThird(2))
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
