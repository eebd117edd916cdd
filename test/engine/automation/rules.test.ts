import { expect, test } from 'vitest'
import { refreshOverdue } from '../../../src/engine/automation/overdue'
import {
  policyVersions,
  policyViews,
  removedPolicies,
  removePolicy,
  savePolicy,
} from '../../../src/engine/automation/policies-store'
import { listDocumentIds } from '../../../src/engine/lists/list-documents'
import { InboxFilter, InboxSort } from '../../../src/shared/inbox'
import { tryOnHistory } from '../../../src/engine/automation/history-trial'
import {
  moveRule,
  removedRules,
  removeRule,
  ruleViews,
  saveRule,
  versionsOf,
} from '../../../src/engine/automation/rules-store'
import { automateAfterEdit } from '../../../src/engine/automation/automate'
import {
  approve,
  assign,
  hold,
  reject,
  restore,
  setAccount,
  setField,
  undo,
} from '../../../src/engine/decisions/commands'
import type { DecisionContext } from '../../../src/engine/decisions/context'
import { journalLength } from '../../../src/engine/store/journal'
import { documents, inboxRows, journal, ruleFirings } from '../../../src/engine/store/schema'
import { verifyJournal } from '../../../src/engine/store/verify-journal'
import { snapshot } from '../../../src/engine/decisions/snapshot'
import { write, type Tx } from '../../../src/engine/store/write'
import type { Condition } from '../../../src/shared/automation'
import type { DocumentId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'
import { sure } from '../some-engine'
import { actorsOf, makePolicy, makeRule, office, readClean, sit } from './office'

const small: Condition = { on: 'total', is: 'at_most', amount: '2000', currency: 'MXN' }
const lineIds = (book: Book, documentId: DocumentId) => sure(book.view(documentId).invoice).lines.map(line => line.id)
const stateOf = (book: Book, documentId: DocumentId) => book.view(documentId).state

test('a rule sets the account and approves; the journal names it with its version, and undo takes it back for good', () => {
  const book = bookWithRuiz()
  const actions = [{ do: 'set_account', accountCode: '601.72' }, { do: 'approve' }] as const
  makeRule(book, { name: 'Hosting', conditions: [small], actions: [...actions] })
  const invoice = readClean(book)
  expect(stateOf(book, invoice)).toBe('approved')
  expect(book.line(invoice, 1)).toMatchObject({ accountCode: '601.72', codingEvidence: [{ key: 'rule' }] })
  expect(actorsOf(book, invoice).slice(-2)).toEqual([
    'rule.applied by rule:Hosting#1',
    'document.approved by rule:Hosting#1',
  ])
  book.do(undo, { documentId: invoice })
  book.do(undo, { documentId: invoice })
  expect(stateOf(book, invoice)).toBe('ready')
  expect(book.line(invoice, 1).accountCode).toBe('601.56')
  book.takeDownTheRoad(invoice)
  expect(stateOf(book, invoice)).toBe('ready')
  expect(ruleViews(book.store.db)[0]).toMatchObject({ acted: 1, undone: 1 })
})

test('a rule does not touch what it is not about', () => {
  const book = bookWithRuiz()
  makeRule(book, { conditions: [small], actions: [{ do: 'approve' }] })
  expect(stateOf(book, readClean(book, 5000))).toBe('ready')
})

test('rules run in their order: the first decides, and moving one up changes who', () => {
  const book = bookWithRuiz()
  makeRule(book, { name: 'Hold', actions: [{ do: 'hold', reason: 'ask', days: 7 }] })
  const second = makeRule(book, { name: 'Approve', actions: [{ do: 'approve' }] })
  expect(stateOf(book, readClean(book))).toBe('on_hold')
  write(book.store, tx => moveRule(tx, second, 'up', book.ctx))
  expect(stateOf(book, readClean(book))).toBe('approved')
})

test('shadow changes nothing and counts exactly what the rule does once it is on', () => {
  const body = { name: 'Approve small ones', conditions: [small], actions: [{ do: 'approve' } as const] }
  const totals = [500, 1500, 3000, 1000, 9000, 700]
  const counted = (mode: 'off' | 'shadow' | 'on') => {
    const book = bookWithRuiz()
    makeRule(book, body, mode)
    const ids = totals.map(total => readClean(book, total))
    const rows = ids.map(id => Object.values(snapshot(book.store.db, id)).length)
    const written = book.store.db.select().from(journal).all()
    return { book, rows, states: ids.map(id => stateOf(book, id)), written }
  }
  const off = counted('off')
  const shadow = counted('shadow')
  const on = counted('on')
  expect(shadow.states).toEqual(off.states)
  expect(shadow.rows).toEqual(off.rows)
  expect(shadow.written.map(row => row.kind)).toEqual(off.written.map(row => row.kind))
  const acted = on.written.filter(row => row.actor.startsWith('rule:')).length
  expect(acted).toBe(4)
  expect(ruleViews(shadow.book.store.db)[0]).toMatchObject({ shadowed: acted, acted: 0 })
  expect(ruleViews(on.book.store.db)[0]).toMatchObject({ shadowed: 0, acted })
})

test('a person is never overridden: lines they coded, documents they moved, what they took back', () => {
  const book = bookWithRuiz()
  const [coded, held] = [readClean(book), readClean(book)]
  book.do(setAccount, {
    ...{ documentId: coded, revision: book.revision(coded), lineIds: lineIds(book, coded) },
    accountCode: '601.84',
  })
  book.do(hold, { documentId: held, reason: 'waiting for Ana', dueDate: null })
  book.do(restore, { documentId: held })
  makeRule(book, { actions: [{ do: 'set_account', accountCode: '601.72' }, { do: 'approve' }] })
  for (const id of [coded, held]) book.takeDownTheRoad(id)
  expect(book.line(coded, 1).accountCode).toBe('601.84')
  expect(stateOf(book, coded)).toBe('ready')
  expect(stateOf(book, held)).toBe('ready')
})

test('an issue is skipped or waived by a rule with its reason; a blocking one is not skipped', () => {
  const book = bookWithRuiz()
  makeRule(book, {
    name: 'Unsure numbers',
    conditions: [{ on: 'issue', keys: ['low_confidence'] }],
    actions: [{ do: 'end_issue', key: 'low_confidence', how: 'waive', reason: 'always right' }, { do: 'approve' }],
  })
  const invoice = book.read({ values: { invoice_number: 'C-1' }, sure: { invoice_number: 0.7 } })
  const issue = book.issue(invoice, 'low_confidence')
  expect(issue).toMatchObject({ state: 'waived', resolution: { by: 'rule:Unsure numbers#1', note: 'always right' } })
  expect(stateOf(book, invoice)).toBe('approved')
})

test('every wording is kept, and a new one looks at a document again', () => {
  const book = bookWithRuiz()
  const ruleId = makeRule(book, {
    name: 'Hold',
    conditions: [{ ...small, amount: '10' }],
    actions: [{ do: 'approve' }],
  })
  const invoice = readClean(book)
  const body = { name: 'Hold', conditions: [small], actions: [{ do: 'approve' } as const] }
  write(book.store, tx => saveRule(tx, { ruleId, mode: 'on', body }, book.ctx))
  book.takeDownTheRoad(invoice)
  expect(actorsOf(book, invoice).at(-1)).toBe('document.approved by rule:Hold#2')
  expect(versionsOf(book.store.db, ruleId).map(version => version.version)).toEqual([2, 1])
})

test('each number of a rule leads to the documents behind it, of all wordings or of one', () => {
  const book = bookWithRuiz()
  const ruleId = makeRule(book, { name: 'Small', conditions: [small], actions: [{ do: 'approve' }] })
  const [first, second] = [readClean(book), readClean(book)]
  const body = { name: 'Any', conditions: [], actions: [{ do: 'approve' } as const] }
  write(book.store, tx => saveRule(tx, { ruleId, mode: 'on', body }, book.ctx))
  const third = readClean(book, 9000)
  const behind = (version: number | null) => {
    const filter = InboxFilter.parse({ rule: { ruleId, version, mode: 'on' } })
    return listDocumentIds(book.store.db, filter, InboxSort.parse({ by: 'received' }), book.now)
  }
  expect(behind(null)).toEqual([first, second, third])
  expect(behind(1)).toEqual([first, second])
  expect(behind(2)).toEqual([third])
  expect(ruleViews(book.store.db)[0]?.acted).toBe(3)
  expect(versionsOf(book.store.db, ruleId)).toMatchObject([
    { version: 2, name: 'Any', acted: 1, actor: 'person' },
    { version: 1, name: 'Small', acted: 2, actor: 'person' },
  ])
})

test('a policy’s wordings are told by the journal, newest first; switching it off is no wording', () => {
  const { book, people } = office('Ana')
  const policyId = makePolicy(book, { name: 'Large', conditions: [] })
  const body = { name: 'Large', conditions: [small], steps: [], fourEyes: true }
  write(book.store, tx => savePolicy(tx, { policyId, isOn: true, body }, book.ctx))
  write(book.store, tx => savePolicy(tx, { policyId, isOn: false, body }, book.ctx))
  makePolicy(book, { name: 'Another' })
  expect(policyVersions(book.store.db, policyId)).toMatchObject([
    { version: 2, conditions: [small], fourEyes: true, actor: `person:${sure(people[0]).id}:Ana` },
    { version: 1, conditions: [], fourEyes: false },
  ])
})

test('a removed policy asks nobody any more, and every wording of it can still be read', () => {
  const { book } = office('Ana')
  const kept = makePolicy(book, { name: 'Everything' })
  const policyId = makePolicy(book, { name: 'Large', conditions: [] })
  const body = { name: 'Large', conditions: [small], steps: [], fourEyes: true }
  write(book.store, tx => savePolicy(tx, { policyId, isOn: true, body }, book.ctx))
  expect(removedPolicies(book.store.db)).toEqual([])
  const { ctx } = book
  write(book.store, tx => removePolicy(tx, policyId, ctx))
  expect(removedPolicies(book.store.db)).toEqual([{ id: policyId, version: 2, ...body, removedAt: ctx.now }])
  expect(policyViews(book.store.db).map(({ id }) => id)).toEqual([kept])
  expect(policyVersions(book.store.db, policyId).map(({ version }) => version)).toEqual([2, 1])
})

/** A decision of a person as the engine takes it: rules look at what it left open. */
function edit<I, O>(book: Book, command: (tx: Tx, input: I, ctx: DecisionContext) => O, input: I, id: DocumentId): O {
  return write(book.store, tx => {
    const since = journalLength(tx)
    const value = command(tx, input, book.ctx)
    automateAfterEdit(tx, id, since, book.ctx)
    return value
  })
}

test('an edit that makes a rule’s conditions true lets it act at once on what the person left open', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  makeRule(book, {
    name: 'Small ones',
    conditions: [{ on: 'currency', currencies: ['USD'] }],
    actions: [{ do: 'set_account', accountCode: '601.72' }, { do: 'assign', personId: bob.id }, { do: 'approve' }],
  })
  const invoice = readClean(book)
  const revision = () => book.revision(invoice)
  const ids = lineIds(book, invoice)
  edit(book, setField, { documentId: invoice, revision: revision(), field: 'due_date', value: '2026-04-30' }, invoice)
  expect(actorsOf(book, invoice).at(-1)).toMatch(/^field.changed by person:/)
  edit(book, setField, { documentId: invoice, revision: revision(), field: 'currency', value: 'USD' }, invoice)
  expect(actorsOf(book, invoice).at(-1)).toBe('rule.applied by rule:Small ones#1')
  expect(book.view(invoice).assigneeId).toBe(bob.id)
  expect(book.line(invoice, 1).accountCode).toBe('601.72')
  // Where it goes is the person's word.
  expect(stateOf(book, invoice)).not.toBe('approved')

  book.do(setAccount, { documentId: invoice, revision: revision(), lineIds: ids, accountCode: '601.84' })
  edit(book, undo, { documentId: invoice }, invoice)
  edit(book, undo, { documentId: invoice }, invoice)
  expect(book.line(invoice, 1).accountCode).toBe('601.56')
  edit(book, setField, { documentId: invoice, revision: revision(), field: 'due_date', value: '2026-04-29' }, invoice)
  expect(book.line(invoice, 1).accountCode).toBe('601.56')
})

