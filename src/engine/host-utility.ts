import type { MessagePortMain } from 'electron'
import { join } from 'node:path'
import type { EventData, PortMessage } from '../shared/contract'
import type { FromEngine, ToEngine } from '../shared/engine-control'
import { AppError, toErrorData, type Reply } from '../shared/result'
import { keepMemoryOutOfCoreDumps } from './core-dumps'
import { createEngine, type Engine, type Listener } from './engine'
import type { EngineLog, KeyStore } from './host'
import { guardSockets } from './http/guard-sockets'
import type { LocatedFile } from './locate'
import { openLog } from './log'
import { answerPage } from './page-port'
import type { BooksKey } from './store/books-key'
import type { StartWorker, WorkerMessage, WorkerProcess, WorkerRequest } from './worker/protocol'

// The engine as Electron's utility process: ports to pages, document workers started by main, keys kept by main.

keepMemoryOutOfCoreDumps()
const parent = process.parentPort
const tell = (message: FromEngine) => parent.postMessage(message)

const answers = new Map<number, { resolve(text: string): void; reject(error: Error): void }>()
let lastId = 0

function askKeyStore(type: 'seal' | 'open', text: string): Promise<string> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    answers.set(id, { resolve, reject })
    tell({ type, id, text })
  })
}

const keyStore: KeyStore = { seal: secret => askKeyStore('seal', secret), open: sealed => askKeyStore('open', sealed) }

interface StartedWorker {
  readonly process: WorkerProcess
  exited(): void
}

const starting = new Map<number, (port: MessagePortMain, pid: number | null) => void>()
const workers = new Map<number, StartedWorker>()
const memoryByPid = new Map<number, number>()

const startWorker: StartWorker = () => {
  const workerId = ++lastId
  return new Promise(resolve => {
    starting.set(workerId, (port, pid) => {
      const exitListeners: (() => void)[] = []
      const started: WorkerProcess = {
        pid: pid ?? undefined,
        post: (request: WorkerRequest) => port.postMessage(request),
        onMessage(listener) {
          port.on('message', event => listener(event.data as WorkerMessage))
          port.start()
        },
        onExit: listener => exitListeners.push(listener),
        kill: () => tell({ type: 'kill-worker', workerId }),
      }
      workers.set(workerId, { process: started, exited: () => exitListeners.forEach(listener => listener()) })
      resolve(started)
    })
    tell({ type: 'start-worker', workerId })
  })
}

const ports = new Set<MessagePortMain>()

function servePage(engine: Engine, port: MessagePortMain): void {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  port.on('message', event => {
    void answerPage(engine, event.data).then(answer => answer && port.postMessage(answer))
  })
  port.start()
}

/** What main shows though no page is looked at. */
const tellMain: Listener = (event, data) => {
  if (event === 'notices.raised') tell({ type: 'notices', ...(data as EventData<'notices.raised'>) })
  if (event === 'badge.changed') tell({ type: 'badge', ...(data as EventData<'badge.changed'>) })
}

let engine: Engine | null = null
/** Files opened with the app while it was locked. */
let keptWhileLocked: readonly string[] = []

/** What became of them is announced to the page, as for files dropped on it; a locked app takes them once it is open. */
function takeOpened(paths: readonly string[]): void {
  void engine?.take(paths, 'drop').then(reply => {
    if (!reply.ok && /^(app|vault)_locked$/.test(reply.error.code)) keptWhileLocked = [...keptWhileLocked, ...paths]
  })
}

let hasFailed = false

async function start(init: Extract<ToEngine, { type: 'init' }>): Promise<void> {
  let log: EngineLog | undefined
  process.on('uncaughtException', error => {
    // State may be half changed in memory, never on disk: leaving is safe, and main starts a fresh engine.
    log?.error({ err: error }, 'uncaught exception')
    setTimeout(() => process.exit(1), 50)
  })
  try {
    log = openLog(join(init.dataFolder, 'logs'))
    engine = createEngine({
      dataFolder: init.dataFolder,
      resourcesFolder: init.resourcesFolder,
      version: init.version,
      workers: init.workers,
      startWorker,
      rssOf: pid => memoryByPid.get(pid),
      now: () => Date.now() + init.clockAheadMs,
      random: Math.random,
      keyStore,
      keyStoreKind: init.keyStoreKind,
      log,
      backupThread: join(import.meta.dirname, 'backup-thread.js'),
    })
    guardSockets(engine.network)
    tell({ type: 'network', isClosed: engine.network.isClosed() })
    engine.network.onChange(isClosed => tell({ type: 'network', isClosed }))
    engine.on((event, data) => {
      for (const port of ports) port.postMessage({ event, data } satisfies PortMessage)
      tellMain(event, data)
      // Whoever may look is asked anew.
      if (/^(lock|company)\./.test(event)) beingRead.clear()
      if ((event === 'lock.changed' || event === 'company.changed') && keptWhileLocked.length > 0) {
        const paths = keptWhileLocked
        keptWhileLocked = []
        takeOpened(paths)
      }
      if (event === 'company.closed') {
        hasFailed = true
        tell({ type: 'failed', answers: true, ...(data as EventData<'company.closed'>) })
      }
      if (event !== 'company.changed' || !hasFailed) return
      hasFailed = false
      tell({ type: 'ready' })
    })
    await engine.start()
    tell({ type: 'ready' })
  } catch (thrown) {
    log?.error({ err: thrown }, 'engine could not start')
    hasFailed = true
    tell({ type: 'failed', error: toErrorData(thrown), answers: engine !== null })
  }
}

