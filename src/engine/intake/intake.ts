import type { DocumentSource } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { createBatch, type Batch, type IntakeTally } from './batch'
import type { IntakeParts } from './intake-parts'
import { storeOriginal, type StoredOriginal } from './store-original'
import { unpack, waitingContainers } from './unpack'
import { walk, type FoundFile } from './walk'

export interface Intake {
  /**
   * Takes in files, and folders with all they hold. Resolves when every one of them is a row or was refused.
   * Calls run one after the other, so that intake numbers follow the order of arrival.
   *
   * @param source how they came; files met inside a dropped folder are marked `folder`
   * @throws AppError `store_disk_full`, `store_read_only` …, `engine_gone` when the books are closed in the middle; rows
   *   made until then stay
   */
  take(paths: readonly string[], source: DocumentSource): Promise<IntakeTally>
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
        const tally: IntakeTally = { received: 0, duplicates: 0, refused: 0 }
        await takeAll(parts, paths, source, tally, () => isClosing)
        await unpackAll(parts, tally, () => isClosing)
        parts.announce('intake.finished', tally)
        parts.announce('counts.changed', {})
        return tally
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
