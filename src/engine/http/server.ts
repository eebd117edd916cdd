import type { EpochMs } from '../../shared/ids'
import type { ErrorCode } from '../../shared/result'
import type { EngineLog } from '../host'
import type { Circuit } from './circuit'
import type { Pacing } from './pacing'
import type { FailureKind } from './server-failure'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One server as one key sees it. */
export interface Server {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly dialect: Dialect
  /** What every call carries, the key among it; never logged. */
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  readonly pacing: Pacing
  readonly circuit: Circuit
  readonly log: EngineLog
  now(): EpochMs
  /** Resolves after that many milliseconds, or rejects when the sync stops. */
  wait(ms: number): Promise<void>
  /** Ends calls under way when the sync stops. */
  readonly signal: AbortSignal
  readonly timeouts: Timeouts
}

/** Milliseconds a call may take in each phase; making the connection itself is limited to 10 s by the platform. */
export interface Timeouts {
  /** From sending to the first byte of the answer. */
  readonly answer: number
  /** Between two parts of the answer. */
  readonly silence: number
  /** Altogether: an answer that trickles in byte by byte ends here. */
  readonly whole: number
}

/** Half a minute for the answer to begin, as long between its parts. */
export const usualTimeouts: Timeouts = { answer: 30_000, silence: 30_000, whole: 120_000 }

/** Where servers differ. */
export interface Dialect {
  /** What a failure of each kind is called on screen. */
  readonly codes: Readonly<Record<FailureKind, ErrorCode>>
  /** A 403 is about one request (a permission is missing) and read like any refusal; elsewhere it speaks against the key. */
  readonly isForbiddenARefusal?: true
  /** Reads a refusal (status 400 to 499, but 401, 429 and usually 403); undefined when this server does not speak like that. */
  readonly refusalOf: (status: number, json: unknown, call: ServerCall) => Refusal | undefined
}

/** What a server says when it will not. */
export interface Refusal {
  readonly kind: FailureKind
  /** As the server names it, e.g. `BILL_NUMBER_EXISTS`; never text of the document. */
  readonly type: string
  /** For refusals with a name of their own. */
  readonly code?: ErrorCode
  readonly params?: Readonly<Record<string, string | number>>
}

export interface ServerCall {
  readonly method: Method
  /** The part of the path the server counts calls by, e.g. `/bills/:id`. */
  readonly route: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as multipart instead of a body. */
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  /** A success that says nothing: zero bytes and no content type. */
  readonly isAnsweredEmpty?: boolean
}
