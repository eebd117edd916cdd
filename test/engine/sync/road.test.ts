import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyFix } from '../../../src/engine/decisions/apply-fix'
import { approve } from '../../../src/engine/decisions/approve'
import { restore } from '../../../src/engine/decisions/set-state'
import { undo } from '../../../src/engine/decisions/undo'
import { createLedgerSync, type LedgerSync } from '../../../src/engine/sync/ledger-sync'
import type { DocumentId } from '../../../src/shared/ids'
import { startStandIn, type StandIn } from '../../ledger-stand-in/server'
import { Book } from '../decisions/book'
import { chartOf } from './books'
import { testKeyStore } from './ledger-desk'

// The whole way through the real decisions: what a person does in Review, and what the ledger then holds.

let book: Book
let standIn: StandIn
let sync: LedgerSync

beforeEach(async () => {
  book = new Book()
  standIn = await startStandIn()
  const quiet = () => undefined
  sync = createLedgerSync({
    store: book.store,
    keyStore: testKeyStore,
    now: () => book.now,
    random: () => 0.5,
    log: { info: quiet, warn: quiet, error: quiet },
    announce: quiet,
    chart: chartOf,
  })
  await sync.connect({ url: standIn.url, apiKey: standIn.apiKey })
})
afterEach(async () => {
  await sync.stop()
  book.store.close()
  await standIn.close()
})

/** Ferretería Ruiz, A-1182, 11,600.00: its vendor is made, its lines are coded, nothing is left open. */
function ready(): DocumentId {
  const documentId = book.read()
  for (const key of ['vendor_no_match', 'account_needed']) {
    for (const issue of book.openIssues(documentId).filter(each => each.key === key)) {
      const fix = issue.suggestions.find(
        each => each.fix.type === 'create_vendor' || each.fix.type === 'set_account',
      )?.fix
      const line = issue.subject.type === 'line' ? issue.subject.lineId : undefined
      const byHand = line && ({ type: 'set_account', lineId: line, accountCode: '601.84' } as const)
      const chosen = fix ?? byHand
      if (chosen) book.do(applyFix, { issueId: issue.id, fix: chosen, note: '' })
    }
  }
  return documentId
}

test('approved in Review, in the ledger once, shown as posted, and not to be undone here any more', async () => {
  const documentId = ready()
  book.do(approve, { documentId })
  await sync.syncNow()
  expect(standIn.bills()).toMatchObject([{ number: 'EKU9003173C9-A-1182', total: 11_600 }])
  expect(book.view(documentId)).toMatchObject({
    state: 'posted',
    bill: { billNumber: 'EKU9003173C9-A-1182', ledgerId: '1' },
  })
  expect(() => book.do(undo, { documentId })).toThrow()
  expect(() => book.do(restore, { documentId })).toThrow()
})

test('refused by a closed period: the reason stands in Review, one key posts it again after the period was opened', async () => {
  Object.assign(standIn.books.lock, { enabled: true, to: '2026-03-31' })
  const documentId = ready()
  book.do(approve, { documentId })
  await sync.syncNow()
  expect(book.view(documentId).state).toBe('post_failed')
  const issue = book.issue(documentId, 'period_locked')
  expect(issue).toMatchObject({ state: 'open', params: { code: 'ledger_period_locked', lockedTo: '2026-03-31' } })

  standIn.books.lock.enabled = false
  const [first] = issue.suggestions
  expect(first?.fix.type).toBe('retry_posting')
  book.do(applyFix, { issueId: issue.id, fix: { type: 'retry_posting' }, note: '' })
  await sync.syncNow()
  expect(book.view(documentId).state).toBe('posted')
  expect(book.openIssues(documentId).map(each => each.key)).not.toContain('period_locked')
  expect(standIn.bills()).toHaveLength(1)
})

test('taken back before it was sent, corrected and approved again: the ledger sees the corrected bill only', async () => {
  const documentId = ready()
  book.do(approve, { documentId })
  book.do(undo, { documentId })
  await sync.syncNow()
  expect(standIn.bills()).toEqual([])
  book.do(approve, { documentId })
  await sync.syncNow()
  expect(standIn.bills()).toHaveLength(1)
  expect(book.view(documentId).state).toBe('posted')
})
