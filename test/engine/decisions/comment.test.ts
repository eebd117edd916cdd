import { expect, test } from 'vitest'
import type { PersonId } from '../../../src/shared/ids'
import {
  addComment,
  answerIssue,
  askAboutIssue,
  assign,
  redo,
  restore,
  undo,
} from '../../../src/engine/decisions/commands'
import { askedCount } from '../../../src/engine/lists/counts'
import { comments } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import type { DocumentId } from '../../../src/shared/ids'
import { hasPersonDecided } from '../../../src/engine/automation/carry-out'
import { changePerson } from '../../../src/engine/people/people-store'
import type { Book } from './book'
import { actorsOf, office, readClean, sit } from '../automation/office'
import { sure } from '../some-engine'

const refused = (code: string, params = {}) =>
  expect.objectContaining({ data: expect.objectContaining({ code, params }) })

function twoPeople() {
  const { book, people } = office('Ana Ruiz', 'Bob')
  return { book, ana: sure(people[0]), bob: sure(people[1]) }
}

function say(book: Book, documentId: DocumentId, text: string) {
  return book.do(addComment, { documentId, text, question: null, answers: null }).commentId
}

function ask(book: Book, documentId: DocumentId, personId: PersonId | null, text: string, due: string | null = null) {
  return book.do(addComment, { documentId, text, question: { personId, due }, answers: null }).commentId
}

test('a comment names people, stands in the journal, is no decision, and undo passes it by', async () => {
  const { book, bob } = twoPeople()
  const invoice = readClean(book)
  say(book, invoice, 'Same freight as in March, @Bob?')
  expect(book.view(invoice).comments).toMatchObject([
    { text: 'Same freight as in March, @Bob?', mentions: [bob.id], question: null },
  ])
  expect(actorsOf(book, invoice).at(-1)).toMatch(/^comment\.added by person:.*:Ana Ruiz$/)
  expect(book.view(invoice)).toMatchObject({ state: 'ready', canUndo: false })
  expect(hasPersonDecided(book.store.db, invoice)).toBe(false)
  expect(await verifyJournal(book.store.db)).toMatchObject({ isIntact: true })
})

test('comments only grow: no row is ever changed or removed', () => {
  const { book } = twoPeople()
  say(book, readClean(book), 'Paid in cash')
  expect(() => write(book.store, tx => tx.update(comments).set({ text: 'Paid by card' }).run())).toThrowError()
  expect(() => write(book.store, tx => tx.delete(comments).run())).toThrowError()
})

test('a question with a day holds the invoice until its answer, and only that answer lets it go on', () => {
  const { book, bob } = twoPeople()
  const invoice = readClean(book)
  const question = ask(book, invoice, bob.id, 'Did the goods arrive?', '2026-03-20')
  expect(book.view(invoice)).toMatchObject({
    ...{ state: 'on_hold', stateReason: 'Did the goods arrive?', holdUntil: '2026-03-20' },
    comments: [{ question: { personId: bob.id, due: '2026-03-20', isAnswered: false } }],
  })
  expect(askedCount(book.store.db, bob.id)).toBe(1)

  sit(book, bob)
  say(book, invoice, 'I will look')
  expect(book.view(invoice).state).toBe('on_hold')
  const answer = { documentId: invoice, text: 'Yes, on Monday', question: null, answers: question }
  book.do(addComment, answer)
  expect(book.view(invoice)).toMatchObject({ state: 'ready', holdUntil: null })
  expect(book.view(invoice).comments?.[0]?.question?.isAnswered).toBe(true)
  expect(askedCount(book.store.db, bob.id)).toBe(0)
  expect(() => book.do(addComment, answer)).toThrowError(refused('fix_no_longer_fits', { reason: 'not_asked' }))
})

test('an answer leaves alone what is held for another reason by then, or was taken off hold', () => {
  const { book, bob } = twoPeople()
  const [one, other] = [readClean(book), readClean(book)]
  const first = ask(book, one, bob.id, 'Which project?')
  ask(book, one, null, 'Who ordered it?')
  book.do(addComment, { documentId: one, text: 'Bridge', question: null, answers: first })
  expect(book.view(one)).toMatchObject({ state: 'on_hold', stateReason: 'Who ordered it?' })

  const second = ask(book, other, bob.id, 'Which project?')
  book.do(restore, { documentId: other })
  book.do(addComment, { documentId: other, text: 'Bridge', question: null, answers: second })
  expect(book.view(other).state).toBe('ready')
})

test('the hold of a question is undone like any other; the words stay', () => {
  const { book, bob } = twoPeople()
  const invoice = readClean(book)
  ask(book, invoice, bob.id, 'Which project?', '2026-03-20')
  book.do(undo, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'ready', comments: [{ text: 'Which project?' }] })
  book.do(redo, { documentId: invoice })
  expect(book.view(invoice)).toMatchObject({ state: 'on_hold', holdUntil: '2026-03-20' })
})

test('a comment that names somebody waits for their word until they write there', () => {
  const { book, ana, bob } = twoPeople()
  const invoice = readClean(book)
  say(book, invoice, '@bob and @Ana Ruiz: too dear')
  expect(askedCount(book.store.db, bob.id)).toBe(1)
  expect(askedCount(book.store.db, ana.id), 'nobody tells themselves anything').toBe(0)
  sit(book, bob)
  say(book, invoice, 'Agreed')
  expect(askedCount(book.store.db, bob.id)).toBe(0)
})

test('a question about an issue waits for the person whose name it gives, whatever its case', () => {
  const { book, bob } = twoPeople()
  const invoice = book.read({ values: { invoice_number: null } })
  const issueId = book.issue(invoice, 'missing_required_field').id
  book.do(askAboutIssue, { issueId, of: 'bob', text: 'What number?', due: null })
  expect(askedCount(book.store.db, bob.id)).toBe(1)
  book.do(answerIssue, { issueId, text: 'A-17' })
  expect(askedCount(book.store.db, bob.id)).toBe(0)
  book.do(askAboutIssue, { issueId, of: 'The vendor', text: 'What number?', due: null })
  expect(book.issue(invoice, 'missing_required_field').question).toMatchObject({ of: 'The vendor', personId: null })
})

test('nobody who left is asked or assigned anything', () => {
  const { book, bob } = twoPeople()
  const invoice = readClean(book)
  const gone = { name: 'Bob', initials: 'BO', isActive: false }
  write(book.store, tx => changePerson(tx, bob.id, gone, book.ctx, () => undefined))
  expect(() => ask(book, invoice, bob.id, 'Which project?')).toThrowError(refused('person_not_found'))
  expect(() => book.do(assign, { documentId: invoice, personId: bob.id })).toThrowError(refused('person_not_found'))
  say(book, invoice, 'Ask @Bob')
  expect(book.view(invoice).comments?.[0]?.mentions).toEqual([])
  expect(book.view(invoice).state, 'nothing half-applied').toBe('ready')
})
