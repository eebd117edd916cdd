import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { PaperlessStatus } from '../../shared/paperless'
import type { ErrorData } from '../../shared/result'
import type { CircuitView } from '../http/circuit'
import { readSetting, writeSetting } from '../store/settings'
import type { Reader, Tx } from '../store/write'
import { readPaperless, readPaperlessOptions } from './connection'
import { linkCounts } from './links'
import { lastRunAt } from './look-round'
import { missingPermissions } from './session'

const pausedKey = 'paperless.paused'

/** A person stopped taking in and writing back; kept over restarts. */
export function isPaused(reader: Reader): boolean {
  return readSetting(reader, pausedKey, z.boolean()) ?? false
}

export function keepPaused(tx: Tx, isPausedNow: boolean): void {
  writeSetting(tx, pausedKey, isPausedNow)
}

/** What only the running lane knows. */
export interface Running {
  readonly now: EpochMs
  readonly nextRunAt: EpochMs | null
  readonly lastError: ErrorData | null
  readonly heldUntil: EpochMs | null
  readonly circuit: CircuitView
  readonly granted: readonly string[] | undefined
}

/** How it stands with the archive, for the screens. */
export function paperlessStatus(reader: Reader, running: Running): PaperlessStatus {
  const connection = readPaperless(reader)
  const isConnected = connection !== undefined
  const options = readPaperlessOptions(reader)
  return {
    connected: isConnected,
    url: connection?.url ?? null,
    user: connection?.user ?? null,
    release: connection?.release ?? null,
    apiVersion: connection?.apiVersion ?? null,
    options,
    lastRunAt: lastRunAt(reader) ?? null,
    nextRunAt: isConnected ? running.nextRunAt : null,
    isPaused: isPaused(reader),
    pausedUntil: running.heldUntil,
    circuit: running.circuit,
    lastError: isConnected ? running.lastError : null,
    missingPermissions: isConnected ? missingPermissions(running.granted, options) : [],
    // Midnight on this machine's clock: what "today" means to whoever sits at it.
    counts: linkCounts(reader, new Date(running.now).setHours(0, 0, 0, 0)),
  }
}
