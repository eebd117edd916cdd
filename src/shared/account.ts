import { z } from 'zod'

export const AccountView = z.object({
  code: z.string(),
  name: z.object({ en: z.string(), es: z.string() }),
  parent: z.string().nullable(),
  level: z.number().int(),
  /** Whether a vendor’s document may be coded to it. */
  isPostable: z.boolean(),
})
export type AccountView = z.infer<typeof AccountView>
