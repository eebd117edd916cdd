import { z } from 'zod'
import type { ErrorData } from '../../shared/result'
import type { Announce } from '../queue/announcer'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Tx } from '../store/write'
import type { LedgerSession } from './ledger-session'
import { isWatchAlarm, reconcileLedger, watchLedger } from './watch-ledger'

const dayMs = 24 * 60 * 60_000
/** How long a person's word about many changes counts. */
const confirmedForMs = 60 * 60_000
export const lastWatchKey = 'ledger.lastWatch'
const lastReconciledKey = 'ledger.lastReconciled'
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
  writeSetting(tx, lastReconciledKey, undefined)
  writeSetting(tx, lastWatchKey, undefined)
}

/** Looks at posted bills once per period, at all of them once a day. What it finds odd stops no posting. */
export function createWatchRounds() {
  let alarm: ErrorData | null = null
  return {
    /** Why what the ledger says is not believed; null while it is. */
    alarm: () => alarm,
    async work(session: LedgerSession, { force, periodMs, signal, announce }: Round): Promise<void> {
      const { store, now, log } = session
      const since = (key: string) => Math.abs(now() - (readSetting(store.db, key, z.number()) ?? 0))
      const isMassChangeConfirmed = since(massChangeKey) < confirmedForMs
      if (!force && !isMassChangeConfirmed && since(lastWatchKey) < periodMs) return
      try {
        if (since(lastReconciledKey) >= dayMs) {
          const isDone = await reconcileLedger(session, { announce, signal, isMassChangeConfirmed })
          if (isDone) write(store, tx => writeSetting(tx, lastReconciledKey, now()))
        }
        await watchLedger(session, { announce, signal, isMassChangeConfirmed })
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
