// A process of its own: whatever a hostile file does here, the engine can end it and go on. It gets bytes and gives facts; it
// knows no store, no secret and no network.
import { toErrorData } from '../../shared/result'
import { keepMemoryOutOfCoreDumps } from '../core-dumps'
import { readMail } from '../pipeline/mail/read-mail'
import { hasHitABound } from '../pipeline/read/deadline'
import { denyNetwork } from '../pipeline/read/deny-network'
import { giveMemoryBack } from '../pipeline/read/give-memory-back'
import { pagePicture } from '../pipeline/read/page-picture'
import { readDocument, readPagesOfFiles } from '../pipeline/read/read-document'
import { wellFormed } from '../well-formed'
import { guardThisProcess } from './guard'
import type { WorkerMessage, WorkerRequest, WorkerResult } from './protocol'

/** Where requests come from and answers go. */
interface Parent {
  post(message: WorkerMessage): void
  onRequest(listener: (request: WorkerRequest) => void): void
}

/**
 * The two ways a parent may talk to us. As a utility process of Electron we were started by main, whose first message
 * carries a port to the engine, so that documents do not pass through main; a forked child of plain Node has its parent.
 */
function findParent(): Promise<Parent> {
  const main = process.parentPort
  if (main === undefined || main === null) return Promise.resolve(forkingParent())
  return new Promise(resolve => {
    main.once('message', ({ ports: [port] }) => {
      if (!port) throw new Error('main handed over no port')
      resolve({
        post: message => port.postMessage(message),
        onRequest(listener) {
          port.on('message', ({ data }) => listener(data as WorkerRequest))
          port.start()
        },
      })
    })
  })
}

function forkingParent(): Parent {
  return {
    post: message => process.send?.(message),
    onRequest(listener) {
      process.on('message', message => listener(message as WorkerRequest))
      // A parent that is gone wants no answers.
      process.on('disconnect', () => process.exit(0))
    },
  }
}

const parent = await findParent()
const pulseMs = 1_000
let last: Promise<void> = Promise.resolve()

async function answer(request: WorkerRequest): Promise<void> {
  const { id } = request
  const pulse = setInterval(() => parent.post({ type: 'alive' }), pulseMs)
  try {
    // What a document says reaches the journal, which can write no half characters.
    parent.post({ ...wellFormed(await work(request)), isSpent: hasHitABound() })
  } catch (thrown) {
    const error = toErrorData(thrown)
    // Only the kind of an unforeseen error is logged: its message may quote the document.
    if (error.code === 'bug')
      console.error(thrown instanceof Error ? `${thrown.name} ${thrown.stack?.split('\n')[1] ?? ''}` : 'unknown')
    parent.post({ type: 'failed', id, error, isSpent: hasHitABound() })
  } finally {
    clearInterval(pulse)
  }
  giveMemoryBack()
}

async function work(request: WorkerRequest): Promise<WorkerResult> {
  const { id } = request
  // Over an advanced-serialised channel the bytes may come as a Buffer.
  const bytes = new Uint8Array(request.bytes)
  if (request.type === 'mail') return { type: 'mail_opened', id, parts: await readMail(bytes) }
  const { kind } = request
  if (request.type === 'draw') return { type: 'drawn', id, picture: await pagePicture(bytes, kind, request) }
  const onPage = (page: number, of: number) => parent.post({ type: 'progress', id, page, of })
  const { pagesOf, mediaType, options } = request
  const reading = pagesOf
    ? await readPagesOfFiles(pagesOf, mediaType, options, onPage)
    : await readDocument(bytes, kind, mediaType, options, onPage)
  return { type: 'done', id, reading }
}

// A little above the pool's own limit, which names the reason; this one holds where nobody can watch from outside.
guardThisProcess(1.15 * 2 ** 30)
keepMemoryOutOfCoreDumps()
denyNetwork()
parent.onRequest(request => {
  // One document at a time; a second request waits for the first.
  last = last.then(() => answer(request))
})
parent.post({ type: 'ready' })
