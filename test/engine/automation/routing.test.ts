import { expect, test } from 'vitest'
import { approvalView, policyFor } from '../../../src/engine/automation/approvals'
import { tryOnHistory } from '../../../src/engine/automation/history-trial'
import { movePolicy, savePolicy } from '../../../src/engine/automation/policies-store'
import { requireNoRuleRoutes } from '../../../src/engine/automation/rules-store'
import { approve, undo } from '../../../src/engine/decisions/commands'
import { write } from '../../../src/engine/store/write'
import type { Condition } from '../../../src/shared/automation'
import type { DocumentId } from '../../../src/shared/ids'
import type { Book } from '../decisions/book'
import { sure } from '../some-engine'
import { actorsOf, makePolicy, makeRule, office, readClean } from './office'

const large: Condition = { on: 'total', is: 'at_least', amount: '3000', currency: 'MXN' }
const policyName = (book: Book, id: DocumentId) => policyFor(book.store.db, id, book.ctx)?.body.name

/** Ana and Bob; what rules route to the plant is Bob's to approve. */
function plant() {
  const { book, people } = office('Ana', 'Bob')
  const [ana, bob] = [sure(people[0]), sure(people[1])]
  const policyId = makePolicy(book, { name: 'Plant', isRoutedOnly: true, steps: [{ people: [bob.id] }] })
  return { book, ana, bob, policyId }
}

test('a rule routes an invoice to the people of a policy; others pass as before, and undo takes it back', () => {
  const { book, policyId } = plant()
  makeRule(book, { name: 'Large', conditions: [large], actions: [{ do: 'route', policyId }] })
  const [routed, other] = [readClean(book, 5000), readClean(book, 100)]
  expect(policyName(book, routed)).toBe('Plant')
  expect(policyName(book, other)).toBeUndefined()
  expect(approvalView(book.store.db, routed, book.ctx)?.waitsFor).toEqual(['Bob'])
  expect(() => book.do(approve, { documentId: routed })).toThrowError('approval_refused')
  expect(actorsOf(book, routed).at(-1)).toBe('rule.applied by rule:Large#1')
  book.do(undo, { documentId: routed })
  expect(policyName(book, routed)).toBeUndefined()
  book.takeDownTheRoad(routed)
  expect(policyName(book, routed), 'what a person took back is not done again').toBeUndefined()
})

test('routing never leads past a policy that stands above and fits', () => {
  const { book, ana, policyId } = plant()
  const chief = makePolicy(book, { name: 'Chief', conditions: [large], steps: [{ people: [ana.id] }] })
  write(book.store, tx => movePolicy(tx, chief, 'up', book.ctx))
  makeRule(book, { actions: [{ do: 'route', policyId }] })
  expect(policyName(book, readClean(book, 5000))).toBe('Chief')
  expect(policyName(book, readClean(book, 100))).toBe('Plant')
})

test('the first rule routes; read again, rules look anew', () => {
  const { book, ana, policyId } = plant()
  const second = makePolicy(book, { name: 'Office', isRoutedOnly: true, steps: [{ people: [ana.id] }] })
  makeRule(book, { name: 'Large', conditions: [large], actions: [{ do: 'route', policyId }] })
  makeRule(book, { name: 'Rest', actions: [{ do: 'route', policyId: second }] })
  const invoice = readClean(book, 5000)
  expect(policyName(book, invoice)).toBe('Plant')
  book.record(invoice, { values: { net_total: '100.00', tax_total: '16.00', grand_total: '116.00' } })
  expect(policyName(book, invoice)).toBe('Office')
})

test('a rule does not approve what it routes to people, and routes only where somebody is asked', () => {
  const { book, policyId } = plant()
  const both = [{ do: 'route', policyId } as const, { do: 'approve' } as const]
  expect(() => makeRule(book, { actions: both })).toThrowError('rule_contradicts_itself')
  const empty = makePolicy(book, { name: 'Nobody', steps: [] })
  expect(() => makeRule(book, { actions: [{ do: 'route', policyId: empty }] })).toThrowError('policy_not_in_use')
})

test('while a rule routes to a policy, it cannot go', () => {
  const { book, policyId } = plant()
  expect(() => requireNoRuleRoutes(book.store.db, policyId)).not.toThrow()
  makeRule(book, { name: 'Large', actions: [{ do: 'route', policyId }] }, 'shadow')
  expect(() => requireNoRuleRoutes(book.store.db, policyId)).toThrowError('policy_needed_by_rule')
})

test('a policy switched off leaves what was routed to it to the others', () => {
  const { book, bob, policyId } = plant()
  makeRule(book, { actions: [{ do: 'route', policyId }] })
  const invoice = readClean(book)
  const body = { name: 'Plant', conditions: [], isRoutedOnly: true, steps: [{ people: [bob.id] }], fourEyes: false }
  write(book.store, tx => savePolicy(tx, { policyId, isOn: false, body }, book.ctx))
  expect(policyName(book, invoice)).toBeUndefined()
})

test('tried on history, it tells how many it would route', async () => {
  const { book, policyId } = plant()
  for (const net of [5000, 6000, 100]) readClean(book, net)
  const body = { name: 'Large', conditions: [large], actions: [{ do: 'route', policyId } as const] }
  expect(await tryOnHistory(book.store.db, body, book.ctx)).toMatchObject({ wouldChange: 3, againstPerson: 0 })
})
