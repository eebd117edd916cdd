import { and, eq, isNotNull } from 'drizzle-orm'
import type { DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { PageOfFile } from '../../shared/pages'
import { AppError } from '../../shared/result'
import { insertDocument, moveDocument, documentById, type DocumentRow } from '../store/documents'
import { dropJobs, enqueueJob, laneOf } from '../store/jobs'
import { documents, issues } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { assess } from './assess'
import { editableStates, runCommand, type CommandScope } from './command'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { pageSources } from './page-sources'
import { readAgain } from './read-again'
import { recordChange } from './record-change'

interface Split {
  readonly documentId: DocumentId
  /** First pages of the second, third … part. */
  readonly starts: readonly number[]
}

/**
 * Makes a document of each part of a document's pages. The parts are read by themselves; the document stays as the file
 * they came in, `unpacked`. Undoing takes the parts off the road again.
 *
 * @returns the parts, in the order of their pages
 * @throws AppError `fix_no_longer_fits` when there are no such pages, `not_allowed_in_state`
 */
export function splitPages(tx: Tx, { documentId, starts }: Split, ctx: DecisionContext): DocumentId[] {
  const params = { starts: starts.join(', '), count: starts.length + 1 }
  const command = { kind: 'document.split', params, revision: null, allowedIn: editableStates }
  let parts: DocumentId[] = []
  runCommand(tx, documentId, command, ctx, scope => {
    const asked = and(eq(issues.documentId, documentId), eq(issues.key, 'several_invoices'), eq(issues.state, 'open'))
    tx.update(issues).set({ state: 'resolved', resolvedBy: ctx.actor, resolvedAt: ctx.now }).where(asked).run()
    parts = putParts(scope, starts)
  })
  return parts
}

/** Part of a command: makes the parts and takes the document itself off the road. */
export function putParts({ tx, documentId, ctx }: CommandScope, starts: readonly number[]): DocumentId[] {
  const pages = pageSources(tx, documentId)
  const isInOrder = starts.every((start, index) => start > (starts[index - 1] ?? 1) && start <= pages.length)
  if (!isInOrder || starts.length === 0) throw new AppError('fix_no_longer_fits')
  const bounds = [1, ...starts, pages.length + 1]
  const parts = bounds.slice(0, -1).map((start, index) => pages.slice(start - 1, (bounds[index + 1] ?? start) - 1))
  const parent = documentById(tx, documentId)
  const ids = parts.map(part => insertPart(tx, parent, part, ctx))
  moveDocument(tx, documentId, { state: 'unpacked' })
  return ids
}

function insertPart(tx: Tx, parent: DocumentRow, pagesFrom: PageOfFile[], ctx: DecisionContext): DocumentId {
  const id = ctx.newId<DocumentId>()
  const { fileName, mediaType, source } = parent
  // A part of pages from several files carries the first one's bytes.
  const { sha256, bytes } = documentById(tx, pagesFrom[0]?.documentId ?? parent.id)
  const kind = pagesFrom.every(page => page.kind === 'image') ? 'image' : 'pdf'
  const row = { sha256, fileName, bytes, kind, mediaType, source, receivedAt: ctx.now, pagesFrom } as const
  const params = () => ({ fileName, bytes, sha256, intakeNumber: documentById(tx, id).intakeNumber, source })
  recordChange(tx, id, { kind: 'document.received', params, isFact: true }, ctx, () =>
    insertDocument(tx, { id, ...row, state: 'queued', parentId: parent.id }),
  )
  enqueueJob(tx, { documentId: id, step: 'read', lane: laneOf.read, runAfter: ctx.now, options: {}, now: ctx.now })
  ctx.touched?.(id)
  return id
}

/** The parts of the last time a document's pages were split. */
function lastParts(reader: Reader, documentId: DocumentId): DocumentRow[] {
  const parts = reader
    .select()
    .from(documents)
    .where(and(eq(documents.parentId, documentId), isNotNull(documents.pagesFrom)))
    .all()
  const last = Math.max(...parts.map(part => part.receivedAt))
  return parts.filter(part => part.receivedAt === last)
}

const decided: readonly DocumentState[] = ['approved', 'posted', 'post_failed', 'unpacked']

/**
 * A split is taken back: its parts leave the road as copies of the document they came from.
 *
 * @throws AppError `not_allowed_in_state` when a part is approved, posted or split itself
 */
export function withdrawParts(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  for (const { id, state } of lastParts(tx, documentId)) {
    if (decided.includes(state)) throw new AppError('not_allowed_in_state', { state })
    takeOffRoad(tx, id, documentId, ctx)
  }
}

/** A document whose pages are another one's now: it leaves the road as a copy of that one. */
export function takeOffRoad(tx: Tx, id: DocumentId, duplicateOfId: DocumentId, ctx: DecisionContext): void {
  recordChange(tx, id, { kind: 'document.pages_taken' }, ctx, () => {
    dropJobs(tx, id, ctx.now)
    moveDocument(tx, id, { state: 'duplicate' })
    tx.update(documents).set({ duplicateOfId }).where(eq(documents.id, id)).run()
  })
  ctx.touched?.(id)
}

/** A split is done again: its parts are back on the road, as they were read. */
export function returnParts(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  for (const { id } of lastParts(tx, documentId)) putBackOnRoad(tx, id, ctx)
}

/** A document whose pages are its own again. */
export function putBackOnRoad(tx: Tx, documentId: DocumentId, ctx: DecisionContext): void {
  recordChange(tx, documentId, { kind: 'document.pages_returned' }, ctx, () => {
    tx.update(documents).set({ duplicateOfId: null }).where(eq(documents.id, documentId)).run()
    if (findInvoice(tx, documentId)) moveDocument(tx, documentId, { state: 'needs_review' })
    else readAgain(tx, documentId, ctx)
    assess(tx, documentId, ctx)
  })
  ctx.touched?.(documentId)
}
