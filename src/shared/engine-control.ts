import type { KeyStoreKind } from './keys'
import type { FolderPurpose } from './meaning'
import type { Notice } from './notice'
import type { ErrorData, Reply } from './result'
import type { Rehearsal } from './update'

/**
 * What main and the engine say to each other on the engine's own port. Accountants' questions never travel here; they
 * go from the page to the engine directly (see contract.ts).
 */
export type ToEngine =
  | {
      readonly type: 'init'
      readonly dataFolder: string
      readonly resourcesFolder: string
      readonly version: string
      readonly workers: number
      readonly keyStoreKind: KeyStoreKind
      /** Added to the machine's clock; not 0 in tests only. */
      readonly clockAheadMs: number
    }
  /** Carries a port to a page that was just loaded. */
  | { readonly type: 'window' }
  /** Answer to `start-worker`; carries a port to the new worker. */
  | { readonly type: 'worker-started'; readonly workerId: number; readonly pid: number | null }
  | { readonly type: 'worker-exited'; readonly workerId: number }
  /** Resident bytes of every living worker, sent where /proc cannot be read. */
  | { readonly type: 'worker-memory'; readonly bytes: Readonly<Record<number, number>> }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly text: string }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: ErrorData }
  | { readonly type: 'locate'; readonly id: number; readonly documentId: string; readonly page: number | null }
  /** A part of a file that was located without a path. */
  | {
      readonly type: 'read-located'
      readonly id: number
      readonly documentId: string
      readonly page: number | null
      readonly position: number
      readonly length: number
    }
  | { readonly type: 'find-ledger-page'; readonly id: number; readonly documentId: string | null }
  /** A folder that a person chose in the system's dialog. */
  | {
      readonly type: 'folder-chosen'
      readonly id: number
      readonly path: string
      readonly purpose: FolderPurpose
    }
  /** The machine goes to sleep or its screen is locked. */
  | { readonly type: 'lock' }
  /** Files opened with the app: by "Open with", or on the command line. */
  | { readonly type: 'take'; readonly paths: readonly string[] }
  /** This version is to be tried on a copy of the books, which another version has open. Nothing else is asked of it. */
  | {
      readonly type: 'rehearse'
      readonly dataFolder: string
      readonly resourcesFolder: string
      readonly version: string
      readonly workers: number
      /** Where the copy is made, and thrown away. */
      readonly scratchFolder: string
      /** Of books in a vault. */
      readonly key?: Uint8Array | null
    }
  /** A newer version is to rehearse on a copy of the books: it needs what opens them. */
  | { readonly type: 'tell-key'; readonly id: number }
  | { readonly type: 'close' }

/** A file the page may be shown. */
export interface Located {
  readonly mediaType: string
  readonly bytes: number
  /** Null where only the engine can read it: main asks for its parts then. */
  readonly path: string | null
}

/** A page of the connected ledger, and the ledger it must belong to. */
export interface LedgerPage {
  readonly ledgerUrl: string
  readonly pageUrl: string
}

export type FromEngine =
  | { readonly type: 'ready' }
  /**
   * The engine cannot serve this data folder (newer file, damaged, in use); it stays where it is. One that `answers` speaks
   * of backups all the same, and is ready once one was restored.
   */
  | { readonly type: 'failed'; readonly error: ErrorData; readonly answers: boolean }
  /** Worth telling, in the person's language. */
  | { readonly type: 'notices'; readonly notices: readonly Notice[]; readonly language: 'en' | 'es' }
  /** Whether the air gap is on. Until it has said so, nobody uses the network. */
  | { readonly type: 'network'; readonly isClosed: boolean }
  /** How many documents are urgent. */
  | { readonly type: 'badge'; readonly count: number }
  | { readonly type: 'start-worker'; readonly workerId: number }
  | { readonly type: 'kill-worker'; readonly workerId: number }
  | { readonly type: 'rehearsed'; readonly reply: Reply<Rehearsal> }
  | { readonly type: 'seal' | 'open'; readonly id: number; readonly text: string }
  | { readonly type: 'ledger-page-found'; readonly id: number; readonly page: LedgerPage | null }
  /** Null where the books lie in no vault, or in a locked one. */
  | { readonly type: 'key-told'; readonly id: number; readonly key: Uint8Array | null }
  | { readonly type: 'folder-taken'; readonly id: number; readonly reply: Reply<unknown> }
  | {
      readonly type: 'located'
      readonly id: number
      readonly file: Located | null
    }
  /** Null where it could not be read. */
  | { readonly type: 'located-read'; readonly id: number; readonly content: Uint8Array | null }
