import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { documentById, moveDocument, nextIntakeNumber } from '../../../src/engine/store/documents'
import { openStore } from '../../../src/engine/store/open'
import { write } from '../../../src/engine/store/write'
import { aDocument, codeOf } from './folder'

test('intake numbers go up one by one in order of arrival', () => {
  const store = openStore(':memory:')
  expect(['a.xml', 'b.xml', 'c.xml'].map(name => aDocument(store, name).intakeNumber)).toEqual([1, 2, 3])
  expect(write(store, nextIntakeNumber)).toBe(4)
})

test('no two documents can have the same intake number', () => {
  const store = openStore(':memory:')
  const { id } = aDocument(store, 'a.xml')
  aDocument(store, 'b.xml')
  expect(() => store.raw.prepare('UPDATE documents SET intake_number = 2 WHERE id = ?').run(id)).toThrow(/UNIQUE/)
})

test('a document put into another state keeps no step or reason of the state before', () => {
  const store = openStore(':memory:')
  const { id } = aDocument(store)
  write(store, tx => moveDocument(tx, id, { state: 'processing', step: 'read' }))
  expect(documentById(store.db, id)).toMatchObject({ state: 'processing', step: 'read', stateReason: null })
  write(store, tx => moveDocument(tx, id, { state: 'on_hold', reason: 'waiting for the goods' }))
  expect(documentById(store.db, id)).toMatchObject({
    state: 'on_hold',
    step: null,
    stateReason: 'waiting for the goods',
  })
  write(store, tx => moveDocument(tx, id, { state: 'ready' }))
  expect(documentById(store.db, id)).toMatchObject({ state: 'ready', step: null, stateReason: null })
})

test('a document that is not there is said to be not there', () => {
  const store = openStore(':memory:')
  expect(codeOf(() => documentById(store.db, 'nobody' as DocumentId))).toBe('document_not_found')
})
