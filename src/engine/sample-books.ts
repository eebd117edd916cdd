import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LineId } from '../shared/ids'
import { AppError } from '../shared/result'
import { SettingsPatch } from '../shared/settings'
import type { DecisionContext } from './decisions/context'
import { SharedRows } from './decisions/shared-rows'
import type { Tx } from './store/write'
import { createVendor, learnAccount } from './vendors/lessons'

/** Books in the middle of a year: some vendors are known and their lines were coded before, the others write for the first time. */
const SampleBooks = z.object({
  settings: SettingsPatch,
  /** The company in its own words, as a person would write them in Settings. */
  description: z.string(),
  vendors: z.array(
    z.object({
      name: z.string(),
      taxId: z.string(),
      country: z.string(),
      taught: z.array(
        z.object({ description: z.string(), classificationCode: z.string().nullable(), accountCode: z.string() }),
      ),
    }),
  ),
})
export type SampleBooks = z.infer<typeof SampleBooks>

/** How often each line was coded the same way before: agreeing lessons go without a look. */
const timesTaught = 2

/** @throws AppError `samples_missing` */
export function readSampleBooks(resourcesFolder: string): SampleBooks {
  try {
    return SampleBooks.parse(JSON.parse(readFileSync(join(resourcesFolder, 'sample-books.json'), 'utf8')))
  } catch (thrown) {
    throw new AppError('samples_missing', {}, 'never', { cause: thrown })
  }
}

/** Enters the vendors as if a person had met them before. */
export function enterKnownVendors(tx: Tx, books: SampleBooks, ctx: DecisionContext): void {
  // Nothing here can be undone: it was so before the first invoice came.
  const shared = new SharedRows()
  for (const { name, taxId, country, taught } of books.vendors) {
    const vendorId = createVendor(tx, { name, taxId, country }, shared, ctx)
    for (const { accountCode, ...line } of taught) {
      for (let time = 0; time < timesTaught; time++) {
        learnAccount(tx, vendorId, { id: ctx.newId<LineId>(), ...line }, accountCode, shared, ctx)
      }
    }
  }
}
