import type { Output } from '../../shared/contract'
import type { DocumentId } from '../../shared/ids'
import { readSettings } from '../store/settings'
import { billRequest } from './bill-request'
import { buildBill } from './build-bill'
import { carrierItemId } from './carrier-item'
import { theirId } from './ledger-map'
import type { LedgerSession } from './ledger-session'
import { loadPostable } from './load-approved'
import { billPolicy } from './mapping'
import { requireOpenPeriod } from './period-lock'
import { ledgerAccounts, matching } from './resolve-accounts'
import { resolveBranch } from './resolve-branch'
import { taxKeyOf } from './tax-map'
import { vendorKey } from './vendor-identity'

/**
 * The exact request an invoice would be posted with now. Nothing is made and nothing is sent; what the ledger does not
 * have yet is named in `missing` and stands as 0.
 *
 * @throws AppError what posting it would throw: `bill_incomplete`, `bill_not_balanced`, `ledger_exchange_rate_needed`,
 *   `ledger_branch_needed`, `ledger_period_locked`; ServerFailure
 */
export async function dryRun(session: LedgerSession, documentId: DocumentId): Promise<Output<'ledger.dryRun'>> {
  const { store, organization } = session
  const settings = readSettings(store.db)
  const { vendor, invoice } = loadPostable(store.db, documentId)
  const draft = buildBill(invoice, billPolicy(session, settings))
  await requireOpenPeriod(session, draft.date)
  const rows = await ledgerAccounts(session)
  const chart = session.chart(settings.chart)
  const missing: string[] = []
  const idOr = (id: number | undefined, name: string) => {
    if (id === undefined) missing.push(name)
    return id ?? 0
  }
  const idOf = (code: string) => {
    const tax = taxKeyOf(code)
    const mapped = theirId(store.db, organization, tax === undefined ? 'account' : 'tax', tax ?? code)
    return rows.find(row => row.id === mapped)?.id ?? (tax === undefined ? matching(rows, code, chart)?.id : undefined)
  }
  const codes = [...new Set(draft.lines.map(line => line.accountCode))]
  const branchId = await resolveBranch(session)
  const request = billRequest(draft, {
    vendorId: idOr(theirId(store.db, organization, 'vendor', vendorKey(vendor, draft.currency, session)), vendor.name),
    itemId: idOr(carrierItemId(session), 'item'),
    accountIds: new Map(codes.map(code => [code, idOr(idOf(code), code)])),
    ...(branchId === undefined ? {} : { branchId }),
    asDraft: settings.ledgerChecksDrafts,
  })
  const path = draft.kind === 'bill' ? '/api/bills' : '/api/vendor-credits'
  return { method: 'POST', path, body: JSON.stringify(request, null, 2), missing }
}
