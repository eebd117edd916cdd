import type { ConservationView } from '../../../shared/document-counts'
import type { DocumentState } from '../../../shared/document'
import type { MessageKey } from '../i18n/messages'

/** A part of the conservation sum as the status line words it. */
export interface SumPart {
  readonly label: MessageKey
  readonly count: number
}

const parts: readonly { label: MessageKey; states: readonly DocumentState[] }[] = [
  { label: 'status.posted', states: ['posted'] },
  { label: 'status.approved', states: ['approved'] },
  { label: 'status.ready', states: ['ready'] },
  { label: 'status.needs_review', states: ['needs_review'] },
  { label: 'status.on_hold', states: ['on_hold'] },
  { label: 'status.post_failed', states: ['post_failed'] },
  { label: 'status.working', states: ['queued', 'processing'] },
  { label: 'status.aside', states: ['rejected', 'duplicate', 'set_aside', 'unpacked'] },
]

/** The sum's parts that are not nothing; every document state belongs to exactly one part. */
export function sumParts({ byState }: ConservationView): SumPart[] {
  return parts
    .map(({ label, states }) => ({ label, count: states.reduce((sum, state) => sum + (byState[state] ?? 0), 0) }))
    .filter(({ count }) => count > 0)
}

/** Documents found in some state. */
export function sumOfStates({ byState }: ConservationView): number {
  return Object.values(byState).reduce((sum, count) => sum + count, 0)
}

/** Received equals the sum over states: by the engine's word and by our own adding up. */
export function isConserved(conservation: ConservationView): boolean {
  return conservation.isBalanced && conservation.received === sumOfStates(conservation)
}