test('neither an account a person chose nor “anyone” they assigned is changed by a rule that fits afterwards', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  const invoice = readClean(book)
  const target = { documentId: invoice, lineIds: lineIds(book, invoice), accountCode: '601.84' }
  book.do(setAccount, { ...target, revision: book.revision(invoice) })
  book.do(assign, { documentId: invoice, personId: bob.id })
  book.do(assign, { documentId: invoice, personId: null })
  makeRule(book, {
    conditions: [{ on: 'currency', currencies: ['USD'] }],
    actions: [
      { do: 'set_account', accountCode: '601.72' },
      { do: 'assign', personId: bob.id },
    ],
  })
  const change = { documentId: invoice, revision: book.revision(invoice), field: 'currency', value: 'USD' } as const
  edit(book, setField, change, invoice)
  expect(book.line(invoice, 1).accountCode).toBe('601.84')
  expect(book.view(invoice).assigneeId).toBeNull()
})

test('a rule that would hold and approve at once is refused', () => {
  const book = bookWithRuiz()
  const actions = [{ do: 'approve' } as const, { do: 'hold', reason: '', days: null } as const]
  expect(() => makeRule(book, { actions })).toThrowError(
    expect.objectContaining({ data: expect.objectContaining({ code: 'rule_contradicts_itself' }) }),
  )
})

