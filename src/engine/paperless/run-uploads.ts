import { and, asc, eq, gte, inArray, isNull, lte, ne } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { AppError, toErrorData } from '../../shared/result'
import { backOff } from '../http/back-off'
import { recordCalls } from '../http/record-calls'
import { isConnectionTrouble, ServerFailure } from '../http/server-failure'
import { onRoadOf } from '../on-road'
import { appendJournal } from '../store/journal'
import { newId } from '../store/new-id'
import { documents, invoices, paperlessDocuments as links, paperlessUploads as uploads } from '../store/schema'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Reader, type Tx } from '../store/write'
import type { Task } from './answers'
import { keepLink, linkOf } from './links'
import type { PaperlessSession } from './session'

type Upload = typeof uploads.$inferSelect
type Document = typeof documents.$inferSelect

/** How long an upload whose answer was lost may still be on its way through the archive. */
const settleMs = 10 * 60_000
/** A worker may be down for hours; after a day a person is told. */
const longestTaskMs = 24 * 60 * 60_000

const sinceKey = 'paperless.archivesSince'

/** From when on documents that came in by other ways are stored there; undefined while nobody wanted it yet. */
export function storedSince(reader: Reader): EpochMs | undefined {
  return readSetting(reader, sinceKey, z.number())
}

/** Storing others was switched on: what came before stays where it is. */
export function keepUploadsSince(tx: Tx, now: EpochMs): void {
  writeSetting(tx, sinceKey, now)
}

/**
 * Puts documents that came in by other ways on the list of uploads, once they are approved and where that is switched
 * on. E-invoice XML is not: the archive has no reader for it and refuses it, so it is kept here only.
 */
export function queueUploads({ store, now, options }: Pick<PaperlessSession, 'store' | 'now' | 'options'>): void {
  const since = storedSince(store.db)
  if (!options.archivesOthers || since === undefined) return
  const waiting = store.db
    .select({ id: documents.id })
    .from(documents)
    .leftJoin(uploads, eq(uploads.documentId, documents.id))
    .leftJoin(links, eq(links.documentId, documents.id))
    .where(
      and(
        inArray(documents.state, ['approved', 'posted']),
        inArray(documents.kind, ['pdf', 'image']),
        ne(documents.source, 'sample'),
        isNull(documents.pagesFrom),
        gte(documents.receivedAt, since),
        isNull(uploads.documentId),
        isNull(links.documentId),
      ),
    )
    .limit(200)
    .all()
  if (waiting.length === 0) return
  write(store, tx => {
    for (const { id } of waiting)
      tx.insert(uploads).values({ documentId: id, state: 'pending', createdAt: now() }).run()
  })
}

/**
 * Stores what waits and follows its task to the end. An upload cannot be repeated blindly (release 3 would store the
 * file a second time), so the archive is asked for the file's checksum before every try.
 *
 * @throws ServerFailure when the archive cannot be talked to
 */
export async function runUploads(session: PaperlessSession, force: boolean): Promise<void> {
  const { store, now, signal, announce } = session
  const due = force ? undefined : lte(uploads.runAfter, now())
  const rows = store.db
    .select()
    .from(uploads)
    .where(and(inArray(uploads.state, ['pending', 'sent', 'waiting']), due))
    .orderBy(asc(uploads.createdAt), asc(uploads.documentId))
    .limit(100)
    .all()
  for (const row of rows) {
    if (signal.aborted) return
    const { documentId } = row
    const madeFor = () => {
      const archiveId = linkOf(store.db, documentId)?.archiveId ?? null
      return { server: 'paperless', work: 'upload', documentId, archiveId } as const
    }
    try {
      await recordCalls(session, newId<string>(now()), madeFor, () => onRoadOf(documentId, () => advance(session, row)))
      await session.checkpoint('uploaded')
    } catch (thrown) {
      putOff(session, row, thrown)
      if (isConnectionTrouble(thrown)) throw thrown
    } finally {
      announce('paperless.changed', {})
    }
  }
}

async function advance(session: PaperlessSession, row: Upload): Promise<void> {
  const document = session.store.db.select().from(documents).where(eq(documents.id, row.documentId)).get()
  if (!document) throw new AppError('document_not_found', {}, 'never')
  if (row.state === 'waiting') return followTask(session, row, document)
  const bytes = await session.blobs.load(document.sha256)
  const checksum = session.hash === 'sha256' ? document.sha256 : createHash('md5').update(bytes).digest('hex')
  const [there] = await session.paperless.withChecksum(checksum)
  await session.checkpoint('upload_looked_up')
  if (there !== undefined) return done(session, document, there, checksum)
  if (row.state === 'sent' && (await isUnderWay(session, row, document))) return later(session, row)
  await send(session, row, document, new Uint8Array(bytes))
}

