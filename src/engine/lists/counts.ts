import { and, count, eq, max } from 'drizzle-orm'
import { InboxTab, tabStates } from '../../shared/inbox'
import { type ConservationView } from '../../shared/document-counts'
import { DocumentState } from '../../shared/document'
import type { DocumentId, PersonId } from '../../shared/ids'
import { documents, inboxRows } from '../store/schema'
import type { Reader } from '../store/write'
import { isArchived } from './archive'
import { isUndecided, waitsForWordOf } from './inbox-filter'

/** How many documents are in each state, zeros included. */
export function stateCounts(reader: Reader): Record<DocumentState, number> {
  const rows = reader.select({ state: documents.state, number: count() }).from(documents).groupBy(documents.state).all()
  const byState = Object.fromEntries(DocumentState.options.map(state => [state, 0])) as Record<DocumentState, number>
  for (const { state, number } of rows) byState[state] = number
  return byState
}

/**
 * How many documents each tab of the inbox holds.
 *
 * @param through last archived intake number, see `archivedThrough`
 */
export function tabCounts(reader: Reader, through = 0): Record<InboxTab, number> {
  const byState = stateCounts(reader)
  const archived = archivedCounts(reader, through)
  const sumOf = (states: readonly DocumentState[], counts: Partial<Record<DocumentState, number>>) =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const counted = InboxTab.options.map(tab => {
    const inArchive = sumOf(tabStates[tab], archived)
    return [tab, tab === 'archive' ? inArchive : sumOf(tabStates[tab], byState) - inArchive] as const
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

function archivedCounts(reader: Reader, through: number): Partial<Record<DocumentState, number>> {
  if (through === 0) return {}
  const rows = reader
    .select({ state: inboxRows.state, number: count() })
    .from(inboxRows)
    .where(isArchived(through))
    .groupBy(inboxRows.state)
    .all()
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]))
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
