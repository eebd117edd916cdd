import type { DocumentKind, PageInfo } from '../../shared/document'
import type { OcrLanguage } from '../../shared/settings'
import type { ErrorData } from '../../shared/result'
import type { DocumentReading } from '../pipeline/facts'
import type { MailPart } from '../pipeline/mail/read-mail'

/** What a document worker is asked to do. Bytes are copied into the worker; it sees no path, store, secret or network. */
export interface ReadRequest {
  readonly type: 'read'
  readonly id: number
  readonly bytes: Uint8Array
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly options: ReadOptions
  /** Set for a document that consists of pages of files; `bytes` are then empty. */
  readonly pagesOf?: PagesOfFiles
}

/** Pages taken from files that were received on their own. */
export interface PagesOfFiles {
  readonly files: readonly { readonly bytes: Uint8Array; readonly kind: 'pdf' | 'image' }[]
  /** In the document's order: index of the file, and the page's number in it. */
  readonly pages: readonly { readonly file: number; readonly page: number }[]
}

/** A page wanted as a picture, e.g. for an outside model: drawn anew, so that nothing else of the file goes along. */
export interface DrawRequest {
  readonly type: 'draw'
  readonly id: number
  readonly bytes: Uint8Array
  readonly kind: DocumentKind
  /** From 1. */
  readonly page: number
  /** Clockwise degrees by which a photo lies on its side. */
  readonly turned: PageInfo['rotation']
}

/** A page in grey, small enough to be sent. */
export interface PagePicture {
  readonly mediaType: 'image/png'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** An e-mail whose files are wanted. */
export interface MailRequest {
  readonly type: 'mail'
  readonly id: number
  readonly bytes: Uint8Array
}

export type WorkerRequest = ReadRequest | DrawRequest | MailRequest

export interface ReadOptions {
  readonly password?: string
  readonly forceOcr: boolean
  readonly ocrLanguages: readonly OcrLanguage[]
  /** Pages beyond this are left out with a remark, never silently. */
  readonly maxPages: number
  /** Our own tax ids, upper case without punctuation: tell buyer from seller. */
  readonly ownTaxIds: readonly string[]
  /** Home country (ISO 3166 alpha-2) and currency: break ties in dates and number formats. */
  readonly country: string
  readonly homeCurrency: string
  /** Of the file only these pages, by its own numbers; left out for all. */
  readonly pages?: readonly number[]
  /** Which invoice of a file with several, from 1; left out for the file as a whole. */
  readonly part?: number
}

export type WorkerMessage =
  | { readonly type: 'ready' }
  /** Once a second while reading: the loop turns. Steps that wait (OCR) have deadlines of their own. */
  | { readonly type: 'alive' }
  | { readonly type: 'progress'; readonly id: number; readonly page: number; readonly of: number }
  | WorkerResult

/** How a request ended. */
export type WorkerResult = AfterReading &
  (
    | { readonly type: 'done'; readonly id: number; readonly reading: DocumentReading }
    | { readonly type: 'drawn'; readonly id: number; readonly picture: PagePicture }
    | { readonly type: 'mail_opened'; readonly id: number; readonly parts: readonly MailPart[] }
    | { readonly type: 'failed'; readonly id: number; readonly error: ErrorData }
  )

interface AfterReading {
  /** Something of the document had to be stopped and may still go on in the process: it should read no other. */
  readonly isSpent?: boolean
}

/** A running worker process, however it was started (utility process or child process). */
export interface WorkerProcess {
  readonly pid: number | undefined
  post(request: WorkerRequest): void
  onMessage(listener: (message: WorkerMessage) => void): void
  onExit(listener: () => void): void
  kill(): void
}

/** Starts document workers; Electron's main process and plain Node each bring their own. */
export type StartWorker = () => WorkerProcess | Promise<WorkerProcess>
