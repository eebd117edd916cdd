import type { ReadyFile } from '../../shared/activity'
import type { Bridge, CallName, EventData, EventName, Input, Output } from '../../shared/contract'
import type { DocumentId } from '../../shared/ids'
import type { ErrorData, Reply } from '../../shared/result'
import type { UpdateView, UpdateWish } from '../../shared/update'

/** The page's only way to the engine. Slices and commands take it as a parameter, so that tests hand in their own. */
export interface Client {
  /** Asks the engine. Never throws: what goes wrong comes back as `{ ok: false, error }`. */
  call<N extends CallName>(name: N, ...input: InputOf<N>): Promise<Reply<Output<N>>>
  /** Listens to what the engine announces. @returns its own undo */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
  /** Hands dropped or chosen files (folders too) to the engine. */
  take(files: readonly File[]): Promise<Reply<{ accepted: number }>>
  /** Lets the person save a file the engine made ready. */
  save(file: ReadyFile): Promise<Reply<{ isSaved: boolean }>>
  /** Shows a posted bill in the connected ledger; null shows the ledger itself. */
  openInLedger(documentId: DocumentId | null): Promise<Reply<Record<string, never>>>
  /** Lets the person choose a folder to watch. */
  chooseFolder: Bridge['chooseFolder']
  /** Sees and steers the app's own updates. */
  updates(wish: UpdateWish): Promise<Reply<UpdateView>>
}

/** The input may be left out where every part of it has a default. */
type InputOf<N extends CallName> = Record<string, never> extends Input<N> ? [input?: Input<N>] : [input: Input<N>]

const gone: ErrorData = { code: 'engine_gone', params: {}, retry: 'later' }

/**
 * Wraps the preload's bridge so that a broken port reads like any other failure.
 * @param bridge asked at every use: the page may load before the preload's port is open
 */
export function clientOver(bridge: () => Bridge): Client {
  return {
    async call(name, ...[input]) {
      try {
        return await bridge().call(name, input ?? ({} as never))
      } catch {
        // The port itself failed; the preload answers everything else as data.
        return { ok: false, error: gone }
      }
    },
    on(name, listener) {
      return bridge().on(name, listener)
    },
    async chooseFolder(purpose) {
      try {
        return await bridge().chooseFolder(purpose)
      } catch {
        return { ok: false, error: gone }
      }
    },
    async updates(wish) {
      try {
        return await bridge().updates(wish)
      } catch {
        return { ok: false, error: gone }
      }
    },
    async save(file) {
      try {
        return await bridge().save(file)
      } catch {
        return { ok: false, error: gone }
      }
    },
    async openInLedger(documentId) {
      try {
        return await bridge().openInLedger(documentId)
      } catch {
        return { ok: false, error: gone }
      }
    },
    async take(files) {
      try {
        return await bridge().take(files)
      } catch {
        return { ok: false, error: gone }
      }
    },
  }
}

/** The client of this window. */
export const engine: Client = clientOver(() => window.quittance)
