import type { Server, ServerCall, Timeouts } from './server'
import { AppError } from '../../shared/result'
import { failureOf } from './failures'
import { mayHaveArrived, reasonOf } from './unreachable'

/** An answer whose body comes in parts; leaving the loop early lets go of the connection. */
export interface OpenAnswer {
  readonly status: number
  readonly headers: Headers
  readonly parts: AsyncIterable<Uint8Array>
}

/**
 * Sends one request and hears the beginning of the answer.
 *
 * @throws ServerFailure of kind `network`; so do the parts of the body
 */
export async function exchange(server: Server, call: ServerCall): Promise<OpenAnswer> {
  const url = new URL(`${server.baseUrl}${call.path}`)
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value)
  const limit = startLimits(server.timeouts)
  const failed = (thrown: unknown): AppError => {
    limit.end()
    // Also the gate's word that nothing was sent.
    if (thrown instanceof AppError) return thrown
    const params = { host: url.host, reason: limit.isOver() ? 'TimeoutError' : reasonOf(thrown) }
    return failureOf(server, call, 'network', params, { inDoubt: mayHaveArrived(params.reason) })
  }
  let response: Response
  try {
    response = await server.fetch(url, {
      method: call.method,
      // A redirect could carry the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([server.signal, limit.signal]),
      headers: {
        accept: 'application/json',
        ...server.headers,
        ...call.headers,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.form === undefined ? {} : { body: call.form }),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
  } catch (thrown) {
    throw failed(thrown)
  }
  async function* parts(): AsyncGenerator<Uint8Array> {
    try {
      limit.heard()
      for await (const part of response.body ?? []) {
        limit.heard()
        yield part
      }
    } catch (thrown) {
      throw failed(thrown)
    } finally {
      limit.end()
    }
  }
  return { status: response.status, headers: response.headers, parts: parts() }
}

/** Runs out when a phase takes too long; each sign of life starts the next one. */
function startLimits(timeouts: Timeouts) {
  const over = new AbortController()
  const giveUp = () => over.abort()
  let phase = setTimeout(giveUp, timeouts.answer)
  const whole = setTimeout(giveUp, timeouts.whole)
  return {
    signal: over.signal,
    isOver: () => over.signal.aborted,
    heard(): void {
      clearTimeout(phase)
      phase = setTimeout(giveUp, timeouts.silence)
    },
    end(): void {
      clearTimeout(phase)
      clearTimeout(whole)
    },
  }
}
