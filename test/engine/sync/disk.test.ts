import { expect, test } from 'vitest'
import type { SyncPoint } from '../../../src/engine/sync/checkpoint'
import { approve, stationery } from './books'
import { openDesk } from './ledger-desk'
import { expectExactlyOnce } from './expect-once'

const points: readonly SyncPoint[] = [
  'row_taken',
  'vendor_created',
  'account_created',
  'item_created',
  'looked_up',
  'sent_committed',
  'answered',
  'read_back',
]

test.each(points)('a disk that takes nothing any more from %s on: nothing is lost, nothing doubled', async point => {
  const desk = await openDesk()
  const documentIds = [
    approve(desk.store, stationery('A-1'), desk.clock.now),
    approve(desk.store, stationery('A-2'), desk.clock.now),
  ]
  desk.at(point, () => desk.store.raw.pragma('query_only = ON'))
  await desk.sync().syncNow()
  expect(desk.sync().status().lastError?.code).toBe('store_read_only')
  expect(desk.sync().status().waiting).toBe(2)
  // Trying on without a disk must not send anything again either.
  await desk.sync().syncNow()

  desk.store.raw.pragma('query_only = OFF')
  desk.clock.now += 60_000
  await desk.settle()
  expectExactlyOnce(desk, documentIds)
  await desk.close()
})
