import type { z } from 'zod'
import type { EpochMs } from '../../shared/ids'
import { BusinessRefusal, PlainRefusal, ValidationRefusal } from './answers'
import { LedgerFailure } from './ledger-failure'
import { retryAfter, type Pacing } from './pacing'

export interface LedgerHttp {
  /** Ends with `/api`. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly fetch: typeof globalThis.fetch
  readonly pacing: Pacing
  now(): EpochMs
  /** Resolves after that many milliseconds, or rejects when the sync stops. */
  wait(ms: number): Promise<void>
  /** Ends calls under way when the sync stops. */
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

export interface LedgerCall {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** The part of the path the ledger counts calls by, e.g. `/bills/:id`. */
  readonly route: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** A success that says nothing: zero bytes and no content type. */
  readonly isAnsweredEmpty?: boolean
}

/** Far above any honest answer (a thousand bills are about 3 MB). */
const maxAnswerBytes = 32 * 1024 * 1024

/**
 * Makes one call and believes nothing: the answer must be JSON of the expected shape from the very server we asked.
 *
 * @throws LedgerFailure; `facts.inDoubt` tells whether the request may have taken effect
 */
export async function callLedger<T>(http: LedgerHttp, call: LedgerCall, shape: z.ZodType<T>): Promise<T> {
  await awaitTurn(http, call.method, call.route)
  const { response, text } = await exchange(http, call)
  http.pacing.learn(`${call.method} ${call.route}`, response.headers)
  if (response.status >= 300) throw refusal(call, response, text)
  const json = call.isAnsweredEmpty === true && text === '' ? null : jsonOf(response, text)
  const parsed = json === undefined ? undefined : shape.safeParse(json)
  if (!parsed?.success) throw broken(call, { status: response.status })
  return parsed.data
}

/** Resolves when the ledger's limit, as far as its answers told us, allows another call of this route. */
export async function awaitTurn(http: LedgerHttp, method: LedgerCall['method'], route: string): Promise<void> {
  const paced = `${method} ${route}`
  for (let left = http.pacing.waitFor(paced); left > 0; left = http.pacing.waitFor(paced)) await http.wait(left)
}

async function exchange(http: LedgerHttp, call: LedgerCall): Promise<{ response: Response; text: string }> {
  const url = new URL(`${http.baseUrl}${call.path}`)
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value)
  try {
    const response = await http.fetch(url, {
      method: call.method,
      // A redirect could carry the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([http.signal, AbortSignal.timeout(http.timeoutMs)]),
      headers: {
        authorization: `Bearer ${http.apiKey}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    return { response, text: await textOf(call, response) }
  } catch (thrown) {
    if (thrown instanceof LedgerFailure) throw thrown
    const params = { host: url.host, reason: reasonOf(thrown) }
    const inDoubt = !neverLeft.has(params.reason)
    throw new LedgerFailure('ledger_unreachable', params, { inDoubt, method: call.method })
  }
}

async function textOf(call: LedgerCall, response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > maxAnswerBytes) throw broken(call, { status: response.status })
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Failures after which the ledger cannot have seen the request, because no connection was made. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** The system's code of what went wrong, e.g. `ECONNRESET`; `fetch` hides it in the cause. */
function reasonOf(thrown: unknown): string {
  let reason = thrown instanceof Error ? thrown.name : 'unknown'
  for (let at: unknown = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') reason = at.code
  }
  return reason.slice(0, 60)
}

function refusal(call: LedgerCall, response: Response, text: string): LedgerFailure {
  const { status } = response
  const { method } = call
  if (status === 401 || status === 403) return new LedgerFailure('ledger_unauthorized', {}, { inDoubt: false, method })
  if (status === 429) {
    const waitMs = retryAfter(response.headers)
    const params = { seconds: Math.ceil(waitMs / 1000) }
    return new LedgerFailure('ledger_throttled', params, { inDoubt: false, waitMs, method })
  }
  if (status >= 500)
    return new LedgerFailure(
      'ledger_server_error',
      { status, call: `${method} ${call.route}` },
      { inDoubt: true, method },
    )
  if (status < 400) return broken(call, { status, host: hostOf(response.headers.get('location')) })
  // A refusal of the ledger's own is JSON of one of four shapes; anything else was said by somebody in between.
  const json = jsonOf(response, text)
  const business = BusinessRefusal.safeParse(json)
  const [rule] = business.data?.errors ?? []
  if (rule) return refused(call, rule.type, rule.payload)
  const validation = ValidationRefusal.safeParse(json)
  if (validation.success)
    return refused(call, `invalid ${validation.data.message.map(each => each.property).join(', ')}`)
  const plain = PlainRefusal.safeParse(json)
  // "Cannot POST /api/bills": there is no such route, so this is another server or another address.
  if (plain.data?.message.startsWith('Cannot ')) return broken(call, { status })
  if (plain.success) return refused(call, status === 404 ? 'not_found' : `status_${status}`)
  return broken(call, { status })
}

function refused(call: LedgerCall, type: string, payload: Record<string, unknown> = {}): LedgerFailure {
  const facts = { inDoubt: false, method: call.method, type }
  if (type === 'TRANSACTIONS_DATE_LOCKED') {
    const lockedTo = payload['lockedToDate']
    return new LedgerFailure('ledger_period_locked', typeof lockedTo === 'string' ? { lockedTo } : {}, facts)
  }
  return new LedgerFailure('ledger_refused', { type: type.slice(0, 120) }, facts)
}

function broken(call: LedgerCall, params: Record<string, string | number>): LedgerFailure {
  return new LedgerFailure('ledger_contract_broken', params, { inDoubt: true, method: call.method })
}

function jsonOf(response: Response, text: string): unknown {
  if (response.headers.get('content-type')?.toLowerCase().includes('json') !== true) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Cut off or spoilt on the way: the caller says so with the status.
    return undefined
  }
}

function hostOf(location: string | null): string {
  if (location === null) return ''
  return URL.canParse(location) ? new URL(location).host : ''
}
