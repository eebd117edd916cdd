import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { DocumentId, LessonId, VendorId } from '../../../shared/ids'
import { findInvoice, personReader } from '../../decisions/load'
import { documents, lessonUses, readings, vendorLessons } from '../../store/schema'
import type { Reader } from '../../store/write'
import { isTolerance } from '../tolerances/learn-tolerance'
import type { Lesson } from './lesson'
import { sameValue } from './same-value'

type LessonRow = typeof vendorLessons.$inferSelect

/** How a lesson has done: documents it acted on, those people left as it said, those they changed. */
export interface LessonRecord {
  readonly acted: number
  readonly confirmed: number
  readonly refuted: number
}

/** Uses looked at: what a lesson did long ago says little about today's pages. */
const latestUses = 50

/** What a vendor's lessons say now, without the ones this document taught itself. */
export function lessonsFor(reader: Reader, vendorId: VendorId, documentId: DocumentId): Lesson[] {
  const { vendorId: ofVendor, documentId: taughtBy, forgottenAt } = vendorLessons
  const acting = and(eq(ofVendor, vendorId), ne(taughtBy, documentId), isNull(forgottenAt))
  const rows = reader
    .select()
    .from(vendorLessons)
    .where(acting)
    .orderBy(vendorLessons.learnedAt, vendorLessons.id)
    .all()
  return rows.flatMap(row => toLesson(row, recordOf(reader, row.id, documentId)) ?? [])
}

function toLesson({ id, vendorId, field, lesson, learnedAt }: LessonRow, record: LessonRecord): Lesson | null {
  if (isTolerance(lesson)) return null
  const { confirmed, refuted } = record
  return { id, vendorId, field, taught: lesson, learnedAt, confirmed, refuted }
}

/**
 * How a lesson has done, read from what became of the documents it acted on: nothing is counted twice and an undo takes
 * its count back.
 *
 * @param except a document that shall not judge the lesson it is being read with
 */
export function recordOf(reader: Reader, lessonId: LessonId, except: DocumentId | null = null): LessonRecord {
  const uses = reader
    .select({
      documentId: lessonUses.documentId,
      field: lessonUses.field,
      value: lessonUses.value,
      state: documents.state,
    })
    .from(lessonUses)
    .innerJoin(documents, eq(documents.id, lessonUses.documentId))
    .where(eq(lessonUses.lessonId, lessonId))
    .limit(latestUses)
    .all()
  const judged = uses.filter(use => use.documentId !== except)
  const refuted = judged.filter(use => isRefuted(reader, use)).length
  const decided = judged.filter(use => use.state === 'approved' || use.state === 'posted')
  const confirmed = decided.filter(use => !isRefuted(reader, use)).length
  return { acted: uses.length, confirmed, refuted }
}

function isRefuted(
  reader: Reader,
  { documentId, field, value }: Pick<typeof lessonUses.$inferSelect, 'documentId' | 'field' | 'value'>,
): boolean {
  const invoice = findInvoice(reader, documentId)
  if (!invoice) return false
  const ofPerson = and(eq(readings.reader, personReader), eq(readings.isChosen, true))
  const own = reader
    .select({ value: readings.value })
    .from(readings)
    .where(and(eq(readings.invoiceId, invoice.id), eq(readings.field, field), ofPerson))
    .get()
  return own !== undefined && !sameValue(field, own.value, value)
}

export function lessonRows(reader: Reader, ids: readonly LessonId[]): LessonRow[] {
  if (ids.length === 0) return []
  return reader
    .select()
    .from(vendorLessons)
    .where(inArray(vendorLessons.id, [...ids]))
    .all()
}
