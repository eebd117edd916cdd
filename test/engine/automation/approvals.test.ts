import { expect, test } from 'vitest'
import { approvalView } from '../../../src/engine/automation/approvals'
import { requirePoliciesPossible } from '../../../src/engine/automation/policies-store'
import { approve, redo, restore, setField, undo } from '../../../src/engine/decisions/commands'
import { addAbsence, changePerson } from '../../../src/engine/people/people-store'
import { write } from '../../../src/engine/store/write'
import type { Condition } from '../../../src/shared/automation'
import type { DocumentId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'
import { sure } from '../some-engine'
import { actorsOf, makePolicy, makeRule, office, readClean, sit } from './office'

const large: Condition = { on: 'total', is: 'at_least', amount: '10000', currency: 'MXN' }
const refused = (why: string) =>
  expect.objectContaining({
    data: expect.objectContaining({ code: 'approval_refused', params: expect.objectContaining({ why }) }),
  })
const view = (book: Book, documentId: DocumentId) => approvalView(book.store.db, documentId, book.ctx)
const setDue = (book: Book, documentId: DocumentId, value: string) =>
  book.do(setField, { documentId, revision: book.revision(documentId), field: 'due_date', value })

test('a large invoice waits for its second approval and is approved with it; a small one needs one', () => {
  const { book, people } = office('Ana', 'Bob')
  const [ana, bob] = [sure(people[0]), sure(people[1])]
  makePolicy(book, { conditions: [large], steps: [{ people: [ana.id, bob.id] }, { people: [bob.id] }] })
  const small = readClean(book)
  const big = readClean(book, 20_000)
  expect(view(book, small)).toBeNull()
  expect(book.do(approve, { documentId: small }).isComplete).toBe(true)

  expect(book.do(approve, { documentId: big }).isComplete).toBe(false)
  expect(book.view(big).state).toBe('ready')
  expect(view(book, big)).toMatchObject({ done: 1, of: 2, waitsFor: ['Bob'], obstacle: 'already_approved' })
  expect(() => book.do(approve, { documentId: big })).toThrowError(refused('already_approved'))

  sit(book, bob)
  expect(book.do(approve, { documentId: big }).isComplete).toBe(true)
  expect(book.view(big).state).toBe('approved')
  expect(actorsOf(book, big).slice(-2)).toEqual([
    `document.approval_given by person:${ana.id}:Ana`,
    `document.approved by person:${bob.id}:Bob`,
  ])
})

test('who is not named by the policy is refused, and so is the unnamed person of before', () => {
  const { book, people } = office('Ana', 'Bob', 'Cleo')
  makePolicy(book, { steps: [{ people: [sure(people[1]).id] }] })
  const invoice = readClean(book)
  expect(() => book.do(approve, { documentId: invoice })).toThrowError(refused('not_asked'))
  book.actor = 'person'
  expect(() => book.do(approve, { documentId: invoice })).toThrowError(refused('no_person'))
})

test('an invoice changed after an approval needs that approval anew; taken back, the approval counts again', () => {
  const { book, people } = office('Ana', 'Bob', 'Cleo')
  const [ana, bob, cleo] = [sure(people[0]), sure(people[1]), sure(people[2])]
  makePolicy(book, { steps: [{ people: [ana.id, cleo.id] }, { people: [bob.id, cleo.id] }] })
  const invoice = readClean(book)
  book.do(approve, { documentId: invoice })
  sit(book, bob)
  setDue(book, invoice, '2026-04-30')
  expect(view(book, invoice)).toMatchObject({ done: 0 })
  book.do(undo, { documentId: invoice })
  expect(view(book, invoice)).toMatchObject({ done: 1 })
})

test('with four eyes, Ana may approve what she changed, but Bob must too', () => {
  const { book, people } = office('Ana', 'Bob')
  makePolicy(book, { steps: [{ people: [] }], fourEyes: true })
  const changed = readClean(book)
  setDue(book, changed, '2026-04-30')
  expect(book.do(approve, { documentId: changed }).isComplete).toBe(false)
  expect(view(book, changed)).toMatchObject({ done: 1, of: 2, waitsFor: ['Bob'] })
  sit(book, sure(people[1]))
  expect(book.do(approve, { documentId: changed }).isComplete).toBe(true)

  sit(book, sure(people[0]))
  const untouched = readClean(book)
  expect(book.do(approve, { documentId: untouched }).isComplete).toBe(true)
})

test('four eyes hold although the change was undone, redone by somebody else, or made before anybody had a name', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  makePolicy(book, { steps: [{ people: [] }], fourEyes: true })
  const invoice = readClean(book)
  sit(book, bob)
  setDue(book, invoice, '2026-04-30')
  sit(book, sure(people[0]))
  book.do(undo, { documentId: invoice })
  book.do(redo, { documentId: invoice })
  expect(book.do(approve, { documentId: invoice }).isComplete).toBe(false)

  const old = readClean(book)
  book.actor = 'person'
  setDue(book, old, '2026-04-30')
  sit(book, sure(people[0]))
  expect(book.do(approve, { documentId: old }).isComplete).toBe(false)
})