test('a rule assigns what nobody has, and a duplicate goes out of the way', () => {
  const { book, people } = office('Ana', 'Bob')
  const bob = sure(people[1])
  sit(book, sure(people[0]))
  makeRule(book, {
    name: 'Twins',
    conditions: [{ on: 'issue', keys: ['duplicate_found'] }],
    actions: [{ do: 'assign', personId: bob.id }, { do: 'mark_duplicate' }],
  })
  const values = { invoice_number: 'D-1', uuid: '6F9619FF-8B86-4D01-B42D-00CF4FC964FF' }
  const first = book.read({ format: 'cfdi_4.0', values })
  book.do(approve, { documentId: first })
  const second = book.read({ format: 'cfdi_4.0', values })
  const row = book.store.db
    .select()
    .from(documents)
    .all()
    .find(document => document.id === second)
  expect(row).toMatchObject({ state: 'duplicate', duplicateOfId: first, assigneeId: bob.id })
})

test('tried on history, a rule says how many it would change and how many persons decided otherwise', async () => {
  const book = bookWithRuiz()
  const [kept, other, rejected, large] = [readClean(book), readClean(book), readClean(book), readClean(book, 9000)]
  book.do(approve, { documentId: kept })
  book.do(reject, { documentId: rejected, reason: 'not ours' })
  book.do(setAccount, {
    ...{ documentId: other, revision: book.revision(other), lineIds: lineIds(book, other) },
    accountCode: '601.84',
  })
  const before = book.store.db.select().from(journal).all().length
  const stateBefore = stateOf(book, large)
  const set = { name: 'x', conditions: [small], actions: [{ do: 'set_account', accountCode: '601.56' } as const] }
  expect(await tryOnHistory(book.store.db, set, book.ctx)).toMatchObject({
    ...{ documents: 5, matched: 3, wouldChange: 3, againstPerson: 1 },
    changes: [{ documentId: other, isAgainstPerson: true }, {}, {}],
  })
  const pay = { ...set, actions: [{ do: 'approve' } as const] }
  expect(await tryOnHistory(book.store.db, pay, book.ctx)).toMatchObject({ wouldChange: 3, againstPerson: 2 })
  expect(stateOf(book, large)).toBe(stateBefore)
  expect(book.store.db.select().from(journal).all()).toHaveLength(before)
  expect(book.store.db.select().from(ruleFirings).all()).toEqual([])
})

