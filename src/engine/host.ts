import type { KeyStoreKind } from '../shared/keys'
import type { Reach } from './crash-points'
import type { StartWorker } from './worker/protocol'

/** What the engine is given by whoever starts it (Electron's utility process, a terminal, a test). */
export interface EngineHost {
  /** Folder that holds `own/` and `sample/`, each a company's store and originals. */
  readonly dataFolder: string
  /** Folder of shipped, read-only files (charts, samples). */
  readonly resourcesFolder: string
  readonly version: string
  readonly startWorker: StartWorker
  /** Document workers at most; the default is one less than the cores, at least one. */
  readonly workers: number
  /** Resident bytes of a worker where /proc does not tell; undefined when not known (yet). */
  rssOf?(pid: number): number | undefined
  /** Bytes of room where the books lie, when the file system is not to be asked itself. */
  freeBytes?(): Promise<number>
  /** Epoch milliseconds. */
  now(): number
  /** Uniform in [0, 1): jitter only. */
  random(): number
  readonly keyStore: KeyStore
  /** What stands behind it; key files where nobody says otherwise. */
  readonly keyStoreKind?: KeyStoreKind
  /** Where the outside model's vendor listens, when not at its own address: a stand-in on this machine. */
  readonly outsideModelAddress?: string
  readonly log: EngineLog
  /** The built `backup-thread.js`; without one, backups are made on the engine's own thread. */
  readonly backupThread?: string
  /** Told at each named moment of the work with the disk and the ledger; tests of durability only. */
  readonly reach?: Reach
}

/** Encrypts secrets with a key of the operating system. Rejects with `key_store_unavailable` where there is none. */
export interface KeyStore {
  seal(secret: string): Promise<string>
  open(sealed: string): Promise<string>
}

/** Structured log; never document text, never a secret. */
export interface EngineLog {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
