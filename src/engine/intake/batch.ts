import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DocumentSource } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import { appendJournal } from '../store/journal'
import { write } from '../store/write'
import type { IntakeParts } from './intake-parts'
import { logReceived, receive } from './receive'
import type { StoredOriginal } from './store-original'
import type { Refusal } from './walk'

/** Rows per transaction: one fsync for all of them, and still short enough not to be felt on the engine's loop. */
const batchSize = 8

export interface IntakeTally {
  received: number
  duplicates: number
  refused: number
}

/** Collects stored originals and commits their rows a handful at a time. */
export interface Batch {
  /** Gives others a turn when rows were committed. */
  add(original: StoredOriginal): Promise<void>
  refuse(refusal: Refusal): void
  /** Commits what is left. @returns rows made by this batch so far */
  flush(): number
}

/** @param tally counted on as rows are committed */
export function createBatch(
  parts: IntakeParts,
  source: DocumentSource,
  parentId: DocumentId | null,
  tally: IntakeTally,
): Batch {
  let pending: StoredOriginal[] = []
  let received = 0

  function flush(): number {
    if (pending.length === 0) return received
    const originals = pending
    const rows = write(parts.store, tx => receive(tx, originals, source, parentId, parts.context()))
    pending = []
    logReceived(parts.log, rows, source)
    received += rows.length
    tally.received += rows.length
    tally.duplicates += rows.filter(row => row.state === 'duplicate').length
    parts.announce('document.changed', { documentIds: rows.map(row => row.documentId) })
    parts.announce('counts.changed', {})
    parts.wake()
    return received
  }

  return {
    async add(original) {
      pending.push(original)
      if (pending.length >= batchSize) flush()
      await nextTurn()
    },
    refuse(refusal) {
      const ctx = parts.context()
      write(parts.store, tx =>
        appendJournal(tx, {
          at: ctx.now,
          actor: ctx.actor,
          kind: 'intake.refused',
          documentId: parentId,
          params: { ...refusal.error.params, fileName: refusal.fileName, code: refusal.error.code },
        }),
      )
      tally.refused += 1
      parts.announce('intake.refused', refusal)
    },
    flush,
  }
}
