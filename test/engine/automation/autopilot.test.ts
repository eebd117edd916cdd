import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setAutopilot } from '../../../src/engine/automation/autopilot'
import {
  decidedHistory,
  doubtfulVendors,
  pointsOf,
  type DecidedInvoice,
} from '../../../src/engine/automation/autopilot-history'
import { firingCounts } from '../../../src/engine/automation/rules-store'
import { wilson95 } from '../../../src/engine/automation/wilson'
import { approve, reject, setField, undo } from '../../../src/engine/decisions/commands'
import { write } from '../../../src/engine/store/write'
import { autopilotBars, type Autopilot } from '../../../src/shared/automation'
import type { VendorId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'
import { sure } from '../some-engine'
import { actorsOf, readClean } from './office'

const dial = (book: Book, autopilot: Partial<Autopilot>) =>
  write(book.store, tx => setAutopilot(tx, { mode: 'on', bar: 0.85, exceptVendorIds: [], ...autopilot }, book.ctx))
/** Vendors made from a document are new until a person has looked at them. */
const knowVendors = (book: Book) => book.store.raw.exec('UPDATE vendors SET is_new = 0')

test('the interval around 3 wrong of 1,000 is 0.10 % to 0.88 %; around none of 50 it goes up to 7.1 %', () => {
  // Reference values: R 4, prop.test(3, 1000, correct = FALSE) and prop.test(0, 50, correct = FALSE).
  expect(sure(wilson95(3, 1000)).from).toBeCloseTo(0.001021, 5)
  expect(sure(wilson95(3, 1000)).to).toBeCloseTo(0.008782, 5)
  expect(wilson95(0, 50)).toEqual({ from: 0, to: expect.closeTo(0.07135, 4) })
  expect(wilson95(0, 0)).toBeNull()
})

test('an interval holds its share, stays between 0 and 1, mirrors, and narrows with more trials', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
      const hits = Math.round(of * part)
      const interval = sure(wilson95(hits, of))
      const mirrored = sure(wilson95(of - hits, of))
      const tenfold = sure(wilson95(hits * 10, of * 10))
      expect(interval.from).toBeGreaterThanOrEqual(0)
      expect(interval.to).toBeLessThanOrEqual(1)
      expect(hits / of).toBeGreaterThanOrEqual(interval.from)
      expect(hits / of).toBeLessThanOrEqual(interval.to)
      expect(1 - mirrored.to).toBeCloseTo(interval.from, 10)
      expect(tenfold.to - tenfold.from).toBeLessThan(interval.to - interval.from)
    }),
  )
})

test('a stricter bar never lets more through unseen', () => {
  const invoices = fc.array(
    fc.record({
      vendorId: fc.constantFrom(null, 'v1' as VendorId, 'v2' as VendorId),
      vendorName: fc.constant('Ruiz'),
      quality: fc.double({ min: 0.4, max: 1, noNaN: true }),
      wasClean: fc.boolean(),
      wasWrong: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(invoices, (decided: DecidedInvoice[]) => {
      const points = pointsOf(decided, new Set(['v2' as VendorId]), autopilotBars)
      for (const [index, point] of points.entries()) {
        const stricter = points[index + 1]
        if (stricter) expect(stricter.touchless).toBeLessThanOrEqual(point.touchless)
        expect(point.wrong).toBeLessThanOrEqual(point.touchless)
        const unseen = decided.filter(one => one.vendorId === 'v1' && one.wasClean && one.quality >= point.bar)
        expect(point.touchless).toBe(unseen.length)
      }
      const doubtful = doubtfulVendors(decided, autopilotBars[0], new Set(['v2' as VendorId]))
      expect(doubtful.reduce((sum, vendor) => sum + vendor.wrong, 0)).toBe(points[0]?.wrong)
    }),
  )
})

test('history counts what persons approved as read, what they changed first, and what they turned away', async () => {
  const book = bookWithRuiz()
  const [good, changed, refusedOne] = [readClean(book), readClean(book), readClean(book)]
  book.do(approve, { documentId: good })
  book.do(setField, {
    ...{ documentId: changed, revision: book.revision(changed) },
    ...{ field: 'invoice_number', value: 'B-OTHER' },
  })
  book.do(approve, { documentId: changed })
  book.do(reject, { documentId: refusedOne, reason: 'not ours' })
  readClean(book)
  const history = decidedHistory(book.store.db)
  const decided = await history.ask()
  expect(decided.map(({ wasClean, wasWrong }) => ({ wasClean, wasWrong }))).toEqual([
    { wasClean: true, wasWrong: false },
    { wasClean: true, wasWrong: true },
    { wasClean: true, wasWrong: true },
  ])
  const [point] = pointsOf(decided, new Set(), [0.85])
  expect(point).toMatchObject({ touchless: 3, wrong: 2 })
  expect(pointsOf(decided, new Set(), [0.995])[0]).toMatchObject({ touchless: 0, wrongFrom: null })

  // Asked again, it has looked at what changed since, and at that only.
  book.do(undo, { documentId: good })
  const [late] = [readClean(book)]
  book.do(approve, { documentId: late })
  const again = await history.ask()
  expect(again).toHaveLength(3)
  expect(new Set(again)).toEqual(new Set(await decidedHistory(book.store.db).ask()))
})

test('the autopilot approves at or above its bar, under its own name, and leaves excepted vendors to persons', () => {
  const book = bookWithRuiz()
  knowVendors(book)
  dial(book, {})
  const clean = readClean(book)
  expect(book.view(clean).state).toBe('approved')
  expect(actorsOf(book, clean).at(-1)).toBe('document.approved by autopilot#1')
  const unsure = book.read({ values: { invoice_number: 'U-1' }, sure: { invoice_number: 0.91, issue_date: 0.91 } })
  expect(book.view(unsure).state).toBe('ready')
  const vendorId = sure(book.view(clean).invoice?.vendor).id
  dial(book, { exceptVendorIds: [vendorId] })
  expect(book.view(readClean(book)).state).toBe('ready')
})

test('in shadow it approves nothing and counts; a vendor nobody has confirmed is never its own business', () => {
  const book = bookWithRuiz()
  dial(book, { mode: 'shadow' })
  book.store.raw.exec('UPDATE vendors SET is_new = 1')
  readClean(book)
  expect(firingCounts(book.store.db, 'autopilot')).toMatchObject({ shadowed: 0 })
  knowVendors(book)
  const invoice = readClean(book)
  expect(book.view(invoice).state).toBe('ready')
  expect(firingCounts(book.store.db, 'autopilot')).toMatchObject({ shadowed: 1, acted: 0 })
})
