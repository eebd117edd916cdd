import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentById } from '../../../src/engine/store/documents'
import {
  backOffMs,
  claimNextJob,
  countStuckJobs,
  countUnfinishedJobs,
  enqueueJob,
  failJob,
  finishJob,
  nextRunAfter,
  pruneJobs,
  releaseJob,
  renewLease,
  takeOverJobs,
  type Job,
} from '../../../src/engine/store/jobs'
import { openStore } from '../../../src/engine/store/open'
import { jobs } from '../../../src/engine/store/schema'
import { write, type Tx } from '../../../src/engine/store/write'
import { aDocument } from './folder'

const minute = 60_000
const later = { code: 'worker_crashed', params: {}, retry: 'later' } as const

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there should be one')
  return value
}

/** Books with one queued invoice per name, each waiting to be read from the given instant on. */
function queued(...invoices: [name: string, runAfter: number][]) {
  const store = openStore(':memory:')
  const ids = invoices.map(([name, runAfter]) => {
    const { id } = aDocument(store, name)
    write(store, tx => enqueueJob(tx, { documentId: id, step: 'read', lane: 'worker', runAfter, now: 0 }))
    return id
  })
  const claim = (now: number, except: Job['id'][] = []) =>
    write(store, tx => claimNextJob(tx, { lane: 'worker', now, leaseMs: 2 * minute, except }))
  const claimed = (now: number) => present(claim(now))
  const first = present(ids[0])
  const firstJob = () => present(store.db.select().from(jobs).where(eq(jobs.documentId, first)).get())
  return { store, ids, first, firstJob, claim, claimed, write: <T>(change: (tx: Tx) => T) => write(store, change) }
}

test('the invoice that waits longest is read first, none before its time, none twice', () => {
  const { ids, claim } = queued(['b.xml', 20], ['a.xml', 10], ['later.xml', minute + 1])
  expect(claim(5)).toBeUndefined()
  expect(claim(minute)?.documentId).toBe(ids[1])
  expect(claim(minute)?.documentId).toBe(ids[0])
  expect(claim(minute)).toBeUndefined()
})

test('what was put off before the clock was set back two hours is taken at once, not two hours later', () => {
  const { ids, claim } = queued(['a.xml', 120 * minute])
  expect(claim(1)?.documentId).toBe(ids[0])
})

test('a job left running by a dead engine is taken up again when its lease runs out', () => {
  const { claim } = queued(['a.xml', 0])
  expect(claim(0)).toMatchObject({ attempts: 1 })
  expect(claim(1 * minute)).toBeUndefined()
  expect(claim(3 * minute)).toMatchObject({ attempts: 2 })
})

test('a laptop that slept through its own leases does not claim what it is still doing', () => {
  const { claim } = queued(['a.xml', 0])
  const job = claim(0)
  expect(claim(60 * minute, job ? [job.id] : [])).toBeUndefined()
})

test('who lost a lease can neither renew it nor store a result', () => {
  const { claimed, write } = queued(['a.xml', 0])
  const slow = claimed(0)
  const quick = claimed(3 * minute)
  expect(write(tx => renewLease(tx, slow, 9 * minute))).toBeUndefined()
  expect(write(tx => finishJob(tx, slow, 4 * minute))).toBe(false)
  expect(write(tx => failJob(tx, slow, { error: later, now: 0, random: 0, maxAttempts: 3 }))).toBe('lost')
  expect(write(tx => releaseJob(tx, slow, 0))).toBe(false)
  expect(write(tx => finishJob(tx, quick, 4 * minute))).toBe(true)
})

test('a renewed lease lasts', () => {
  const { claim, claimed, write } = queued(['a.xml', 0])
  const job = claimed(0)
  const renewed = present(write(tx => renewLease(tx, job, 10 * minute)))
  expect(claim(9 * minute)).toBeUndefined()
  expect(write(tx => finishJob(tx, renewed, 9 * minute))).toBe(true)
})

test('an invoice sent to be read again has one job, and a result that is still on its way is not stored', () => {
  const { store, first, claimed, write } = queued(['a.xml', 0])
  const reading = claimed(0)
  write(tx => enqueueJob(tx, { documentId: first, step: 'read', lane: 'worker', runAfter: 1, now: 1 }))
  expect(documentById(store.db, first).state).toBe('queued')
  expect(write(tx => finishJob(tx, reading, 2))).toBe(false)
  expect(countUnfinishedJobs(store.db)).toEqual({ waiting: 1, running: 0 })
})

