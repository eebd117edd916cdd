import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillDifference, mergeLines, splitLine, undo } from '../../../src/engine/decisions/commands'
import { bookWithRuiz, readRuiz } from './settled-book'
import type { Book } from './book'
import type { DocumentId } from '../../../src/shared/ids'

function split(book: Book, documentId: DocumentId, parts: readonly string[]) {
  const { id } = book.line(documentId, 1)
  book.do(splitLine, { documentId, revision: book.revision(documentId), lineId: id, parts: [...parts] })
}

const totals = (book: Book, documentId: DocumentId) => book.view(documentId).invoice?.lines.map(line => line.lineTotal)

test('a line split 30 % to 70 % keeps its words, tax and account, and the lines below move on', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  split(book, documentId, ['30 %', '70 %'])
  expect(totals(book, documentId)).toEqual(['1800.00', '4200.00', '4000.00'])
  const [first, second, third] = book.view(documentId).invoice?.lines ?? []
  expect(second).toMatchObject({
    position: 2,
    description: first?.description,
    accountCode: first?.accountCode,
    taxRate: '16',
    quantity: null,
  })
  expect(third?.description).toBe('Tornillo 3/8 galvanizado')
  expect(book.view(documentId).state).toBe('ready')
  book.do(undo, { documentId })
  expect(totals(book, documentId)).toEqual(['6000.00', '4000.00'])
  expect(book.line(documentId, 1).quantity).toBe('500')
})

test('one part left empty gets the rest', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  split(book, documentId, ['1,250.50', '', '10%'])
  expect(totals(book, documentId)).toEqual(['1250.50', '4149.50', '600.00', '4000.00'])
})

test('a split that does not add up says by how much, and changes nothing', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  const refusal = (parts: readonly string[]) => {
    try {
      split(book, documentId, parts)
    } catch (error) {
      return (error as { data: unknown }).data
    }
    throw new Error('was not refused')
  }
  const code = 'split_does_not_add_up'
  const currency = 'MXN'
  expect(refusal(['2000', '3000'])).toMatchObject({
    code,
    params: { reason: 'too_little', difference: '1000.00', computed: '5000.00', total: '6000.00', currency },
  })
  expect(refusal(['5000', '3000'])).toMatchObject({ code, params: { reason: 'too_much', difference: '2000.00' } })
  expect(refusal(['50 %', '40 %'])).toMatchObject({ code, params: { reason: 'too_little', difference: '600.00' } })
  expect(refusal(['', '', '100'])).toMatchObject({ code, params: { reason: 'several_open' } })
  expect(refusal(['7000', ''])).toMatchObject({ code, params: { reason: 'too_much' } })
  expect(refusal(['half', ''])).toMatchObject({ code: 'value_invalid' })
  expect(totals(book, documentId)).toEqual(['6000.00', '4000.00'])
})

test('however a line is split by percentages, its parts add up to it to the centavo', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), weights => {
      const sum = weights.reduce((all, one) => all + one, 0)
      fc.pre(sum < 100)
      split(book, documentId, [...weights.map(weight => `${weight}%`), `${100 - sum} %`])
      const parts = (totals(book, documentId) ?? []).slice(0, -1).map(Number)
      expect(Math.round(parts.reduce((all, one) => all + one * 100, 0))).toBe(600_000)
      book.do(undo, { documentId })
    }),
    { numRuns: 25 },
  )
})

test('a third of 0.05 loses no centavo', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book, { lines: [{ description: 'Rondana', total: '0.05' }] })
  split(book, documentId, ['33.33%', '33.33%', '33.34%'])
  expect(totals(book, documentId)).toEqual(['0.02', '0.02', '0.01'])
})

test('two lines become one: amounts added, words joined, the account of the first', () => {
  const book = bookWithRuiz()
  const documentId = readRuiz(book)
  const lineIds = [book.line(documentId, 2).id, book.line(documentId, 1).id]
  book.do(mergeLines, { documentId, revision: book.revision(documentId), lineIds })
  expect(book.view(documentId).invoice?.lines).toMatchObject([
    {
      position: 1,
      lineTotal: '10000.00',
      description: 'Tornillo 1/4 galvanizado; Tornillo 3/8 galvanizado',
      accountCode: '601.56',
    },
  ])
  book.do(undo, { documentId })
  expect(totals(book, documentId)).toEqual(['6000.00', '4000.00'])
})

test('a line takes up what all lines miss of the net total; with nothing missing that is said', () => {
  const book = bookWithRuiz()
  const lines = [
    { description: 'Tornillo 1/4 galvanizado', total: '6000.00' },
    { description: 'Flete', total: '3600.00' },
  ]
  const documentId = readRuiz(book, { lines })
  const fill = () =>
    book.do(fillDifference, {
      documentId,
      revision: book.revision(documentId),
      lineId: book.line(documentId, 2).id,
    })
  fill()
  expect(totals(book, documentId)).toEqual(['6000.00', '4000.00'])
  expect(book.keys(documentId)).not.toContain('lines_net_mismatch')
  expect(fill).toThrowError(expect.objectContaining({ data: expect.objectContaining({ code: 'nothing_to_fill' }) }))
})
