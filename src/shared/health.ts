import { z } from 'zod'

/** `attention`: works, and somebody should look. `broken`: something is lost, or about to stop. Worst last. */
export const HealthVerdict = z.enum(['ok', 'attention', 'broken'])
export type HealthVerdict = z.infer<typeof HealthVerdict>

export const HealthCheck = z.enum([
  'store',
  'journal',
  'disk',
  'queue',
  'jobs',
  'backup',
  'posting',
  'archive',
  'calls',
  'keys',
  'network',
])
export type HealthCheck = z.infer<typeof HealthCheck>

/** What was looked at and what was found. Figures are counts, bytes, instants (epoch milliseconds) and codes; never names or amounts. */
export const HealthFinding = z.object({
  check: HealthCheck,
  verdict: HealthVerdict,
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
})
export type HealthFinding = z.infer<typeof HealthFinding>

export const Health = z.object({ verdict: HealthVerdict, findings: z.array(HealthFinding) })
export type Health = z.infer<typeof Health>

/** The worst of what was found. */
export function worstOf(findings: readonly HealthFinding[]): HealthVerdict {
  const order = HealthVerdict.options
  return findings.reduce<HealthVerdict>(
    (worst, { verdict }) => (order.indexOf(verdict) > order.indexOf(worst) ? verdict : worst),
    'ok',
  )
}
