import { and, asc, count, desc, eq, gt, gte, inArray, lte, min, or, sql, type SQL } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { PaperlessProblem } from '../../shared/paperless'
import type { ErrorData } from '../../shared/result'
import { paperlessDocuments as links, paperlessUploads as uploads, documents } from '../store/schema'
import type { Reader, Tx } from '../store/write'

export type Link = typeof links.$inferSelect

/** Further ahead than anything is ever put off: the clock was set back. */
export const longestDelayMs = 2 * 60 * 60_000

/** What is known about documents of the archive, the newest version of each. */
export function newestLinks(reader: Reader, server: string, archiveIds: readonly number[]): Map<number, Link> {
  const rows: Link[] = []
  for (let at = 0; at < archiveIds.length; at += 500) {
    const some = [...archiveIds.slice(at, at + 500)]
    const newest = and(eq(links.server, server), inArray(links.archiveId, some), eq(links.isNewest, true))
    rows.push(...reader.select().from(links).where(newest).all())
  }
  return new Map(rows.map(row => [row.archiveId, row]))
}

export function linkOf(reader: Reader, documentId: DocumentId): Link | undefined {
  return reader
    .select()
    .from(links)
    .where(and(eq(links.documentId, documentId), eq(links.state, 'taken')))
    .get()
}

type NewLink = Pick<Link, 'server' | 'archiveId' | 'checksum' | 'documentId' | 'state' | 'error' | 'title' | 'modified'>

/** Keeps what became of a document of the archive; an older version of it, or an earlier failure, steps back. */
export function keepLink(tx: Tx, link: NewLink, now: EpochMs, more: Partial<Link> = {}): void {
  const ofDocument = and(eq(links.server, link.server), eq(links.archiveId, link.archiveId))
  tx.delete(links)
    .where(and(ofDocument, eq(links.checksum, '')))
    .run()
  tx.update(links).set({ isNewest: false }).where(ofDocument).run()
  const values = { ...link, isNewest: true, seenAt: now, ...more }
  tx.insert(links)
    .values(values)
    .onConflictDoUpdate({ target: [links.server, links.archiveId, links.checksum], set: values })
    .run()
}

/** It was looked at again, and its file is still the one we have. */
export function seenAgain(tx: Tx, { server, archiveId, checksum }: Link, modified: string, now: EpochMs): void {
  tx.update(links).set({ modified, seenAt: now }).where(ofLink({ server, archiveId, checksum })).run()
}

export function ofLink({ server, archiveId, checksum }: Pick<Link, 'server' | 'archiveId' | 'checksum'>) {
  return and(eq(links.server, server), eq(links.archiveId, archiveId), eq(links.checksum, checksum))
}

/** What could not be taken is there no more. */
export function forgetFailed(tx: Tx, server: string, archiveIds: readonly number[]): void {
  const those = and(eq(links.server, server), eq(links.state, 'failed'), inArray(links.archiveId, [...archiveIds]))
  tx.delete(links).where(those).run()
}

/** What was decided is not told there yet. */
export const isToWrite = sql`${links.writeWanted} > ${links.writeDone}`

/** The next document whose state is to be written back, those due longest first. */
export function nextToWrite(
  reader: Reader,
  server: string,
  { now, force, after }: { readonly now: EpochMs; readonly force: boolean; readonly after: Link | undefined },
): Link | undefined {
  const due = force ? undefined : or(lte(links.writeAfter, now), gt(links.writeAfter, now + longestDelayMs))
  const later = after ? gt(links.archiveId, after.archiveId) : undefined
  return reader
    .select()
    .from(links)
    .where(and(eq(links.server, server), eq(links.state, 'taken'), isToWrite, due, later))
    .orderBy(asc(links.archiveId))
    .limit(1)
    .get()
}

/**
 * When something put off becomes due; undefined when nothing waits.
 *
 * @param takes nothing is taken in while this is false, so what could not be taken is not due either
 */
export function nextDueAt(reader: Reader, server: string, takes: boolean): EpochMs | undefined {
  const times = [
    reader
      .select({ at: min(links.writeAfter) })
      .from(links)
      .where(and(eq(links.server, server), eq(links.state, 'taken'), isToWrite))
      .get()?.at,
    takes
      ? reader
          .select({ at: min(links.runAfter) })
          .from(links)
          .where(and(eq(links.server, server), eq(links.state, 'failed')))
          .get()?.at
      : undefined,
    reader
      .select({ at: min(uploads.runAfter) })
      .from(uploads)
      .where(inArray(uploads.state, ['pending', 'sent', 'waiting']))
      .get()?.at,
  ].filter(at => at !== null && at !== undefined)
  return times.length === 0 ? undefined : Math.min(...times)
}

export function linkCounts(reader: Reader, midnight: EpochMs) {
  const of = (where: SQL | undefined) => reader.select({ number: count() }).from(links).where(where).get()?.number ?? 0
  const cameToday = and(eq(documents.source, 'paperless'), gte(documents.receivedAt, midnight))
  const underWay = inArray(uploads.state, ['pending', 'sent', 'waiting'])
  return {
    taken: of(eq(links.state, 'taken')),
    takenToday: reader.select({ number: count() }).from(documents).where(cameToday).get()?.number ?? 0,
    skipped: of(eq(links.state, 'skipped')),
    failed: of(eq(links.state, 'failed')),
    toWrite: of(and(eq(links.state, 'taken'), isToWrite)),
    uploading: reader.select({ number: count() }).from(uploads).where(underWay).get()?.number ?? 0,
  }
}

/** What was not taken, not written or not stored, newest first. */
export function listProblems(reader: Reader, limit: number): PaperlessProblem[] {
  const notTaken = reader
    .select()
    .from(links)
    .where(inArray(links.state, ['failed', 'skipped']))
    .orderBy(asc(links.state), desc(links.seenAt))
    .limit(limit)
    .all()
    .map(row =>
      problem(
        row.state === 'failed' ? 'failed' : 'skipped',
        row,
        row.error,
        row.state === 'failed' ? row.runAfter : null,
      ),
    )
  const notWritten = reader
    .select()
    .from(links)
    .where(sql`${links.writeError} IS NOT NULL`)
    .orderBy(desc(links.seenAt))
    .limit(limit)
    .all()
    .map(row => problem('not_written', row, row.writeError, row.writeWanted > row.writeDone ? row.writeAfter : null))
  const notUploaded = reader
    .select({ upload: uploads, title: documents.fileName })
    .from(uploads)
    .innerJoin(documents, eq(documents.id, uploads.documentId))
    .where(sql`${uploads.error} IS NOT NULL AND ${uploads.state} <> 'done'`)
    .orderBy(desc(uploads.createdAt))
    .limit(limit)
    .all()
    .map(({ upload, title }) =>
      problem(
        'not_uploaded',
        { archiveId: null, title, documentId: upload.documentId },
        upload.error,
        upload.state === 'refused' ? null : upload.runAfter,
      ),
    )
  return [...notWritten, ...notUploaded, ...notTaken].flatMap(each => each ?? []).slice(0, limit)
}

function problem(
  kind: PaperlessProblem['kind'],
  { archiveId, title, documentId }: { archiveId: number | null; title: string; documentId: DocumentId | null },
  error: ErrorData | null,
  nextTryAt: EpochMs | null,
): PaperlessProblem | undefined {
  return error ? { kind, archiveId, title, documentId, error, nextTryAt } : undefined
}
