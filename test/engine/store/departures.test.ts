import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listDepartures, totalsPerRecipient, writtenBack } from '../../../src/engine/store/departures'
import { appendJournal } from '../../../src/engine/store/journal'
import { recordSending } from '../../../src/engine/store/model-calls'
import { openStore, type Store } from '../../../src/engine/store/open'
import { outbox, paperlessUploads } from '../../../src/engine/store/schema'
import { write } from '../../../src/engine/store/write'
import type { DocumentId } from '../../../src/shared/ids'
import { approve, stationery } from '../sync/books'

const vendor = 'https://api.anthropic.com'
const everything = { documentId: null, recipient: null, after: null, limit: 50 }

function connected(store: Store, kind: 'ledger.connected' | 'paperless.connected', url: string, at: number): void {
  write(store, tx => appendJournal(tx, { at, actor: 'person', kind, documentId: null, params: { url } }))
}

function posted(store: Store, number: string, at: number): DocumentId {
  const documentId = approve(store, stationery(number), at)
  write(store, tx =>
    tx.update(outbox).set({ sentAt: at, state: 'confirmed' }).where(eq(outbox.documentId, documentId)).run(),
  )
  return documentId
}

function asked(store: Store, documentId: DocumentId | null, sent: 'words' | 'nothing', at: number): void {
  const call = { at, documentId, purpose: 'read', model: 'claude-haiku-5-5', sent, pages: [1, 2] } as const
  write(store, tx => recordSending(tx, { ...call, pages: [1, 2], question: {}, questionKey: `${at}`, cost: 100 }))
}

/** Two bills to one ledger, one to the next; one of them archived, noted there, and read by the model. */
function busyBooks() {
  const store = openStore(':memory:')
  connected(store, 'ledger.connected', 'https://old.example.com', 100)
  connected(store, 'paperless.connected', 'http://archive.local', 110)
  const first = posted(store, 'A-1182', 200)
  posted(store, 'A-1183', 210)
  connected(store, 'ledger.connected', 'https://new.example.com', 300)
  const third = posted(store, 'A-1184', 310)
  approve(store, stationery('A-1185'), 320)
  asked(store, third, 'words', 400)
  asked(store, null, 'nothing', 410)
  write(store, tx => {
    tx.insert(paperlessUploads).values({ documentId: third, state: 'done', createdAt: 500, sentAt: 500 }).run()
    const params = { part: 'note', archiveId: 8 }
    appendJournal(tx, { at: 600, actor: 'engine test', kind: writtenBack, documentId: third, params })
  })
  return { store, first, third }
}

test('everything that left is told with the recipient it had then, newest first; what only waits did not leave', () => {
  const { store } = busyBooks()
  const { departures, next } = listDepartures(store.db, everything, vendor)
  expect(next).toBeNull()
  expect(
    departures.map(({ at, what, pages, recipient }) => [at, what, pages, recipient.kind, recipient.address]),
  ).toEqual([
    [600, 'note', [], 'archive', 'http://archive.local'],
    [500, 'original', [], 'archive', 'http://archive.local'],
    [400, 'words', [1, 2], 'model', vendor],
    [310, 'bill', [], 'ledger', 'https://new.example.com'],
    [210, 'bill', [], 'ledger', 'https://old.example.com'],
    [200, 'bill', [], 'ledger', 'https://old.example.com'],
  ])
})

test('totals per recipient count documents and times, and lead to exactly those rows', () => {
  const { store } = busyBooks()
  const totals = totalsPerRecipient(store.db, vendor)
  expect(
    totals.map(({ recipient, departures, documents, lastAt }) => [recipient.address, departures, documents, lastAt]),
  ).toEqual([
    ['http://archive.local', 2, 1, 600],
    [vendor, 1, 1, 400],
    ['https://new.example.com', 1, 1, 310],
    ['https://old.example.com', 2, 2, 210],
  ])
  for (const { recipient, departures } of totals) {
    expect(listDepartures(store.db, { ...everything, recipient }, vendor).departures).toHaveLength(departures)
  }
})

test('a document tells only of itself, and pages of the list leave nothing out and repeat nothing', () => {
  const { store, first, third } = busyBooks()
  const of = (documentId: DocumentId) => listDepartures(store.db, { ...everything, documentId }, vendor).departures
  expect(of(first).map(({ what }) => what)).toEqual(['bill'])
  expect(of(third).map(({ what }) => what)).toEqual(['note', 'original', 'words', 'bill'])
  const seen: number[] = []
  for (let after: string | null = null; ;) {
    const page = listDepartures(store.db, { ...everything, after, limit: 2 }, vendor)
    seen.push(...page.departures.map(({ at }) => at))
    after = page.next
    if (after === null) break
  }
  expect(seen).toEqual([600, 500, 400, 310, 210, 200])
})
