import { and, asc, desc, eq, inArray, isNull, lt, max, or } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { CallNoted } from '../http/call-log'
import { newId } from './new-id'
import { documents, paperlessDocuments, serverCalls } from './schema'
import type { Reader, Tx } from './write'

/** What calls were made for. */
export type CallsFor = Pick<
  typeof serverCalls.$inferInsert,
  'server' | 'job' | 'work' | 'outboxId' | 'documentId' | 'archiveId'
>

export function insertCalls(tx: Tx, madeFor: CallsFor, calls: readonly CallNoted[]): void {
  if (calls.length === 0) return
  tx.insert(serverCalls)
    .values(calls.map(call => ({ id: newId<string>(call.at), ...madeFor, ...call })))
    .run()
}

const { at, call, status, code, ms, request, answer } = serverCalls
const told = { at, call, status, code, ms, request, answer }

/** The calls made for these rows of the outbox, oldest first. */
export function callsOf(reader: Reader, outboxIds: readonly string[]): (CallNoted & { outboxId: string | null })[] {
  return reader
    .select({ outboxId: serverCalls.outboxId, ...told })
    .from(serverCalls)
    .where(inArray(serverCalls.outboxId, [...outboxIds]))
    .orderBy(asc(at), asc(serverCalls.id))
    .all()
}

/**
 * The latest pieces of work with the archive, newest first.
 *
 * @param documentId only those about this document, also from before it was taken; null for all
 */
export function archiveJobs(reader: Reader, documentId: DocumentId | null, limit: number): string[] {
  const itsNumbers = reader
    .select({ id: paperlessDocuments.archiveId })
    .from(paperlessDocuments)
    .where(eq(paperlessDocuments.documentId, documentId ?? ('' as DocumentId)))
  const before = and(isNull(serverCalls.documentId), inArray(serverCalls.archiveId, itsNumbers))
  const about = documentId === null ? undefined : or(eq(serverCalls.documentId, documentId), before)
  return reader
    .select({ job: serverCalls.job })
    .from(serverCalls)
    .where(and(eq(serverCalls.server, 'paperless'), about))
    .groupBy(serverCalls.job)
    .orderBy(desc(max(at)), desc(serverCalls.job))
    .limit(limit)
    .all()
    .map(({ job }) => job)
}

/** The calls of these pieces of work with the archive, oldest first. */
export function callsOfJobs(reader: Reader, jobs: readonly string[]) {
  const { job, work, documentId, archiveId } = serverCalls
  return reader
    .select({ job, work, documentId, archiveId, intakeNumber: documents.intakeNumber, told })
    .from(serverCalls)
    .leftJoin(documents, eq(documents.id, documentId))
    .where(and(eq(serverCalls.server, 'paperless'), inArray(job, [...jobs])))
    .orderBy(asc(at), asc(serverCalls.id))
    .all()
}

/** Removes calls older than an instant; what came of them stands in the outbox and the journal. */
export function pruneCalls(tx: Tx, before: EpochMs): number {
  return tx.delete(serverCalls).where(lt(at, before)).run().changes
}
