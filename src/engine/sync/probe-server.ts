import Big from 'big.js'
import type { LedgerProbe } from '../../shared/ledger'
import type { BillAnswer } from './answers'
import { carrierItem } from './carrier-item'
import type { LedgerSession } from './ledger-session'
import { ledgerBranches, suggestedBranch } from './resolve-branch'

/** Never translated: whoever finds one left behind after a broken connection knows that it may go. */
const probeName = 'Quittance check (may be deleted)'
const day = '2026-02-10'

/**
 * Finds out how this server computes bills, instead of trusting what one release did: with tax fields, with taxes as
 * lines, with line discounts, and in which zone it keeps its calendar. Everything is tried with drafts, which are in
 * no account and no balance, and taken away again; the vendor and the tax rate they needed too.
 *
 * @throws ServerFailure, AppError `ledger_account_missing`; what could not be taken away is named in the log
 */
export async function probeServer(session: LedgerSession): Promise<LedgerProbe> {
  const { ledger, log } = session
  const undo: { readonly what: string; readonly act: () => Promise<void> }[] = []
  try {
    const itemId = await carrierItem(session)
    const branches = await ledgerBranches(session)
    const branch = suggestedBranch(branches)
    const vendor = await ledger.createVendor({ display_name: probeName, currency_code: session.baseCurrency })
    undo.push({ what: `vendor ${vendor.id}`, act: () => ledger.deleteVendor(vendor.id) })
    const stamp = session.now()
    const rate = await ledger.createTaxRate({ name: probeName, code: `QC${stamp}`, rate: 16, active: true })
    undo.push({ what: `tax rate ${rate.id}`, act: () => ledger.deleteTaxRate(rate.id) })
    let drafts = 0
    const draft = async (more: object, lines: readonly object[]): Promise<BillAnswer> => {
      const bill = await ledger.createDraft({
        vendor_id: vendor.id,
        bill_number: `QUITTANCE-CHECK-${stamp}-${++drafts}`,
        bill_date: day,
        note: probeName,
        open: false,
        ...(branch === undefined ? {} : { branch_id: branch.id }),
        ...more,
        entries: lines.map((line, position) => ({ index: position + 1, item_id: itemId, quantity: 1, ...line })),
      })
      undo.push({ what: `draft ${bill.id}`, act: () => ledger.deleteBill(bill.id) })
      return bill
    }
    const exclusive = await draft({}, [{ rate: 200, tax_rate_id: rate.id }])
    const inclusive = await draft({ is_inclusive_tax: true }, [{ rate: 232, tax_rate_id: rate.id }])
    const asLines = await draft({}, [{ rate: 200 }, { rate: 32 }, { rate: -20 }])
    const discounted = await draft({}, [{ rate: 200, discount: 10, discount_type: 'amount' }])
    const totals = {
      taxExclusive: decimal(exclusive.total),
      taxInclusive: decimal(inclusive.total),
      asLines: decimal(asLines.total),
      lineDiscount: decimal(discounted.total),
    }
    const zoneMinutes = minutesAhead(asLines.bill_date)
    return { at: stamp, ...totals, zoneMinutes, branches: branches.length > 0, mode: modeOf(totals) }
  } finally {
    // Newest first: a vendor with bills cannot be deleted.
    for (const { what, act } of undo.reverse()) {
      try {
        await act()
      } catch (thrown) {
        log.warn({ what, cause: thrown instanceof Error ? thrown.message : '' }, 'left behind after a check')
      }
    }
  }
}

/** Which way of stating taxes this server adds up. */
export function modeOf(totals: Pick<LedgerProbe, 'taxExclusive' | 'taxInclusive' | 'asLines'>): LedgerProbe['mode'] {
  if (!new Big(totals.asLines).eq(212)) return 'unfit'
  return new Big(totals.taxExclusive).eq(232) && new Big(totals.taxInclusive).eq(232) ? 'either' : 'lines'
}

/** The server's midnight of the day we sent, as an instant, tells how far its calendar is ahead of UTC. */
function minutesAhead(billDate: string): number {
  const minutes = Math.round((Date.parse(`${day}T00:00:00.000Z`) - Date.parse(billDate)) / 60_000)
  return Number.isNaN(minutes) ? 0 : minutes
}

function decimal(total: number): string {
  return new Big(total).round(3).toString()
}
