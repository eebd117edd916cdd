import type { Json } from '../ledger-stand-in/json'
import { happenedBefore, callerOf, pdfOf, type RecordedServer } from './recorded-server'
import { differences, type Recording } from './recordings'

/** The address the recorded server believed it had. */
const recordedAddress = 'http://paperless.test:8000'

/**
 * Asks the stand-in what the recorded server was asked.
 *
 * @returns one line per difference of the answers, empty when they agree
 */
export async function replay(server: RecordedServer, recording: Recording): Promise<string[]> {
  await happenedBefore[recording.name]?.(server)
  const { standIn, ours } = server
  const { request, response } = recording
  const url = new URL(`${standIn.url}${request.path}`)
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, ours.in(String(value)))
  const answered = await fetch(url, { method: request.method, redirect: 'manual', ...sendable(recording, server) })
  const text = await answered.text()
  const found: string[] = []
  const compare = (what: string, recorded: unknown, here: unknown) => {
    if (recorded !== here) found.push(`${what}: ${String(recorded)} against ${String(here)}`)
  }
  compare('status', response.status, answered.status)
  for (const name of ['x-api-version', 'x-version', 'www-authenticate', 'location'])
    compare(name, response.headers[name] ?? null, answered.headers.get(name))
  const type = response.headers['content-type']
  if (type !== undefined) compare('content-type', type, answered.headers.get('content-type'))
  if (found.length > 0) return found
  if (response.body.json !== undefined) {
    const json = JSON.parse(text.replaceAll(standIn.url, recordedAddress)) as Json
    found.push(...differences(withoutRandom(response.body.json), withoutRandom(json)))
    ours.learn(response.body.json, json)
  } else if (response.body.binary) {
    compare('bytes', response.body.binary.bytes, Number(answered.headers.get('content-length')))
    const name = 'content-disposition'
    compare(name, response.headers[name], answered.headers.get(name))
  } else if (response.status !== 302) compare('text', response.body.text, text)
  return found
}

/** Option ids of select fields are random; they stand in an error's sentence too. */
function withoutRandom(json: Json): Json {
  return JSON.parse(
    JSON.stringify(json)
      .replaceAll(/'id': '[^']+'/g, "'id': '…'")
      .replaceAll(/"[A-Za-z0-9x]{16}"/g, '"option"'),
  ) as Json
}

function sendable(
  { name, request }: Recording,
  { ours }: RecordedServer,
): { headers: Headers; body?: string | FormData } {
  const headers = new Headers(request.headers)
  const given = headers.get('authorization')
  headers.delete('content-type')
  if (given !== null) headers.set('authorization', given.replace('<redacted>', callerOf(name).token))
  const { body } = request
  if (body?.json !== undefined) {
    headers.set('content-type', 'application/json')
    return { headers, body: JSON.stringify(ours.inJson(body.json)) }
  }
  if (body?.raw !== undefined) {
    headers.set('content-type', 'application/json')
    return { headers, body: body.raw }
  }
  if (!body?.multipart) return { headers }
  const form = new FormData()
  for (const [field, value] of body.multipart.fields) form.append(field, value)
  for (const file of body.multipart.files) {
    const bytes = file.filename.endsWith('.xml')
      ? Buffer.from('<?xml version="1.0"?><cfdi:Comprobante/>')
      : pdfOf(file.bytes)
    form.append(file.name, new Blob([new Uint8Array(bytes)], { type: file.contentType }), file.filename)
  }
  return { headers, body: form }
}
