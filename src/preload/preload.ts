import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, EventName, PortMessage, PortRequest } from '../shared/contract'
import type { HelpTopic } from '../shared/help-topic'
import type { DocumentId } from '../shared/ids'
import type { NoticeKind } from '../shared/notice'
import type { ErrorCode, ErrorData, Reply } from '../shared/result'
import type { UpdateView } from '../shared/update'

// The page sees seven functions. The port to the engine, and every path of a dropped file, stay on this side.

type Listener = (data: unknown) => void

const listeners = new Map<string, Set<Listener>>()
const inFlight = new Map<number, (reply: Reply<unknown>) => void>()
const waitingForPort: PortRequest[] = []
let port: MessagePort | null = null
let lastId = 0
/** Why the books are not open. */
let failure: ErrorData | null = null
/** An engine without books that can still be asked for backups. */
let answersAllTheSame = false
/** What a person chose outside the window before its page listened. */
const chosenBefore = new Map<EventName, unknown>()

type Unnumbered = { readonly call: string; readonly input: unknown } | { readonly take: readonly string[] }

function send(request: Unnumbered): Promise<Reply<unknown>> {
  if (failure && !answersAllTheSame) return Promise.resolve({ ok: false, error: failure })
  const id = ++lastId
  return new Promise(resolve => {
    inFlight.set(id, resolve)
    const numbered: PortRequest = { id, ...request }
    // Calls made while the engine starts are kept, not refused: the page draws itself meanwhile.
    if (port) port.postMessage(numbered)
    else waitingForPort.push(numbered)
  })
}

function announce(event: EventName, data: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(data)
}

const notFiles: ErrorData = { code: 'invalid_input', params: { call: 'take' }, retry: 'never' }

function answerAllInFlight(error: ErrorData): void {
  waitingForPort.length = 0
  for (const resolve of inFlight.values()) resolve({ ok: false, error })
  inFlight.clear()
}

function receive(message: PortMessage): void {
  if ('event' in message) return announce(message.event, message.data)
  inFlight.get(message.id)?.(message.reply)
  inFlight.delete(message.id)
}

ipcRenderer.on('engine-port', (event, hasBooks: boolean) => {
  const [received] = event.ports
  if (!received) return
  // What was asked on the port before is still answered there; what is announced comes here from now on.
  if (port) port.onmessage = (message: MessageEvent<PortMessage>) => 'reply' in message.data && receive(message.data)
  port = received
  failure = null
  port.onmessage = (message: MessageEvent<PortMessage>) => receive(message.data)
  for (const request of waitingForPort.splice(0)) port.postMessage(request)
  if (hasBooks) announce('engine.state', { state: 'running', error: null })
})

ipcRenderer.on('engine-gone', () => {
  port?.close()
  port = null
  failure = null
  answerAllInFlight({ code: 'engine_gone', params: {}, retry: 'later' })
  announce('engine.state', { state: 'gone', error: null })
})

ipcRenderer.on('engine-failed', (_event, error: ErrorData, answers: boolean) => {
  failure = error
  answersAllTheSame = answers
  if (!answers) {
    port = null
    answerAllInFlight(error)
  }
  announce('engine.state', { state: 'failed', error: error.code satisfies ErrorCode })
})

/** The window may have been opened by that very choice: whoever acts on it comes to listen a moment later. */
function announceChoice(event: EventName, data: unknown): void {
  if (listeners.has(event)) announce(event, data)
  else chosenBefore.set(event, data)
}

ipcRenderer.on('document-wanted', (_event, documentId: DocumentId) => announceChoice('document.wanted', { documentId }))
ipcRenderer.on('notice-chosen', (_event, kind: NoticeKind) => announceChoice('notice.chosen', { kind }))
ipcRenderer.on('help-chosen', (_event, topic: HelpTopic) => announceChoice('help.chosen', { topic }))
ipcRenderer.on('updates-changed', (_event, view: UpdateView) => announce('updates.changed', view))

const bridge: Bridge = {
  call: (name, input) => send({ call: name, input }) as never,
  on(name, listener) {
    const forName = listeners.get(name) ?? new Set<Listener>()
    listeners.set(name, forName.add(listener as Listener))
    if (name === 'engine.state' && failure) (listener as Listener)({ state: 'failed', error: failure.code })
    if (chosenBefore.has(name)) {
      ;(listener as Listener)(chosenBefore.get(name))
      chosenBefore.delete(name)
    }
    return () => forName.delete(listener as Listener)
  },
  take(files) {
    // Anything else may bring methods of the page's own, and with them paths of its own choice.
    if (!Array.isArray(files)) return Promise.resolve({ ok: false, error: notFiles })
    const paths = files.map(file => webUtils.getPathForFile(file)).filter(path => path !== '')
    return send({ take: paths }) as never
  },
  openInLedger: documentId => ipcRenderer.invoke('open-in-ledger', documentId) as never,
  chooseFolder: purpose => ipcRenderer.invoke('choose-folder', purpose) as never,
  updates: wish => ipcRenderer.invoke('updates', wish) as never,
  save: file => ipcRenderer.invoke('save-file', file) as never,
}

contextBridge.exposeInMainWorld('quittance', bridge)
