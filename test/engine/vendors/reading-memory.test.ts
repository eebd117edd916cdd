import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { FieldName } from '../../../src/shared/invoice'
import { applyFix, redo, setField, undo } from '../../../src/engine/decisions/commands'
import { recordReading } from '../../../src/engine/decisions/record-reading'
import type { PageReading } from '../../../src/engine/pipeline/facts'
import { readPageFacts } from '../../../src/engine/pipeline/read/page/read-page-facts'
import { vendorLessons } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { forgetLesson, restoreLesson } from '../../../src/engine/vendors/reading-memory/forget-lesson'
import { vendorLessonViews } from '../../../src/engine/vendors/reading-memory/lesson-views'
import { recordOf } from '../../../src/engine/vendors/reading-memory/load-lessons'
import { Sheet } from '../../../bench/synthetic/sheet'
import { Book } from '../decisions/book'
import { readOptions } from '../pipeline/read/page/page-fixture'

interface Printed {
  readonly seller?: string
  readonly number?: string
  readonly net?: string
  readonly tax?: string
  readonly total?: string
  readonly date?: string
  /** Words the reader does not know: what only a lesson can tell. */
  readonly numberLabel?: string
  readonly dueLabel?: string
  readonly taxId?: string
}

/** A page of Aceros del Norte, who call an invoice's number "Expediente" and its due date "Tope". */
function page(printed: Printed = {}): PageReading[] {
  const sheet = new Sheet()
  sheet.put(45, 40, printed.seller ?? 'Aceros del Norte SA de CV', 14)
  sheet.put(45, 60, `RFC: ${printed.taxId ?? 'EKU9003173C9'}`)
  sheet.put(45, 100, 'FACTURA', 17)
  sheet.put(330, 165, `${printed.numberLabel ?? 'Expediente'}:`)
  sheet.put(435, 165, printed.number ?? 'AN-1001')
  sheet.put(330, 178, 'Fecha:')
  sheet.put(435, 178, '12/03/2026')
  sheet.put(330, 191, `${printed.dueLabel ?? 'Tope'}:`)
  sheet.put(435, 191, printed.date ?? '11/04/2026')
  sheet.put(430, 500, 'Subtotal', 9, 'right')
  sheet.put(550, 500, printed.net ?? '1,000.00', 9, 'right')
  sheet.put(430, 514, 'IVA 16%', 9, 'right')
  sheet.put(550, 514, printed.tax ?? '160.00', 9, 'right')
  sheet.put(430, 528, 'Total MXN', 9, 'right')
  sheet.put(550, 528, printed.total ?? '1,160.00', 9, 'right')
  return sheet.read()
}

class Desk extends Book {
  take(pages: PageReading[]): DocumentId {
    const documentId = this.receive()
    const facts = readPageFacts(pages, readOptions)
    const reading = { kind: 'pdf', mediaType: 'application/pdf', format: 'page', reader: 'page 1', pages } as const
    const whole = { ...reading, previews: [], facts, remarks: [], xml: null }
    write(this.store, tx => recordReading(tx, documentId, whole, { previews: [], xmlSha256: null }, this.ctx))
    this.takeDownTheRoad(documentId)
    return documentId
  }

  type(documentId: DocumentId, field: FieldName, value: string | null): void {
    this.do(setField, { documentId, revision: this.revision(documentId), field, value })
  }

  createVendor(documentId: DocumentId): void {
    const { id, suggestions } = this.issue(documentId, 'vendor_no_match')
    const fix = suggestions[0]?.fix
    if (fix?.type !== 'create_vendor') throw new Error('no vendor to create')
    this.do(applyFix, { issueId: id, fix, note: '' })
  }

  lessons() {
    return this.store.db.select().from(vendorLessons).all()
  }

  value(documentId: DocumentId, field: FieldName): string | null {
    return this.field(documentId, field).value
  }
}

/** A desk where the first invoice's number and due date were typed in, and its vendor created. */
function taughtDesk(): { desk: Desk; first: DocumentId } {
  const desk = new Desk()
  const first = desk.take(page())
  desk.createVendor(first)
  desk.type(first, 'invoice_number', 'AN-1001')
  desk.type(first, 'due_date', '2026-04-11')
  return { desk, first }
}

