import { sql, type SQL } from 'drizzle-orm'
import type { Departed, Departure, Recipient, RecipientKind, RecipientTotal } from '../../shared/departure'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { Reader } from './write'

/** Journal row of each part written back to the archive, in the transaction that remembers it. */
export const writtenBack = 'paperless.written'

interface DepartureRow {
  readonly id: string
  readonly at: EpochMs
  readonly documentId: DocumentId
  readonly intakeNumber: number
  readonly fileName: string
  readonly kind: RecipientKind
  readonly address: string
  readonly what: Departed
  readonly pages: string
}

export interface DeparturesAsked {
  readonly documentId: DocumentId | null
  readonly recipient: Recipient | null
  /** `next` of the page before. */
  readonly after: string | null
  readonly limit: number
}

/** What left this machine, newest first, in pages. @param modelAddress where the outside model's vendor listens */
export function listDepartures(
  reader: Reader,
  { documentId, recipient, after, limit }: DeparturesAsked,
  modelAddress: string,
): { departures: Departure[]; next: string | null } {
  const [at, id] = after?.split(' ') ?? []
  const conditions = [
    documentId === null ? undefined : sql`addressed.document_id = ${documentId}`,
    recipient === null ? undefined : sql`addressed.kind = ${recipient.kind} AND address = ${recipient.address}`,
    at === undefined || id === undefined ? undefined : sql`(at, addressed.id) < (${Number(at)}, ${id})`,
  ].filter(condition => condition !== undefined)
  const rows = reader.all<DepartureRow>(sql`
    ${departures(modelAddress)}
    SELECT addressed.id AS id, at, document_id AS documentId, intake_number AS intakeNumber, file_name AS fileName,
      addressed.kind AS kind, address, what, addressed.pages AS pages
    FROM addressed JOIN documents ON documents.id = document_id
    WHERE ${conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`1`}
    ORDER BY at DESC, addressed.id DESC LIMIT ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { departures: shown.map(toDeparture), next: rows.length > limit && last ? `${last.at} ${last.id}` : null }
}

/** How much went to each recipient, the one that got something last first. */
export function totalsPerRecipient(reader: Reader, modelAddress: string): RecipientTotal[] {
  const rows = reader.all<{ kind: RecipientKind; address: string; n: number; documents: number; lastAt: number }>(sql`
    ${departures(modelAddress)}
    SELECT kind, address, count(*) AS n, count(DISTINCT document_id) AS documents, max(at) AS lastAt
    FROM addressed GROUP BY kind, address ORDER BY lastAt DESC, kind`)
  return rows.map(({ kind, address, n, documents, lastAt }) => ({
    recipient: { kind, address },
    departures: n,
    documents,
    lastAt,
  }))
}

/**
 * Everything that was sent, put together from the rows that were written before it left. Where to is what was connected
 * at that moment: the connection of today may be another one.
 */
function departures(modelAddress: string): SQL {
  return sql`WITH connections AS MATERIALIZED (
      SELECT CASE kind WHEN 'ledger.connected' THEN 'ledger' ELSE 'archive' END AS kind, at, params ->> 'url' AS address
      FROM journal WHERE document_id IS NULL AND kind IN ('ledger.connected', 'paperless.connected')
    ), departures AS (
      SELECT id, sent_at AS at, document_id, 'ledger' AS kind, kind AS what, '[]' AS pages
      FROM outbox WHERE sent_at IS NOT NULL
      UNION ALL
      SELECT document_id, sent_at, document_id, 'archive', 'original', '[]'
      FROM paperless_uploads WHERE sent_at IS NOT NULL
      UNION ALL
      SELECT id, at, document_id, 'archive', params ->> 'part', '[]'
      FROM journal WHERE kind = 'paperless.written' AND document_id IS NOT NULL
      UNION ALL
      SELECT id, at, document_id, 'model', sent, pages
      FROM model_calls WHERE document_id IS NOT NULL AND sent <> 'nothing'
    ), addressed AS (
      SELECT departures.*, CASE kind WHEN 'model' THEN ${modelAddress} ELSE coalesce((
        SELECT address FROM connections
        WHERE connections.kind = departures.kind AND connections.at <= departures.at
        ORDER BY connections.at DESC LIMIT 1
      ), '') END AS address
      FROM departures
    )`
}

function toDeparture({
  id,
  at,
  documentId,
  intakeNumber,
  fileName,
  kind,
  address,
  what,
  pages,
}: DepartureRow): Departure {
  const document = { documentId, intakeNumber, fileName }
  return { id, at, document, recipient: { kind, address }, what, pages: JSON.parse(pages) as number[] }
}
