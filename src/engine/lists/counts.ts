import { and, count, eq, max } from 'drizzle-orm'
import { InboxTab, tabStates } from '../../shared/inbox'
import { type ConservationView } from '../../shared/document-counts'
import { DocumentState } from '../../shared/document'
import type { DocumentId, PersonId } from '../../shared/ids'
import { documents, inboxRows } from '../store/schema'
import type { Reader } from '../store/write'
import { isUndecided, waitsForWordOf } from './inbox-filter'

/** How many documents are in each state, zeros included. */
function stateCounts(reader: Reader): Record<DocumentState, number> {
  const rows = reader.select({ state: documents.state, number: count() }).from(documents).groupBy(documents.state).all()
  const byState = Object.fromEntries(DocumentState.options.map(state => [state, 0])) as Record<DocumentState, number>
  for (const { state, number } of rows) byState[state] = number
  return byState
}

/** How many documents each tab of the inbox holds. */
export function tabCounts(reader: Reader): Record<InboxTab, number> {
  const { isArchived, state } = inboxRows
  const rows = reader.select({ isArchived, state, number: count() }).from(inboxRows).groupBy(isArchived, state).all()
  const counted = InboxTab.options.map(tab => {
    const inTab = rows.filter(row => row.isArchived === (tab === 'archive') && tabStates[tab].includes(row.state))
    return [tab, inTab.reduce((sum, row) => sum + row.number, 0)] as const
  })
  return Object.fromEntries(counted) as Record<InboxTab, number>
}

/** Documents that wait for a word of this person; null: nobody sits here by name. */
export function askedCount(reader: Reader, personId: PersonId | null): number {
  if (personId === null) return 0
  return reader.select({ number: count() }).from(inboxRows).where(waitsForWordOf(personId)).get()?.number ?? 0
}

/** Undecided documents assigned to a person. */
export function openDocumentsOf(reader: Reader, personId: PersonId): DocumentId[] {
  return reader
    .select({ documentId: inboxRows.documentId })
    .from(inboxRows)
    .where(and(eq(inboxRows.assigneeId, personId), isUndecided))
    .all()
    .map(row => row.documentId)
}

/**
 * The promise that nothing is lost: every intake number ever given is in exactly one state. Numbers are given without
 * gaps, so the highest of them is what was received, whatever the rows say.
 */
export function conservation(reader: Reader): ConservationView {
  const received =
    reader
      .select({ last: max(documents.intakeNumber) })
      .from(documents)
      .get()?.last ?? 0
  const byState = stateCounts(reader)
  const sum = Object.values(byState).reduce((total, number) => total + number, 0)
  return { received, byState, isBalanced: received === sum }
}
