import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer, failure, message, type StandInAnswer } from './messages'

export const testKey = 'sk-ant-test-0123456789abcdef'
const knownModels = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5']
const largest = 32 * 2 ** 20

/** A question as it arrived. */
export interface SeenRequest {
  readonly path: string
  readonly body: MessageBody
  readonly text: string
}

interface MessageBody {
  readonly model: string
  readonly max_tokens: number
  readonly system: readonly { readonly text: string; readonly cache_control?: unknown }[]
  readonly messages: readonly { readonly role: string; readonly content: readonly Block[] }[]
  readonly output_config: { readonly effort: string; readonly format: { readonly schema: unknown } }
}

interface Block {
  readonly type: string
  readonly text?: string
  readonly source?: { readonly media_type: string; readonly data: string }
}

export type Respond = (request: SeenRequest) => StandInAnswer

export interface StandIn {
  readonly address: string
  /** Everything that arrived at any path, refused requests too. */
  readonly seen: SeenRequest[]
  /** Connections opened, requests or not. */
  connections(): number
  /** Decides every answer from here on. */
  respond(how: Respond): void
  /** Answers in this order; the last one stays. */
  script(...answers: readonly StandInAnswer[]): void
  close(): Promise<void>
}

/** Starts the stand-in on a free port of the loopback address. */
export async function startStandIn(): Promise<StandIn> {
  const seen: SeenRequest[] = []
  const batches = new Map<string, { readonly id: string; readonly body: MessageBody }[]>()
  let respond: Respond = () => answer({})
  let connections = 0
  let address = ''

  const server = createServer((request, response) => void serve(request, response))
  server.on('connection', () => (connections += 1))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    const body = (text === '' ? {} : JSON.parse(text)) as MessageBody
    const path = request.url ?? ''
    const one = { path, body, text }
    seen.push(one)
    await reply(response, complaint(request, text) ?? route(path, one))
  }

  function route(path: string, one: SeenRequest): StandInAnswer {
    if (path.startsWith('/v1/messages/batches')) return batch(path, one)
    if (path !== '/v1/messages') return failure(404, 'not_found_error')
    return complaintOf(one.body) ?? respond(one)
  }

  function batch(path: string, { body }: SeenRequest): StandInAnswer {
    const [, id, results] = /^\/v1\/messages\/batches(?:\/([^/]+)(\/results)?)?$/.exec(path) ?? []
    if (id === undefined) {
      const { requests } = body as unknown as { requests: { custom_id: string; params: MessageBody }[] }
      const newId = `msgbatch_${batches.size + 1}`
      batches.set(
        newId,
        requests.map(({ custom_id, params }) => ({ id: custom_id, body: params })),
      )
      return { body: batchView(newId, 'in_progress') }
    }
    if (results === undefined) return { body: batchView(id, 'ended') }
    const lines = (batches.get(id) ?? []).toReversed().map(({ id: custom_id, body: params }) => {
      const given = complaintOf(params) ?? respond({ path: 'batch', body: params, text: JSON.stringify(params) })
      const isGood = (given.status ?? 200) === 200
      const result = isGood ? { type: 'succeeded', message: given.body } : { type: 'errored', error: given.body }
      return JSON.stringify({ custom_id, result })
    })
    return { headers: { 'content-type': 'application/x-jsonl' }, body: `${lines.join('\n')}\n` }
  }

  function batchView(id: string, status: string) {
    const count = batches.get(id)?.length ?? 0
    return {
      id,
      type: 'message_batch',
      processing_status: status,
      request_counts: { processing: 0, succeeded: count, errored: 0, canceled: 0, expired: 0 },
      created_at: '2026-11-20T00:00:00Z',
      expires_at: '2026-11-21T00:00:00Z',
      ended_at: status === 'ended' ? '2026-11-20T00:05:00Z' : null,
      archived_at: null,
      cancel_initiated_at: null,
      results_url: status === 'ended' ? `${address}/v1/messages/batches/${id}/results` : null,
    }
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    seen,
    connections: () => connections,
    respond: how => void (respond = how),
    script(...answers) {
      const left = [...answers]
      respond = () => (left.length > 1 ? left.shift() : left[0]) ?? { body: message('{}') }
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function reply(response: ServerResponse, given: StandInAnswer): Promise<void> {
  const { status = 200, headers = {}, body, afterMs = 0, cut } = given
  if (afterMs === Infinity) return
  if (afterMs > 0) await new Promise(resolve => setTimeout(resolve, afterMs))
  if (cut === 'before') return void response.destroy()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...headers })
  if (cut === 'within') {
    response.write(text.slice(0, text.length / 2))
    setTimeout(() => response.destroy(), 20)
    return
  }
  response.end(text)
}

function complaint(request: IncomingMessage, text: string): StandInAnswer | undefined {
  const { authorization, 'x-api-key': apiKey, 'anthropic-version': version } = request.headers
  if (authorization !== `Bearer ${testKey}` && apiKey !== testKey) return failure(401, 'authentication_error')
  if (version !== '2026-10-21') return failure(400, 'invalid_request_error')
  return text.length > largest ? failure(413, 'request_too_large') : undefined
}

/** What the vendor refuses at a question itself. */
function complaintOf(body: MessageBody): StandInAnswer | undefined {
  const refused = failure(400, 'invalid_request_error')
  if (['temperature', 'top_p', 'top_k', 'tool_choice', 'thinking'].some(name => name in body)) return refused
  if (!knownModels.includes(body.model)) return failure(404, 'not_found_error')
  if (body.messages.at(-1)?.role !== 'user') return refused
  const pictures = body.messages.flatMap(({ content }) => content.filter(block => block.type === 'image'))
  const isPicture = ({ source }: Block) =>
    source !== undefined &&
    ['image/png', 'image/jpeg', 'image/webp', 'image/gif'].includes(source.media_type) &&
    Buffer.from(source.data, 'base64').toString('base64') === source.data
  return pictures.every(isPicture) ? undefined : refused
}
