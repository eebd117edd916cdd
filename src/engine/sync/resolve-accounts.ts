import { AppError } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { Chart } from '../pipeline/code/chart'
import { appendJournal } from '../store/journal'
import { write } from '../store/write'
import type { AccountAnswer } from './answers'
import { ledgerAccountType } from './account-type'
import type { NewAccount } from './ledger-port'
import { ServerFailure } from '../http/server-failure'
import { rememberId, theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'
import { sameLedgerText } from './same-text'
import { taxKeyOf } from './tax-map'

export type AccountPolicy = Pick<Settings, 'chart' | 'ledgerCreatesAccounts'>

/**
 * The ledger's ids for accounts of our chart: as mapped, else the one with the same code, else the one with the same
 * name, else made.
 *
 * @throws AppError `ledger_account_missing` (params `account`) when it may not or cannot be made; ServerFailure
 */
export async function resolveAccounts(
  session: LedgerSession,
  codes: readonly string[],
  policy: AccountPolicy,
): Promise<Map<string, number>> {
  const chart = session.chart(policy.chart)
  const ids = new Map<string, number>()
  for (const code of new Set(codes)) {
    const rows = await ledgerAccounts(session)
    const tax = taxKeyOf(code)
    if (tax !== undefined) {
      ids.set(code, mappedTaxAccount(session, tax, rows))
      continue
    }
    const mapped = theirId(session.store.db, session.organization, 'account', code)
    const found = rows.find(row => row.id === mapped) ?? matching(rows, code, chart)
    const account = found ?? (await makeAccount(session, code, chart, policy, rows))
    if (account.id !== mapped) {
      write(session.store, tx => rememberId(tx, session.organization, 'account', code, account.id))
    }
    ids.set(code, account.id)
  }
  return ids
}

/** The account a person chose for a tax; when it is gone from the ledger the choice has to be made again. */
function mappedTaxAccount({ store, organization }: LedgerSession, key: string, rows: readonly AccountAnswer[]): number {
  const chosen = rows.find(row => row.id === theirId(store.db, organization, 'tax', key))
  if (!chosen) throw new AppError('ledger_account_missing', { account: key })
  return chosen.id
}

/** Every active account of the ledger: one call, kept for a while. */
export async function ledgerAccounts(session: LedgerSession): Promise<AccountAnswer[]> {
  const { known } = session
  if (known.accounts === undefined || !isFresh(known.accounts.readAt, session.now())) {
    known.accounts = { rows: await session.ledger.accounts(), readAt: session.now() }
  }
  return known.accounts.rows
}

/** The ledger's account that stands for one of ours by code or name; undefined when none, or several, could be meant. */
export function matching(rows: readonly AccountAnswer[], code: string, chart: Chart): AccountAnswer | undefined {
  const sameCode = rows.filter(row => row.code === code)
  const name = nameOf(chart, code)
  // The ledger's own chart has two accounts with one code: the name decides, else neither is meant.
  if (sameCode.length > 1) return sameCode.find(row => name !== undefined && sameLedgerText(row.name, name))
  if (sameCode[0]) return sameCode[0]
  if (name === undefined) return undefined
  // "Papelería" exists in three families of the SAT chart: an account that bears another code of it is another account.
  return rows.find(row => sameLedgerText(row.name, name) && (row.code === null || !chart.byCode.has(row.code)))
}

export async function makeAccount(
  session: LedgerSession,
  code: string,
  chart: Chart,
  policy: AccountPolicy,
  rows: AccountAnswer[],
): Promise<AccountAnswer> {
  const name = nameOf(chart, code)
  const type = ledgerAccountType(chart, code)
  if (!policy.ledgerCreatesAccounts || name === undefined || type === undefined) {
    throw new AppError('ledger_account_missing', { account: code, ...(name === undefined ? {} : { name }) })
  }
  const isTaken = rows.some(row => sameLedgerText(row.name, name))
  const made = await create(session, code, {
    // Names are unique in the ledger, at least 3 and at most 255 characters.
    name: (isTaken || name.length < 3 ? `${code} ${name}` : name).slice(0, 255),
    account_type: type,
    // The ledger takes 3 to 6 characters.
    ...(code.length >= 3 && code.length <= 6 ? { code } : {}),
  })
  await session.checkpoint('account_created')
  rows.push(made)
  write(session.store, tx => {
    rememberId(tx, session.organization, 'account', code, made.id)
    const params = { account: code, name, ledgerId: made.id }
    const kind = 'ledger.account_created'
    appendJournal(tx, { at: session.now(), actor: session.actor, kind, documentId: null, params })
  })
  return made
}

async function create(session: LedgerSession, code: string, account: NewAccount): Promise<AccountAnswer> {
  try {
    return await session.ledger.createAccount(account)
  } catch (thrown) {
    // It may be there now: the next look at the chart has to be a fresh one.
    session.known.accounts = undefined
    const type = thrown instanceof ServerFailure ? thrown.facts.type : undefined
    // Taken by an account that the list does not show: an inactive one.
    if (type === 'account_code_not_unique' || type === 'account_name_not_unqiue') {
      throw new AppError('ledger_account_missing', { account: code, name: account.name })
    }
    throw thrown
  }
}

/** Whether an account may be made in the ledger when it is needed. */
export function isMadeWhenNeeded(code: string, chart: Chart, policy: AccountPolicy): boolean {
  return (
    policy.ledgerCreatesAccounts && nameOf(chart, code) !== undefined && ledgerAccountType(chart, code) !== undefined
  )
}

const inSpanish: ReadonlySet<Chart['key']> = new Set(['sat', 'es-pgc'])

/** Official names in the chart's own language, whatever the screens speak: the ledger is one for all its users. */
export function nameOf(chart: Chart, code: string): string | undefined {
  const account = chart.byCode.get(code)
  return inSpanish.has(chart.key) ? account?.name.es : account?.name.en
}
