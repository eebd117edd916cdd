import { ConstantBackoff, handleWhen, retry } from 'cockatiel'
import type { z } from 'zod'
import { logCall } from './call-log'
import { exchange, type OpenAnswer } from './exchange'
import { contractBroken, failureOf } from './failures'
import { retryAfter } from './pacing'
import type { Method, Server, ServerCall } from './server'
import { ServerFailure } from './server-failure'

/** Far above any honest answer in JSON (a thousand bills are about 3 MB). */
const maxAnswerBytes = 32 * 1024 * 1024

/**
 * Makes one call and believes nothing: the answer must be JSON of the expected shape from the very server we asked.
 *
 * @throws ServerFailure; `facts.inDoubt` tells whether the request may have taken effect
 */
export async function callServer<T>(server: Server, call: ServerCall, shape: z.ZodType<T>): Promise<T> {
  return (await callForAnswer(server, call, shape)).value
}

/** Like `callServer`, for answers whose headers say something too. */
export async function callForAnswer<T>(
  server: Server,
  call: ServerCall,
  shape: z.ZodType<T>,
): Promise<{ readonly value: T; readonly headers: Headers }> {
  return guarded(server, call, async ({ status, headers, parts }, hear) => {
    const text = await textOf(server, call, status, parts)
    const json = call.isAnsweredEmpty === true && text === '' ? null : jsonOf(headers, text)
    const parsed = json === undefined ? undefined : shape.safeParse(json)
    if (!parsed?.success) throw contractBroken(server, call, { status })
    // What was only read belongs to the other program; only the fields we know are kept of what it answers to a change.
    if (call.method !== 'GET') hear(parsed.data)
    return { value: parsed.data, headers }
  })
}

/**
 * Makes one call whose answer is a file; `use` gets its parts as they come and may stop early.
 *
 * @throws ServerFailure; what `use` throws
 */
export function callForFile<T>(server: Server, call: ServerCall, use: (answer: OpenAnswer) => Promise<T>): Promise<T> {
  return guarded(server, { ...call, headers: { accept: '*/*', ...call.headers } }, use)
}

/** Reading twice is harmless, and a connection that was reused may have been dead already. */
export function readTwice<T>(read: () => Promise<T>): Promise<T> {
  return again.execute(read)
}

const again = retry(
  handleWhen(thrown => thrown instanceof ServerFailure && thrown.facts.kind === 'network' && thrown.facts.inDoubt),
  { maxAttempts: 1, backoff: new ConstantBackoff(0) },
)

/** Resolves when the server's limit, as far as its answers told us, allows another call of this route. */
export async function awaitTurn(server: Server, method: Method, route: string): Promise<void> {
  const paced = `${method} ${route}`
  for (let left = server.pacing.waitFor(paced); left > 0; left = server.pacing.waitFor(paced)) await server.wait(left)
}

/** Takes down what the server said, for the record of calls. */
type Hear = (said: unknown) => void

async function guarded<T>(
  server: Server,
  call: ServerCall,
  use: (answer: OpenAnswer, hear: Hear) => Promise<T>,
): Promise<T> {
  refuseWhileOpen(server, call)
  await awaitTurn(server, call.method, call.route)
  const startedAt = server.now()
  let status: number | null = null
  let heard: unknown
  const hear: Hear = said => (heard = said)
  try {
    const answer = await exchange(server, call)
    status = answer.status
    server.pacing.learn(`${call.method} ${call.route}`, answer.headers)
    if (answer.status >= 300) throw await refusal(server, call, answer, hear)
    const value = await use(answer, hear)
    server.circuit.succeeded()
    logCall(server, call, { status }, startedAt, heard)
    return value
  } catch (thrown) {
    if (thrown instanceof ServerFailure) {
      if (isSickness(thrown)) server.circuit.failed(thrown)
      logCall(server, call, { code: thrown.data.code, status }, startedAt, heard)
    }
    throw thrown
  }
}

/** Failures that speak against the server as a whole; a 500 to a create may be that request's own fault. */
function isSickness({ facts, data }: ServerFailure): boolean {
  if (facts.kind === 'network' || facts.kind === 'contract_broken') return true
  return facts.kind === 'server' && (facts.method === 'GET' || data.params['status'] !== 500)
}

function refuseWhileOpen({ circuit }: Server, { method }: ServerCall): void {
  const refused = circuit.refusal()
  if (!refused) return
  const { data, facts } = refused.last
  throw new ServerFailure(data.code, data.params, { kind: facts.kind, inDoubt: false, method, waitMs: refused.waitMs })
}

async function refusal(
  server: Server,
  call: ServerCall,
  { status, headers, parts }: OpenAnswer,
  hear: Hear,
): Promise<Error> {
  const text = await textOf(server, call, status, parts)
  const json = jsonOf(headers, text)
  hear(json)
  const isRefused = status === 403 && server.dialect.isForbiddenARefusal === true
  if (status === 401 || (status === 403 && !isRefused))
    return failureOf(server, call, 'authentication', {}, { inDoubt: false })
  if (status === 429) {
    const waitMs = retryAfter(headers)
    return failureOf(server, call, 'rate_limit', { seconds: Math.ceil(waitMs / 1000) }, { inDoubt: false, waitMs })
  }
  if (status >= 500) {
    return failureOf(server, call, 'server', { status, call: `${call.method} ${call.route}` }, { inDoubt: true })
  }
  if (status < 400) return contractBroken(server, call, { status, host: hostOf(headers.get('location')) })
  // A refusal of the server's own is JSON in a shape it is known by; anything else was said by somebody in between.
  const said = server.dialect.refusalOf(status, json, call)
  if (!said) return contractBroken(server, call, { status })
  const { kind, type, code = server.dialect.codes[kind], params = { type: type.slice(0, 120) } } = said
  return new ServerFailure(code, params, { kind, inDoubt: false, method: call.method, type })
}

async function textOf(
  server: Server,
  call: ServerCall,
  status: number,
  parts: AsyncIterable<Uint8Array>,
): Promise<string> {
  const heard: Uint8Array[] = []
  let bytes = 0
  for await (const part of parts) {
    bytes += part.byteLength
    if (bytes > maxAnswerBytes) throw contractBroken(server, call, { status })
    heard.push(part)
  }
  return Buffer.concat(heard).toString('utf8')
}

function jsonOf(headers: Headers, text: string): unknown {
  if (headers.get('content-type')?.toLowerCase().includes('json') !== true) return undefined
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
