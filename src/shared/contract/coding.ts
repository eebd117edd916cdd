import { z } from 'zod'
import { BulkResult } from '../bulk-result'
import { CodingAccuracy, CodingChoice, CodingLesson, LikeLines, PendingCodings } from '../coding'
import { LineId, VendorId } from '../ids'
import { MeaningModelView } from '../meaning'
import { nothing, rowLimit, text } from './parts'

/** GL accounts that wait for a person's word, what was learned about them and the language model that helps. */
export const codingCalls = {
  /** Accounts waiting for a person's word, grouped by vendor and likeness. */
  'coding.pending': {
    input: z.object({
      vendorId: VendorId.nullable().default(null),
      onlyDoubtful: z.boolean().default(false),
      limit: rowLimit(100),
    }),
    output: PendingCodings,
  },
  /**
   * The proposed account is right for these lines. A line that is proposed another one by now fails with
   * `changed_meanwhile`; the others stand. Undone as one by `group.undo`.
   */
  'coding.confirm': { input: CodingChoice, output: BulkResult },
  /** Another account for these lines; acts on the vendor's other lines at once. Undone as one by `group.undo`. */
  'coding.correct': { input: CodingChoice, output: BulkResult },
  /** Which other lines say the same as these and nobody has decided. */
  'coding.like': { input: z.object({ lineIds: z.array(LineId).min(1).max(20_000) }), output: LikeLines },
  /** Lessons about accounts, newest first; `lesson.forget` and `lesson.restore` take them back and bring them again. */
  'coding.lessons': {
    input: z.object({
      search: text(200).default(''),
      vendorId: VendorId.nullable().default(null),
      limit: rowLimit(100),
    }),
    output: z.object({ lessons: z.array(CodingLesson), total: z.number().int() }),
  },
  'coding.accuracy': {
    input: z.object({ last: z.number().int().min(10).max(2000).default(200) }),
    output: CodingAccuracy,
  },
  /** The language model folder that helps coding; chosen through the bridge's `chooseFolder`. */
  'meaning.get': { input: nothing, output: MeaningModelView },
  'meaning.forget': { input: nothing, output: nothing },
}
