import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tryOnHistory } from '../../../src/engine/automation/history-trial'
import { ruleViews, saveRule } from '../../../src/engine/automation/rules-store'
import { approve, redo, restore, setField, undo } from '../../../src/engine/decisions/commands'
import { conservation } from '../../../src/engine/lists/counts'
import { documents, journal } from '../../../src/engine/store/schema'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { write } from '../../../src/engine/store/write'
import { isPerson } from '../../../src/shared/actor'
import type { RuleBody } from '../../../src/shared/automation'
import type { DocumentId } from '../../../src/shared/ids'
import { AppError } from '../../../src/shared/result'
import type { Book } from '../decisions/book'
import { bookWithRuiz, takeNth } from '../decisions/settled-book'
import { actorsOf, makeRule, readClean } from './office'

const body: RuleBody = {
  name: 'Not ours',
  conditions: [{ on: 'total', is: 'at_least', amount: '3000', currency: 'MXN' }],
  actions: [{ do: 'reject', reason: 'we buy nothing this large here' }],
}
const stateOf = (book: Book, documentId: DocumentId) => book.view(documentId).state
const [reject, keep] = [0, 1]

/** A clean invoice that the rule would reject. */
function proposed() {
  const book = bookWithRuiz()
  makeRule(book, body)
  return { book, invoice: readClean(book, 5000) }
}

test('a rule only proposes to reject: the invoice stays in sight, and nobody approves it meanwhile', () => {
  const { book, invoice } = proposed()
  expect(stateOf(book, invoice)).toBe('needs_review')
  expect(book.issue(invoice, 'rejection_proposed')).toMatchObject({
    severity: 'high',
    params: { rule: 'Not ours', version: 1, because: 'we buy nothing this large here' },
  })
  expect(() => book.do(approve, { documentId: invoice })).toThrowError('blocking_issues_open')
})

test('a person confirms with one key; the journal names the rule with its version and the person, and undo brings it back', () => {
  const { book, invoice } = proposed()
  takeNth(book, invoice, 'rejection_proposed', reject)
  expect(book.view(invoice)).toMatchObject({ state: 'rejected', stateReason: 'we buy nothing this large here' })
  const [proposal, answer] = actorsOf(book, invoice).slice(-2)
  expect(proposal).toBe('rule.applied by rule:Not ours#1')
  expect(answer).toMatch(/^issue\.resolved by person/)
  book.do(undo, { documentId: invoice })
  expect(stateOf(book, invoice)).toBe('needs_review')
  book.do(undo, { documentId: invoice })
  expect(stateOf(book, invoice)).toBe('ready')
  book.takeDownTheRoad(invoice)
  expect(stateOf(book, invoice), 'a proposal taken back is not made again').toBe('ready')
})

test('kept, it goes on, and no later wording asks again', () => {
  const { book, invoice } = proposed()
  takeNth(book, invoice, 'rejection_proposed', keep)
  expect(stateOf(book, invoice)).toBe('ready')
  const [rule] = ruleViews(book.store.db)
  const stricter = { ...body, conditions: [] }
  write(book.store, tx => saveRule(tx, { ruleId: rule?.id ?? null, mode: 'on', body: stricter }, book.ctx))
  book.takeDownTheRoad(invoice)
  expect(stateOf(book, invoice)).toBe('ready')
})

test('what one rule would reject no other rule moves, nor does another ask a second time', () => {
  const book = bookWithRuiz()
  makeRule(book, body)
  makeRule(book, { ...body, name: 'Again', conditions: [] })
  makeRule(book, { name: 'Hold', actions: [{ do: 'hold', reason: '', days: null }] })
  const invoice = readClean(book, 5000)
  expect(stateOf(book, invoice)).toBe('needs_review')
  expect(book.view(invoice).issues.filter(({ key }) => key === 'rejection_proposed')).toHaveLength(1)
})

