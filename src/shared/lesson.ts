import { z } from 'zod'
import { DocumentId, VendorId } from './ids'
import { FieldName } from './invoice'
import { OcrLanguage } from './settings'

/** A document whose correction taught something. */
export const LessonSource = z.object({
  documentId: DocumentId,
  intakeNumber: z.number().int(),
  number: z.string().nullable(),
})
export type LessonSource = z.infer<typeof LessonSource>

/** Something a person's decision taught about a vendor, told so that it can be judged and forgotten. */
export const LessonView = z.object({
  /** Names it in calls: a reading lesson's id, "alias:…" or "example:…". */
  id: z.string(),
  vendorId: VendorId,
  /**
   * place: where a field is read. value: what it always says. difference: computed from the other amounts. not_here: what stands
   * there is not this field. tolerance: differences in this sum up
   * to this amount are rounding. alias: a name it goes by. account: where a line like this is booked.
   */
  kind: z.enum(['place', 'value', 'difference', 'not_here', 'tolerance', 'alias', 'account']),
  /** Header field of the first five kinds. */
  field: FieldName.nullable(),
  /** Where the value stands as seen from `label`: right of it, below it, or only by its place on the page. */
  direction: z.enum(['right', 'below', 'place']),
  label: z.string(),
  /** Value, amount (decimal text), name, or account code. */
  value: z.string().nullable(),
  /** Currency of an amount. */
  currency: z.string().nullable(),
  /** Date order or decimal sign, where the page left a choice. */
  format: z.string().nullable(),
  language: OcrLanguage.nullable(),
  /** The document whose correction taught it. */
  source: LessonSource.nullable(),
  /** Others that taught the same before, newest first. */
  otherSources: z.array(LessonSource),
  learnedAt: z.number().nullable(),
  /** Documents it gave a value; those approved with it; those on which a person changed it. Null where nobody counts. */
  record: z.object({ acted: z.number().int(), confirmed: z.number().int(), refuted: z.number().int() }).nullable(),
})
export type LessonView = z.infer<typeof LessonView>

export const LessonForgotten = z.object({ vendorId: VendorId, lessonId: z.string().max(400) })
