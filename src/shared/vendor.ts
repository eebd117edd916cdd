import { z } from 'zod'
import { VendorId } from './ids'

export const VendorView = z.object({
  id: VendorId,
  name: z.string(),
  taxId: z.string().nullable(),
  country: z.string().nullable(),
  aliases: z.array(z.string()),
  defaultAccountCode: z.string().nullable(),
  invoiceCount: z.number().int(),
  openCount: z.number().int(),
  /** Created from a document and not yet confirmed by a person. */
  isNew: z.boolean(),
})
export type VendorView = z.infer<typeof VendorView>