async function send(
  session: PaperlessSession,
  row: Upload,
  document: Document,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  // On disk before the request leaves: whoever finds it so asks before sending again.
  set(session, row, { state: 'sent', sentAt: session.now(), attempts: row.attempts + 1, error: null })
  await session.checkpoint('upload_sent_committed')
  const title = titleOf(session.store.db, document)
  const taskId = await session.paperless.upload(bytes, document.fileName, document.mediaType, title)
  await session.checkpoint('upload_answered')
  set(session, row, { state: 'waiting', taskId, runAfter: session.now() + 1_000 })
  await session.checkpoint('upload_task_kept')
}

/** Whether a request without an answer may still become a document over there. */
async function isUnderWay(
  { paperless, now }: PaperlessSession,
  { sentAt }: Upload,
  { fileName }: Document,
): Promise<boolean> {
  if (sentAt !== null && now() - sentAt < settleMs && now() >= sentAt) return true
  return (await paperless.latestTasks()).some(task => task.fileName === fileName && task.state === 'under_way')
}

async function followTask(session: PaperlessSession, row: Upload, document: Document): Promise<void> {
  const task = row.taskId === null ? undefined : await session.paperless.task(row.taskId)
  if (task?.state === 'success' || (task?.state === 'failure' && task.documentId !== null)) {
    return storedAs(session, row, document, task)
  }
  if (task?.state === 'failure') throw new AppError('paperless_upload_failed', { fileName: document.fileName }, 'user')
  if (row.sentAt !== null && session.now() - row.sentAt > longestTaskMs) {
    throw new AppError('paperless_upload_lost', { fileName: document.fileName }, 'user')
  }
  later(session, row)
}

/** A task that ends with a document it is a copy of has stored nothing, and that document is the one. */
async function storedAs(
  session: PaperlessSession,
  row: Upload,
  document: Document,
  { documentId }: Task,
): Promise<void> {
  if (documentId === null) return later(session, row)
  const { original_checksum: checksum } = await session.paperless.metadata(documentId)
  await session.checkpoint('upload_task_ended')
  done(session, document, documentId, checksum)
}

function done(session: PaperlessSession, document: Document, archiveId: number, checksum: string): void {
  const { store, server, now } = session
  write(store, tx => {
    tx.update(uploads).set({ state: 'done', error: null }).where(eq(uploads.documentId, document.id)).run()
    const before = linkThere(tx, server, archiveId, checksum)
    const documentId = before?.documentId ?? document.id
    const link = { server, archiveId, checksum, documentId, state: 'taken', error: null } as const
    // Not the archive's time of the last change, which we were not told: the next look asks once.
    keepLink(tx, { ...link, title: document.fileName, modified: '' }, now(), {
      writeWanted: (before?.writeDone ?? 0) + 1,
    })
    const params = { archiveId }
    appendJournal(tx, {
      at: now(),
      actor: session.context().actor,
      kind: 'paperless.stored',
      documentId: document.id,
      params,
    })
  })
}

function linkThere(tx: Tx, server: string, archiveId: number, checksum: string) {
  const same = and(eq(links.server, server), eq(links.archiveId, archiveId), eq(links.checksum, checksum))
  return tx.select().from(links).where(same).get()
}

/** Asked again soon at first, then seldom: 1 s to 60 s. */
function later(session: PaperlessSession, row: Upload): void {
  const age = row.sentAt === null ? 0 : Math.max(0, session.now() - row.sentAt)
  set(session, row, { runAfter: session.now() + Math.min(60_000, Math.max(1_000, age / 2)) })
}

function putOff(session: PaperlessSession, row: Upload, thrown: unknown): void {
  const error = toErrorData(thrown)
  if (error.code.startsWith('store_') || session.signal.aborted) return
  const isRefused = error.retry !== 'later' && !isConnectionTrouble(thrown)
  // Certain not to be stored: it may be sent again without waiting for it to appear.
  const isCertain =
    thrown instanceof ServerFailure
      ? thrown.facts.method === 'POST' && !thrown.facts.inDoubt
      : error.code === 'paperless_upload_failed'
  const current = session.store.db.select().from(uploads).where(eq(uploads.documentId, row.documentId)).get()
  const state = isRefused
    ? 'refused'
    : current?.state === 'sent' && isCertain
      ? 'pending'
      : (current?.state ?? row.state)
  const attempts = row.attempts + 1
  const runAfter = session.now() + backOff(attempts, session.random)
  set(session, row, { state, error, attempts, runAfter, ...(isCertain ? { sentAt: null } : {}) })
  session.log.warn({ documentId: row.documentId, code: error.code, attempts, isRefused }, 'upload put off')
}

function set({ store }: PaperlessSession, { documentId }: Upload, values: Partial<Upload>): void {
  write(store, tx => tx.update(uploads).set(values).where(eq(uploads.documentId, documentId)).run())
}

/** Vendor and number say more than a file's name; the archive takes 128 characters. */
function titleOf(reader: Reader, { id, fileName }: Document): string {
  const invoice = reader.select().from(invoices).where(eq(invoices.documentId, id)).get()
  const parts = [invoice?.sellerName, invoice?.invoiceNumber].filter(
    part => part !== null && part !== undefined && part !== '',
  )
  return (parts.length === 2 ? parts.join(' ') : fileName.replace(/\.[a-z0-9]{2,5}$/i, '')).slice(0, 128)
}
