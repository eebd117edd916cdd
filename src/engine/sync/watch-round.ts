import { z } from 'zod'
import type { ErrorData } from '../../shared/result'
import type { Announce } from '../queue/announcer'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Tx } from '../store/write'
import { ServerFailure, type FailureKind } from '../http/server-failure'
import type { LedgerSession } from './ledger-session'
import { isWatchAlarm, reconcileLedger, watchLedger, type Watch } from './watch-ledger'

const dayMs = 24 * 60 * 60_000
/** How long a person's word about many changes counts. */
const confirmedForMs = 60 * 60_000
export const lastWatchKey = 'ledger.lastWatch'
const lastReconciledKeys = { bill: 'ledger.lastReconciled', vendor_credit: 'ledger.lastReconciledCredits' } as const
const massChangeKey = 'ledger.massChangeConfirmed'

export interface Round {
  /** A person asked: whatever the time. */
  readonly force: boolean
  readonly periodMs: number
  readonly signal: AbortSignal
  readonly announce: Announce
}

/** A person has seen the changes and says they are right. */
export function keepMassChangeConfirmed(tx: Tx, now: number): void {
  writeSetting(tx, massChangeKey, now)
}

/** These books are older than what they say of the ledger: all of it is compared at the next look. */
export function reconcileAnew(tx: Tx): void {
  for (const key of Object.values(lastReconciledKeys)) writeSetting(tx, key, undefined)
  writeSetting(tx, lastWatchKey, undefined)
}

/** What a server may answer to a list it does not keep as we know it. */
const refusals: ReadonlySet<FailureKind> = new Set(['validation', 'not_found', 'conflict', 'server', 'contract_broken'])

/**
 * Compares the list of vendor credits. No recording shows that list: a server that refuses it is asked again at the next
 * look, and posting and bills go on.
 */
async function reconcileCredits(session: LedgerSession, watch: Watch): Promise<boolean> {
  try {
    return await reconcileLedger(session, 'vendor_credit', watch)
  } catch (thrown) {
    if (!(thrown instanceof ServerFailure) || !refusals.has(thrown.facts.kind)) throw thrown
    session.log.warn(
      { code: thrown.data.code, ...thrown.data.params },
      'the list of vendor credits could not be compared',
    )
    return false
  }
}

/** Looks at what was posted once per period, at all of it once a day. What it finds odd stops no posting. */
export function createWatchRounds() {
  let alarm: ErrorData | null = null
  return {
    /** Why what the ledger says is not believed; null while it is. */
    alarm: () => alarm,
    async work(session: LedgerSession, { force, periodMs, signal, announce }: Round): Promise<void> {
      const { store, now, log } = session
      const since = (key: string) => Math.abs(now() - (readSetting(store.db, key, z.number()) ?? 0))
      const isMassChangeConfirmed = since(massChangeKey) < confirmedForMs
      const watch = { announce, signal, isMassChangeConfirmed }
      const onceADay = async (kind: keyof typeof lastReconciledKeys, compare: () => Promise<boolean>) => {
        const key = lastReconciledKeys[kind]
        if (since(key) >= dayMs && (await compare())) write(store, tx => writeSetting(tx, key, now()))
      }
      if (!force && !isMassChangeConfirmed && since(lastWatchKey) < periodMs) return
      try {
        await onceADay('bill', () => reconcileLedger(session, 'bill', watch))
        await watchLedger(session, watch)
        await onceADay('vendor_credit', () => reconcileCredits(session, watch))
        alarm = null
      } catch (thrown) {
        if (!isWatchAlarm(thrown)) throw thrown
        alarm = thrown.data
        log.warn(
          { code: thrown.data.code, ...thrown.data.params },
          'what the ledger says about posted bills is not believed',
        )
      }
      write(store, tx => writeSetting(tx, lastWatchKey, now()))
    },
  }
}
