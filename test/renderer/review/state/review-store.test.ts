import { beforeEach, describe, expect, test } from 'vitest'
import { clientOver } from '../../../../src/renderer/src/engine-client'
import { createText } from '../../../../src/renderer/src/i18n/t'
import { createReviewStore } from '../../../../src/renderer/src/review/state/review-store'
import { SourceCache } from '../../../../src/renderer/src/review/viewer/source-cache'
import type { DocumentId } from '../../../../src/shared/ids'
import {
  cleanInvoice,
  documentId,
  issueId,
  lineId,
  mismatchedInvoice,
  reviewEngine,
  type ReviewEngine,
} from '../../review-fixture'

const first = documentId(1)
const second = documentId(2)
const third = documentId(3)
const queue = [first, second, third]

let engine: ReviewEngine
let opened: DocumentId[]
let back: number
let told: string[]
let stored: Map<string, string>

function review() {
  return createReviewStore({
    engine: clientOver(() => engine),
    sources: new SourceCache(() => Promise.reject(new Error('no pages in this test'))),
    navigation: {
      openDocument: id => opened.push(id),
      back: () => back++,
      tell: (state, name) => told.push(`${name} ${state}`),
    },
    storage: { getItem: key => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value) },
    tellSame: () => undefined,
    tellLike: () => undefined,
    text: () => createText('en', 'en-GB'),
  })
}

beforeEach(() => {
  engine = reviewEngine([mismatchedInvoice(1), cleanInvoice(2), mismatchedInvoice(3)])
  opened = []
  back = 0
  told = []
  stored = new Map()
})

const isFor = (input: unknown, id: DocumentId) => (input as { documentId?: DocumentId }).documentId === id
const callsOf = (name: string) => engine.recorded.filter(call => call.name === name)

describe('opening an invoice', () => {
  test('puts the cursor on its first blocking issue', async () => {
    const store = review()
    await store.getState().open(first, queue)
    expect(store.getState().focusWish?.target).toBe(`issue:${issueId(11)}`)
  })

  test('puts the cursor on Approve when there is nothing to settle', async () => {
    const store = review()
    await store.getState().open(second, queue)
    expect(store.getState().focusWish?.target).toBe('approve')
  })

  test('has the next one of the queue ready, so that it shows at once', async () => {
    const store = review()
    await store.getState().open(first, queue)
    expect(callsOf('document.get').map(call => call.input)).toContainEqual({ documentId: second })
    void store.getState().open(second, queue)
    expect(store.getState().view?.documentId).toBe(second)
  })

  test('that was prepared in the list shows it at once', async () => {
    const store = review()
    await store.getState().prepare(third)
    void store.getState().open(third, queue)
    expect(store.getState().view?.documentId).toBe(third)
  })

  test('that got a problem since it was prepared puts the cursor there', async () => {
    engine.views.set(first, { ...mismatchedInvoice(1), issues: [] })
    const store = review()
    await store.getState().prepare(first)
    engine.views.set(first, mismatchedInvoice(1))
    await store.getState().open(first, queue)
    expect(store.getState().focusWish?.target).toBe(`issue:${issueId(11)}`)
  })

  test('leaves the cursor where a key put it, though a problem came since it was prepared', async () => {
    engine.views.set(first, { ...mismatchedInvoice(1), issues: [] })
    const store = review()
    await store.getState().prepare(first)
    engine.views.set(first, mismatchedInvoice(1))
    const opening = store.getState().open(first, queue)
    store.getState().countKey()
    await opening
    expect(store.getState().focusWish?.target).toBe('approve')
  })

  test('asks for it once, though its queue is completed while the answer is on its way', async () => {
    const store = review()
    const opening = store.getState().open(first, [first])
    await store.getState().open(first, [first])
    store.getState().walk(queue)
    await opening
    expect(callsOf('document.get').filter(call => isFor(call.input, first))).toHaveLength(1)
    expect(store.getState()).toMatchObject({ documentId: first, queueIds: queue })
  })

  test('that is read while it is looked at puts the cursor on its first problem', async () => {
    const unread = { ...mismatchedInvoice(1), invoice: null, issues: [], state: 'processing' as const }
    engine.views.set(first, unread)
    const store = review()
    await store.getState().open(first, queue)
    engine.views.set(first, mismatchedInvoice(1))
    await store.getState().reload()
    expect(store.getState().focusWish?.target).toBe(`issue:${issueId(11)}`)
  })

  test('that the engine does not know says so', async () => {
    const store = review()
    await store.getState().open(documentId(99), queue)
    expect(store.getState().loadError?.code).toBe('document_not_found')
  })
})