test('the database itself refuses a second unfinished job of one invoice', () => {
  const { store, first } = queued(['a.xml', 0])
  const second = {
    id: 'x' as Job['id'],
    documentId: first,
    step: 'check',
    lane: 'engine',
    options: {},
    runAfter: 0,
  } as const
  expect(() =>
    store.db
      .insert(jobs)
      .values({ ...second, state: 'waiting' })
      .run(),
  ).toThrow(/UNIQUE/)
})

test('a failed attempt waits longer each time; after the last the job is set aside and kept with its reason', () => {
  const { firstJob, claim, claimed, write } = queued(['a.xml', 0])
  let now = 0
  for (const longest of [1_000, 2_000]) {
    const job = claimed(now)
    expect(write(tx => failJob(tx, job, { error: later, now, random: 0.999_999, maxAttempts: 3 }))).toBe('waiting')
    expect(firstJob().runAfter).toBe(now + longest)
    now += longest
  }
  const last = claimed(now)
  expect(write(tx => failJob(tx, last, { error: later, now, random: 0, maxAttempts: 3 }))).toBe('set_aside')
  expect(firstJob()).toMatchObject({ state: 'set_aside', attempts: 3, lastError: later, leaseUntil: null })
  expect(claim(now + 60 * minute)).toBeUndefined()
})

test.each(['never', 'user'] as const)('a failure that time does not heal (%s) is final at once', retry => {
  const { claimed, write } = queued(['a.xml', 0])
  const job = claimed(0)
  const error = { code: 'corrupt_document', params: {}, retry } as const
  expect(write(tx => failJob(tx, job, { error, now: 0, random: 0, maxAttempts: 3 }))).toBe('set_aside')
})

test('the wait between attempts grows from a second to a minute at most and is spread over all of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, random) => {
        const ms = backOffMs(attempts, random)
        const longest = Math.min(60_000, 1_000 * 2 ** (attempts - 1))
        expect(Number.isInteger(ms) && ms >= 0 && ms <= longest).toBe(true)
        expect(Math.abs(ms - random * longest)).toBeLessThanOrEqual(0.5)
      },
    ),
  )
})

test('being in hand when the engine dies costs no attempt; the third time others are let pass', () => {
  const { firstJob, claim, write } = queued(['a.xml', 0])
  for (let death = 1; death <= 5; death++) {
    const now = death * minute
    expect(claim(now)).toMatchObject({ attempts: 1 })
    expect(write(tx => takeOverJobs(tx, now))).toMatchObject([{ interruptions: death }])
    const delay = death < 3 ? 0 : 1_000 * 2 ** (death - 3)
    expect(firstJob()).toMatchObject({ state: 'waiting', attempts: 0, runAfter: delay === 0 ? 0 : now + delay })
  }
})

test('a job given back untried keeps its attempts and its place', () => {
  const { firstJob, claimed, write } = queued(['a.xml', 7])
  const job = claimed(minute)
  expect(write(tx => releaseJob(tx, job, job.runAfter))).toBe(true)
  expect(firstJob()).toMatchObject({ state: 'waiting', attempts: 0, runAfter: 7 })
})

test('stuck jobs and the next alarm are found; records of ended jobs go after their time', () => {
  const { store, claimed, write } = queued(['a.xml', 0], ['b.xml', 3 * minute])
  const job = claimed(0)
  expect(nextRunAfter(store.db, 'worker')).toBe(3 * minute)
  expect(nextRunAfter(store.db, 'engine')).toBeUndefined()
  expect(countStuckJobs(store.db, minute)).toBe(0)
  expect(countStuckJobs(store.db, 3 * minute)).toBe(1)
  write(tx => finishJob(tx, job, minute))
  expect(write(tx => pruneJobs(tx, minute))).toBe(0)
  expect(write(tx => pruneJobs(tx, 2 * minute))).toBe(1)
  expect(countUnfinishedJobs(store.db)).toEqual({ waiting: 1, running: 0 })
})

test.each([
  ["SELECT * FROM jobs WHERE state = 'waiting' AND lane = 'worker' AND run_after <= 5 ORDER BY run_after, id LIMIT 1"],
  ["SELECT * FROM jobs WHERE state = 'running' AND lane = 'worker' AND lease_until < 5 LIMIT 1"],
  ["SELECT min(run_after) FROM jobs WHERE state = 'waiting' AND lane = 'worker'"],
  ["SELECT count(*) FROM jobs WHERE state = 'waiting'"],
])('however many jobs there are, this question walks the index: %s', sql => {
  const { raw } = openStore(':memory:')
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
  expect(plan[0]?.detail).toMatch(/^SEARCH jobs USING (COVERING )?INDEX jobs_runnable/)
})
