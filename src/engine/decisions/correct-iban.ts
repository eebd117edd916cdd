import { eq } from 'drizzle-orm'
import type { Fix } from '../../shared/issue'
import { AppError } from '../../shared/result'
import { compactIban, isIban } from '../pipeline/check/iban'
import { invoices } from '../store/schema'
import type { CommandScope } from './command'
import { loadInvoice } from './load'

/**
 * Puts a bank account right that the document names; the account on file of the vendor is not touched by it.
 *
 * @throws AppError `value_invalid` when the new number is no IBAN, `fix_no_longer_fits` when the document names the old
 *   one no more
 */
export function putIban({ tx, documentId, ctx }: CommandScope, fix: Extract<Fix, { type: 'correct_iban' }>): void {
  if (!isIban(fix.value)) throw new AppError('value_invalid', { field: 'iban', reason: 'text' })
  const { id, details } = loadInvoice(tx, documentId)
  const named = (details ?? []).findIndex(({ key, value }) => key === 'iban' && value === fix.from)
  if (details === null || named === -1) throw new AppError('fix_no_longer_fits')
  const corrected = { key: 'iban', value: compactIban(fix.value), origin: { kind: 'person', at: ctx.now } } as const
  tx.update(invoices)
    .set({ details: details.with(named, corrected) })
    .where(eq(invoices.id, id))
    .run()
}