describe('settling issues', () => {
  test('moves the cursor from issue to issue and then to Approve', async () => {
    const store = review()
    await store.getState().open(first, queue)
    const [, blocking] = store.getState().view?.issues ?? []
    if (!blocking?.suggestions[0]) throw new Error('fixture has no suggestion')
    await store.getState().applyFix(blocking, blocking.suggestions[0].fix)
    expect(store.getState().focusWish?.target).toBe(`issue:${issueId(12)}`)

    await store.getState().setAccount([lineId(2)], '601.72')
    const [toCheck] = store.getState().view?.issues ?? []
    expect(toCheck?.state).toBe('resolved')
    expect(store.getState().announcement?.kind).not.toBe('barred')
  })

  test('that is refused keeps the issue open and tells why', async () => {
    const store = review()
    await store.getState().open(first, queue)
    engine.failNext('issue.applyFix', { code: 'fix_no_longer_fits', params: {}, retry: 'user' })
    const issue = store.getState().view?.issues[1]
    if (!issue?.suggestions[0]) throw new Error('fixture has no suggestion')
    expect(await store.getState().applyFix(issue, issue.suggestions[0].fix)).toBe(false)
    expect(store.getState().problem?.code).toBe('fix_no_longer_fits')
  })
})

describe('typed values', () => {
  test('go to the engine as typed, which reads them in the person’s format, and leave no draft', async () => {
    const store = review()
    await store.getState().open(first, queue)
    store.getState().setDraft(first, 'grand_total', { text: '11.200,00', error: null })
    expect(await store.getState().commitField('grand_total')).toBe(true)
    expect(callsOf('field.set')[0]?.input).toMatchObject({ field: 'grand_total', value: '11.200,00', revision: 1 })
    expect(store.getState().drafts).toEqual({})
  })

  test('that cannot be read stay in the field with the reason, and bar approval', async () => {
    const store = review()
    await store.getState().open(second, queue)
    engine.failNext('field.set', { code: 'value_invalid', params: { reason: 'date' }, retry: 'user' })
    store.getState().setDraft(second, 'issue_date', { text: 'soon', error: null })
    expect(await store.getState().approve()).toBe(false)
    expect(store.getState().drafts[second]?.issue_date).toMatchObject({
      text: 'soon',
      error: { code: 'value_invalid' },
    })
    expect(store.getState().announcement).toMatchObject({ kind: 'barred', bar: { key: 'review.bar.drafts' } })
    expect(callsOf('document.approve')).toEqual([])
  })

  test('left as they were shown are no change', async () => {
    const store = review()
    await store.getState().open(first, queue)
    store.getState().setDraft(first, 'grand_total', { text: '11,600.00', error: null })
    expect(await store.getState().commitField('grand_total')).toBe(true)
    expect(callsOf('field.set')).toEqual([])
  })

  test('confirmed as they stand are sent so that no number format misreads them', async () => {
    const dinars = mismatchedInvoice(1)
    const fields =
      dinars.invoice?.fields.map(one => (one.name === 'grand_total' ? { ...one, value: '1.234' } : one)) ?? []
    engine.views.set(first, { ...dinars, invoice: dinars.invoice && { ...dinars.invoice, fields } })
    const store = review()
    await store.getState().open(first, queue)
    await store.getState().confirmField('grand_total')
    expect(callsOf('field.set')[0]?.input).toMatchObject({ value: '1.2340' })
  })

  test('survive a window that dies: the next one finds them', async () => {
    const before = review()
    await before.getState().open(first, queue)
    before.getState().setDraft(first, 'invoice_number', { text: 'A-11', error: null })
    expect(review().getState().drafts[first]?.invoice_number?.text).toBe('A-11')
  })

  test('are saved when the page is turned', async () => {
    const store = review()
    await store.getState().open(first, queue)
    store.getState().setDraft(first, 'invoice_number', { text: 'A-1183', error: null })
    await store.getState().turnTo(1)
    expect(callsOf('field.set')[0]?.input).toMatchObject({ value: 'A-1183' })
    expect(opened).toEqual([second])
  })

  test('are sent again on the newer revision when the invoice changed meanwhile', async () => {
    const store = review()
    await store.getState().open(first, queue)
    const changed = engine.views.get(first)
    if (changed?.invoice) engine.views.set(first, { ...changed, invoice: { ...changed.invoice, revision: 7 } })
    engine.failNext('field.set', { code: 'changed_meanwhile', params: {}, retry: 'later' })
    store.getState().setDraft(first, 'invoice_number', { text: 'A-1183', error: null })
    expect(await store.getState().commitField('invoice_number')).toBe(true)
    expect(callsOf('field.set').map(call => (call.input as { revision: number }).revision)).toEqual([1, 7])
  })
})

