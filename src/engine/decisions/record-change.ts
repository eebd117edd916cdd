import type { DocumentId } from '../../shared/ids'
import type { MessageParams } from '../../shared/result'
import { appendJournal } from '../store/journal'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { difference, snapshot, type Rows } from './snapshot'

/**
 * What the engine, the ledger or intake does to a document by itself. Like a person's decisions these rows say what was
 * before and after; unlike them nobody can undo them.
 */
export const engineKinds = [
  'document.received',
  'document.received_again',
  'document.unpacked',
  'document.read',
  'document.read_again',
  'document.run_again',
  'document.failed',
  'document.step_failed',
  'document.checked',
  'document.coded',
  'document.routed',
  'document.assessed',
  'document.replaced',
  'document.vendor_merged',
  'document.pages_taken',
  'document.pages_returned',
  'document.changed_in_archive',
  'bill.posted',
  'bill.refused',
  'bill.answered',
  'bill.changed_in_ledger',
  'bill.gone_from_ledger',
  'bill.doubled_in_ledger',
  'bill.draft_deleted',
  'bill.as_posted_again',
] as const
export type EngineKind = (typeof engineKinds)[number]

export interface EngineChange {
  readonly kind: EngineKind
  /** Asked after the change when it depends on what came of it. */
  readonly params?: MessageParams | (() => MessageParams)
  /** A fact worth a row though no value changed (a file read again with the same result). */
  readonly isFact?: boolean
}

/**
 * Runs a change that nobody decided and writes what it did to the journal, in the caller's transaction. A change that
 * changed nothing leaves no row, unless it is a fact in itself.
 */
export function recordChange<T>(
  tx: Tx,
  documentId: DocumentId,
  { kind, params = {}, isFact = false }: EngineChange,
  { now, actor }: Pick<DecisionContext, 'now' | 'actor'>,
  change: () => T,
): T {
  const before = toldRows(tx, documentId)
  const result = change()
  const changes = difference(before, toldRows(tx, documentId))
  const isSame = Object.keys(changes.after).length === 0
  if (isSame && !isFact) return result
  const told = typeof params === 'function' ? params() : params
  appendJournal(tx, { at: now, actor, kind, documentId, params: told, ...(isSame ? {} : changes) })
  return result
}

/**
 * A document's rows as the journal tells them. Values that were read but not chosen stay out: there are dozens to a
 * document, and what was held true can be told without them.
 */
export function toldRows(reader: Reader, documentId: DocumentId): Rows {
  return Object.fromEntries(Object.entries(snapshot(reader, documentId)).filter(([key, row]) => isTold(key, row)))
}

export function isTold(key: string, row: unknown): boolean {
  if (row === null || row === undefined) return false
  if (!key.startsWith('reading:')) return true
  return typeof row === 'object' && 'isChosen' in row && row.isChosen === true
}
