import { expect, test } from 'vitest'
import { noticeNews } from '../../src/engine/notices/notices'
import { refreshOverdue } from '../../src/engine/automation/overdue'
import { addComment, reject } from '../../src/engine/decisions/commands'
import { sitDown } from '../../src/engine/people/people-store'
import { write } from '../../src/engine/store/write'
import type { EventName } from '../../src/shared/contract'
import { Book } from './decisions/book'
import { office, readClean } from './automation/office'
import { sure } from './some-engine'

function watch(book: Book) {
  const told: { event: EventName; data: unknown }[] = []
  const notices = noticeNews({
    store: book.store,
    settings: () => book.settings,
    isReading: () => false,
    announce: (event, data) => void told.push({ event, data }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  return {
    hear: notices.hear,
    /** What a look tells: notices as text, and the badge when it changed. */
    look(): unknown[] {
      told.length = 0
      notices.look()
      return told.map(({ event, data }) =>
        event === 'notices.raised'
          ? (data as { notices: { kind: string; count: number }[] }).notices.map(
              ({ kind, count }) => `${kind} ${count}`,
            )
          : data,
      )
    },
  }
}

/** The same fiscal UUID twice is the same invoice twice: critical on the second. */
const sameUuid = { values: { uuid: '11111111-2222-4333-8444-555555555555' } } as const

test('a batch with five critical documents is one piece of news, told once', () => {
  const book = new Book()
  book.read(sameUuid)
  const { hear, look } = watch(book)
  expect(look()).toEqual([])
  for (let copy = 1; copy <= 5; copy++) book.read(sameUuid)
  hear('queue.finished', { documents: 5 })
  expect(look()).toEqual([['critical_issues 5', 'batch_finished 5'], { count: 5 }])
  expect(look()).toEqual([])
})

test('what stood there when the books were opened is no news, but counts for the badge', () => {
  const book = new Book()
  book.read(sameUuid)
  book.read(sameUuid)
  expect(watch(book).look()).toEqual([{ count: 1 }])
})

test('a kind that is switched off is not told, and without a badge the number is 0', () => {
  const book = new Book()
  const notifications = { ...book.settings.notifications, critical_issues: false }
  book.settings = { ...book.settings, notifications }
  book.read(sameUuid)
  const { hear, look } = watch(book)
  book.read(sameUuid)
  hear('queue.finished', { documents: 1 })
  expect(look()).toEqual([['batch_finished 1'], { count: 1 }])
  book.settings = { ...book.settings, notifications: { ...notifications, badge: false } }
  expect(look()).toEqual([{ count: 0 }])
})

test('a question is told to the person asked, when they sit down, and not to whoever asked', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  const { look } = watch(book)
  const invoice = readClean(book)
  book.do(addComment, { documentId: invoice, text: 'Yours?', question: { personId: bob.id, due: null }, answers: null })
  expect(look()).toEqual([])
  write(book.store, tx => sitDown(tx, bob.id, book.now))
  expect(look()).toEqual([['asked 1'], { count: 1 }])
  expect(look()).toEqual([])
})

test('what became overdue over night is told, and leaves the badge once it is rejected', () => {
  const book = new Book()
  const { look } = watch(book)
  book.settings = { ...book.settings, escalation: { critical: 0, high: 8, medium: 8, low: 8 } }
  const invoice = book.read({ values: { invoice_number: null } })
  look()
  book.now += 12 * 3_600_000
  write(book.store, tx => refreshOverdue(tx, book.ctx))
  expect(look()).toEqual([['overdue 1'], { count: 1 }])
  book.do(reject, { documentId: invoice, reason: 'not ours' })
  expect(look()).toEqual([{ count: 0 }])
})

test('a disk too full to take anything in is told once, however often a folder tries, and again after there was room', () => {
  const { hear, look } = watch(new Book())
  for (let tries = 1; tries <= 3; tries++) hear('disk.low', {})
  expect(look()).toEqual([['disk_low 1']])
  hear('disk.low', {})
  expect(look()).toEqual([])
  hear('queue.finished', { documents: 1 })
  hear('disk.low', {})
  expect(look()).toEqual([['batch_finished 1', 'disk_low 1']])
})