describe('approving', () => {
  test('opens the next invoice of the queue by itself', async () => {
    const store = review()
    await store.getState().open(second, queue)
    expect(await store.getState().approve()).toBe(true)
    expect(opened).toEqual([third])
  })

  test('passes over invoices of the queue that need nobody any more', async () => {
    engine = reviewEngine([cleanInvoice(1), { ...cleanInvoice(2), state: 'posted' }, mismatchedInvoice(3)])
    const store = review()
    await store.getState().open(first, queue)
    await store.getState().approve()
    expect(opened).toEqual([third])
  })

  test('asks only about the documents that come next, however many wait', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => documentId(index + 1))
    const store = review()
    await store.getState().open(second, many)
    await store.getState().approve()
    expect(opened).toEqual([third])
    expect(callsOf('document.ids')).toEqual([])
    const [asked, ...others] = callsOf('document.waiting').map(({ input }) => input as { documentIds: DocumentId[] })
    expect(asked?.documentIds).toEqual(many.slice(2, 52))
    expect(others).toEqual([])
  })

  test('a long stretch that needs nobody is passed over in one go each', async () => {
    const done = Array.from({ length: 60 }, (_, index) => documentId(index + 10))
    const store = review()
    await store.getState().open(second, [second, ...done, third])
    await store.getState().approve()
    expect(opened).toEqual([third])
    expect(callsOf('document.waiting')).toHaveLength(2)
  })

  test('the last one leads back to the list', async () => {
    engine.views.set(third, cleanInvoice(3))
    const store = review()
    await store.getState().open(third, queue)
    await store.getState().approve()
    expect(back).toBe(1)
  })

  test('with a blocking issue open goes to the issue instead and says why', async () => {
    const store = review()
    await store.getState().open(first, queue)
    expect(await store.getState().approve()).toBe(false)
    expect(store.getState().announcement).toMatchObject({ kind: 'barred', bar: { key: 'review.bar.blocking' } })
    expect(store.getState().focusWish?.target).toBe(`issue:${issueId(11)}`)
  })

  test('pressed twice in a hurry approves once', async () => {
    const store = review()
    await store.getState().open(second, queue)
    await Promise.all([store.getState().approve(), store.getState().approve()])
    expect(callsOf('document.approve')).toHaveLength(1)
  })
})

test('rejecting goes on to the next invoice and tells, with a way back', async () => {
  const store = review()
  await store.getState().open(first, queue)
  await store.getState().reject('not ours')
  expect(opened).toEqual([second])
  expect(told).toEqual(['Ferretería Ruiz SA de CV rejected'])
})

test('an invoice that turns out to be a twin leaves the queue by itself', async () => {
  const store = review()
  await store.getState().open(first, queue)
  const issue = store.getState().view?.issues[0]
  if (!issue) throw new Error('fixture has no issue')
  await store.getState().applyFix(issue, { type: 'mark_duplicate', ofDocumentId: third })
  expect(opened).toEqual([second])
  expect(told).toEqual(['Ferretería Ruiz SA de CV duplicate'])
})

test('two changes in a row each carry the revision the one before left', async () => {
  const store = review()
  await store.getState().open(first, queue)
  await Promise.all([
    store.getState().setField('invoice_number', 'A-1', 'A-1'),
    store.getState().setField('currency', 'USD', 'USD'),
  ])
  expect(callsOf('field.set').map(call => (call.input as { revision: number }).revision)).toEqual([1, 2])
})

test('undo brings the value back', async () => {
  const store = review()
  await store.getState().open(first, queue)
  await store.getState().setField('invoice_number', 'A-1', 'A-1')
  await store.getState().undo()
  expect(store.getState().view?.invoice?.fields.find(field => field.name === 'invoice_number')?.value).toBe('A-1182')
})

test('an answer that comes after the page was turned is not shown', async () => {
  const store = review()
  const slow = store.getState().open(first, queue)
  await store.getState().open(second, queue)
  await slow
  expect(store.getState().view?.documentId).toBe(second)
})
