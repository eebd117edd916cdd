import { count, desc, eq, min } from 'drizzle-orm'
import type { EpochMs } from '../../shared/ids'
import type { HealthFinding } from '../../shared/health'
import { mostFailures } from '../http/circuit'
import { conservation } from '../lists/counts'
import { countStuckJobs, countUnfinishedJobs } from '../store/jobs'
import { readAnchor } from '../store/journal-anchor'
import type { BooksSeen } from '../store/look-into'
import { documents, jobs, serverCalls, outbox, paperlessUploads } from '../store/schema'
import { verifyJournal } from '../store/verify-journal'
import type { Reader } from '../store/write'
import { isDatabaseIntact } from '../verify'

/** A lease this long gone belongs to an engine that is not there any more, and not to one that is busy. */
const stuckAfterMs = 10 * 60_000
/** A document that waits this long for its step has nobody who works. */
const slowAfterMs = 24 * 60 * 60_000

/** What the books themselves say of their health. @param now an instant, epoch milliseconds */
export async function lookAtBooks(books: BooksSeen, now: EpochMs | number): Promise<HealthFinding[]> {
  const { db } = books
  return [
    await lookAtDatabase(books),
    await lookAtJournal(books),
    lookAtQueue(db, now),
    lookAtJobs(db, now),
    lookAtPosting(db),
    lookAtUploads(db),
    lookAtCalls(db),
  ]
}

async function lookAtDatabase(books: BooksSeen): Promise<HealthFinding> {
  const { received, isBalanced } = conservation(books.db)
  const isIntact = await isDatabaseIntact(books)
  const figures = { received, balanced: isBalanced ? 'yes' : 'no', intact: isIntact ? 'yes' : 'no' }
  return { check: 'store', verdict: isIntact && isBalanced ? 'ok' : 'broken', figures }
}

async function lookAtJournal({ db, folder }: BooksSeen): Promise<HealthFinding> {
  const { rows, isIntact, brokenAt } = await verifyJournal(db, readAnchor(folder))
  return { check: 'journal', verdict: isIntact ? 'ok' : 'broken', figures: { rows, brokenAt } }
}

function lookAtQueue(db: Reader, now: number): HealthFinding {
  const { waiting, running } = countUnfinishedJobs(db)
  const oldest = db
    .select({ at: min(jobs.runAfter) })
    .from(jobs)
    .where(eq(jobs.state, 'waiting'))
    .get()?.at
  const waitsSince = oldest ?? null
  const isSlow = waitsSince !== null && waitsSince < now - slowAfterMs
  return { check: 'queue', verdict: isSlow ? 'attention' : 'ok', figures: { waiting, running, waitsSince } }
}

function lookAtJobs(db: Reader, now: number): HealthFinding {
  const stuck = countStuckJobs(db, (now - stuckAfterMs) as EpochMs)
  return { check: 'jobs', verdict: stuck > 0 ? 'attention' : 'ok', figures: { stuck } }
}

function lookAtPosting(db: Reader): HealthFinding {
  const of = (state: 'pending' | 'sent' | 'unknown') =>
    db.select({ n: count() }).from(outbox).where(eq(outbox.state, state)).get()?.n ?? 0
  const failed = db.select({ n: count() }).from(documents).where(eq(documents.state, 'post_failed')).get()?.n ?? 0
  const unknown = of('unknown')
  const figures = { waiting: of('pending'), underWay: of('sent'), unknown, failed }
  return { check: 'posting', verdict: unknown + failed > 0 ? 'attention' : 'ok', figures }
}

function lookAtUploads(db: Reader): HealthFinding {
  const of = (state: 'pending' | 'sent' | 'waiting' | 'refused') =>
    db.select({ n: count() }).from(paperlessUploads).where(eq(paperlessUploads.state, state)).get()?.n ?? 0
  const refused = of('refused')
  const figures = { waiting: of('pending') + of('waiting'), underWay: of('sent'), refused }
  return { check: 'archive', verdict: refused > 0 ? 'attention' : 'ok', figures }
}

/** As the circuit breaker counts, by the calls on record: the breaker itself lives in the app's memory. */
function lookAtCalls(db: Reader): HealthFinding {
  const latest = db
    .select({ status: serverCalls.status, code: serverCalls.code })
    .from(serverCalls)
    .where(eq(serverCalls.server, 'bigcapital'))
    .orderBy(desc(serverCalls.at), desc(serverCalls.id))
    .limit(mostFailures)
    .all()
  const isFailed = ({ status, code }: (typeof latest)[number]) => code !== null && (status === null || status >= 500)
  const firstGood = latest.findIndex(call => !isFailed(call))
  const failedInRow = firstGood === -1 ? latest.length : firstGood
  const circuit = failedInRow >= mostFailures ? 'open' : 'closed'
  return { check: 'calls', verdict: circuit === 'open' ? 'attention' : 'ok', figures: { failedInRow, circuit } }
}
