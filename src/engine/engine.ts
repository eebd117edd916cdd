import { join } from 'node:path'
import type { ReadyFile } from '../shared/activity'
import { calls, type CallName, type EventData, type EventName } from '../shared/contract'
import type { DocumentSource } from '../shared/document'
import type { LedgerPage } from '../shared/engine-control'
import type { FolderPurpose } from '../shared/meaning'
import { AppError, toErrorData, type Reply } from '../shared/result'
import { runHere, runInThread, type RunBackupTask } from './backup/backup-task'
import { chooseBackupFolder } from './backup/places'
import { createRestoreRights, type RestoreRights } from './backup/restore-rights'
import type { Company } from './company'
import { createHandlers } from './handlers'
import type { EngineHost } from './host'
import { createNetworkGate, type NetworkGate } from './http/network-gate'
import { locateOriginal, type LocatedFile } from './locate'
import { createBooks, type OpenBooks, type StartOptions } from './open-books'
import { rightFor } from './people/call-rights'
import { keepTries, triesFile } from './people/wrong-tries'
import { holdFiles } from './ready-files'
import { newId } from './store/new-id'
import { fromSqlite } from './store/sqlite-errors'
import { ledgerPage } from './sync/ledger-page'
import { createKeyring, type Keyring } from './vault/keyring'
import { wellFormed } from './well-formed'

export type { StartOptions } from './open-books'

export type Listener = <N extends EventName>(event: N, data: EventData<N>) => void

/** The product without a window. Runs the same in Electron's utility process, in a terminal and in a test. */
export interface Engine {
  /** @throws AppError when the books cannot be opened (in use, damaged, from a newer version …) */
  start(options?: StartOptions): Promise<void>
  /** Answers a question of the contract. Never throws: what goes wrong is in the reply. */
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Takes in files and folders; replies when each of them is a row or was refused. */
  take(paths: readonly string[], source: DocumentSource): Promise<Reply<{ accepted: number }>>
  /** Takes a folder that a person chose in a dialog; its path never passes a page. */
  takeFolder(path: string, purpose: FolderPurpose): Promise<Reply<object>>
  /** @returns its own undo */
  on(listener: Listener): () => void
  /** Bytes for the `doc:` protocol: a document's original, or a page's picture where Chromium cannot draw the original. */
  locate(documentId: string, page: number | null): Promise<LocatedFile | null>
  /** Where the connected ledger shows a document's bill; for main, which opens the browser. */
  findLedgerPage(documentId: string | null): LedgerPage | null
  /** Between everything here and the network; hosts hold their sockets to it. */
  readonly network: NetworkGate
  /** The open company, for hosts that do more than call. @throws AppError `engine_starting` */
  company(): Company
  close(): Promise<void>
}

/** What handlers may do. */
export interface EngineCore extends OpenBooks {
  readonly host: EngineHost
  readonly network: NetworkGate
  readonly runBackupTask: RunBackupTask
  readonly restoreRights: RestoreRights
  /** Keys of vaults that were opened. */
  readonly keyring: Keyring
  /** Keeps a file for the person to save, also where no books are open; the one before it is gone. */
  holdToSave(suggestedName: string, content: Uint8Array): ReadyFile
  readonly announce: Listener
}

export function createEngine(host: EngineHost): Engine {
  const listeners = new Set<Listener>()
  const network = createNetworkGate(host.dataFolder)
  const runBackupTask = host.backupThread === undefined ? runHere(host.reach) : runInThread(host.backupThread)
  let toSave = holdFiles()
  const tries = keepTries(join(host.dataFolder, triesFile), () => host.now())
  const keyring = createKeyring(tries)
  const restoreRights = createRestoreRights(keyring, tries)

  const announce: Listener = (event, data) => {
    for (const listener of listeners) listener(event, data)
    books.companyIfOpen()?.notices.hear(event, data)
  }
  const books = createBooks({ host, network, runBackupTask, keyring, restoreRights, announce })

  function holdToSave(suggestedName: string, content: Uint8Array): ReadyFile {
    toSave = holdFiles()
    return toSave.hold(newId(host.now()), suggestedName, content)
  }

  const handlers = createHandlers({
    ...books,
    ...{ host, network, announce, runBackupTask, keyring, restoreRights, holdToSave },
  })

  async function reply<T>(work: () => T | Promise<T>, what: string): Promise<Reply<T>> {
    const asked = books.companyIfOpen()
    try {
      return { ok: true, value: await work() }
    } catch (thrown) {
      // Questions read without a transaction: a disk that fails under them is no bug either.
      const error = toErrorData(fromSqlite(thrown))
      // A long walk through books that were closed under it finds no connection any more.
      if (error.code === 'bug' && asked && !asked.store.raw.open) {
        return { ok: false, error: { code: 'books_closed', params: {}, retry: 'later' } }
      }
      if (error.code === 'bug') host.log.error({ err: thrown, what }, 'a call failed in a way nobody foresaw')
      return { ok: false, error }
    }
  }

  return {
    network,
    start: books.start,
    call: (name, input) => reply(() => answer(name, input), name),
    take: (paths, source) =>
      reply(async () => {
        books.company().seat.require('prepare')
        const { received } = await books.company().intake.take(paths, source)
        return { accepted: received }
      }, 'take'),
    takeFolder: (path, purpose) =>
      reply(async () => {
        // Books that cannot be opened have no seat: a folder of backups may be named all the same.
        books.companyIfOpen()?.seat.require('administer')
        if (purpose === 'watch') await books.company().folders.add(path)
        else if (purpose === 'backup') {
          chooseBackupFolder(host.dataFolder, path)
          announce('backup.changed', {})
        } else {
          books.company().meaning.choose(path)
          books.company().reassessment.wake()
        }
        return {}
      }, 'take folder'),
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    findLedgerPage(documentId) {
      const company = companyToShow()
      return company && ledgerPage(company.store.db, documentId)
    },
    async locate(documentId, page) {
      const company = companyToShow()
      return toSave.find(documentId) ?? (company && locateOriginal(company, documentId, page))
    },
    company: books.company,
    close: books.close,
  }

  /** The open company, when anything of it may leave the engine now. */
  function companyToShow(): Company | null {
    const company = books.companyIfOpen()
    return company === null || company.seat.isLocked() ? null : company
  }

  function answer(name: string, input: unknown): unknown {
    if (!isCallName(name)) throw new AppError('invalid_input', { call: name.slice(0, 100) }, 'never')
    const parsed = calls[name].input.safeParse(input ?? {})
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? ''
      throw new AppError('invalid_input', { call: name, field: field.slice(0, 100) }, 'never')
    }
    const right = rightFor(name, parsed.data as never)
    if (right !== 'anyone') books.companyIfOpen()?.seat.require(right)
    const handle = handlers[name] as (input: unknown) => unknown
    return handle(wellFormed(parsed.data))
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}
