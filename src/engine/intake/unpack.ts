import { and, asc, eq, inArray } from 'drizzle-orm'
import type { DocumentSource } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import { isOfReading } from '../decisions/reading-issues'
import { recordChange } from '../decisions/record-change'
import { recordFailure } from '../decisions/record-reading'
import { reconcileIssues } from '../issues/reconcile'
import { refreshSummary } from '../issues/summary'
import { documentById, moveDocument } from '../store/documents'
import { documents } from '../store/schema'
import { write } from '../store/write'
import { openArchive, type Archive, type ArchiveEntry } from './archive'
import type { Batch } from './batch'
import type { IntakeParts } from './intake-parts'
import { containerKinds } from './containers'
import { archiveLimits } from './limits'
import { storeBytes, type StoredOriginal } from './store-original'
import { surveyArchive } from './survey'
import { mailParts } from './take-mail'

/** Documents waiting to be unpacked, oldest first: containers a stopped engine had not finished with are among them. */
export function waitingContainers(parts: IntakeParts): DocumentId[] {
  return parts.store.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.state, 'queued'), inArray(documents.kind, [...containerKinds])))
    .orderBy(asc(documents.intakeNumber))
    .all()
    .map(row => row.id)
}

/**
 * Makes documents of the files in a container. The container stays a row: `unpacked` when everything could be taken out,
 * set aside with the reason when it is broken, locked or beyond the limits. May be run again after the engine died, or
 * the books were closed, in the middle: entries that already have their row are recognised.
 *
 * @param batchFor makes what takes the entries; its rows are committed before the container's own state changes
 * @param isClosing true once the books are being closed: the container is left waiting, with the rows made so far
 */
export async function unpack(
  parts: IntakeParts,
  containerId: DocumentId,
  batchFor: (source: DocumentSource, parentId: DocumentId) => Batch,
  isClosing: () => boolean,
): Promise<void> {
  const container = documentById(parts.store.db, containerId)
  if (container.unpackAttempts >= attemptsAtMost) {
    const times = container.unpackAttempts
    parts.log.error({ containerId, times }, 'unpacking a container ended the engine each time')
    return end(parts, container, { code: 'worker_crashed', params: { times }, retry: 'user' })
  }
  // On disk before the first byte is unpacked: should it end this process, the next one counts on.
  countAttempts(parts, containerId, container.unpackAttempts + 1)
  const batch = batchFor(sourceOfParts(container), containerId)
  const failure = await takeOut(parts, container, batch, isClosing).finally(() =>
    countAttempts(parts, containerId, container.unpackAttempts),
  )
  if (!isClosing()) end(parts, container, failure)
}

/** Deaths of the engine while it unpacked an archive after which the archive is set aside. */
const attemptsAtMost = 3

function countAttempts({ store }: IntakeParts, containerId: DocumentId, unpackAttempts: number): void {
  write(store, tx => tx.update(documents).set({ unpackAttempts }).where(eq(documents.id, containerId)).run())
}

function end(parts: IntakeParts, { id, fileName }: Container, failure: ErrorData | null): void {
  finish(parts, id, fileName, failure)
  // Put back by a person, it is tried as often again.
  countAttempts(parts, id, 0)
  parts.announce('document.changed', { documentIds: [id] })
  parts.log.info({ containerId: id, failure: failure?.code }, 'container unpacked')
}

type Container = ReturnType<typeof documentById>

function sourceOfParts({ source, kind }: Container): DocumentSource {
  if (source === 'sample') return 'sample'
  return kind === 'eml' ? 'mail' : 'archive'
}

/** @returns why something, or all of it, could not be taken out */
async function takeOut(
  parts: IntakeParts,
  container: Container,
  batch: Batch,
  isClosing: () => boolean,
): Promise<ErrorData | null> {
  try {
    if (container.kind === 'eml') {
      await takeMail(parts, container, batch, isClosing)
      batch.flush()
      return null
    }
    const archive = await openArchive(await parts.blobs.open(container.sha256))
    try {
      await surveyArchive(archive, container.bytes, archiveLimits)
    } finally {
      archive.close()
    }
    const failure = await takeEntries(parts, container, batch, isClosing)
    batch.flush()
    return failure
  } catch (thrown) {
    const failure = toErrorData(thrown)
    // The books are being closed: nothing speaks against the container.
    if (failure.code === 'engine_gone') return failure
    // A full disk is no fault of the container: it stays waiting and is unpacked when there is room.
    if (failure.code.startsWith('store_')) throw thrown
    // Our own bug must not come back with every drop and every start: this one is set aside, the others go on.
    if (failure.code === 'bug') {
      parts.log.error({ containerId: container.id, err: thrown }, 'a container could not be unpacked')
    }
    return failure
  }
}

async function takeMail(
  parts: IntakeParts,
  container: Container,
  batch: Batch,
  isClosing: () => boolean,
): Promise<void> {
  const known = knownEntries(parts, container.id)
  for (const { fileName, bytes } of await mailParts(parts, container)) {
    if (isClosing()) return
    const original = await storeBytes(parts.blobs, bytes, fileName)
    if (!known.has(original)) await batch.add(original)
  }
}

/** @returns the first reason why an entry could not be taken out; the others are taken nevertheless */
async function takeEntries(
  parts: IntakeParts,
  container: Container,
  batch: Batch,
  isClosing: () => boolean,
): Promise<ErrorData | null> {
  const known = knownEntries(parts, container.id)
  const archive = await openArchive(await parts.blobs.open(container.sha256))
  let failure: ErrorData | null = null
  try {
    for await (const entry of archive.entries()) {
      if (isClosing()) break
      const original = await takeEntry(parts, archive, entry)
      if ('error' in original) {
        failure ??= original.error
        batch.refuse({ fileName: entry.fileName, error: original.error })
      } else if (!known.has(original)) await batch.add(original)
    }
  } finally {
    archive.close()
  }
  return failure
}

async function takeEntry(
  parts: IntakeParts,
  archive: Archive,
  entry: ArchiveEntry,
): Promise<StoredOriginal | { error: ErrorData }> {
  let bytes: Uint8Array
  try {
    bytes = await archive.readEntry(entry)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return { error: toErrorData(thrown) }
  }
  return storeBytes(parts.blobs, bytes, entry.fileName)
}

/** Entries that got their row before the engine died. Same name and bytes twice in one container are two entries. */
function knownEntries(parts: IntakeParts, containerId: DocumentId): { has(original: StoredOriginal): boolean } {
  const counts = new Map<string, number>()
  const keyOf = (entry: { sha256: string; fileName: string }) => `${entry.sha256} ${entry.fileName}`
  const rows = parts.store.db
    .select({ sha256: documents.sha256, fileName: documents.fileName })
    .from(documents)
    .where(eq(documents.parentId, containerId))
    .all()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return {
    has(original) {
      const left = counts.get(keyOf(original)) ?? 0
      counts.set(keyOf(original), left - 1)
      return left > 0
    },
  }
}

function finish(parts: IntakeParts, containerId: DocumentId, fileName: string, failure: ErrorData | null): void {
  const ctx = parts.context()
  write(parts.store, tx => {
    if (failure) return recordFailure(tx, containerId, { ...failure, params: { fileName, ...failure.params } }, ctx)
    recordChange(tx, containerId, { kind: 'document.unpacked', params: { fileName }, isFact: true }, ctx, () => {
      // What an earlier attempt asked is answered.
      reconcileIssues(tx, containerId, [], isOfReading, ctx)
      refreshSummary(tx, containerId)
      moveDocument(tx, containerId, { state: 'unpacked' })
    })
  })
}
