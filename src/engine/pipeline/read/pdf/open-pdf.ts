import type { PDFDocumentProxy } from 'pdfjs-dist'
import { AppError } from '../../../../shared/result'
import { limits } from '../limits'
import { loadPdfjs, parseThread, pdfjsFolder, type ParseThread } from './parse-thread'

const closeMs = 1_000

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  readonly thread: ParseThread
  close(): Promise<void>
}

/**
 * Opens a PDF without drawing or running anything in it.
 * @param bytes  copied; pdf.js takes its copy away
 * @throws AppError `needs_password`, `wrong_password`, `unsupported_encryption`, `corrupt_document`, `resource_limit`
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf> {
  const { getDocument } = await loadPdfjs()
  const thread = await parseThread()
  const folder = pdfjsFolder()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    worker: thread.pdfWorker,
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    iccUrl: `${folder}iccs/`,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
  })
  async function close(): Promise<void> {
    if (thread.ended) return
    // A parser that met damage may never say that it is done: it then ends with its thread.
    const patience = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => {
      thread.end()
      patience.resolve(undefined)
    }, closeMs)
    await Promise.race([task.destroy(), patience.promise]).finally(() => clearTimeout(timer))
  }
  try {
    const document = await thread.answer(task.promise, limits.openMs, 'open')
    if (document.numPages < 1) throw new AppError('corrupt_document', {}, 'never')
    return { document, thread, close }
  } catch (thrown) {
    await close()
    throw openingFailure(thrown, password !== undefined)
  }
}

/** pdf.js names its errors; its messages are the only sign of an encryption it cannot undo. */
function openingFailure(thrown: unknown, hadPassword: boolean): AppError {
  if (thrown instanceof AppError) return thrown
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) }
  const cause = { cause: thrown }
  if (name === 'PasswordException')
    return new AppError(hadPassword ? 'wrong_password' : 'needs_password', {}, 'user', cause)
  if (/encryption method|unsupported encryption|encryption filter/i.test(message))
    return new AppError('unsupported_encryption', {}, 'never', cause)
  if (/call stack/i.test(message))
    return new AppError('resource_limit', { limit: 'depth', step: 'open' }, 'never', cause)
  return new AppError('corrupt_document', {}, 'never', cause)
}
