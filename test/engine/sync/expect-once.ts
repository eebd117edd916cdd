import { expect } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import type { Desk } from './ledger-desk'
import { judge, kept } from './once'

/** The promise "once" was kept. */
export function expectExactlyOnce(desk: Desk, documentIds: readonly DocumentId[]): void {
  expect(judge(desk, documentIds)).toMatchObject(kept)
}
