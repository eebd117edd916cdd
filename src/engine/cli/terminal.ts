import type { EngineLog } from '../host'
import type { NetworkGate } from '../http/network-gate'
import type { StartWorker } from '../worker/protocol'

/** What a command is given of the world around it; tests give their own. */
export interface Terminal {
  /** Standard output: answers only. */
  out(text: string): void
  /** Standard error: progress and remarks. */
  err(text: string): void
  /** Whether a person watches standard error, so that a progress bar makes sense. */
  readonly isWatched: boolean
  readonly version: string
  readonly resourcesFolder: string
  readonly defaultDataFolder: string
  readonly startWorker: StartWorker
  readonly cores: number
  now(): number
  random(): number
  openLog(dataFolder: string): EngineLog
  /** Holds every socket of the process to the gate. */
  guardSockets(gate: NetworkGate): void
  /** What the environment says to open a vault with (`QUITTANCE_VAULT_PASSPHRASE`). */
  readonly vaultPassphrase?: string
  /** Lets a person type a secret unseen; null where nobody sits at the terminal. */
  askSecret?(question: string): Promise<string | null>
  /** Resolves when the person wants it to end (Ctrl+C). */
  readonly interrupted: Promise<void>
}

/** Options every command understands. */
export interface CommonOptions {
  readonly data?: string
  readonly json?: boolean
  readonly company: 'own' | 'sample'
  readonly workers?: number
  /** Who types the command; with the file that holds their passphrase, where people sign in. */
  readonly person?: string
  readonly passphraseFile?: string
  /** File that holds what opens the vault. */
  readonly vaultPassphraseFile?: string
}

/** One JSON object on one line of standard output. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value)}\n`)
}

/** Lines of label and value, the values aligned. */
export function printTable(
  terminal: Terminal,
  rows: readonly (readonly [label: string, value: string | number])[],
): void {
  const width = Math.max(0, ...rows.map(([label]) => label.length))
  for (const [label, value] of rows) terminal.out(`${label.padEnd(width)}  ${value}\n`)
}
