import { watch, type FSWatcher } from 'chokidar'
import { realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { EpochMs } from '../../shared/ids'
import type { AfterTaking, WatchedFolderView } from '../../shared/paperless'
import { AppError, toErrorData, type ErrorData } from '../../shared/result'
import type { EngineLog } from '../host'
import type { Intake } from '../intake/intake'
import { fileError, isBookkeeping } from '../intake/walk'
import type { Announce } from '../queue/announcer'
import type { Store } from '../store/open'
import { write } from '../store/write'
import {
  addFolder,
  fileOf,
  folderCounts,
  keepFile,
  listFolders,
  markSourceDone,
  removeFolder,
  setAfterTaking,
  type WatchedFolder,
} from './folder-store'
import { disposeOf, looksOf, takenFolder } from './source-file'

export interface WatchedFolders {
  start(): void
  stop(): Promise<void>
  /**
   * Begins to watch a folder that a person chose.
   *
   * @throws AppError `folder_not_watchable` (params `folder`, `reason`), `file_vanished`, `file_unreadable`
   */
  add(path: string): Promise<void>
  setAfterTaking(folderId: string, afterTaking: AfterTaking): void
  remove(folderId: string): Promise<void>
  list(): WatchedFolderView[]
  /** Resolves when every file met so far is a row or was refused. */
  idle(): Promise<void>
}

export interface WatchedFoldersOptions {
  readonly store: Store
  readonly intake: Pick<Intake, 'takeFile'>
  readonly log: EngineLog
  readonly announce: Announce
  /** Never watched, whether it lies inside a chosen folder or around it: our own data. */
  readonly dataFolder: string
  now(): EpochMs
  /** How long a file must have kept its size before it is taken, in milliseconds. */
  readonly quietMs?: number
}

/** Scanners and copies over a network pause this long in the middle of a file, seldom longer. */
const defaultQuietMs = 2_000
/** What programs call a file while they write it. */
const unfinished = /(^~\$|^\.|\.(part|partial|tmp|temp|crdownload|download|filepart)$)/i

export function createWatchedFolders(options: WatchedFoldersOptions): WatchedFolders {
  return new Watch(options)
}

class Watch implements WatchedFolders {
  readonly #watchers = new Map<string, FSWatcher>()
  readonly #errors = new Map<string, ErrorData>()
  #line: Promise<unknown> = Promise.resolve()
  #isStarted = false

  constructor(private readonly options: WatchedFoldersOptions) {}

  start(): void {
    this.#isStarted = true
    for (const folder of listFolders(this.options.store.db)) void this.#watch(folder)
  }

  async stop(): Promise<void> {
    this.#isStarted = false
    await Promise.all([...this.#watchers.values()].map(watcher => watcher.close()))
    this.#watchers.clear()
    await this.#line
  }

  async idle(): Promise<void> {
    await this.#line
  }

  async add(chosen: string): Promise<void> {
    const { store, now, announce } = this.options
    const path = await this.#checked(chosen)
    const folder = write(store, tx => addFolder(tx, path, now()))
    if (this.#isStarted) await this.#watch(folder)
    announce('folders.changed', {})
  }

  setAfterTaking(folderId: string, afterTaking: AfterTaking): void {
    const { store, now, announce } = this.options
    write(store, tx => setAfterTaking(tx, folderId, afterTaking, now()))
    announce('folders.changed', {})
  }

  async remove(folderId: string): Promise<void> {
    const { store, now, announce } = this.options
    await this.#watchers.get(folderId)?.close()
    this.#watchers.delete(folderId)
    this.#errors.delete(folderId)
    write(store, tx => removeFolder(tx, folderId, now()))
    announce('folders.changed', {})
  }

  list(): WatchedFolderView[] {
    const { db } = this.options.store
    return listFolders(db).map(({ id, path, afterTaking }) => ({
      folderId: id,
      path,
      afterTaking,
      ...folderCounts(db, id),
      error: this.#errors.get(id) ?? null,
    }))
  }

  /** The folder as it really is; ours and folders already watched would be taken in twice or in circles. */
  async #checked(chosen: string): Promise<string> {
    const folder = basename(chosen)
    const refused = (reason: string) => new AppError('folder_not_watchable', { folder, reason }, 'user')
    const found = await stat(chosen).catch((thrown: unknown) => {
      const { code, params, retry } = fileError(thrown, folder)
      throw new AppError(code, params, retry, { cause: thrown })
    })
    if (!found.isDirectory()) throw refused('not_a_folder')
    const path = await realpath(chosen)
    const own = await realpath(this.options.dataFolder)
    if (contains(path, own) || contains(own, path)) throw refused('own_data')
    for (const each of listFolders(this.options.store.db)) {
      if (each.path !== path && (contains(each.path, path) || contains(path, each.path)))
        throw refused('watched_already')
    }
    return path
  }

  async #watch(folder: WatchedFolder): Promise<void> {
    await this.#watchers.get(folder.id)?.close()
    const { quietMs = defaultQuietMs, announce, log } = this.options
    this.#errors.delete(folder.id)
    if (!(await looksLikeFolder(folder.path))) {
      this.#errors.set(folder.id, { code: 'file_vanished', params: { fileName: basename(folder.path) }, retry: 'user' })
      return announce('folders.changed', {})
    }
    const watcher = watch(folder.path, {
      ignored: path => isIgnored(folder.path, path),
      // Links could lead to bytes outside of the folder that was chosen.
      followSymlinks: false,
      awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: Math.max(20, Math.min(200, quietMs / 5)) },
    })
    this.#watchers.set(folder.id, watcher)
    const met = (path: string) => this.#inTurn(() => this.#take(folder.id, relative(folder.path, path)))
    watcher.on('add', met)
    watcher.on('change', met)
    watcher.on('error', thrown => {
      const error = fileError(thrown, basename(folder.path))
      this.#errors.set(folder.id, error)
      log.warn({ code: error.code, ...error.params }, 'a watched folder could not be read')
      announce('folders.changed', {})
    })
    await new Promise<void>(ready => watcher.once('ready', ready))
  }

  #inTurn(work: () => Promise<void>): void {
    this.#line = this.#line.then(work).catch((thrown: unknown) => {
      this.options.log.error({ err: thrown }, 'a file of a watched folder could not be taken')
    })
  }

  async #take(folderId: string, name: string): Promise<void> {
    const { store, intake, now, announce } = this.options
    const folder = listFolders(store.db).find(each => each.id === folderId)
    if (!this.#isStarted || !folder) return
    const path = join(folder.path, name)
    const looks = await looksOf(path)
    if (!looks) return
    const before = fileOf(store.db, folderId, name)
    const isKnown = before?.documentId && before.bytes === looks.bytes && before.modifiedAt === looks.modifiedAt
    if (!isKnown) {
      try {
        await intake.takeFile(path, 'watched_folder', (tx, documentId) =>
          keepFile(tx, { folderId, name, ...looks }, { documentId, error: null }, now()),
        )
      } catch (thrown) {
        const error = toErrorData(thrown)
        // A full disk or books being closed speak against no file; it is met again at the next start.
        if (error.code.startsWith('store_') || error.code === 'engine_gone' || error.code === 'bug') throw thrown
        write(store, tx => keepFile(tx, { folderId, name, ...looks }, { documentId: null, error }, now()))
        return announce('folders.changed', {})
      }
    }
    if (!isKnown || !before.isSourceDone) await this.#dispose(folder, name, looks)
    announce('folders.changed', {})
  }

  async #dispose(folder: WatchedFolder, name: string, looks: { bytes: number; modifiedAt: number }): Promise<void> {
    try {
      const { reach } = this.options.store
      reach('source.before')
      const isDone = await disposeOf(folder.path, name, looks, folder.afterTaking)
      reach('source.after')
      // Left where it is, it may still be moved when the person chooses so later.
      if (isDone && folder.afterTaking !== 'leave') write(this.options.store, tx => markSourceDone(tx, folder.id, name))
    } catch (thrown) {
      const error = fileError(thrown, basename(name))
      this.#errors.set(folder.id, error)
      this.options.log.warn({ code: error.code, ...error.params }, 'a taken file could not be moved or deleted')
    }
  }
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}

async function looksLikeFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}

function isIgnored(folder: string, path: string): boolean {
  const name = relative(folder, path)
  if (name === '') return false
  return name.split(sep).some(part => part === takenFolder || isBookkeeping(part) || unfinished.test(part))
}
