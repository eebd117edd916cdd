import { app, MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FromEngine, Located, ToEngine } from '../shared/engine-control'
import { toErrorData, type ErrorData, type Reply } from '../shared/result'
import type { TakeFolder } from './choose-folder'
import type { SystemKeyStore } from './key-store'
import type { Network } from './network'
import type { NoticeBoard } from './notices'
import type { FindLedgerPage } from './open-in-ledger'
import type { LocateDocument, LocatedContent } from './protocols'
import { createWorkerProcesses, type WorkerProcesses } from './worker-processes'

const restartDelaysMs = [100, 250, 500, 1_000, 2_000, 4_000]
/** An engine that served this long counts as healthy: the next restart is quick again. */
const healthyAfterMs = 10_000

/** Of a document that only the engine can read, asked for at once. */
const partBytes = 1024 * 1024

const engineGone: Reply<never> = { ok: false, error: { code: 'engine_gone', params: {}, retry: 'later' } }

export interface EngineProcess {
  /** Connects a loaded page with the engine, now and after every restart. */
  attach(page: WebContents): void
  readonly locate: LocateDocument
  readonly findLedgerPage: FindLedgerPage
  readonly takeFolder: TakeFolder
  /** What opens books in a vault, for a newer version that rehearses on a copy of them; null where there is none. */
  tellKey(): Promise<Uint8Array | null>
  /** Takes files in as soon as the engine is ready. */
  take(paths: readonly string[]): void
  /** Where people sign in, they do so again. */
  lock(): void
  close(): Promise<void>
}

