import { z } from 'zod'
import { DocumentState } from './document'

export const ConservationView = z.object({
  received: z.number().int(),
  byState: z.record(DocumentState, z.number().int()),
  isBalanced: z.boolean(),
})
export type ConservationView = z.infer<typeof ConservationView>

export const ProgressView = z.object({
  waiting: z.number().int(),
  running: z.number().int(),
  /** Documents finished since the queue was last empty, and how many there were to do. */
  done: z.number().int(),
  of: z.number().int(),
  /** Documents per second over the last half minute; null before 20 finished. */
  rate: z.number().nullable(),
  isPaused: z.boolean(),
})
export type ProgressView = z.infer<typeof ProgressView>
