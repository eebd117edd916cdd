import { desc, eq, inArray } from 'drizzle-orm'
import type { DocumentId, LessonId, VendorId } from '../../../shared/ids'
import type { LessonView } from '../../../shared/lesson'
import { minor, toDecimal } from '../../../shared/money'
import {
  accountExamples,
  documents,
  invoiceLines,
  invoices,
  lessonUses,
  vendorAliases,
  vendorLessons,
} from '../../store/schema'
import type { Reader } from '../../store/write'
import { isTolerance } from '../tolerances/learn-tolerance'
import { lessonRows, recordOf } from './load-lessons'

type LessonRow = typeof vendorLessons.$inferSelect

/** Account lessons shown: the newest; older ones say the same. */
const accountsShown = 50

/** Everything a vendor's documents taught: how its pages are read, its names, its accounts. Newest first within each. */
export function vendorLessonViews(reader: Reader, vendorId: VendorId): LessonView[] {
  const rows = reader
    .select()
    .from(vendorLessons)
    .where(eq(vendorLessons.vendorId, vendorId))
    .orderBy(desc(vendorLessons.learnedAt), desc(vendorLessons.id))
    .all()
  const reading = rows.filter(row => row.forgottenAt === null).map(row => readingView(reader, row))
  return [...reading, ...aliasViews(reader, vendorId), ...accountViews(reader, vendorId)]
}

/** Lessons a document taught, and those that gave it values. */
export function documentLessonViews(
  reader: Reader,
  documentId: DocumentId,
): { learned: LessonView[]; acting: LessonView[] } {
  const taught = reader.select().from(vendorLessons).where(eq(vendorLessons.documentId, documentId)).all()
  const used = reader
    .selectDistinct({ id: lessonUses.lessonId })
    .from(lessonUses)
    .where(eq(lessonUses.documentId, documentId))
    .all()
    .map(row => row.id as LessonId)
  const views = (rows: readonly LessonRow[]) =>
    rows.filter(row => row.forgottenAt === null).map(row => readingView(reader, row))
  const learned = [...views(taught), ...accountLessonViews(reader, accountLessonsOf(reader, documentId))]
  return { learned, acting: views(lessonRows(reader, used)) }
}

/** Ids of the lessons that the accounts of this document's lines taught. */
function accountLessonsOf(reader: Reader, documentId: DocumentId): string[] {
  const rows = reader
    .select({ id: accountExamples.id })
    .from(accountExamples)
    .innerJoin(invoiceLines, eq(invoiceLines.id, accountExamples.lineId))
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(eq(invoices.documentId, documentId))
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .limit(accountsShown)
    .all()
  return rows.map(({ id }) => id)
}

function readingView(reader: Reader, { id, vendorId, field, documentId, lesson, learnedAt }: LessonRow): LessonView {
  const place = 'place' in lesson ? lesson.place : null
  const direction =
    place === null || (place.left === '' && place.above === '') ? 'place' : place.left ? 'right' : 'below'
  return {
    id,
    vendorId,
    kind: lesson.kind,
    field,
    direction,
    label: (place?.left || place?.above || '').replace(/[:\s]+$/, ''),
    value: valueTaught(lesson),
    currency: isTolerance(lesson) ? lesson.currency : null,
    format: place?.format ?? null,
    language: lesson.kind === 'place' ? lesson.language : null,
    source: sourcesOf(reader, [documentId]).get(documentId) ?? null,
    otherSources: [],
    learnedAt,
    // A tolerance gives no field a value.
    record: isTolerance(lesson) ? null : recordOf(reader, id),
  }
}

function valueTaught(lesson: LessonRow['lesson']): string | null {
  if (isTolerance(lesson)) return toDecimal(minor(lesson.amount), lesson.currency)
  return lesson.kind === 'value' ? lesson.value : null
}

const unread = {
  field: null,
  currency: null,
  direction: 'place',
  format: null,
  language: null,
  record: null,
  otherSources: [],
} as const satisfies Partial<LessonView>

function aliasViews(reader: Reader, vendorId: VendorId): LessonView[] {
  const rows = reader.select().from(vendorAliases).where(eq(vendorAliases.vendorId, vendorId)).all()
  return rows.map(({ name, nameKey }) => {
    const told = { kind: 'alias', label: name, value: name, source: null, learnedAt: null } as const
    return { ...unread, ...told, id: `alias:${nameKey}`, vendorId }
  })
}

function accountViews(reader: Reader, vendorId: VendorId): LessonView[] {
  const newest = reader
    .select({ id: accountExamples.id })
    .from(accountExamples)
    .where(eq(accountExamples.vendorId, vendorId))
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .limit(accountsShown)
    .all()
  return accountLessonViews(
    reader,
    newest.map(({ id }) => id),
  )
}

/** Lessons about accounts, newest first, whichever vendors they are about; what several lines taught stands once. */
export function accountLessonViews(reader: Reader, ids: readonly string[]): LessonView[] {
  const rows = reader
    .select({ example: accountExamples, description: invoiceLines.description, documentId: invoices.documentId })
    .from(accountExamples)
    .leftJoin(invoiceLines, eq(invoiceLines.id, accountExamples.lineId))
    .leftJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(inArray(accountExamples.id, [...ids]))
    .orderBy(desc(accountExamples.at), desc(accountExamples.id))
    .all()
  const sources = sourcesOf(
    reader,
    rows.flatMap(row => row.documentId ?? []),
  )
  const saying = ({ example }: (typeof rows)[number]) =>
    JSON.stringify([example.vendorId, example.descriptionKey, example.accountCode])
  return [...Map.groupBy(rows, saying).values()].flatMap(([newest, ...older]): LessonView[] => {
    if (!newest) return []
    const { example, description, documentId } = newest
    const source = (id: DocumentId | null) => (id === null ? undefined : sources.get(id))
    const others = new Set(older.map(row => row.documentId).filter(id => id !== documentId))
    return [
      {
        ...unread,
        id: `example:${example.id}`,
        vendorId: example.vendorId,
        kind: 'account',
        label: description ?? example.descriptionKey,
        value: example.accountCode,
        source: source(documentId) ?? null,
        otherSources: [...others].flatMap(id => source(id) ?? []),
        learnedAt: example.at,
      },
    ]
  })
}

function sourcesOf(reader: Reader, ids: readonly DocumentId[]): Map<DocumentId, NonNullable<LessonView['source']>> {
  if (ids.length === 0) return new Map()
  const { id, intakeNumber } = documents
  const rows = reader
    .select({ documentId: id, intakeNumber, number: invoices.invoiceNumber })
    .from(documents)
    .leftJoin(invoices, eq(invoices.documentId, documents.id))
    .where(inArray(documents.id, [...new Set(ids)]))
    .all()
  return new Map(rows.map(row => [row.documentId, row]))
}
