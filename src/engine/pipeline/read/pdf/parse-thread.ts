import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { PDFWorker } from 'pdfjs-dist'
import { AppError } from '../../../../shared/result'
import { within } from '../deadline'

// The thread runs pdf.js's parser only. In a thread it can be ended: parsing a hostile page never gives control back.
const threadCode = `
const { workerData } = require('node:worker_threads')
// As in a browser, for which pdf.js is written: a promise of a damaged file that nobody looks at must not end the thread.
process.on('unhandledRejection', () => undefined)
import(workerData.parser).then(({ WorkerMessageHandler }) => {
  workerData.port.start()
  WorkerMessageHandler.initializeFromPort(workerData.port)
})`

// Not called `require`: the bundler puts a `require` of its own into modules that mention one, as the thread's code does.
const modules = createRequire(import.meta.url)

/** Folder of pdf.js with a trailing slash and forward slashes, as its own loaders want it. */
export function pdfjsFolder(): string {
  return `${dirname(modules.resolve('pdfjs-dist/package.json')).replaceAll('\\', '/')}/`
}

/** pdf.js as it runs in Node. Electron's utility process must not look like a browser, or it asks for `document`. */
export async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  Object.defineProperty(process, 'type', { value: undefined, configurable: true, writable: true })
  return await import('pdfjs-dist/legacy/build/pdf.mjs')
}

export interface ParseThread {
  readonly pdfWorker: PDFWorker
  /** True once the thread ended, by us or by itself. */
  readonly ended: boolean
  end(): void
  /**
   * Waits for what was asked of the thread, {@link within} bounds; hitting one ends the thread. One that has ended by itself
   * answers nothing any more.
   *
   * @param stop  called once before the thread is ended
   * @throws AppError `resource_limit`, `corrupt_document`; what the thread answers with
   */
  answer<T>(asked: Promise<T>, ms: number, step: string, stop?: () => void): Promise<T>
}

let current: ParseThread | undefined

/** The warm parser thread, or a new one when the last was ended. One document at a time uses it. */
export async function parseThread(): Promise<ParseThread> {
  if (current && !current.ended) return current
  current = await startThread()
  return current
}

/** Ends the warm thread and gives its memory back; the next document starts a new one. */
export function endParseThread(): void {
  current?.end()
}

async function startThread(): Promise<ParseThread> {
  const { PDFWorker } = await loadPdfjs()
  const { port1, port2 } = new MessageChannel()
  const thread = new Worker(threadCode, {
    eval: true,
    workerData: { port: port2, parser: pathToFileURL(modules.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href },
    transferList: [port2],
    // Library chatter about broken files would end up on the standard output of the command line.
    stdout: true,
    stderr: true,
  })
  thread.unref()
  const pdfWorker = new PDFWorker({ port: port1 as never, verbosity: 0 })
  port1.start()
  // Listening refs the port; an idle parser must not keep a finished process alive.
  port1.unref()
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    port1.close()
    void thread.terminate()
  }
  const fallen = Promise.withResolvers<never>()
  fallen.promise.catch(() => undefined)
  thread.on('error', thrown => {
    end()
    fallen.reject(fallOf(thrown))
  })
  thread.on('exit', () => {
    end()
    fallen.reject(new AppError('corrupt_document', {}, 'never'))
  })
  return {
    pdfWorker,
    get ended() {
      return ended
    },
    end,
    answer: (asked, ms, step, stop = () => undefined) =>
      within(Promise.race([asked, fallen.promise]), ms, step, () => {
        stop()
        end()
      }),
  }
}

function fallOf(thrown: unknown): AppError {
  const isTooLarge = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const cause = { cause: thrown }
  if (isTooLarge) return new AppError('resource_limit', { limit: 'memory', step: 'parse' }, 'never', cause)
  return new AppError('corrupt_document', {}, 'never', cause)
}
