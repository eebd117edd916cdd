import { basename } from 'node:path'
import { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import type { MeaningModelView } from '../../shared/meaning'
import { toErrorData, type ErrorData } from '../../shared/result'
import type { EngineLog } from '../host'
import { sittingActor } from '../people/sitting'
import type { MeaningModel } from '../pipeline/code/meaning'
import { appendJournal } from '../store/journal'
import type { Store } from '../store/open'
import { readSetting, writeSetting } from '../store/settings'
import { write, type Tx } from '../store/write'
import { openModelFolder, type ModelFolder } from './model-folder'

/** The model folder a company chose, opened when coding first asks for it. */
export interface ChosenModel {
  /** The model, or nothing while none was chosen or the chosen one cannot be opened. */
  model(): MeaningModel | undefined
  view(): MeaningModelView
  /** @throws AppError `meaning_folder_refused`; what was chosen before stays chosen */
  choose(path: string): void
  forget(): void
  close(): void
}

/** Beside the preferences: a path never leaves with them to the page. */
const key = 'meaning.folder'

/** @param changed part of the choice's transaction: open documents are to be coded anew */
export function chosenModel(
  store: Store,
  { now, log, changed }: { now: () => EpochMs; log: EngineLog; changed: (tx: Tx) => void },
): ChosenModel {
  const chosen = () => readSetting(store.db, key, z.string())
  let open: ModelFolder | undefined
  let error: ErrorData | null = null
  let isTried = false

  function letGo(): void {
    open?.close()
    open = undefined
    error = null
    isTried = false
  }

  function opened(): ModelFolder | undefined {
    if (isTried) return open
    isTried = true
    const path = chosen()
    try {
      if (path !== undefined) open = openModelFolder(path)
    } catch (thrown) {
      error = toErrorData(thrown)
      log.warn({ err: thrown }, 'the language model of coding cannot be opened; lines are coded without it')
    }
    return open
  }

  function keep(path: string | undefined): void {
    const before = chosen()
    letGo()
    write(store, tx => {
      writeSetting(tx, key, path)
      const folder = basename(path ?? before ?? '').slice(0, 200)
      const kind = path === undefined ? 'meaning.forgotten' : 'meaning.chosen'
      appendJournal(tx, { at: now(), actor: sittingActor(tx), kind, documentId: null, params: { folder } })
      changed(tx)
    })
  }

  return {
    model: opened,
    view() {
      const path = chosen()
      const { words = 0, dimensions = 0 } = opened() ?? {}
      return { folderName: path === undefined ? null : basename(path), words, dimensions, error }
    },
    choose(path) {
      openModelFolder(path).close()
      keep(path)
    },
    forget() {
      if (chosen() !== undefined) keep(undefined)
    },
    close: letGo,
  }
}
