import { z } from 'zod'
import { VendorId } from '../ids'
import { LessonForgotten, LessonView } from '../lesson'
import { VendorView } from '../vendor'
import { LookAlikePair, MergePreview, VendorHistory } from '../vendor-merge'
import { nothing, page, text } from './parts'

/** Vendors, what decisions taught about them, and two that are one. */
export const vendorCalls = {
  'vendor.list': {
    input: z.object({ search: text(200).default(''), ...page(200) }),
    output: z.object({ vendors: z.array(VendorView), next: z.string().nullable(), total: z.number().int() }),
  },
  'vendor.get': { input: z.object({ vendorId: VendorId }), output: VendorView },
  'vendor.update': {
    input: z.object({
      vendorId: VendorId,
      name: text(255).min(1).optional(),
      taxId: text(50).nullable().optional(),
      defaultAccountCode: text(40).nullable().optional(),
    }),
    output: VendorView,
  },
  /** Everything decisions taught about a vendor, each with its source and how it did. */
  'vendor.lessons': { input: z.object({ vendorId: VendorId }), output: z.object({ lessons: z.array(LessonView) }) },
  /** Vendors that may be one, the likeliest first. */
  'vendor.lookAlikes': { input: nothing, output: z.object({ pairs: z.array(LookAlikePair) }) },
  /** Two look-alikes are two: not proposed again, until that is taken back. */
  'vendor.keepApart': {
    input: z.object({ oneId: VendorId, otherId: VendorId, apart: z.boolean() }),
    output: nothing,
  },
  'vendor.previewMerge': { input: z.object({ vendorId: VendorId, intoId: VendorId }), output: MergePreview },
  'vendor.merge': { input: z.object({ vendorId: VendorId, intoId: VendorId }), output: nothing },
  /** Makes a merged vendor one of its own again. */
  'vendor.unmerge': { input: z.object({ vendorId: VendorId }), output: z.object({ intoId: VendorId }) },
  'vendor.history': { input: z.object({ vendorId: VendorId }), output: VendorHistory },
  'lesson.forget': { input: LessonForgotten, output: z.object({ entryId: z.string() }) },
  /** Takes a forgetting back. */
  'lesson.restore': { input: z.object({ entryId: text(36) }), output: nothing },
}
