import type { IncomingMessage, ServerResponse } from 'node:http'
import { bytesOf, listenOnLoopback } from '../stand-ins/loopback'
import { createFaults, heldBack, type FaultKind } from '../ledger-stand-in/faults'
import { isObject, type Json, type JsonObject } from '../ledger-stand-in/json'
import { detail, Refusal, type Answer, type Call, type Upload } from './answer'
import {
  storeDocument,
  storeVersion,
  type Archive,
  type NewDocument,
  type Release,
  type Stored,
  type User,
} from './archive'
import { bend } from './bend'
import { findRoute, type Method, type Route } from './routes'
import { work } from './uploads'

export interface StandInOptions {
  /** 0 or absent: any free port. */
  readonly port?: number
  readonly release?: Release
  /** Minutes by which the server's clock is ahead of UTC; Mexico City is -360. */
  readonly zoneMinutes?: number
  readonly now?: () => number
  /** The users; the default is a service account with everything the app needs, and an administrator. */
  readonly users?: readonly User[]
  /** Uploads are stored at once; the default is on. Off: a test calls `work()`. */
  readonly worksAtOnce?: boolean
}

/** One call as it arrived, for tests that count. */
export interface CallSeen {
  readonly method: string
  readonly pattern: string
  readonly path: string
  readonly query: string
  readonly body: JsonObject
  /** Null when the connection was dropped or left silent. */
  readonly status: number | null
}

/** What the service account of the contract may do. */
export const servicePermissions = [
  ...['document', 'tag', 'documenttype', 'correspondent', 'customfield', 'note', 'uisettings', 'paperlesstask'].map(
    noun => `view_${noun}`,
  ),
  ...['document', 'tag', 'correspondent', 'customfield', 'note'].map(noun => `add_${noun}`),
  'change_document',
]

const serviceToken = '0123456789abcdef0123456789abcdef01234567'
const defaultUsers: readonly User[] = [
  { id: 2, username: 'admin', token: 'a'.repeat(40), isSuperuser: true, permissions: new Set(servicePermissions) },
  { id: 3, username: 'ap-bot', token: serviceToken, isSuperuser: false, permissions: new Set(servicePermissions) },
]

/** Credentials and limits are looked at before anything is done: what is answered 401 or 429 was not done. */
const refusedFirst: ReadonlySet<FaultKind> = new Set([
  'unauthorized',
  'throttled',
  'throttled_plain_header',
  'throttled_without_header',
  'server_error_before',
])

/** Starts the stand-in on the loopback interface. */
export async function startPaperless(options: StandInOptions = {}) {
  const { release = '3.0.5', zoneMinutes = 0, now = Date.now, users = defaultUsers, worksAtOnce = true } = options
  const archive: Archive = {
    release,
    zoneMinutes,
    users,
    documents: [],
    named: { tags: [], correspondents: [], document_types: [] },
    customFields: [],
    tasks: [],
    ids: new Map(),
    now,
  }
  const highest = release === '3.0.5' ? 10 : 9
  const lowest = release === '3.0.5' ? 9 : 1
  const faults = createFaults()
  const seen: CallSeen[] = []

  function userOf(request: IncomingMessage): User {
    const given = request.headers.authorization ?? ''
    // The word must be Token: "Bearer" counts as no credentials at all.
    if (!given.startsWith('Token ')) {
      throw new Refusal({
        status: 401,
        json: { detail: 'Authentication credentials were not provided.' },
        headers: { 'www-authenticate': 'Token' },
      })
    }
    const user = users.find(each => each.token === given.slice(6))
    if (user) return user
    throw new Refusal({ status: 401, json: { detail: 'Invalid token.' }, headers: { 'www-authenticate': 'Token' } })
  }

  function versionOf(request: IncomingMessage): number {
    const accept = request.headers.accept ?? '*/*'
    if (!/application\/json|\*\/\*/.test(accept)) throw detail(406, 'Could not satisfy the request Accept header.')
    const asked = Number(/version=(\d+)/.exec(accept)?.[1] ?? highest)
    if (asked < lowest || asked > highest) throw detail(406, 'Invalid version in "Accept" header.')
    return asked
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const base = `http://${request.headers.host ?? 'stand-in'}`
    const url = new URL(request.url ?? '/', base)
    const method = (request.method ?? 'GET') as Method
    const raw = await bytesOf(request)
    const found = findRoute(url.pathname)
    const fault = found ? faults.take(method, found.route.pattern) : undefined
    let common: { readonly [name: string]: string } = {}
    let body: JsonObject = {}
    let result: Answer
    try {
      if (!found)
        throw new Refusal({ status: 302, text: '', headers: { location: `/accounts/login/?next=${url.pathname}` } })
      const version = versionOf(request)
      const user = userOf(request)
      common = { 'x-api-version': String(highest), 'x-version': release }
      const upload = await uploadOf(raw, request.headers['content-type'])
      body = bodyOf(raw, request.headers['content-type'])
      const { route, ids } = found
      const call: Call = {
        archive,
        user,
        version,
        base,
        ids,
        body,
        upload,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
      }
      const isHeldBack = fault !== undefined && (heldBack.has(fault) || refusedFirst.has(fault))
      result = isHeldBack ? { status: 502, text: '' } : handle(route, method, call)
      if (worksAtOnce) work(archive)
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      result = thrown.answer
    }
    const status = bend(fault, result, response, common)
    seen.push({
      method,
      pattern: found?.route.pattern ?? url.pathname,
      path: url.pathname,
      query: url.search,
      body,
      status,
    })
  }

  return {
    ...(await listenOnLoopback(answer, options.port)),
    token: users.find(user => user.username === 'ap-bot')?.token ?? serviceToken,
    archive,
    faults,
    /** Every call that was answered or dropped so far, oldest first. */
    calls: seen as readonly CallSeen[],
    add: (given: NewDocument): Stored => storeDocument(archive, given),
    addVersion: (stored: Stored, bytes: Buffer) => storeVersion(archive, stored, bytes),
    /** The background worker comes to what was uploaded. */
    work: () => work(archive),
  }
}

export type PaperlessStandIn = Awaited<ReturnType<typeof startPaperless>>

function handle(route: Route, method: Method, call: Call): Answer {
  const handler = route.methods[method]
  if (!handler) throw detail(405, `Method "${method}" not allowed.`)
  return handler(call)
}

function bodyOf(raw: Buffer, contentType: string | undefined): JsonObject {
  if (raw.length === 0 || contentType?.includes('json') !== true) return {}
  try {
    const parsed = JSON.parse(raw.toString('utf8')) as Json
    return isObject(parsed) ? parsed : {}
  } catch {
    throw detail(400, 'JSON parse error - Expecting value: line 1 column 11 (char 10)')
  }
}

async function uploadOf(raw: Buffer, contentType: string | undefined): Promise<Upload | undefined> {
  if (contentType?.includes('multipart/form-data') !== true) return undefined
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData()
  const fields: [string, string][] = []
  const files: Upload['files'][number][] = []
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.push([name, value])
    else files.push({ name, fileName: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
  }
  return { fields, files }
}
