import { AppError } from '../../shared/result'
import type { Branch } from './answers'
import { theirId } from './ledger-map'
import { isFresh, type LedgerSession } from './ledger-session'

/** Key of the chosen branch in our map. */
export const chosenBranch = 'chosen'

/**
 * The branch bills are booked to; undefined while the organization has no branches. One alone needs no choice.
 *
 * @throws AppError `ledger_branch_needed` (params `suggested`) when there are several and none was chosen; ServerFailure
 */
export async function resolveBranch(session: LedgerSession): Promise<number | undefined> {
  const rows = await ledgerBranches(session)
  if (rows.length === 0) return undefined
  const chosen = theirId(session.store.db, session.organization, 'branch', chosenBranch)
  const branch = rows.find(row => row.id === chosen) ?? (rows.length === 1 ? rows[0] : undefined)
  if (branch) return branch.id
  throw new AppError('ledger_branch_needed', { suggested: suggestedBranch(rows)?.name ?? '' })
}

/** The organization's branches: one call, kept for a while. */
export async function ledgerBranches(session: LedgerSession): Promise<Branch[]> {
  const { known } = session
  if (known.branches === undefined || !isFresh(known.branches.readAt, session.now())) {
    known.branches = { rows: await session.ledger.branches(), readAt: session.now() }
  }
  return known.branches.rows
}

/** "Head Branch" is made with the feature. */
export function suggestedBranch(rows: readonly Branch[]): Branch | undefined {
  return rows.find(row => row.primary) ?? rows[0]
}
