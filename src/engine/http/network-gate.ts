import { lstatSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { systemCode, writeDurably } from '../store/blob-files'
import { makePrivateFolder, syncFolder } from '../store/private-files'

/** Its presence says that the network is closed, whatever is in it: nothing in it can be spoilt. */
const markFile = 'air-gap'

/**
 * The one gate between the engine and the network. It belongs to the data folder, not to a company's books: neither
 * another company nor a restored backup opens it.
 */
export interface NetworkGate {
  isClosed(): boolean
  /** @throws AppError `network_closed` */
  require(): void
  /** `fetch` while the gate is open. Rejects with AppError `network_closed` otherwise, and no socket is made. */
  readonly fetch: typeof globalThis.fetch
  /** The air gap is on, also for every engine that starts on this folder later. @throws AppError `air_gap_not_kept` */
  close(): void
  /** @throws AppError `air_gap_not_kept`; it stays on then */
  open(): void
  /** @returns its own undo */
  onChange(listener: (isClosed: boolean) => void): () => void
}

/** @param dataFolder where the choice is kept */
export function createNetworkGate(dataFolder: string): NetworkGate {
  const mark = join(dataFolder, markFile)
  const listeners = new Set<(isClosed: boolean) => void>()
  let isClosed = isThere(mark)

  function change(closed: boolean): void {
    if (closed === isClosed) return
    isClosed = closed
    for (const listener of listeners) listener(closed)
  }

  function require(): void {
    if (isClosed) throw new AppError('network_closed', {}, 'user')
  }

  return {
    isClosed: () => isClosed,
    require,
    async fetch(input, init) {
      require()
      return globalThis.fetch(input, init)
    },
    close() {
      kept('on', () => {
        makePrivateFolder(dataFolder)
        if (!isThere(mark)) writeDurably(mark, new Uint8Array())
        syncFolder(dataFolder)
      })
      change(true)
    },
    open() {
      kept('off', () => {
        rmSync(mark, { force: true })
        syncFolder(dataFolder)
      })
      change(false)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Writes the choice down; what the disk refuses says that the choice was not taken. */
function kept(choice: 'on' | 'off', write: () => void): void {
  try {
    write()
  } catch (thrown) {
    const code = systemCode(thrown)
    if (code === undefined) throw thrown
    const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'refused'
    throw new AppError('air_gap_not_kept', { choice, why }, 'user', { cause: thrown })
  }
}

/** In doubt it is there: a folder that cannot be read must not open the network. */
function isThere(file: string): boolean {
  try {
    lstatSync(file)
    return true
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
    return code !== 'ENOENT' && code !== 'ENOTDIR'
  }
}
