import { isNotNull } from 'drizzle-orm'
import type { LedgerAccountView, MappingRow } from '../../shared/ledger'
import type { Output, Parsed } from '../../shared/contract'
import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { invoiceLines } from '../store/schema'
import { write, type Reader } from '../store/write'
import type { AccountAnswer } from './answers'
import { forgetId, rememberId, theirId } from './ledger-map'
import type { LedgerSession } from './ledger-session'
import { isMadeWhenNeeded, ledgerAccounts, makeAccount, matching } from './resolve-accounts'
import { chosenBranch, ledgerBranches, suggestedBranch } from './resolve-branch'
import { taxKey } from './tax-map'
import { taxesMet, type TaxMet } from './taxes-met'

/** Every account and tax that bills of this company use, with where it goes in the ledger. */
export async function ledgerMapping(session: LedgerSession, settings: Settings): Promise<Output<'ledger.mapping'>> {
  const rows = await ledgerAccounts(session)
  const ofLines = accountsInUse(session.store.db)
  const taxes = taxesMet(session.store.db, session.chart(settings.chart), ofLines)
  const codes = new Set([...ofLines, ...taxes.flatMap(({ accounts }) => accounts)])
  return {
    rows: [
      ...[...codes].sort().map(code => accountRow(session, settings, rows, code)),
      ...taxes.map(tax => taxRow(session, settings, rows, tax)),
    ],
    accounts: rows.map(viewOf),
  }
}

/** @throws AppError `account_not_found` when the ledger has no such account */
export function setMapping(session: LedgerSession, { kind, ours, theirs }: Parsed<'ledger.setMapping'>): void {
  const { store, organization } = session
  const account = session.known.accounts?.rows.find(row => row.id === theirs)
  if (theirs !== null && session.known.accounts && !account) throw new AppError('account_not_found')
  write(store, tx => {
    if (theirs === null) forgetId(tx, organization, kind, ours)
    else rememberId(tx, organization, kind, ours, theirs)
    const params = { kind, ours, theirs: account?.name ?? String(theirs ?? '') }
    appendJournal(tx, { at: session.now(), actor: sittingActor(tx), kind: 'ledger.mapped', documentId: null, params })
  })
}

/** Makes an account of ours in the ledger now instead of at its first posting. */
export async function createLedgerAccount(
  session: LedgerSession,
  accountCode: string,
  settings: Settings,
): Promise<LedgerAccountView> {
  const rows = await ledgerAccounts(session)
  const chart = session.chart(settings.chart)
  const found = matching(rows, accountCode, chart)
  // A person asks for it: the preference about making accounts unasked does not matter.
  const policy = { chart: settings.chart, ledgerCreatesAccounts: true }
  return viewOf(found ?? (await makeAccount(session, accountCode, chart, policy, rows)))
}

export async function branchChoice(session: LedgerSession): Promise<Output<'ledger.branches'>> {
  const rows = await ledgerBranches(session)
  const chosen = theirId(session.store.db, session.organization, 'branch', chosenBranch)
  return {
    branches: rows.map(({ id, name }) => ({ id, name })),
    chosen: rows.some(row => row.id === chosen) ? (chosen ?? null) : null,
    suggested: suggestedBranch(rows)?.id ?? null,
  }
}

export function chooseBranch(session: LedgerSession, branchId: number): void {
  const name = session.known.branches?.rows.find(row => row.id === branchId)?.name ?? String(branchId)
  write(session.store, tx => {
    rememberId(tx, session.organization, 'branch', chosenBranch, branchId)
    const params = { kind: 'branch', ours: chosenBranch, theirs: name }
    appendJournal(tx, { at: session.now(), actor: sittingActor(tx), kind: 'ledger.mapped', documentId: null, params })
  })
}

function accountRow(
  session: LedgerSession,
  settings: Settings,
  rows: readonly AccountAnswer[],
  code: string,
): MappingRow {
  const chart = session.chart(settings.chart)
  const chosen = rows.find(row => row.id === theirId(session.store.db, session.organization, 'account', code))
  const suggested = matching(rows, code, chart)
  return {
    kind: 'account',
    ours: code,
    name: chart.byCode.get(code)?.name[settings.language] ?? code,
    chosen: chosen ? viewOf(chosen) : null,
    suggested: suggested ? viewOf(suggested) : null,
    isMadeWhenNeeded: !chosen && !suggested && isMadeWhenNeeded(code, chart, settings),
  }
}

function taxRow(session: LedgerSession, settings: Settings, rows: readonly AccountAnswer[], tax: TaxMet): MappingRow {
  const ours = taxKey(tax)
  const chosen = rows.find(row => row.id === theirId(session.store.db, session.organization, 'tax', ours))
  // Without a choice a tax goes where its account of the chart goes.
  const [code] = tax.accounts
  const usual = code === undefined ? undefined : accountRow(session, settings, rows, code)
  return {
    kind: 'tax',
    ours,
    name: tax.rate === null ? tax.name : `${tax.name} ${tax.rate}%`,
    chosen: chosen ? viewOf(chosen) : null,
    suggested: usual?.chosen ?? usual?.suggested ?? null,
    isMadeWhenNeeded: !chosen && (usual?.isMadeWhenNeeded ?? false),
    isPartOfCost: !chosen && code === undefined,
  }
}

function accountsInUse(reader: Reader): string[] {
  const rows = reader
    .selectDistinct({ code: invoiceLines.accountCode })
    .from(invoiceLines)
    .where(isNotNull(invoiceLines.accountCode))
    .all()
  return rows.flatMap(row => row.code ?? [])
}

function viewOf({ id, name, code, account_type }: AccountAnswer): LedgerAccountView {
  return { id, name, code, type: account_type }
}
