import type { ServerResponse } from 'node:http'

/** An answer as it would be sent whole. */
export interface WholeAnswer {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly bytes: Buffer
}

/** Half of what was announced, then the line is cut. */
export function sendHalf(response: ServerResponse, { status, headers, bytes }: WholeAnswer): null {
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
  return null
}

/** A byte now and then: alive, and never done in time. */
export function trickle(response: ServerResponse, { status, headers, bytes }: WholeAnswer): null {
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
  let sent = 0
  const timer = setInterval(() => {
    if (response.destroyed || sent >= bytes.length) return clearInterval(timer)
    response.write(bytes.subarray(sent, ++sent))
  }, 100)
  timer.unref()
  return null
}
