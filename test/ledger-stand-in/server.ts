import type { IncomingMessage, ServerResponse } from 'node:http'
import { bytesOf, listenOnLoopback } from '../stand-ins/loopback'
import { bend } from './bend'
import { emptyBooks, type Answer, type Bill } from './books'
import { billTotals } from './bill-totals'
import { createFaults, heldBack, type FaultKind } from './faults'
import { isObject, toCamel, type Json } from './json'
import { bare, framework, Refusal } from './refusal'
import { findRoute } from './routes'
import { createThrottle } from './throttle'

export interface StandInOptions {
  /** 0 or absent: any free port. */
  readonly port?: number
  readonly apiKey?: string
  readonly organizationId?: string
  readonly baseCurrency?: string
  /** 10 calls a minute per route, as shipped; the default is off. */
  readonly throttle?: boolean
  /** Minutes by which the server's clock is ahead of UTC; Mexico City is -360. */
  readonly zoneMinutes?: number
  /** A session token accepted together with the organization's id. */
  readonly accessToken?: string
  readonly now?: () => number
}

/** One call as it arrived, for tests that count. */
export interface CallSeen {
  readonly method: string
  readonly pattern: string
  readonly query: string
  readonly body: Json | undefined
  /** Null when the connection was dropped or left silent. */
  readonly status: number | null
}

type Found = NonNullable<ReturnType<typeof findRoute>>

/** What a 429 says about how long to stay away: as shipped, as from a proxy, and nothing at all. */
const throttleHeaders: { readonly [kind in FaultKind]?: { [name: string]: string } } = {
  throttled: { 'retry-after-auth': '60' },
  throttled_plain_header: { 'retry-after': '60' },
  throttled_without_header: {},
}

/** 100 KB, the limit of the real server's JSON parser. */
const bodyLimit = 102_400

/** Starts the stand-in on the loopback interface. */
export async function startStandIn(options: StandInOptions = {}) {
  const apiKey = options.apiKey ?? `bc_${'5'.repeat(96)}`
  const now = options.now ?? Date.now
  const zoneMinutes = options.zoneMinutes ?? 0
  const books = emptyBooks(options.organizationId ?? 'standinorg0001', options.baseCurrency ?? 'MXN')
  const faults = createFaults()
  const throttle = createThrottle(now)
  const seen: CallSeen[] = []

  const refuseStranger = (request: IncomingMessage) => {
    const given = request.headers.authorization
    // Exact spelling: "bearer" and a bare key are refused.
    if (given === `Bearer ${apiKey}`) return
    if (options.accessToken === undefined || given !== `Bearer ${options.accessToken}`) throw bare401()
    const organization = request.headers['organization-id']
    if (organization === undefined) throw framework(401, 'Organization ID is required.', 'Unauthorized')
    if (organization !== books.organizationId) {
      throw new Refusal(401, { message: 'Tenant not found.', errors: [{ type: 'TENANT.NOT.FOUND' }] })
    }
  }

  const work = ({ route, path }: Found, url: URL, body: Json | undefined, isRaced: boolean): Answer => {
    const today = new Date(now() + zoneMinutes * 60_000).toISOString().slice(0, 10)
    const parsed = toCamel(body ?? {})
    return route.handle({
      books,
      query: url.searchParams,
      body: isObject(parsed) ? parsed : {},
      path,
      isRaced,
      today,
      zoneMinutes,
    })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const method = request.method ?? 'GET'
    const raw = await bytesOf(request)
    const found = findRoute(method, url.pathname)
    const fault = found ? faults.take(method, found.route.pattern) : undefined
    let headers: { [name: string]: string } = {}
    let body: Json | undefined
    let result: Answer
    try {
      // The body is parsed before anything else looks at the call: neither counted nor asked for credentials.
      body = parse(raw, request.headers['content-type'])
      if (!found) throw framework(404, `Cannot ${method} ${request.url ?? url.pathname}`, 'Not Found')
      const told = fault === undefined ? undefined : throttleHeaders[fault]
      if (options.throttle === true || told) {
        const { refused, headers: counters } = throttle(`${found.route.method} ${found.route.pattern}`)
        headers = told ?? counters
        if (refused || told) throw bare(429, 'ThrottlerException: Too Many Requests')
      }
      if (found.route.isOpen !== true) refuseStranger(request)
      if (fault === 'unauthorized') throw bare401()
      if (fault === 'server_error_before') throw bare(500, 'Internal server error')
      const isHeldBack = fault !== undefined && heldBack.has(fault)
      // A request whose client has hung up is worked off all the same.
      result = isHeldBack ? { status: 502, body: undefined } : work(found, url, body, fault === 'race')
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      result = { status: thrown.status, body: thrown.body }
    }
    const shown = bend(fault, result, response, headers)
    seen.push({
      method,
      pattern: found?.route.pattern ?? url.pathname,
      query: url.search,
      body,
      status: shown,
    })
  }

  return {
    ...(await listenOnLoopback(answer, options.port)),
    apiKey,
    books,
    faults,
    /** Every call that was answered or dropped so far, oldest first. */
    calls: seen as readonly CallSeen[],
    /** The bills held, with their totals as the server computes them. */
    bills: (): (Bill & { readonly total: number })[] =>
      books.bills.map(bill => ({ ...bill, total: billTotals(bill).total })),
  }
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

const bare401 = () => new Refusal(401, { message: 'Unauthorized', statusCode: 401 })

function parse(raw: Buffer, contentType: string | undefined): Json | undefined {
  if (raw.length > bodyLimit) throw bare(413, 'request entity too large')
  if (raw.length === 0 || contentType?.includes('json') !== true) return undefined
  try {
    return JSON.parse(raw.toString('utf8')) as Json
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : 'Unexpected token'
    throw framework(400, reason, 'Bad Request')
  }
}
