// What durability costs: commits per second, originals kept, claims among many waiting jobs, and the bare road without
// readers. Run with `npm run bench -- store`.
import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { appendJournal } from '../src/engine/store/journal'
import { verifyJournal } from '../src/engine/store/verify-journal'
import { claimNextJob, countUnfinishedJobs } from '../src/engine/store/jobs'
import { write } from '../src/engine/store/write'
import { openCompany, receive, type Company } from '../test/engine/queue/company'
import { describeMachine } from './parts/machine'
import { distributionOf, round } from './parts/statistics'

const folders: string[] = []

function newCompany(): Company {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
  folders.push(folder)
  return openCompany(folder)
}

function close({ queue, store }: Company): void {
  queue.stop()
  store.close()
}

function timesOf(count: number, work: (number: number) => void): number[] {
  return Array.from({ length: count }, (_, number) => {
    const startedAt = performance.now()
    work(number)
    return performance.now() - startedAt
  })
}

const perSecond = (times: readonly number[]) => round((times.length * 1000) / times.reduce((sum, ms) => sum + ms, 0))

/** One journal row per commit, as a person's command makes. */
function measureCommits() {
  const company = newCompany()
  const entry = { at: 0, actor: 'person', kind: 'field.changed', documentId: null, after: { value: '1160.00' } }
  const commit = () => write(company.store, tx => appendJournal(tx, entry))
  const full = timesOf(1_000, commit)
  company.store.raw.pragma('synchronous = NORMAL')
  const normal = timesOf(1_000, commit)
  close(company)
  return {
    durable: { perSecond: perSecond(full), ms: distributionOf(full) },
    whatTheLibraryDefaultWouldGive: { perSecond: perSecond(normal), ms: distributionOf(normal) },
  }
}

async function measureOriginals() {
  const company = newCompany()
  const put = (bytes: number) => distributionOf(timesOf(100, () => company.blobs.put(randomBytes(bytes))))
  const report = { put10KiBMs: put(10 * 1024), put1MiBMs: put(2 ** 20) }
  close(company)
  return report
}

/** Time of a claim while so many jobs wait. */
function measureClaims(waiting: number) {
  const company = newCompany()
  const { raw, store } = { raw: company.store.raw, store: company.store }
  raw.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${waiting})
    INSERT INTO documents (id, intake_number, sha256, file_name, bytes, kind, media_type, source, received_at, state)
    SELECT printf('d%035d', i), i, printf('%064d', i), 'a.xml', 1, 'xml', 'application/xml', 'drop', i, 'queued' FROM n;
    INSERT INTO jobs (id, document_id, step, lane, state, options, run_after)
    SELECT 'j' || substr(id, 2), id, 'read', 'worker', 'waiting', '{}', received_at FROM documents
  `)
  const claim = () => write(store, tx => claimNextJob(tx, { lane: 'worker', now: 1e9, leaseMs: 60_000 }))
  const report = {
    waiting,
    claimMs: distributionOf(timesOf(200, claim)),
    countMs: distributionOf(timesOf(50, () => countUnfinishedJobs(store.db))),
  }
  close(company)
  return report
}

/** Documents per second when reading costs nothing: five commits each. */
async function measureRoad(documents: number) {
  const company = newCompany()
  for (let number = 0; number < documents; number++) receive(company, `invoice-${number}.xml`)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  company.queue.start()
  await company.queue.whenEmpty()
  const seconds = (performance.now() - startedAt) / 1000
  delay.disable()
  const verifiedAt = performance.now()
  const { rows, isIntact } = await verifyJournal(company.store.db)
  const verifyMs = round(performance.now() - verifiedAt)
  close(company)
  return {
    documents,
    perSecond: round(documents / seconds),
    longestLoopWaitMs: round(delay.max / 1e6),
    journal: { rows, isIntact, verifyMs },
  }
}

const report = {
  machine: describeMachine(),
  sqlite: new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get(),
  commits: measureCommits(),
  originals: await measureOriginals(),
  claims: [measureClaims(1_000), measureClaims(100_000)],
  bareRoad: await measureRoad(1_000),
}
console.log(JSON.stringify(report, null, 2))
for (const folder of folders) rmSync(folder, { recursive: true, force: true })
