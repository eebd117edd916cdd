import { readEInvoice } from '../../src/engine/pipeline/read/einvoice/read-e-invoice'
import { readMail } from '../../src/engine/pipeline/mail/read-mail'
import type { DocumentReading } from '../../src/engine/pipeline/facts'
import type { ReadRequest, StartWorker, WorkerMessage, WorkerRequest } from '../../src/engine/worker/protocol'
import { toErrorData } from '../../src/shared/result'

/**
 * Document workers without processes, for tests of what happens around reading: XML is read by the real readers, anything
 * else gives a page without an invoice.
 */
export const inProcessWorkers: StartWorker = () => {
  let tell: (message: WorkerMessage) => void = () => undefined
  let exited: () => void = () => undefined
  const openMail = (id: number, bytes: Uint8Array) =>
    readMail(bytes).then(
      parts => tell({ type: 'mail_opened', id, parts }),
      (thrown: unknown) => tell({ type: 'failed', id, error: toErrorData(thrown) }),
    )
  return {
    pid: undefined,
    post(request) {
      setImmediate(() => {
        if (request.type === 'mail') return void openMail(request.id, request.bytes)
        try {
          tell(answerTo(request))
        } catch (thrown) {
          tell({ type: 'failed', id: request.id, error: toErrorData(thrown) })
        }
      })
    },
    onMessage(listener) {
      tell = listener
      setImmediate(() => listener({ type: 'ready' }))
    },
    onExit: listener => void (exited = listener),
    kill: () => setImmediate(() => exited()),
  }
}

function answerTo(request: WorkerRequest): WorkerMessage {
  const { id } = request
  if (request.type === 'read') return { type: 'done', id, reading: read(request) }
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
  return { type: 'drawn', id, picture: { mediaType: 'image/png', bytes, width: 1, height: 1 } }
}

function read({ bytes, kind, mediaType, options }: ReadRequest): DocumentReading {
  const nothing = { pages: [], previews: [], remarks: [] } as const
  if (kind !== 'xml') {
    const facts = { candidates: [], chosen: {}, lines: [], taxes: [], adjustments: [] }
    return { kind, mediaType, format: 'none', reader: 'test 1', ...nothing, facts, xml: null }
  }
  return readEInvoice(bytes, kind, mediaType, options.part)
}
