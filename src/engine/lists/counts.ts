import { count, max } from 'drizzle-orm'
import { InboxTab, tabStates, type ConservationView } from '../../shared/contract'
import { DocumentState } from '../../shared/document'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'

/** How many documents are in each state, zeros included. */
export function stateCounts(reader: Reader): Record<DocumentState, number> {
  const rows = reader.select({ state: documents.state, number: count() }).from(documents).groupBy(documents.state).all()
  const byState = Object.fromEntries(DocumentState.options.map(state => [state, 0])) as Record<DocumentState, number>
  for (const { state, number } of rows) byState[state] = number
  return byState
}

/** How many documents each tab of the inbox holds. */
export function tabCounts(reader: Reader): Record<InboxTab, number> {
  const byState = stateCounts(reader)
  const sumOf = (tab: InboxTab) => tabStates[tab].reduce((sum, state) => sum + byState[state], 0)
  return Object.fromEntries(InboxTab.options.map(tab => [tab, sumOf(tab)])) as Record<InboxTab, number>
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