test('an approval taken back takes all of its steps; undoing that does not approve what no longer may be', () => {
  const { book, people } = office('Ana', 'Bob')
  const [ana, bob] = [sure(people[0]), sure(people[1])]
  const invoice = readClean(book)
  book.do(approve, { documentId: invoice })
  makePolicy(book, { steps: [{ people: [bob.id] }, { people: [ana.id] }] })
  book.do(restore, { documentId: invoice })
  expect(view(book, invoice)).toMatchObject({ done: 0, of: 2 })
  expect(() => book.do(undo, { documentId: invoice })).toThrowError(refused('missing'))
  expect(book.view(invoice).state).not.toBe('approved')
})

test('neither a rule nor a policy without people approves what needs people', () => {
  const { book, people } = office('Ana')
  makeRule(book, { actions: [{ do: 'approve' }] })
  makePolicy(book, { name: 'Large', conditions: [large], steps: [{ people: [sure(people[0]).id] }] })
  const big = readClean(book, 20_000)
  expect(book.view(big).state).toBe('ready')
  const small = readClean(book)
  expect(book.view(small).state).toBe('approved')
})

test('a clean invoice under a policy without steps is approved by it, and the journal says by which wording', () => {
  const { book } = office()
  makePolicy(book, { name: 'Small change', conditions: [{ ...large, is: 'at_most', amount: '2000' }] })
  const small = readClean(book)
  expect(book.view(small).state).toBe('approved')
  expect(actorsOf(book, small).at(-1)).toBe('document.approved by policy:Small change#1')
  expect(book.view(readClean(book, 5000)).state).toBe('ready')
})

test('a total in a currency without a rate never slips past the people of a limit', () => {
  const { book, people } = office('Ana', 'Bob')
  makePolicy(book, { conditions: [large], steps: [{ people: [sure(people[1]).id] }] })
  const foreign = book.read({ values: { invoice_number: 'US-1', currency: 'USD' } })
  expect(view(book, foreign)).toMatchObject({ of: 1, waitsFor: ['Bob'] })
})

test('while Ana is away until the 20th, Bob approves for her; afterwards he may not', () => {
  const { book, people } = office('Ana', 'Bob')
  const [ana, bob] = [sure(people[0]), sure(people[1])]
  makePolicy(book, { steps: [{ people: [ana.id] }] })
  const away = { personId: ana.id, delegateId: bob.id, from: '2026-03-16', to: '2026-03-20' }
  write(book.store, tx => addAbsence(tx, away, book.ctx))
  sit(book, bob)
  const [now, later] = [readClean(book), readClean(book)]
  book.do(approve, { documentId: now })
  expect(view(book, now)).toMatchObject({ given: [{ by: 'Bob', inPlaceOf: 'Ana' }] })
  book.now = Date.UTC(2026, 2, 22, 12)
  expect(() => book.do(approve, { documentId: later })).toThrowError(refused('not_asked'))
})

test('somebody a policy cannot do without cannot leave', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  makePolicy(book, { name: 'Bob decides', steps: [{ people: [bob.id] }] })
  const leave = () =>
    write(book.store, tx =>
      changePerson(tx, bob.id, { name: 'Bob', initials: 'B', isActive: false }, book.ctx, requirePoliciesPossible),
    )
  expect(leave).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'person_needed_by_policy' }) }),
  )
})

test('a policy nobody can satisfy is refused with the step it fails at', () => {
  const { book } = office()
  expect(() => makePolicy(book, { steps: [{ people: [] }] })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ params: { why: 'no_people', step: 1 } }) }),
  )
})
