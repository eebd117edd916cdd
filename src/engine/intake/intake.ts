import type { DocumentSource } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { write, type Tx } from '../store/write'
import { createBatch, type Batch, type IntakeTally } from './batch'
import { displayName } from './display-name'
import type { IntakeParts } from './intake-parts'
import { logReceived, receive } from './receive'
import { storeOriginal, type StoredOriginal } from './store-original'
import { unpack, waitingContainers } from './unpack'
import { intakeLimits } from './limits'
import { walk, type FoundFile } from './walk'

export interface Intake {
  /**
   * Takes in files, and folders with all they hold. Resolves when every one of them is a row or was refused.
   * Calls run one after the other, so that intake numbers follow the order of arrival.
   *
   * @param source how they came; files met inside a dropped folder are marked `folder`
   * @throws AppError `store_disk_low`, `store_disk_full`, `store_read_only` …, `engine_gone` when the books are closed in the middle; rows
   *   made until then stay
   */
  take(paths: readonly string[], source: DocumentSource): Promise<IntakeTally>
  /**
   * Takes in one file and commits something of the caller's with its row.
   *
   * @param alongside runs in the transaction that makes the row
   * @throws AppError `file_vanished`, `file_unreadable`, `file_too_large` …; what {@link take} throws
   */
  takeFile(
    path: string,
    source: DocumentSource,
    alongside: (tx: Tx, documentId: DocumentId) => void,
  ): Promise<DocumentId>
  /** Goes on with containers a stopped engine had not finished unpacking, or that were put back. */
  resume(): Promise<void>
  /** Resolves when nothing is being taken in; new calls are refused from now on. */
  close(): Promise<void>
}

export function createIntake(parts: IntakeParts): Intake {
  let line: Promise<unknown> = Promise.resolve()
  let isClosing = false

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work)
    // Whoever called hears of a failure; whoever comes next must not.
    line = turn.catch(() => undefined)
    return turn
  }

  return {
    take: (paths, source) =>
      inTurn(async () => {
        await requireRoom(parts)
        const tally: IntakeTally = { received: 0, duplicates: 0, refused: 0 }
        await takeAll(parts, paths, source, tally, () => isClosing)
        await unpackAll(parts, tally, () => isClosing)
        parts.announce('intake.finished', tally)
        parts.announce('counts.changed', {})
        return tally
      }),
    takeFile: (path, source, alongside) =>
      inTurn(async () => {
        if (isClosing) throw new AppError('engine_gone', {}, 'later')
        await requireRoom(parts)
        const original = await storeOriginal(parts.blobs, { path, fileName: displayName(path), fromFolder: true })
        const received = write(parts.store, tx => {
          const [row] = receive(tx, [original], source, null, parts.context())
          if (!row) throw new AppError('document_not_found', {}, 'never')
          alongside(tx, row.documentId)
          return row
        })
        const { documentId } = received
        logReceived(parts.log, [received], source)
        parts.announce('document.changed', { documentIds: [documentId] })
        parts.announce('counts.changed', {})
        parts.wake()
        await unpackAll(parts, { received: 0, duplicates: 0, refused: 0 }, () => isClosing)
        return documentId
      }),
    resume: () =>
      inTurn(async () => {
        const tally: IntakeTally = { received: 0, duplicates: 0, refused: 0 }
        await unpackAll(parts, tally, () => isClosing)
        if (tally.received > 0) parts.announce('counts.changed', {})
      }),
    async close() {
      isClosing = true
      await line
    },
  }
}

/** @throws AppError `store_disk_low`; before a byte is copied, while there is still room to finish what is here */
async function requireRoom({ freeBytes, announce }: IntakeParts): Promise<void> {
  const free = await freeBytes()
  if (free >= intakeLimits.freeBytes) return
  // Nobody may be looking: a watched folder waits as long as the disk is full.
  announce('disk.low', {})
  const inMebibytes = (bytes: number) => Math.floor(bytes / 2 ** 20)
  throw new AppError('store_disk_low', { free: inMebibytes(free), needed: inMebibytes(intakeLimits.freeBytes) }, 'user')
}

async function takeAll(
  parts: IntakeParts,
  paths: readonly string[],
  source: DocumentSource,
  tally: IntakeTally,
  isClosing: () => boolean,
): Promise<void> {
  const named = createBatch(parts, source, null, tally)
  const inFolders = createBatch(parts, source === 'drop' ? 'folder' : source, null, tally)
  for await (const found of walk(paths, parts.dataFolder)) {
    if (isClosing()) return leave(named, inFolders)
    if ('refusal' in found) named.refuse(found.refusal)
    else await takeFile(parts, found.file, found.file.fromFolder ? inFolders : named)
  }
  named.flush()
  inFolders.flush()
}

/** The books are being closed: what has its bytes gets its row, and whoever handed the rest over is told. */
function leave(...batches: readonly Batch[]): never {
  for (const batch of batches) batch.flush()
  throw new AppError('engine_gone', {}, 'later')
}

async function takeFile(parts: IntakeParts, file: FoundFile, batch: Batch): Promise<void> {
  let original: StoredOriginal
  try {
    original = await storeOriginal(parts.blobs, file)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.data.code.startsWith('store_')) throw thrown
    return batch.refuse({ fileName: file.fileName, error: thrown.data })
  }
  await batch.add(original)
}

/** Unpacks until none waits: a container may hold another. */
async function unpackAll(parts: IntakeParts, tally: IntakeTally, isClosing: () => boolean): Promise<void> {
  const batchFor = (source: DocumentSource, parentId: DocumentId) => createBatch(parts, source, parentId, tally)
  for (let waiting = waitingContainers(parts); waiting.length > 0; waiting = waitingContainers(parts)) {
    for (const containerId of waiting) {
      if (isClosing()) return
      await unpack(parts, containerId, batchFor, isClosing)
    }
  }
}
