import { and, eq, isNull } from 'drizzle-orm'
import type { DocumentId, EpochMs, RuleId } from '../../shared/ids'
import { ruleFirings } from '../store/schema'
import type { Reader, Tx } from '../store/write'

/** The autopilot counts like a rule, under a name of its own. */
export type FiringOf = RuleId | 'autopilot'

export interface NewFiring {
  readonly ruleId: FiringOf
  readonly version: number
  readonly documentId: DocumentId
  readonly mode: 'shadow' | 'on'
  /** The journal's row; null in shadow. */
  readonly entryId: string | null
  readonly at: EpochMs
}

/**
 * Whether a rule has had its say on a document: it did this in this wording already, or a person took back what it did
 * in any wording.
 */
export function hasFired(
  reader: Reader,
  { ruleId, version, documentId, mode }: Pick<NewFiring, 'ruleId' | 'version' | 'documentId' | 'mode'>,
): boolean {
  return reader
    .select({ version: ruleFirings.version, mode: ruleFirings.mode, undoneAt: ruleFirings.undoneAt })
    .from(ruleFirings)
    .where(and(eq(ruleFirings.documentId, documentId), eq(ruleFirings.ruleId, ruleId)))
    .all()
    .some(row => row.undoneAt !== null || (row.version === version && row.mode === mode))
}

export function noteFiring(tx: Tx, firing: NewFiring, id: string): void {
  tx.insert(ruleFirings)
    .values({ id, ...firing })
    .run()
}

/** A person took the entry back, or did it again (`at` null). */
export function noteUndone(tx: Tx, entryId: string, at: EpochMs | null): void {
  tx.update(ruleFirings).set({ undoneAt: at }).where(eq(ruleFirings.entryId, entryId)).run()
}

/** Another reading starts anew: rules look at it again, but for those a person took back. */
export function forgetFirings(tx: Tx, documentId: DocumentId): void {
  tx.delete(ruleFirings)
    .where(and(eq(ruleFirings.documentId, documentId), isNull(ruleFirings.undoneAt)))
    .run()
}

export interface FiringCounts {
  readonly acted: number
  readonly shadowed: number
  readonly undone: number
  readonly lastAt: EpochMs | null
}
