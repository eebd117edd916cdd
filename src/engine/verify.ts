import { asc, gt, sql } from 'drizzle-orm'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Output } from '../shared/contract'
import type { EpochMs, Sha256 } from '../shared/ids'
import { conservation } from './lists/counts'
import type { Blobs } from './store/blobs'
import { countStuckJobs } from './store/jobs'
import { readAnchor } from './store/journal-anchor'
import { journalHead } from './store/journal'
import { verifyJournal } from './store/verify-journal'
import type { Store } from './store/open'
import { documents } from './store/schema'

export type Verdict = Output<'store.verify'>

/**
 * Checks what the books promise: nothing lost, nothing stuck, the journal's chain whole, every original byte for byte as
 * received, the database sound. Changes nothing. Works in small pieces, so that the app stays usable meanwhile.
 *
 * @param now a lease that ended before this instant is stuck
 */
export async function verifyStore(store: Store, blobs: Blobs, now: EpochMs): Promise<Verdict> {
  const kept = readAnchor(store.folder)
  const journal = await verifyJournal(store.db, kept)
  const originals = await verifyOriginals(store, blobs)
  return {
    conservation: conservation(store.db),
    stuckJobs: countStuckJobs(store.db, now) + countStranded(store),
    journalRows: journal.rows,
    journalIntact: journal.isIntact,
    journalBrokenAt: journal.brokenAt,
    journalFault: journal.fault,
    journalHead: journalHead(store.db),
    ...originals,
    databaseIntact: await isDatabaseIntact(store),
  }
}

export function isSound(verdict: Verdict): boolean {
  return (
    verdict.conservation.isBalanced &&
    verdict.stuckJobs === 0 &&
    verdict.journalIntact &&
    verdict.originalsDamaged.length === 0 &&
    verdict.databaseIntact
  )
}

/** Documents said to be on the road for which nothing will ever happen. Containers wait for the unpacking, not for a job. */
function countStranded(store: Store): number {
  const row = store.db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM documents
    WHERE state IN ('queued', 'processing') AND kind NOT IN ('zip', 'eml')
      AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.document_id = documents.id AND jobs.state IN ('waiting', 'running'))
  `)
  return row?.n ?? 0
}

async function verifyOriginals(
  store: Store,
  blobs: Blobs,
): Promise<Pick<Verdict, 'originalsChecked' | 'originalsDamaged'>> {
  const pageSize = 200
  const verdicts = new Map<Sha256, 'intact' | 'damaged' | 'missing'>()
  const originalsDamaged: Verdict['originalsDamaged'] = []
  let originalsChecked = 0
  for (let last = 0; ;) {
    const page = store.db
      .select({
        documentId: documents.id,
        fileName: documents.fileName,
        sha256: documents.sha256,
        number: documents.intakeNumber,
      })
      .from(documents)
      .where(gt(documents.intakeNumber, last))
      .orderBy(asc(documents.intakeNumber))
      .limit(pageSize)
      .all()
    for (const { documentId, fileName, sha256 } of page) {
      // Copies share their bytes; one look tells about all of them.
      const verdict = verdicts.get(sha256) ?? (await blobs.verify(sha256))
      verdicts.set(sha256, verdict)
      originalsChecked += 1
      if (verdict !== 'intact') originalsDamaged.push({ documentId, fileName })
    }
    const end = page.at(-1)
    if (!end || page.length < pageSize) return { originalsChecked, originalsDamaged }
    last = end.number
  }
}

/** SQLite's own check, table by table: the loop waits for one of them at a time. */
export async function isDatabaseIntact(store: Pick<Store, 'db' | 'raw'>): Promise<boolean> {
  const tables = store.db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'document_search_%'`,
  )
  for (const { name } of tables) {
    const verdict = store.raw.pragma(`integrity_check("${name}")`, { simple: true })
    if (verdict !== 'ok') return false
    await nextTurn()
  }
  return true
}
