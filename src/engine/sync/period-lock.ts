import { AppError } from '../../shared/result'
import type { LocksAnswer } from './answers'
import { isFresh, type LedgerSession } from './ledger-session'

/**
 * Refuses a bill dated in a closed period before anything of it is sent. Opening a draft would slip past the
 * ledger's own lock (contracts/bigcapital.md §6.6).
 *
 * @throws AppError `ledger_period_locked` (params `lockedTo`); ServerFailure
 */
export async function requireOpenPeriod(session: LedgerSession, date: string): Promise<void> {
  const isLocked = async () => {
    const until = lockedUntil(await ledgerLocks(session))
    return until !== undefined && date <= until ? until : undefined
  }
  let lockedTo = await isLocked()
  if (lockedTo !== undefined && session.known.locks?.readAt !== session.now()) {
    // A person may just have opened the period for this very bill.
    session.known.locks = undefined
    lockedTo = await isLocked()
  }
  if (lockedTo !== undefined) throw new AppError('ledger_period_locked', { lockedTo })
}

/** Last closed day of purchases; undefined when none is closed, or a part of it was opened again. */
export function lockedUntil({ all, modules, locking_type }: LocksAnswer): string | undefined {
  const purchases = modules.find(each => each.module === 'purchases')
  // Which days a partial unlock opens was never observed: the ledger itself decides about those.
  if (purchases?.is_partial_unlock === true) return undefined
  const lock = locking_type === 'all' ? all : purchases
  return lock?.is_enabled === true ? (lock.lock_to_date?.slice(0, 10) ?? undefined) : undefined
}

/** What periods are closed there: one call, kept for a while. */
export async function ledgerLocks(session: LedgerSession): Promise<LocksAnswer> {
  const { known } = session
  if (known.locks === undefined || !isFresh(known.locks.readAt, session.now())) {
    known.locks = { said: await session.ledger.locks(), readAt: session.now() }
  }
  return known.locks.said
}
