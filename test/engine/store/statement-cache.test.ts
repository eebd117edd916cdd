import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/engine/store/open'
import { documents } from '../../../src/engine/store/schema'
import { aDocument } from './folder'

test('each SQL text is compiled once, however often it is asked', () => {
  const store = openStore(':memory:')
  const { id } = aDocument(store)
  let compiled = 0
  const { prepare } = store.raw
  store.raw.prepare = ((text: string) => {
    compiled += 1
    return prepare.call(store.raw, text)
  }) as typeof prepare
  for (let n = 0; n < 50; n++) store.db.select().from(documents).where(eq(documents.id, id)).get()
  expect(compiled).toBe(1)
})

test('the same text asked for rows as objects, as arrays and as objects again gives what was asked for', () => {
  const { db } = openStore(':memory:')
  const text = sql`select 1160.5 as total, 'MXN' as currency`
  const asObject = { total: 1160.5, currency: 'MXN' }
  expect(db.get(text)).toEqual(asObject)
  expect(db.values(text)).toEqual([[1160.5, 'MXN']])
  expect(db.all(text)).toEqual([asObject])
  expect(db.get(text)).toEqual(asObject)
})

test('more different texts than are kept are all answered', () => {
  const { db } = openStore(':memory:')
  for (let n = 0; n < 1_000; n++) expect(db.get(sql.raw(`select ${n} as n`))).toEqual({ n })
  expect(db.get(sql.raw('select 3 as n'))).toEqual({ n: 3 })
})