const second = { number: 'AN-1044', date: '20/04/2026', net: '250.00', tax: '40.00', total: '290.00' }

test('a number typed once is found by its words on the next invoice of the vendor, and says so', () => {
  const { desk } = taughtDesk()
  expect(new Desk().take(page(second))).toBeTruthy()
  const next = desk.take(page(second))
  expect(desk.field(next, 'invoice_number')).toMatchObject({
    value: 'AN-1044',
    origin: { kind: 'page', label: 'Expediente:' },
  })
  const lesson = desk.lessons().find(row => row.field === 'invoice_number')
  expect(desk.field(next, 'invoice_number').origin).toMatchObject({ lesson: lesson?.id })
  expect(desk.value(next, 'due_date')).toBe('2026-04-20')
})

test('without the lesson nobody knows what "Expediente" and "Tope" are', () => {
  const desk = new Desk()
  const next = desk.take(page(second))
  expect(desk.value(next, 'invoice_number')).toBeNull()
  expect(desk.value(next, 'due_date')).toBeNull()
})

test('a correction made before the vendor was known teaches as soon as it is', () => {
  const desk = new Desk()
  const first = desk.take(page())
  desk.type(first, 'invoice_number', 'AN-1001')
  expect(desk.lessons()).toEqual([])
  desk.createVendor(first)
  expect(desk.lessons()).toMatchObject([{ field: 'invoice_number', documentId: first, lesson: { kind: 'place' } }])
})

test('an invoice that waits for a person is read with a lesson learned after it came', () => {
  const desk = new Desk()
  const first = desk.take(page())
  desk.createVendor(first)
  const waiting = desk.take(page(second))
  expect(desk.value(waiting, 'invoice_number')).toBeNull()
  desk.type(first, 'invoice_number', 'AN-1001')
  expect(desk.value(waiting, 'invoice_number')).toBe('AN-1044')
})

test('undoing the correction takes its lesson and the value it gave back, redoing brings both', () => {
  const desk = new Desk()
  const first = desk.take(page())
  desk.createVendor(first)
  desk.type(first, 'invoice_number', 'AN-1001')
  const next = desk.take(page(second))
  desk.do(undo, { documentId: first })
  expect(desk.lessons()).toEqual([])
  expect(desk.value(next, 'invoice_number')).toBeNull()
  desk.do(redo, { documentId: first })
  expect(desk.value(next, 'invoice_number')).toBe('AN-1044')
})

test('a lesson of one vendor says nothing about the page of another that looks the same', () => {
  const { desk } = taughtDesk()
  const other = desk.take(page({ ...second, seller: 'Plásticos Ruiz SA de CV', taxId: 'IVD920810GU2' }))
  expect(desk.value(other, 'invoice_number')).toBeNull()
})

test('what a person typed stays, whatever a lesson says', () => {
  const { desk } = taughtDesk()
  const next = desk.take(page(second))
  desk.type(next, 'invoice_number', 'AN-9999')
  desk.takeDownTheRoad(next)
  expect(desk.value(next, 'invoice_number')).toBe('AN-9999')
})

test('a lesson that would break totals that add up is outvoted and only offered', () => {
  const desk = new Desk()
  const first = desk.take(page())
  desk.createVendor(first)
  // A slip of the accountant: the net amount taken for the total.
  desk.type(first, 'grand_total', '1000.00')
  const next = desk.take(page(second))
  const total = desk.field(next, 'grand_total')
  expect(total.value).toBe('290.00')
  expect(total.candidates.find(candidate => candidate.value === '250.00')?.origin).toMatchObject({
    lesson: expect.any(String) as string,
  })
})

test('amounts that were corrected together are read together, though what was read added up too', () => {
  const desk = new Desk()
  const odd = { net: '1,160.00', tax: '185.60', total: '1,345.60' }
  const first = desk.take(page())
  desk.createVendor(first)
  for (const [field, value] of [
    ['net_total', '160.00'],
    ['tax_total', '1000.00'],
  ] as const)
    desk.type(first, field, value)
  const next = desk.take(page(odd))
  expect([desk.value(next, 'net_total'), desk.value(next, 'tax_total')]).toEqual(['185.60', '1160.00'])
})