/** What main is told of a file: its place, or that it has to ask for the content. */
function toldOf({ path, mediaType, bytes }: LocatedFile) {
  return { path, mediaType, bytes }
}

/** What main is reading part by part: it was looked through once, when it was found. */
const beingRead = new Map<string, LocatedFile>()
const mostBeingRead = 32

async function fileBeingRead(documentId: string, page: number | null): Promise<LocatedFile | null> {
  const name = `${documentId} ${page ?? ''}`
  const file = beingRead.get(name) ?? (await engine?.locate(documentId, page)) ?? null
  const [oldest] = beingRead.keys()
  if (oldest !== undefined && beingRead.size >= mostBeingRead) beingRead.delete(oldest)
  if (file) beingRead.set(name, file)
  return file
}

/** A part of what only the engine can read; opened anew for each, so that nothing stays open for a window that went. */
async function readLocated({ id, documentId, page, position, length }: Extract<ToEngine, { type: 'read-located' }>) {
  try {
    const reader = await (await fileBeingRead(documentId, page))?.open()
    const content = await reader?.read(position, length).finally(() => reader.close())
    tell({ type: 'located-read', id, content: content ?? null })
  } catch {
    // A file that cannot be read is one that cannot be shown: main ends what it was showing.
    tell({ type: 'located-read', id, content: null })
  }
}

function openKey(): BooksKey | null {
  try {
    return engine?.company().store.key ?? null
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}

async function rehearseOnCopy({
  scratchFolder,
  key = null,
  ...init
}: Extract<ToEngine, { type: 'rehearse' }>): Promise<void> {
  const log = openLog(join(scratchFolder, '..', 'logs'))
  try {
    const { rehearse } = await import('./rehearsal/rehearse')
    const parts = {
      ...init,
      key: key as BooksKey | null,
      startWorker,
      rssOf: (pid: number) => memoryByPid.get(pid),
      now: Date.now,
      log,
    }
    tell({ type: 'rehearsed', reply: { ok: true, value: await rehearse(parts, scratchFolder) } })
  } catch (thrown) {
    log.error({ err: thrown }, 'the rehearsal ended early')
    tell({ type: 'rehearsed', reply: { ok: false, error: toErrorData(thrown) } })
  }
}

parent.on('message', event => {
  const message = event.data as ToEngine
  const [port] = event.ports
  switch (message.type) {
    case 'init':
      return void start(message)
    case 'window':
      if (port && engine) servePage(engine, port)
      return
    case 'worker-started':
      if (port) starting.get(message.workerId)?.(port, message.pid)
      starting.delete(message.workerId)
      return
    case 'worker-exited':
      workers.get(message.workerId)?.exited()
      workers.delete(message.workerId)
      return
    case 'worker-memory':
      memoryByPid.clear()
      for (const [pid, bytes] of Object.entries(message.bytes)) memoryByPid.set(Number(pid), bytes)
      return
    case 'answer': {
      const waiting = answers.get(message.id)
      answers.delete(message.id)
      if (message.ok) waiting?.resolve(message.text)
      else waiting?.reject(new AppError(message.error.code, message.error.params, message.error.retry))
      return
    }
    case 'locate': {
      const { id, documentId, page } = message
      const found = engine?.locate(documentId, page) ?? Promise.resolve(null)
      // A file that cannot even be read is one that cannot be shown.
      void found.catch(() => null).then(file => tell({ type: 'located', id, file: file && toldOf(file) }))
      return
    }
    case 'read-located':
      return void readLocated(message)
    case 'find-ledger-page': {
      const page = engine?.findLedgerPage(message.documentId) ?? null
      return tell({ type: 'ledger-page-found', id: message.id, page })
    }
    case 'tell-key':
      return tell({ type: 'key-told', id: message.id, key: openKey() })
    case 'folder-chosen': {
      const { id, path, purpose } = message
      const gone: Reply<unknown> = { ok: false, error: { code: 'engine_starting', params: {}, retry: 'later' } }
      void (engine?.takeFolder(path, purpose) ?? Promise.resolve(gone)).then(reply =>
        tell({ type: 'folder-taken', id, reply }),
      )
      return
    }
    case 'take':
      return takeOpened(message.paths)
    case 'lock':
      return void engine?.call('lock.lock', {})
    case 'rehearse':
      return void rehearseOnCopy(message)
    case 'close':
      return void (engine?.close() ?? Promise.resolve()).finally(() => process.exit(0))
  }
})
