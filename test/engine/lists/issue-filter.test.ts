import { expect, test } from 'vitest'
import { InboxFilter } from '../../../src/shared/inbox'
import { whereInbox } from '../../../src/engine/lists/inbox-filter'
import { openStore } from '../../../src/engine/store/open'
import { inboxRows } from '../../../src/engine/store/schema'

test('filtering by an issue asks for the issues of each document, so that ten thousand invoices take milliseconds', () => {
  const { db, raw } = openStore(':memory:')
  const filter = InboxFilter.parse({ issueKey: 'vendor_no_match' })
  const { sql, params } = db.select().from(inboxRows).where(whereInbox(filter, 0)).toSQL()
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/SEARCH issues .*issues_by_document/)
  raw.close()
})
