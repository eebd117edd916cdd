import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { judge } from '../../../src/engine/automation/conditions'
import { holdForAll, tryOnHistory } from '../../../src/engine/automation/history-trial'
import { lineageIn } from '../../../src/engine/automation/lineage'
import { loadSubjects } from '../../../src/engine/automation/subject'
import { documents, invoiceLines, invoices, vendors } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import type { Condition } from '../../../src/shared/automation'
import type { LineId } from '../../../src/shared/ids'
import { addInvoice, addIssue, addVendor, someBooks } from '../lists/some-books'

const chart = {
  byCode: new Map([
    ['600', { parent: null }],
    ['601', { parent: '600' }],
    ['601.72', { parent: '601' }],
    ['601.84', { parent: '601' }],
    ['102', { parent: null }],
  ]),
}
const ctx = { settings: { homeCurrency: 'MXN' }, chart }

/** Forty-eight invoices that differ in everything conditions ask about, blanks and merged vendors included. */
function variedBooks() {
  const { store } = someBooks([])
  const vendorIds = write(store, tx => {
    const [ruiz, old, hosting] = ['Ruiz', 'Ruiz viejo', 'Hosting'].map(name => addVendor(tx, name, name.toLowerCase()))
    if (!ruiz || !old || !hosting) throw new Error('no vendors')
    tx.update(vendors).set({ mergedIntoId: ruiz }).where(eq(vendors.id, old)).run()
    tx.update(vendors).set({ isNew: true }).where(eq(vendors.id, hosting)).run()
    return [ruiz, old, hosting] as const
  })
  write(store, tx => {
    for (let number = 0; number < 48; number++) {
      const id = addInvoice(tx, {
        state: number % 5 === 0 ? 'posted' : 'needs_review',
        vendorId: [...vendorIds, null][number % 4] ?? null,
        total: number % 7 === 0 ? null : (number - 10) * 10_000,
        currency: ['MXN', 'USD', 'JPY'][number % 3] ?? 'MXN',
      })
      const invoice = tx
        .update(invoices)
        .set({
          quality: number % 6 === 0 ? null : number / 48,
          exchangeRate: number % 2 === 0 ? '17.5' : null,
          documentType: number % 4 === 0 ? 'credit_note' : 'invoice',
        })
        .where(eq(invoices.documentId, id))
        .returning()
        .get()
      tx.update(documents)
        .set({ kind: number % 3 === 0 ? 'xml' : 'pdf', source: number % 2 === 0 ? 'drop' : 'mail' })
        .where(eq(documents.id, id))
        .run()
      if (number % 3 === 0) addIssue(tx, id)
      const accountCode = [null, '601.72', '601.84', '102', 'OWN-1'][number % 5] ?? null
      const lineId = `${number}`.padStart(36, '0') as LineId
      tx.insert(invoiceLines)
        .values({ id: lineId, invoiceId: invoice.id, position: 1, description: 'x', accountCode, codingEvidence: [] })
        .run()
    }
  })
  return { store, vendorIds }
}

const { store, vendorIds } = variedBooks()

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray([...vendorIds], { minLength: 1 }).map(ids => ({ on: 'vendor' as const, vendorIds: ids })),
  fc.constant({ on: 'new_vendor' as const }),
  fc.record({
    on: fc.constant('total' as const),
    is: fc.constantFrom('at_most' as const, 'at_least' as const),
    amount: fc.constantFrom('0', '100', '100.005', '1500.55', '99999'),
    currency: fc.constantFrom('MXN', 'USD', 'JPY'),
  }),
  fc
    .subarray(['MXN', 'USD', 'JPY', 'EUR'], { minLength: 1 })
    .map(currencies => ({ on: 'currency' as const, currencies })),
  fc
    .subarray(['600', '601', '601.72', '102', 'OWN-1'], { minLength: 1 })
    .map(codes => ({ on: 'account' as const, codes })),
  fc
    .subarray(['total_mismatch' as const, 'duplicate_found' as const], { minLength: 1 })
    .map(keys => ({ on: 'issue' as const, keys })),
  fc
    .subarray(['drop' as const, 'mail' as const], { minLength: 1 })
    .map(sources => ({ on: 'source' as const, sources })),
  fc.record({
    on: fc.constant('quality' as const),
    is: fc.constantFrom('at_least' as const, 'below' as const),
    value: fc.constantFrom(0, 0.25, 0.5, 1),
  }),
  fc
    .subarray(['invoice' as const, 'credit_note' as const], { minLength: 1 })
    .map(types => ({ on: 'type' as const, types })),
  fc.subarray(['xml' as const, 'pdf' as const], { minLength: 1 }).map(kinds => ({ on: 'file' as const, kinds })),
)

test('whatever the conditions, asking SQLite first finds exactly the invoices they hold for', async () => {
  const ids = store.db
    .select({ id: documents.id })
    .from(documents)
    .all()
    .map(row => row.id)
  const subjects = loadSubjects(store.db, ids, 'ever', 'MXN')
  const held = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { maxLength: 3 }), async conditions => {
      const expected = subjects.filter(subject => judge(conditions, subject, lineageIn(chart)) === 'yes').length
      held.add(expected)
      const body = { name: 'Any', conditions, actions: [{ do: 'approve' } as const] }
      expect(await tryOnHistory(store.db, body, ctx)).toMatchObject({ documents: 48, matched: expected })
      expect(await holdForAll(store.db, conditions, ctx)).toBe(expected === 48 ? 48 : null)
    }),
    { numRuns: 200 },
  )
  // Neither always none nor always all.
  expect(held.size).toBeGreaterThan(5)
})

test('a trial that is stopped answers for what it has looked at, and says of how many', async () => {
  const stop = new AbortController()
  stop.abort()
  const body = { name: 'x', conditions: [], actions: [{ do: 'approve' as const }] }
  const trial = await tryOnHistory(store.db, body, ctx, { signal: stop.signal })
  expect(trial).toMatchObject({ documents: 0, received: 48, changes: [] })
  expect(await tryOnHistory(store.db, body, ctx)).toMatchObject({ documents: 48, received: 48, matched: 48 })
})
