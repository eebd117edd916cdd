import type { ServerResponse } from 'node:http'
import type { FaultKind } from '../ledger-stand-in/faults'
import { sendHalf, trickle } from '../stand-ins/spoilt-answers'
import type { Answer } from './answer'

const jsonType = 'application/json'
const htmlType = 'text/html; charset=utf-8'

/** Bytes and headers of an answer as the server sends it. */
function written(answer: Answer): { bytes: Buffer; headers: { [name: string]: string } } {
  const { json, text, file, headers = {} } = answer
  if (file) return { bytes: file, headers: { ...headers } }
  if (json !== undefined)
    return { bytes: Buffer.from(JSON.stringify(json)), headers: { 'content-type': jsonType, ...headers } }
  return { bytes: Buffer.from(text ?? ''), headers: { 'content-type': htmlType, ...headers } }
}

/** Writes the answer, spoilt by the fault if there is one. @returns the status written, or null for none */
export function bend(
  fault: FaultKind | undefined,
  answer: Answer,
  response: ServerResponse,
  common: { readonly [name: string]: string },
): number | null {
  const { bytes, headers } = written(answer)
  const send = (status: number, body: Buffer | string, more: { [name: string]: string }) => {
    response.writeHead(status, { ...common, ...more, 'content-length': String(Buffer.byteLength(body)) })
    response.end(body)
    return status
  }
  const page = (status: number, title: string) =>
    send(status, `<!doctype html><title>${title}</title>`, { 'content-type': htmlType })
  switch (fault) {
    case 'drop_before':
    case 'drop_after':
      response.destroy()
      return null
    case 'silent_before':
    case 'silent_after':
      return null
    case 'server_error_before':
    case 'server_error_after':
      return page(500, 'Server Error (500)')
    case 'bad_gateway_before':
    case 'bad_gateway_after':
      return page(502, '502 Bad Gateway')
    case 'unavailable_before':
      return page(503, '503 Service Temporarily Unavailable')
    case 'unauthorized':
      return send(401, JSON.stringify({ detail: 'Invalid token.' }), {
        'content-type': jsonType,
        'www-authenticate': 'Token',
      })
    case 'throttled':
    case 'throttled_plain_header':
      return send(429, JSON.stringify({ detail: 'Request was throttled.' }), {
        'content-type': jsonType,
        'retry-after': '60',
      })
    case 'throttled_without_header':
      return send(429, JSON.stringify({ detail: 'Request was throttled.' }), { 'content-type': jsonType })
    case 'html_before':
    case 'html_after':
      return page(200, 'Sign in to the guest network')
    case 'truncated_after':
      return send(answer.status, bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), headers)
    case 'half_body_after':
      return sendHalf(response, { status: answer.status, headers: { ...common, ...headers }, bytes })
    case 'trickle_after':
      return trickle(response, { status: answer.status, headers: { ...common, ...headers }, bytes })
    case 'wrong_shape_after':
      return send(answer.status, JSON.stringify({ ok: true }), { 'content-type': jsonType })
    case 'redirect_elsewhere':
      response.writeHead(302, { location: 'http://elsewhere.example/accounts/login/', 'content-type': htmlType })
      response.end()
      return 302
    default:
      return send(answer.status, bytes, headers)
  }
}
