import type { ServerResponse } from 'node:http'
import { sendHalf, trickle, type WholeAnswer } from '../stand-ins/spoilt-answers'
import type { Answer } from './books'
import type { FaultKind } from './faults'
import { isObject, type Json } from './json'

const jsonType = 'application/json; charset=utf-8'

/** Writes the answer, spoilt by the fault if there is one. @returns the status written, or null for none */
export function bend(
  fault: FaultKind | undefined,
  result: Answer,
  response: ServerResponse,
  headers: { [name: string]: string },
): number | null {
  const write = (status: number, type: string | undefined, text: string) => {
    response.writeHead(status, { ...headers, ...(type === undefined ? {} : { 'content-type': type }) })
    response.end(text)
    return status
  }
  const json = (body: Json) => JSON.stringify(body)
  switch (fault) {
    case 'drop_before':
    case 'drop_after':
      response.destroy()
      return null
    case 'silent_before':
    case 'silent_after':
      return null
    case 'server_error_after':
      return write(500, jsonType, json({ statusCode: 500, message: 'Internal server error' }))
    case 'bad_gateway_before':
    case 'bad_gateway_after':
      return write(502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>')
    case 'unavailable_before':
      return write(503, 'text/html', '<html><h1>503 Service Temporarily Unavailable</h1></html>')
    case 'html_before':
    case 'html_after':
      return write(200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in to the guest network</title>')
    case 'truncated_after':
      return write(
        result.status,
        jsonType,
        json(result.body ?? {})
          .slice(0, -1)
          .slice(0, 20),
      )
    case 'half_body_after':
      return sendHalf(response, wholeOf(result, headers))
    case 'trickle_after':
      return trickle(response, wholeOf(result, headers))
    case 'wrong_shape_after':
      return write(result.status, jsonType, json({ ok: true }))
    case 'redirect_elsewhere':
      response.writeHead(302, { location: 'http://elsewhere.example/api' })
      response.end()
      return 302
    case 'empty_list':
      return write(200, jsonType, json({ bills: [], pagination: { total: 0, page: 1, page_size: 12 } }))
    case 'wrong_total': {
      const body = isObject(result.body) ? { ...result.body, total: Number(result.body['total']) + 1 } : result.body
      return write(result.status, jsonType, json(body ?? {}))
    }
    default:
      if (result.body === undefined) return write(result.status, undefined, '')
      return write(result.status, jsonType, json(result.body))
  }
}

function wholeOf({ status, body }: Answer, headers: { [name: string]: string }): WholeAnswer {
  return { status, headers: { ...headers, 'content-type': jsonType }, bytes: Buffer.from(JSON.stringify(body ?? {})) }
}
