import type { PDFPageProxy } from 'pdfjs-dist'
import { AppError, toErrorData, type ErrorCode } from '../../../../shared/result'
import { openPdf, type OpenPdf } from './open-pdf'

/** The open document; opened anew when a page had to be stopped by ending the parser. */
export class PdfSession {
  private pdf: OpenPdf | undefined

  constructor(
    private readonly bytes: Uint8Array,
    private readonly password: string | undefined,
  ) {}

  async get(): Promise<OpenPdf> {
    if (!this.pdf || this.pdf.thread.ended) this.pdf = await openPdf(this.bytes, this.password)
    return this.pdf
  }

  async page<T>(number: number, ms: number, step: string, work: (page: PDFPageProxy) => Promise<T>): Promise<T> {
    const { document, thread } = await this.get()
    return thread.answer(document.getPage(number).then(work), ms, step)
  }

  async close(): Promise<void> {
    await this.pdf?.close()
  }
}

/** Why a page could not be read. */
export function failureOf(thrown: unknown): ErrorCode {
  if (thrown instanceof AppError) return toErrorData(thrown).code
  // pdf.js throws its own kinds of error for a page it cannot make sense of.
  return 'corrupt_document'
}
