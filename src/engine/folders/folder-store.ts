import { and, asc, count, desc, eq, isNotNull, isNull, max } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { AfterTaking } from '../../shared/paperless'
import type { ErrorData } from '../../shared/result'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { newId } from '../store/new-id'
import { watchedFiles, watchedFolders } from '../store/schema'
import type { Reader, Tx } from '../store/write'

export type WatchedFolder = typeof watchedFolders.$inferSelect
export type WatchedFile = typeof watchedFiles.$inferSelect

export function listFolders(reader: Reader): WatchedFolder[] {
  return reader
    .select()
    .from(watchedFolders)
    .where(isNull(watchedFolders.removedAt))
    .orderBy(asc(watchedFolders.createdAt))
    .all()
}

/** Begins to watch a folder, or goes on where it was watched before: what was taken from it then is still known. */
export function addFolder(tx: Tx, path: string, now: EpochMs): WatchedFolder {
  const before = tx
    .select()
    .from(watchedFolders)
    .where(eq(watchedFolders.path, path))
    .orderBy(desc(watchedFolders.createdAt))
    .get()
  const folder = before
    ? tx.update(watchedFolders).set({ removedAt: null }).where(eq(watchedFolders.id, before.id)).returning().get()
    : tx
        .insert(watchedFolders)
        .values({ id: newId(now), path, afterTaking: 'leave', createdAt: now })
        .returning()
        .get()
  if (before?.removedAt !== null) journal(tx, 'folder.watched', path, now)
  return folder
}

export function removeFolder(tx: Tx, folderId: string, now: EpochMs): void {
  const folder = tx
    .update(watchedFolders)
    .set({ removedAt: now })
    .where(eq(watchedFolders.id, folderId))
    .returning()
    .get()
  if (folder) journal(tx, 'folder.unwatched', folder.path, now)
}

export function setAfterTaking(tx: Tx, folderId: string, afterTaking: AfterTaking, now: EpochMs): void {
  const folder = tx.update(watchedFolders).set({ afterTaking }).where(eq(watchedFolders.id, folderId)).returning().get()
  if (folder) journal(tx, 'folder.changed', folder.path, now)
}

function journal(tx: Tx, kind: string, path: string, at: EpochMs): void {
  appendJournal(tx, { at, actor: sittingActor(tx), kind, documentId: null, params: { folder: path.slice(0, 400) } })
}

/** What a file looked like: the same size and time again means the same file. */
export interface Looks {
  readonly bytes: number
  readonly modifiedAt: number
}

export function fileOf(reader: Reader, folderId: string, name: string): WatchedFile | undefined {
  return reader
    .select()
    .from(watchedFiles)
    .where(and(eq(watchedFiles.folderId, folderId), eq(watchedFiles.name, name)))
    .get()
}

export function keepFile(
  tx: Tx,
  { folderId, name, ...looks }: Looks & { readonly folderId: string; readonly name: string },
  fate: { readonly documentId: DocumentId | null; readonly error: ErrorData | null },
  now: EpochMs,
): void {
  const values = { ...looks, ...fate, takenAt: now, isSourceDone: false }
  tx.insert(watchedFiles)
    .values({ folderId, name, ...values })
    .onConflictDoUpdate({ target: [watchedFiles.folderId, watchedFiles.name], set: values })
    .run()
}

export function markSourceDone(tx: Tx, folderId: string, name: string): void {
  tx.update(watchedFiles)
    .set({ isSourceDone: true })
    .where(and(eq(watchedFiles.folderId, folderId), eq(watchedFiles.name, name)))
    .run()
}

export function folderCounts(reader: Reader, folderId: string) {
  const ofFolder = eq(watchedFiles.folderId, folderId)
  const taken = reader
    .select({ number: count(), last: max(watchedFiles.takenAt) })
    .from(watchedFiles)
    .where(and(ofFolder, isNotNull(watchedFiles.documentId)))
    .get()
  const failed = reader
    .select({ number: count() })
    .from(watchedFiles)
    .where(and(ofFolder, isNotNull(watchedFiles.error)))
    .get()
  return { taken: taken?.number ?? 0, lastTakenAt: taken?.last ?? null, failed: failed?.number ?? 0 }
}