test('read again as something the rule is not about, the proposal is gone', () => {
  const { book, invoice } = proposed()
  book.record(invoice, { values: { net_total: '100.00', tax_total: '16.00', grand_total: '116.00' } })
  expect(book.keys(invoice)).not.toContain('rejection_proposed')
})

test('in shadow nothing is asked and the count is the same', () => {
  const count = (mode: 'shadow' | 'on') => {
    const book = bookWithRuiz()
    makeRule(book, body, mode)
    const ids = [5000, 100, 7000].map(net => readClean(book, net))
    return { asked: ids.filter(id => book.keys(id).includes('rejection_proposed')).length, book }
  }
  const [shadow, on] = [count('shadow'), count('on')]
  expect([shadow.asked, on.asked]).toEqual([0, 2])
  expect(ruleViews(shadow.book.store.db)[0]?.shadowed).toBe(2)
  expect(ruleViews(on.book.store.db)[0]?.acted).toBe(2)
})

test('tried on history, an approved invoice counts against a person and a rejected one does not', async () => {
  const book = bookWithRuiz()
  const [approved] = [readClean(book, 5000), readClean(book, 6000)]
  book.do(approve, { documentId: approved })
  const trial = await tryOnHistory(book.store.db, body, book.ctx)
  expect(trial).toMatchObject({ wouldChange: 3, againstPerson: 1 })
})

/** What may happen between arrivals. Each is refused where it does not fit. */
const deeds = {
  large: book => readClean(book, 5000),
  small: book => readClean(book, 100),
  confirm: (book, id) => takeNth(book, id, 'rejection_proposed', reject),
  keep: (book, id) => takeNth(book, id, 'rejection_proposed', keep),
  undo: (book, id) => book.do(undo, { documentId: id }),
  redo: (book, id) => book.do(redo, { documentId: id }),
  restore: (book, id) => book.do(restore, { documentId: id }),
  approve: (book, id) => book.do(approve, { documentId: id }),
  edit(book, id) {
    const change = { field: 'grand_total', value: '9000.00', revision: book.revision(id) } as const
    book.do(setField, { documentId: id, ...change })
  },
  reword(book) {
    const [rule] = ruleViews(book.store.db)
    const reworded = { ...body, name: `${body.name}${rule?.version ?? 0}` }
    write(book.store, tx => saveRule(tx, { ruleId: rule?.id ?? null, mode: 'on', body: reworded }, book.ctx))
  },
  again: (book, id) => book.takeDownTheRoad(id),
} satisfies Record<string, (book: Book, documentId: DocumentId) => unknown>

test('whatever happens, no document is lost, received is the sum of all states, and only persons reject', async () => {
  const names = Object.keys(deeds) as (keyof typeof deeds)[]
  const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(5)), { minLength: 1, maxLength: 15 })
  await fc.assert(
    fc.asyncProperty(steps, async happened => {
      const { book } = proposed()
      const all = () => book.store.db.select().from(documents).all()
      for (const [name, which] of happened) {
        const before = all()
        const document = before[which % before.length]
        try {
          if (document) deeds[name](book, document.id)
        } catch (thrown) {
          // Refused, or there is no such issue on this document.
          const isRefused = thrown instanceof AppError || String(thrown).includes('rejection_proposed')
          if (!isRefused) throw thrown
        }
        const after = all()
        expect(before.filter(({ id }) => !after.some(row => row.id === id))).toEqual([])
        expect(conservation(book.store.db)).toMatchObject({ received: after.length, isBalanced: true })
      }
      for (const { id, state } of all()) {
        if (state !== 'rejected') continue
        const rows = book.store.db.select().from(journal).all()
        expect(rows.some(row => row.documentId === id && isPerson(row.actor))).toBe(true)
      }
      expect((await verifyJournal(book.store.db)).isIntact).toBe(true)
      book.store.close()
    }),
    { numRuns: 30 },
  )
})
