import { createCircuit } from '../../../src/engine/http/circuit'
import { createPacing } from '../../../src/engine/http/pacing'
import { usualTimeouts } from '../../../src/engine/http/server'
import { paperlessDialect } from '../../../src/engine/paperless/dialect'
import { createPaperless, type Paperless } from '../../../src/engine/paperless/paperless-api'
import type { Recording } from '../../paperless-stand-in/recordings'

export interface Asked {
  readonly method: string
  /** The path with `:id` for numbers and `:named` for tags, correspondents and types, which are called alike. */
  readonly route: string
}

export function askedIn({ request: { method, path } }: Pick<Recording, 'request'>): Asked {
  const route = path.replace(/\/\d+(?=\/)/g, '/:id').replace(/\/(tags|correspondents|document_types)\//, '/:named/')
  return { method, route }
}

/** A client whose every call is answered with this recording. */
export function clientHearing(recording: Recording): { readonly paperless: Paperless; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const now = () => 0
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname: path, searchParams } = new URL(input instanceof Request ? input.url : input)
    asked.push(askedIn({ request: { ...recording.request, method: init?.method ?? 'GET', path } }))
    const isFurther = Number(searchParams.get('page') ?? 1) > 1
    return Promise.resolve(isFurther ? endOfList() : responseOf(recording))
  }
  const paperless = createPaperless({
    baseUrl: 'http://paperless.test:8000',
    dialect: paperlessDialect,
    headers: {},
    fetch,
    pacing: createPacing(now),
    circuit: createCircuit(now),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now,
    wait: () => Promise.resolve(),
    signal: new AbortController().signal,
    timeouts: usualTimeouts,
  })
  return { paperless, asked }
}

/** Recording 086: what is beyond the last page. */
const endOfList = () => Response.json({ detail: 'Invalid page.' }, { status: 404 })

function responseOf({ response: { status, headers, body } }: Recording): Response {
  // Some recorded bodies were shortened afterwards.
  const { 'content-length': _, ...sent } = headers
  const bytes = body.binary
    ? new Uint8Array(body.binary.bytes)
    : new TextEncoder().encode(body.json === undefined ? (body.text ?? '') : JSON.stringify(body.json))
  const isBodiless = status === 204 || status === 304
  return new Response(isBodiless ? null : bytes, { status, headers: sent })
}
