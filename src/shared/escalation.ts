import { z } from 'zod'
import type { Severity } from './issue'

const Hours = z
  .number()
  .int()
  .min(0)
  .max(24 * 365)

/** Hours after which an open issue of each severity is overdue; 0 for never. */
export const Escalation = z.object({ critical: Hours, high: Hours, medium: Hours, low: Hours })
export type Escalation = z.infer<typeof Escalation>

export const defaultEscalation: Escalation = { critical: 24, high: 72, medium: 168, low: 0 } satisfies Record<
  Severity,
  number
>