test('a hold that is overdue rises among what must be looked at first, and sinks when its day is moved', async () => {
  const book = bookWithRuiz()
  const invoice = readClean(book)
  const rank = () =>
    book.store.db
      .select()
      .from(inboxRows)
      .all()
      .find(row => row.documentId === invoice)?.urgencyRank
  book.do(hold, { documentId: invoice, reason: 'ask', dueDate: '2026-03-20' })
  const look = (day: string) => {
    const now = new Date(`${day}T12:00:00`).getTime()
    return write(book.store, tx => refreshOverdue(tx, { now, settings: book.settings }))
  }
  expect(look('2026-03-20')).toEqual([])
  expect(rank()).toBe(7)
  expect(look('2026-03-21')).toEqual([invoice])
  expect(rank()).toBe(-5)
  book.do(hold, { documentId: invoice, reason: 'ask', dueDate: '2026-03-30' })
  expect(rank()).toBe(7)
  expect(await verifyJournal(book.store.db)).toMatchObject({ isIntact: true })
})

test('a removed rule acts no more, and what it said and did in every wording can still be read', () => {
  const book = bookWithRuiz()
  const ruleId = makeRule(book, { name: 'Hosting', conditions: [small], actions: [{ do: 'approve' }] })
  const invoice = readClean(book)
  const body = { name: 'Hosting and power', conditions: [small], actions: [{ do: 'approve' as const }] }
  write(book.store, tx => saveRule(tx, { ruleId, mode: 'on', body }, book.ctx))
  expect(removedRules(book.store.db)).toEqual([])

  const { ctx } = book
  write(book.store, tx => removeRule(tx, ruleId, ctx))
  expect(ruleViews(book.store.db)).toEqual([])
  expect(stateOf(book, invoice), 'what it did stays').toBe('approved')
  expect(stateOf(book, readClean(book))).toBe('ready')
  const [removed] = removedRules(book.store.db)
  expect(removed).toMatchObject({ id: ruleId, version: 2, ...body, acted: 1, removedAt: ctx.now })
  expect(versionsOf(book.store.db, ruleId).map(({ version, name, acted }) => [version, name, acted])).toEqual([
    [2, 'Hosting and power', 0],
    [1, 'Hosting', 1],
  ])
})
