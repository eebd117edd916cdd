// A process of its own: whatever a hostile file does here, the engine can end it and go on. It gets bytes and gives facts; it
// knows no store, no secret and no network.
import { toErrorData } from '../../shared/result'
import { denyNetwork } from '../pipeline/read/deny-network'
import { giveMemoryBack } from '../pipeline/read/give-memory-back'
import { readDocument } from '../pipeline/read/read-document'
import { guardThisProcess } from './guard'
import type { ReadRequest, WorkerMessage } from './protocol'

/** The two ways a parent may talk to us: a utility process of Electron, or a forked child of plain Node. */
interface ParentPort {
  post(message: WorkerMessage): void
  onRequest(listener: (request: ReadRequest) => void): void
}

function parentPort(): ParentPort {
  const utility = process.parentPort
  if (utility !== undefined && utility !== null)
    return {
      post: message => utility.postMessage(message),
      onRequest: listener => utility.on('message', ({ data }) => listener(data as ReadRequest)),
    }
  return {
    post: message => process.send?.(message),
    onRequest: listener => {
      process.on('message', message => listener(message as ReadRequest))
      // A parent that is gone wants no answers.
      process.on('disconnect', () => process.exit(0))
    },
  }
}

const parent = parentPort()
const pulseMs = 1_000
let last: Promise<void> = Promise.resolve()

async function answer(request: ReadRequest): Promise<void> {
  const { id, bytes, kind, mediaType, options } = request
  const pulse = setInterval(() => parent.post({ type: 'alive' }), pulseMs)
  try {
    const onPage = (page: number, of: number) => parent.post({ type: 'progress', id, page, of })
    // Over an advanced-serialised channel the bytes may come as a Buffer.
    const reading = await readDocument(new Uint8Array(bytes), kind, mediaType, options, onPage)
    parent.post({ type: 'done', id, reading })
  } catch (thrown) {
    const error = toErrorData(thrown)
    // Only the kind of an unforeseen error is logged: its message may quote the document.
    if (error.code === 'bug')
      console.error(thrown instanceof Error ? `${thrown.name} ${thrown.stack?.split('\n')[1] ?? ''}` : 'unknown')
    parent.post({ type: 'failed', id, error })
  } finally {
    clearInterval(pulse)
  }
  giveMemoryBack()
}

// A little above the pool's own limit, which names the reason; this one holds where nobody can watch from outside.
guardThisProcess(1.15 * 2 ** 30)
denyNetwork()
parent.onRequest(request => {
  // One document at a time; a second request waits for the first.
  last = last.then(() => answer(request))
})
parent.post({ type: 'ready' })
