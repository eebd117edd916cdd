import type { EpochMs } from '../../shared/ids'
import type { Settings } from '../../shared/settings'
import type { EngineLog } from '../host'
import type { Chart } from '../pipeline/code/chart'
import type { Store } from '../store/open'
import type { KeyedVendor } from './alike-vendors'
import type { AccountAnswer, Branch, LocksAnswer, VendorAnswer } from './answers'
import type { Checkpoint } from './checkpoint'
import type { Ledger, Postings } from './ledger-port'

/** Everything one connection to one organization needs; made anew when the connection changes. */
export interface LedgerSession {
  readonly store: Store
  readonly ledger: Ledger
  readonly organization: string
  readonly baseCurrency: string
  readonly log: EngineLog
  readonly actor: string
  readonly checkpoint: Checkpoint
  now(): EpochMs
  chart(key: Settings['chart']): Chart
  readonly known: LedgerKnowledge
}

/** What was read lately, so that a hundred bills do not ask for the chart a hundred times (10 calls a minute). */
export interface LedgerKnowledge {
  accounts: { readonly rows: AccountAnswer[]; readonly readAt: EpochMs } | undefined
  readonly vendors: Map<number, { readonly row: VendorAnswer; readonly readAt: EpochMs }>
  /** For look-alikes of a vendor about to be made. */
  everyVendor: { readonly rows: KeyedVendor[]; readonly readAt: EpochMs } | undefined
  itemChecked: EpochMs | undefined
  branches: { readonly rows: Branch[]; readonly readAt: EpochMs } | undefined
  locks: { readonly said: LocksAnswer; readonly readAt: EpochMs } | undefined
}

export function nothingKnown(): LedgerKnowledge {
  const nothing = { accounts: undefined, everyVendor: undefined, itemChecked: undefined, branches: undefined }
  return { ...nothing, vendors: new Map(), locks: undefined }
}

const freshForMs = 5 * 60_000

export function isFresh(readAt: EpochMs | undefined, now: EpochMs): boolean {
  // Both ways: a clock that was set back must not keep an answer fresh for days.
  return readAt !== undefined && Math.abs(now - readAt) < freshForMs
}

/** The ledger's calls for what a row of the outbox becomes. */
export function postingsOf({ ledger }: LedgerSession, kind: 'bill' | 'vendor_credit'): Postings {
  return kind === 'bill' ? ledger.bills : ledger.vendorCredits
}
