import { expect, test } from 'vitest'
import { answerIssue, applyFix, approve, askAboutIssue, setField, undo } from '../../../src/engine/decisions/commands'
import { bookWithRuiz, readRuiz, takeFirst } from './settled-book'

const refusedWith = (reason: string) =>
  expect.objectContaining({
    data: expect.objectContaining({ code: 'fix_no_longer_fits', params: expect.objectContaining({ reason }) }),
  })

test('a question asked of Ana goes on blocking, and her answer opens the issue again', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { values: { grand_total: '12000.00' } })
  const { id } = book.issue(documentId, 'total_mismatch')
  book.do(askAboutIssue, { issueId: id, of: 'Ana', text: 'Which total is agreed?', due: '2026-03-20' })
  expect(book.issue(documentId, 'total_mismatch')).toMatchObject({
    state: 'asked',
    question: { of: 'Ana', text: 'Which total is agreed?', due: '2026-03-20', answer: null },
  })
  expect(book.view(documentId).state).toBe('needs_review')
  expect(() => book.do(approve, { documentId })).toThrowError('blocking_issues_open')

  book.takeDownTheRoad(documentId)
  expect(book.issue(documentId, 'total_mismatch').state).toBe('asked')

  book.do(answerIssue, { issueId: id, text: 'The lower one.' })
  expect(book.issue(documentId, 'total_mismatch')).toMatchObject({
    state: 'open',
    question: { answer: { text: 'The lower one.', by: 'person' } },
  })
  takeFirst(book, documentId, 'total_mismatch')
  expect(book.view(documentId).state).toBe('ready')
})

test('asking and answering are undone like any decision', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { values: { grand_total: '12000.00' } })
  const { id } = book.issue(documentId, 'total_mismatch')
  book.do(askAboutIssue, { issueId: id, of: 'Ana', text: 'Which total?', due: null })
  book.do(answerIssue, { issueId: id, text: 'The lower one.' })
  book.do(undo, { documentId })
  expect(book.issue(documentId, 'total_mismatch')).toMatchObject({ state: 'asked', question: { answer: null } })
  book.do(undo, { documentId })
  expect(book.issue(documentId, 'total_mismatch')).toMatchObject({ state: 'open', question: null })
})

test('a question whose cause went away is over, and an answer that comes late is refused', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { values: { grand_total: '12000.00' } })
  const { id } = book.issue(documentId, 'total_mismatch')
  book.do(askAboutIssue, { issueId: id, of: 'Ana', text: 'Which total?', due: null })
  book.do(setField, { documentId, revision: book.revision(documentId), field: 'grand_total', value: '11,600.00' })
  expect(book.issue(documentId, 'total_mismatch').state).toBe('resolved')
  expect(() => book.do(answerIssue, { issueId: id, text: 'The lower one.' })).toThrowError(refusedWith('not_asked'))
})

test('a choice made from an old picture is refused with what changed meanwhile', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { values: { grand_total: '12000.00' } })
  const issue = book.issue(documentId, 'total_mismatch')
  const seen = book.revision(documentId)
  const fix = issue.suggestions[0]?.fix
  if (fix?.type !== 'set_field') throw new Error('no value suggested')
  book.do(setField, { documentId, revision: seen, field: 'tax_total', value: '1,500.00' })
  expect(() => book.do(applyFix, { issueId: issue.id, fix, note: '', revision: seen })).toThrowError(
    expect.objectContaining({
      data: expect.objectContaining({
        code: 'fix_no_longer_fits',
        params: expect.objectContaining({ reason: 'changed', change: 'field_changed', field: 'tax_total' }),
      }),
    }),
  )
  expect(book.field(documentId, 'grand_total').value).toBe('12000.00')
})

test('an answer that is none for this kind of issue is refused', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { values: { grand_total: '12000.00' } })
  const { id } = book.issue(documentId, 'total_mismatch')
  const fix = { type: 'enter_by_hand' } as const
  expect(() => book.do(applyFix, { issueId: id, fix, note: '' })).toThrowError(refusedWith('not_for_this_issue'))
  const leave = { type: 'skip', reason: 'later' } as const
  expect(() => book.do(applyFix, { issueId: id, fix: leave, note: '' })).toThrowError(refusedWith('not_for_this_issue'))
})
