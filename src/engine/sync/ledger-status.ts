import { z } from 'zod'
import type { LedgerStatus } from '../../shared/ledger'
import type { EpochMs } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { CircuitView } from '../http/circuit'
import { readSetting } from '../store/settings'
import type { Reader } from '../store/write'
import { lastSyncKey, readConnection } from './connection'
import { outboxCounts, postedSince, watchCounts } from './outbox'
import { readProbe } from './probe-result'
import { unknownCount } from './unknown-bills'
import { lastWatchKey } from './watch-round'

export const pausedKey = 'ledger.paused'

/** What only the running sync knows. */
export interface Running {
  readonly now: EpochMs
  readonly nextSyncAt: EpochMs | null
  readonly lastError: ErrorData | null
  readonly heldUntil: EpochMs | null
  readonly alarm: ErrorData | null
  readonly circuit: CircuitView
}

/** A person stopped posting and watching. */
export function isPaused(reader: Reader): boolean {
  return readSetting(reader, pausedKey, z.boolean()) ?? false
}

/** How it stands with the ledger, for the screens. */
export function ledgerStatus(reader: Reader, running: Running): LedgerStatus {
  const connection = readConnection(reader)
  const isConnected = connection !== undefined
  return {
    connected: isConnected,
    url: connection?.url ?? null,
    organization: connection?.name ?? null,
    baseCurrency: connection?.baseCurrency ?? null,
    lastSyncAt: readSetting(reader, lastSyncKey, z.number()) ?? null,
    nextSyncAt: isConnected ? running.nextSyncAt : null,
    ...outboxCounts(reader),
    lastError: isConnected ? running.lastError : null,
    isPaused: isPaused(reader),
    postedToday: postedSince(reader, startOfDay(running.now)),
    pausedUntil: running.heldUntil,
    circuit: running.circuit,
    probe: connection === undefined ? null : readProbe(reader, connection.organization),
    watch: {
      lastAt: readSetting(reader, lastWatchKey, z.number()) ?? null,
      alarm: running.alarm,
      ...watchCounts(reader),
      unknownHere: unknownCount(reader),
    },
  }
}

/** Midnight on this machine's clock: what "today" means to whoever sits at it. */
function startOfDay(now: EpochMs): EpochMs {
  return new Date(now).setHours(0, 0, 0, 0)
}
