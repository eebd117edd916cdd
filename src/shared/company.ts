import { z } from 'zod'

export const CompanyView = z.object({
  key: z.enum(['own', 'sample']),
  name: z.string(),
  hasSample: z.boolean(),
  /** False until somebody finished first run. */
  isSetUp: z.boolean(),
  /** The engine's clock, in epoch milliseconds: the window tells ages and "today" by it. */
  now: z.number(),
})
export type CompanyView = z.infer<typeof CompanyView>
