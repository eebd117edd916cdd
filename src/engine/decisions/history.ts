import { and, asc, eq, inArray, isNotNull, notInArray, or } from 'drizzle-orm'
import type { DocumentId, GroupId } from '../../shared/ids'
import type { MessageParams } from '../../shared/result'
import { journal } from '../store/schema'
import type { Reader } from '../store/write'
import { engineKinds } from './record-change'

export const undoneKind = 'document.undone'
export const redoneKind = 'document.redone'
/** Pages of other documents were added; turned back in its own way, whatever was read since. */
export const joinedKind = 'document.joined'

// After these the rows an older entry speaks of are others: nothing before can be turned back.
const barriers: readonly string[] = ['document.read', 'bill.posted']

export interface HistoryEntry {
  readonly id: string
  readonly kind: string
  readonly params: MessageParams
  readonly groupId: GroupId | null
}

/** What can be undone and redone now, the next one last. */
export interface History {
  readonly undoable: readonly HistoryEntry[]
  readonly redoable: readonly HistoryEntry[]
}

/**
 * Derives undo and redo from the journal, which only ever grows: a new decision after an undo forgets what could have
 * been redone.
 */
export function historyOf(reader: Reader, documentId: DocumentId): History {
  const isDecision = and(isNotNull(journal.after), notInArray(journal.kind, [...engineKinds]))
  const relevant = or(isDecision, inArray(journal.kind, [undoneKind, redoneKind, ...barriers]))
  const entries = reader
    .select({ id: journal.id, kind: journal.kind, params: journal.params, groupId: journal.groupId })
    .from(journal)
    .where(and(eq(journal.documentId, documentId), relevant))
    .orderBy(asc(journal.sequence))
    .all()
  const undoable: HistoryEntry[] = []
  const redoable: HistoryEntry[] = []
  for (const entry of entries) {
    if (barriers.includes(entry.kind)) {
      // What pages it consists of does not depend on what was read from them.
      keepOnly(undoable, joinedKind)
      keepOnly(redoable, joinedKind)
    } else if (entry.kind === undoneKind) moveLast(undoable, redoable, entry)
    else if (entry.kind === redoneKind) moveLast(redoable, undoable, entry)
    else {
      undoable.push(entry)
      redoable.length = 0
    }
  }
  return { undoable, redoable }
}

function keepOnly(entries: HistoryEntry[], kind: string): void {
  entries.splice(0, entries.length, ...entries.filter(entry => entry.kind === kind))
}

function moveLast(from: HistoryEntry[], to: HistoryEntry[], turn: HistoryEntry): void {
  if (from.at(-1)?.id !== turn.params['entry']) return
  const [entry] = from.splice(-1)
  if (entry) to.push(entry)
}