test('two lessons that contradict each other are both doubted: the value waits for a look', () => {
  const { desk } = taughtDesk()
  const next = desk.take(page({ ...second, numberLabel: 'Asunto' }))
  desk.type(next, 'invoice_number', 'AN-1044')
  const sheet = page(third)
  const both = desk.take([{ ...(sheet[0] as PageReading), words: [...(sheet[0]?.words ?? []), ...refWords()] }])
  expect(desk.field(both, 'invoice_number').band).toBe('check')
})

const third = { number: 'AN-1050', date: '21/04/2026', net: '500.00', tax: '80.00', total: '580.00' }

function refWords(): PageReading['words'] {
  const sheet = new Sheet()
  sheet.put(330, 204, 'Asunto:')
  sheet.put(435, 204, 'ZZ-77')
  return sheet.read()[0]?.words ?? []
}

test('a lesson counts what it had right once the invoice is approved, and what a person had to change', () => {
  const { desk } = taughtDesk()
  const lesson = desk.lessons().find(row => row.field === 'invoice_number')
  if (!lesson) throw new Error('nothing learned')
  const next = desk.take(page(second))
  expect(recordOf(desk.store.db, lesson.id)).toEqual({ acted: 1, confirmed: 0, refuted: 0 })
  desk.type(next, 'invoice_number', 'B-1')
  expect(recordOf(desk.store.db, lesson.id)).toEqual({ acted: 1, confirmed: 0, refuted: 1 })
  desk.do(undo, { documentId: next })
  expect(recordOf(desk.store.db, lesson.id)).toEqual({ acted: 1, confirmed: 0, refuted: 0 })
})

test('a lesson is a row of the journal entry of the correction that taught it', () => {
  const { desk, first } = taughtDesk()
  const [lesson] = desk.lessons()
  expect(lesson).toMatchObject({ documentId: first })
  const entries = desk.store.raw
    .prepare("SELECT after FROM journal WHERE kind = 'field.changed'")
    .pluck()
    .all() as string[]
  expect(entries.filter(after => after.includes(`lesson:${lesson?.id ?? ''}`))).toHaveLength(1)
})

test('reading the same document again with the same lessons changes nothing and writes nothing', () => {
  const { desk } = taughtDesk()
  const next = desk.take(page(second))
  const rows = () => desk.store.raw.prepare('SELECT count(*) FROM journal').pluck().get()
  const before = rows()
  desk.takeDownTheRoad(next)
  expect(rows()).toBe(before)
})

test('a lesson is forgotten by itself, gives its values back, and can be brought back', () => {
  const { desk } = taughtDesk()
  const next = desk.take(page(second))
  const lesson = desk.lessons().find(row => row.field === 'invoice_number')
  if (!lesson) throw new Error('nothing learned')
  const { vendorId, id: lessonId } = lesson
  const { entryId } = desk.do(forgetLesson, { vendorId, lessonId })
  expect(desk.value(next, 'invoice_number')).toBeNull()
  expect(desk.value(next, 'due_date')).toBe('2026-04-20')
  expect(() => desk.do(forgetLesson, { vendorId, lessonId })).toThrow('lesson_not_found')
  desk.do(restoreLesson, { entryId })
  expect(desk.value(next, 'invoice_number')).toBe('AN-1044')
})

test('a forgotten lesson is not learned again from the correction that taught it', () => {
  const { desk, first } = taughtDesk()
  const lesson = desk.lessons().find(row => row.field === 'invoice_number')
  if (!lesson) throw new Error('nothing learned')
  desk.do(forgetLesson, { vendorId: lesson.vendorId, lessonId: lesson.id })
  desk.type(first, 'exchange_rate', '17.5')
  expect(vendorLessonViews(desk.store.db, lesson.vendorId).map(view => view.field)).not.toContain('invoice_number')
})

test('the vendor record lists each lesson with its words, its source and how it did', () => {
  const { desk, first } = taughtDesk()
  desk.take(page(second))
  const [{ vendorId } = { vendorId: null }] = desk.lessons()
  if (vendorId === null) throw new Error('nothing learned')
  const number = vendorLessonViews(desk.store.db, vendorId).find(view => view.field === 'invoice_number')
  expect(number).toMatchObject({
    kind: 'place',
    direction: 'right',
    label: 'Expediente',
    source: { documentId: first, number: 'AN-1001' },
    record: { acted: 1, confirmed: 0, refuted: 0 },
  })
})
