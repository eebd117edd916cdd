import type { EpochMs } from '../../shared/ids'
import type { Settings } from '../../shared/settings'
import type { EngineLog } from '../host'
import type { Chart } from '../pipeline/code/chart'
import type { Store } from '../store/open'
import type { AccountAnswer, VendorAnswer } from './answers'
import type { BigCapital } from './bigcapital'
import type { Checkpoint } from './checkpoint'

/** Everything one connection to one organization needs; made anew when the connection changes. */
export interface LedgerSession {
  readonly store: Store
  readonly ledger: BigCapital
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
  itemChecked: EpochMs | undefined
}

export function nothingKnown(): LedgerKnowledge {
  return { accounts: undefined, vendors: new Map(), itemChecked: undefined }
}

const freshForMs = 5 * 60_000

export function isFresh(readAt: EpochMs | undefined, now: EpochMs): boolean {
  return readAt !== undefined && now - readAt < freshForMs
}
