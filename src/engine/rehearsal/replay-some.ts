import { desc, eq, isNull } from 'drizzle-orm'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Replay } from '../../shared/activity'
import { toErrorData } from '../../shared/result'
import type { Rehearsal } from '../../shared/update'
import { companyCharts } from '../charts/company-charts'
import type { DecisionContext } from '../decisions/context'
import { replayDocument } from '../decisions/replay'
import { readOptionsOf } from '../read-options'
import { blobFormat } from '../store/blob-format'
import { newId } from '../store/new-id'
import type { Store } from '../store/open'
import { documents, invoices } from '../store/schema'
import { readSettings } from '../store/settings'
import type { Pool } from '../worker/pool'
import type { RehearsalParts } from './rehearse'

/** Enough to meet every kind of document a company receives; some minutes on two cores. */
const mostDocuments = 200

type Counts = Omit<Rehearsal['documents'], 'received'>
type Outcome = 'same' | 'differing' | 'unreadable' | 'left_out'

/** Reads the latest documents again and compares them with the books. @param originals where their bytes lie */
export async function replaySome(
  store: Store,
  pool: Pool,
  parts: RehearsalParts & { readonly originals: string },
): Promise<Counts> {
  const chosen = latestRead(store)
  const context = contextFor(store, parts)
  const format = blobFormat(parts.key ?? null)
  const outcomes: Outcome[] = []
  // As many at once as there are workers, and no more bytes in memory than that.
  const waiting = chosen.values()
  const lane = async () => {
    for (const document of waiting) outcomes.push(await replayOne(document))
  }
  await Promise.all(Array.from({ length: pool.size }, lane))

  async function replayOne({ documentId, sha256, kind, mediaType, part }: (typeof chosen)[number]): Promise<Outcome> {
    try {
      const name = format.nameOf(sha256)
      const bytes = format.decode(await readFile(join(parts.originals, name.slice(0, 2), name)))
      const options = { ...readOptionsOf(store.db), forceOcr: false, ...(part === null ? {} : { part }) }
      const reading = await pool.read({ bytes, kind, mediaType, options })
      return isSame(replayDocument(store, documentId, reading, context)) ? 'same' : 'differing'
    } catch (thrown) {
      // A locked PDF was opened with a password that nobody kept.
      if (toErrorData(thrown).code === 'needs_password') return 'left_out'
      parts.log.warn({ documentId, code: toErrorData(thrown).code }, 'the new version cannot read what was read before')
      return 'unreadable'
    }
  }

  const count = (outcome: Outcome) => outcomes.filter(other => other === outcome).length
  return {
    replayed: count('same') + count('differing'),
    differing: count('differing'),
    unreadable: count('unreadable'),
  }
}

/** Documents put together from pages of others have no bytes of their own to read. */
function latestRead(store: Store) {
  return store.db
    .select({
      documentId: documents.id,
      sha256: documents.sha256,
      kind: documents.kind,
      mediaType: documents.mediaType,
      part: documents.part,
    })
    .from(documents)
    .innerJoin(invoices, eq(invoices.documentId, documents.id))
    .where(isNull(documents.pagesFrom))
    .orderBy(desc(documents.intakeNumber))
    .limit(mostDocuments)
    .all()
}

function contextFor(store: Store, { resourcesFolder, version, now }: RehearsalParts): DecisionContext {
  const settings = readSettings(store.db)
  const chart = companyCharts(store.db, resourcesFolder).of(settings.chart)
  const at = now()
  return { now: at, actor: `engine ${version}`, settings, chart, newId: () => newId(at) }
}

/** What a person said differs from what a machine reads, in every version. */
function isSame({ fields, lines }: Replay): boolean {
  return lines.decided === lines.replayed && !fields.some(({ differs, byPerson }) => differs && !byPerson)
}
