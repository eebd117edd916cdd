import { z } from 'zod'

export const CompanyView = z.object({
  key: z.enum(['own', 'sample']),
  name: z.string(),
  hasSample: z.boolean(),
  /** False until somebody finished first run. */
  isSetUp: z.boolean(),
})
export type CompanyView = z.infer<typeof CompanyView>
