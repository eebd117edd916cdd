import { createEngine } from '../../src/engine/engine'
import type { Store } from '../../src/engine/store/open'
import { documents, jobs, journal } from '../../src/engine/store/schema'
import { isSound, verifyStore, type Verdict } from '../../src/engine/verify'
import { inArray } from 'drizzle-orm'
import { join } from 'node:path'
import { inProcessWorkers } from '../engine/in-process-worker'
import type { Ack } from './life'
import { openBooks } from './open-books'

/** What became of the promise "never lost", seen from outside: by what was told, what the books say and what the ledger has. */
export interface Findings {
  readonly documents: number
  /** Told as received, approved or posted, and not so any more. */
  readonly lost: readonly string[]
  /** One file as two documents, one invoice as two bills. */
  readonly doubled: readonly string[]
  /** Neither finished nor going on. */
  readonly stuck: number
  readonly isSound: boolean
  /** Put before a person because engines died, or failed, in the middle of them too often: told, not lost and not stuck. */
  readonly putBeforePerson: number
  /** What a check of the books says, where it complains. */
  readonly complaint?: Verdict
}

export const nothingWrong = { lost: [], doubled: [], stuck: 0, isSound: true } as const

/** Whether the promise was kept. */
export function isFlawless({ lost, doubled, stuck, isSound }: Findings): boolean {
  return lost.length + doubled.length + stuck === nothingWrong.stuck && isSound
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** An engine that only looks, on a folder that somebody else worked on. */
export function lookingEngine(dataFolder: string) {
  return createEngine({
    dataFolder,
    resourcesFolder: join(process.cwd(), 'resources'),
    version: 'test',
    workers: 1,
    startWorker: inProcessWorkers,
    now: Date.now,
    random: Math.random,
    keyStore: { seal: secret => Promise.resolve(secret), open: sealed => Promise.resolve(sealed) },
    log: silent,
  })
}

const givenUp = ['document.failed', 'document.step_failed']

const atLeast: Readonly<Record<string, readonly string[]>> = {
  approved: ['approved', 'posted'],
  posted: ['posted'],
}

/**
 * Opens the books as the app does and compares.
 *
 * @param billNumbers of every bill the ledger holds
 * @param isOver all work was done: what still waits is stuck
 */
export async function inspect(
  dataFolder: string,
  acks: readonly Ack[],
  billNumbers: readonly string[],
  isOver = true,
): Promise<Findings> {
  const engine = lookingEngine(dataFolder)
  try {
    await openBooks(engine, { reads: false, posts: false })
    const { store, blobs } = engine.company()
    const rows = store.db.select({ name: documents.fileName, state: documents.state }).from(documents).all()
    const states = Map.groupBy(rows, row => row.name)
    const lost = acks.flatMap(({ kind, about }) => {
      const found = states.get(about)?.map(({ state }) => state) ?? []
      if (kind === 'received') return found.length > 0 ? [] : [`received ${about}`]
      const wanted = atLeast[kind]
      return !wanted || found.some(state => wanted.includes(state)) ? [] : [`${kind} ${about} is ${found.join()}`]
    })
    // A file taken again because nobody was told the first time is the same bytes: a duplicate, and no second invoice.
    const twice = [...states].filter(([, copies]) => copies.filter(({ state }) => state !== 'duplicate').length > 1)
    const waiting = store.db
      .select()
      .from(jobs)
      .where(inArray(jobs.state, ['waiting', 'running']))
      .all()
    const bills = [...Map.groupBy(billNumbers, number => number)].filter(([, same]) => same.length > 1)
    const verdict = await verifyStore(store, blobs, Date.now())
    const judged = isOver ? verdict : { ...verdict, stuckJobs: 0 }
    return {
      documents: states.size,
      lost,
      doubled: [...twice.map(([name]) => name), ...bills.map(([number]) => number)],
      stuck: isOver
        ? waiting.length + rows.filter(({ state }) => state !== 'posted' && state !== 'duplicate').length
        : 0,
      isSound: isSound(judged),
      putBeforePerson: countGivenUp(store),
      ...(isSound(judged) ? {} : { complaint: judged }),
    }
  } finally {
    await engine.close()
  }
}

function countGivenUp({ db }: Store): number {
  const rows = db.select({ id: journal.documentId }).from(journal).where(inArray(journal.kind, givenUp)).all()
  return new Set(rows.map(({ id }) => id)).size
}
