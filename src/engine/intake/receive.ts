import { asc, eq } from 'drizzle-orm'
import type { DocumentSource, DocumentState } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import { recordChange } from '../decisions/record-change'
import { recordFailure } from '../decisions/record-reading'
import type { EngineLog } from '../host'
import { documentById, insertDocument } from '../store/documents'
import { enqueueJob } from '../store/jobs'
import { documents } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import { isContainer } from './containers'
import { intakeLimits } from './limits'
import type { StoredOriginal } from './store-original'

/** A row just made, and what happens to it next. */
export interface Received {
  readonly documentId: DocumentId
  readonly state: DocumentState
  readonly original: StoredOriginal
}

/**
 * Gives originals whose bytes are already safe their rows: an intake number each, and the way they go from here.
 * Identical bytes become a row linked to the first document that has them, also when both come in the same call.
 *
 * @param parentId the container they were taken out of, or null
 */
export function receive(
  tx: Tx,
  originals: readonly StoredOriginal[],
  source: DocumentSource,
  parentId: DocumentId | null,
  ctx: DecisionContext,
): Received[] {
  return originals.map(original => receiveOne(tx, original, source, parentId, ctx))
}

function receiveOne(
  tx: Tx,
  original: StoredOriginal,
  source: DocumentSource,
  parentId: DocumentId | null,
  ctx: DecisionContext,
): Received {
  const documentId = ctx.newId<DocumentId>()
  // Empty files have the same bytes by nature: that makes them no copies of one another.
  const firstId = original.bytes === 0 ? undefined : firstWithBytes(tx, original)
  const state = firstId === undefined ? 'queued' : 'duplicate'
  const { fileName, bytes, sha256 } = original
  const kind = firstId === undefined ? 'document.received' : 'document.received_again'
  // The chain vouches for the bytes too: their hash is in the row.
  const params = () => {
    const { intakeNumber } = documentById(tx, documentId)
    return { fileName, bytes, sha256, intakeNumber, source }
  }
  recordChange(tx, documentId, { kind, params, isFact: true }, ctx, () =>
    insertDocument(tx, {
      id: documentId,
      ...original,
      source,
      receivedAt: ctx.now,
      state,
      parentId,
      duplicateOfId: firstId ?? null,
    }),
  )
  if (firstId === undefined) sendOnItsWay(tx, documentId, original, ctx)
  return { documentId, state: documentById(tx, documentId).state, original }
}

/** One line per row: from here on the document's id leads through the log. Neither names nor bytes. */
export function logReceived(log: EngineLog, rows: readonly Received[], source: DocumentSource): void {
  for (const { documentId, state, original } of rows) {
    log.info({ documentId, source, state, kind: original.kind, bytes: original.bytes }, 'document received')
  }
}

/** The document these bytes came with first; copies of copies all point there. */
function firstWithBytes(reader: Reader, original: StoredOriginal): DocumentId | undefined {
  return reader
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.sha256, original.sha256))
    .orderBy(asc(documents.intakeNumber))
    .limit(1)
    .get()?.id
}

/** Queues what a worker can read, leaves containers to be unpacked, sets the rest aside with its reason. */
function sendOnItsWay(tx: Tx, documentId: DocumentId, original: StoredOriginal, ctx: DecisionContext): void {
  const reason = whyUnreadable(original)
  if (reason) recordFailure(tx, documentId, reason, ctx)
  else if (!isContainer(original.kind)) {
    enqueueJob(tx, { documentId, step: 'read', lane: 'worker', runAfter: ctx.now, options: {}, now: ctx.now })
  }
}

/** What can be told without reading; null when a reader or the unpacking should try. */
export function whyUnreadable({ kind, bytes, fileName, mediaType }: Omit<StoredOriginal, 'sha256'>): ErrorData | null {
  if (bytes === 0) return { code: 'empty_file', params: { fileName }, retry: 'never' }
  if (kind === 'unknown') {
    return { code: 'unsupported_type', params: { fileName, mediaType }, retry: 'never' }
  }
  if (kind !== 'zip' && bytes > intakeLimits.documentBytes) {
    return { code: 'file_too_large', params: { fileName, bytes }, retry: 'never' }
  }
  return null
}