/** Starts the engine and keeps it running: when it dies, pages are told, calls in flight answered, and it is started again. */
export function startEngineProcess({
  notices,
  network,
  keyStore,
  ...options
}: {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly clockAheadMs: number
  readonly notices: NoticeBoard
  readonly network: Network
  readonly keyStore: SystemKeyStore
}): EngineProcess {
  const pages = new Set<WebContents>()
  const watching = new Map<number, (reply: Reply<unknown>) => void>()
  const locating = new Map<number, (file: Located | null) => void>()
  const asking = new Map<number, (key: Uint8Array | null) => void>()
  const reading = new Map<number, (content: Uint8Array | null) => void>()
  const finding = new Map<number, (page: Awaited<ReturnType<FindLedgerPage>>) => void>()
  let engine: UtilityProcess | null = null
  let workers: WorkerProcesses | null = null
  let isReady = false
  /** True for an engine without books too: it speaks of backups. */
  let answers = false
  let isClosing = false
  let failure: ErrorData | null = null
  let quickDeaths = 0
  let lastId = 0
  let untaken: readonly string[] = []

  const tell = (message: ToEngine) => engine?.postMessage(message)

  function connect(page: WebContents): void {
    if (!engine || !answers || page.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    engine.postMessage({ type: 'window' } satisfies ToEngine, [port1])
    // An engine without books answers too, and is no reason to say that all runs again.
    page.postMessage('engine-port', failure === null, [port2])
  }

  /** The port first: an engine that answers is asked for backups as soon as the page knows. */
  function tellFailure(page: WebContents): void {
    connect(page)
    if (!page.isDestroyed()) page.send('engine-failed', failure, answers)
  }

  function takeAll(): void {
    if (!isReady || untaken.length === 0) return
    tell({ type: 'take', paths: untaken })
    untaken = []
  }

  async function answerSecret(message: Extract<FromEngine, { id: number; text: string }>): Promise<void> {
    try {
      const text = await (message.type === 'seal' ? keyStore.seal(message.text) : keyStore.open(message.text))
      tell({ type: 'answer', id: message.id, ok: true, text })
    } catch (thrown) {
      tell({ type: 'answer', id: message.id, ok: false, error: toErrorData(thrown) })
    }
  }

  function receive(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        isReady = answers = true
        failure = null
        for (const page of pages) connect(page)
        return takeAll()
      case 'failed':
        answers = message.answers
        failure = message.error
        for (const page of pages) tellFailure(page)
        return
      case 'network':
        return network.hear(message.isClosed)
      case 'notices':
        return notices.show(message.notices, message.language)
      case 'badge':
        return notices.setBadge(message.count)
      case 'start-worker':
        return workers?.start(message.workerId)
      case 'kill-worker':
        return workers?.kill(message.workerId)
      case 'seal':
      case 'open':
        return void answerSecret(message)
      case 'ledger-page-found':
        finding.get(message.id)?.(message.page)
        return void finding.delete(message.id)
      case 'folder-taken':
        watching.get(message.id)?.(message.reply)
        watching.delete(message.id)
        return
      case 'located':
        locating.get(message.id)?.(message.file)
        return void locating.delete(message.id)
      case 'key-told':
        asking.get(message.id)?.(message.key)
        return void asking.delete(message.id)
      case 'located-read':
        reading.get(message.id)?.(message.content)
        reading.delete(message.id)
    }
  }

  function contentOf({ path, bytes, mediaType }: Located, documentId: string, page: number | null): LocatedContent {
    const parts = () => Readable.from(partsOf(documentId, page, bytes), { objectMode: false })
    return { bytes, mediaType, read: () => (path === null ? parts() : createReadStream(path)) }
  }

  async function* partsOf(documentId: string, page: number | null, bytes: number): AsyncGenerator<Uint8Array> {
    for (let position = 0; position < bytes;) {
      const id = ++lastId
      const content = await new Promise<Uint8Array | null>(resolve => {
        reading.set(id, resolve)
        tell({ type: 'read-located', id, documentId, page, position, length: partBytes })
      })
      // Half a document must not be taken for a whole one.
      if (content === null || content.length === 0) throw new Error('the engine could not read on')
      position += content.length
      yield content
    }
  }

  function start(): void {
    const startedAt = performance.now()
    const child = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], { serviceName: 'Quittance engine' })
    engine = child
    workers = createWorkerProcesses((message, ports) => child.postMessage(message, ports))
    child.on('message', receive)
    child.on('exit', () => {
      engine = null
      isReady = answers = false
      failure = null
      workers?.close()
      for (const answer of locating.values()) answer(null)
      locating.clear()
      for (const answer of reading.values()) answer(null)
      reading.clear()
      for (const answer of asking.values()) answer(null)
      asking.clear()
      for (const answer of finding.values()) answer(null)
      finding.clear()
      for (const answer of watching.values()) answer(engineGone)
      watching.clear()
      if (isClosing) return
      for (const page of pages) if (!page.isDestroyed()) page.send('engine-gone')
      quickDeaths = performance.now() - startedAt > healthyAfterMs ? 0 : quickDeaths + 1
      setTimeout(() => !isClosing && start(), restartDelaysMs[Math.min(quickDeaths, restartDelaysMs.length) - 1] ?? 0)
    })
    const atOnce = Math.max(1, availableParallelism() - 1)
    tell({ type: 'init', ...options, version: app.getVersion(), workers: atOnce, keyStoreKind: keyStore.kind })
  }

  start()
  return {
    attach(page) {
      pages.add(page)
      page.on('destroyed', () => pages.delete(page))
      // A reloaded page has a new preload and needs a new port.
      page.on('did-finish-load', () => (failure ? tellFailure(page) : connect(page)))
    },
    locate(documentId, page) {
      // An engine without books has diagnostics to be saved.
      if (!engine || !answers) return Promise.resolve(null)
      const id = ++lastId
      return new Promise(resolve => {
        locating.set(id, file => resolve(file && contentOf(file, documentId, page)))
        tell({ type: 'locate', id, documentId, page })
      })
    },
    findLedgerPage(documentId) {
      if (!engine || !isReady) return Promise.resolve(null)
      const id = ++lastId
      return new Promise(resolve => {
        finding.set(id, resolve)
        tell({ type: 'find-ledger-page', id, documentId })
      })
    },
    takeFolder(path, purpose) {
      // A folder of backups is wanted most when there are no books.
      if (!engine || !answers) return Promise.resolve(engineGone)
      const id = ++lastId
      return new Promise(resolve => {
        watching.set(id, resolve)
        tell({ type: 'folder-chosen', id, path, purpose })
      })
    },
    tellKey() {
      if (!engine || !isReady) return Promise.resolve(null)
      const id = ++lastId
      return new Promise(resolve => {
        asking.set(id, resolve)
        tell({ type: 'tell-key', id })
      })
    },
    take(paths) {
      untaken = [...untaken, ...paths]
      takeAll()
    },
    lock: () => void (isReady && tell({ type: 'lock' })),
    close() {
      isClosing = true
      const child = engine
      if (!child) return Promise.resolve()
      return new Promise(resolve => {
        // Nothing is lost when it has to be killed: every step is committed or will be done again.
        const timer = setTimeout(() => child.kill(), 5_000)
        child.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        tell({ type: 'close' })
      })
    },
  }
}
