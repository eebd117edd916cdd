import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../ledger-stand-in/json'
import type { User } from './archive'
import { differences, loadRecordings, recordingsArePresent, Substitutions, type Recording } from './recordings'
import { startPaperless, type PaperlessStandIn } from './server'

// The recordings lie beside the checkout on the machines that have them.

/** Recordings that are not replayed, and why. Everything else is. */
const leftOut: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^003|^016/, 'basic authentication: the app uses a token'],
  [/^00[456]|^011/, 'obtaining a token and the own profile: the user pastes the token'],
  [/^012/, 'a redirect to the browsable description of the API, which nobody asks for'],
  [/^015/, 'recorded after everything else, with documents that do not exist yet here; its shape is that of 085'],
  [/^069|^07[0-4]/, 'tasks of uploads that were not recorded; what happens to such uploads is tested below'],
  [/^110-.*scan|^111-.*scan|^112|^108/, 'a scan with its archive version: tested below with bytes of our own'],
  [/^115|^120|^121/, 'thumbnails and suggestions: not used'],
  [/^2[0][0-4]/, 'share links: bearer links to invoices are not made'],
  [/^22\d/, 'workflows and webhooks: a desktop app is not reachable from the server'],
  [/^230|^24\d|^v2-17/, 'zips and full text search: not used'],
  [/^25\d|^263|^265/, 'statistics, administration and the list of the trash: not used'],
  [/^26[0124]/, 'document 7 was made for the webhooks; deletion and the trash are tested below'],
  [/^v2-08/, 'the upload it belongs to was not recorded; refused duplicates are tested below'],
]

const all = loadRecordings()
const replayed = all.filter(({ name }) => !leftOut.some(([pattern]) => pattern.test(name)))
const nameOf = ({ name }: Recording) => name
const isOld = ({ name }: Recording) => name.startsWith('v2-')

const bot = [
  'view_paperlesstask',
  'add_note',
  'view_sharelink',
  'change_tag',
  'change_paperlesstask',
  'view_documenttype',
  'add_customfield',
  'view_note',
  'delete_note',
  'view_customfield',
  'view_correspondent',
  'view_uisettings',
  'add_tag',
  'add_sharelink',
  'view_tag',
  'view_document',
  'add_documenttype',
  'change_document',
  'add_document',
]
const user = (
  id: number,
  username: string,
  letter: string,
  permissions: readonly string[],
  isSuperuser = false,
): User => ({
  id,
  username,
  token: letter.repeat(40),
  isSuperuser,
  permissions: new Set(permissions),
})
const people = {
  admin: user(2, 'admin', 'a', [], true),
  bot: user(3, 'ap-bot', 'b', bot),
  reader: user(4, 'reader', 'c', ['view_document', 'view_tag']),
  none: user(5, 'noperm', 'd', []),
  stranger: user(0, 'nobody', 'e', []),
}
const oldBot = user(4, 'ap-bot', 'b', bot)

/** Whom the recording's redacted token belonged to, where it was not the service account. */
function callerOf({ name }: Recording): User {
  if (/^(023|024|030|182|181|185)/.test(name)) return people.admin
  if (/^(142|175|180|029)/.test(name)) return people.reader
  if (/^(009|066)/.test(name)) return people.none
  if (name.startsWith('002')) return people.stranger
  return people.bot
}

/** A file of so many bytes: the same for the same length, as the recorded ones were. */
function pdfOf(length: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.3\n'), Buffer.alloc(Math.max(0, length - 9), 0x20)])
}

describe.skipIf(!recordingsArePresent)('the stand-in answers as release 3.0.5', () => {
  let standIn: PaperlessStandIn
  const ours = new Substitutions()
  // Filters by time (088 to 090) were recorded when each document had its own second.
  let clock = Date.parse('2026-11-20T02:06:31.640Z')

  beforeAll(async () => {
    standIn = await startPaperless({
      users: [people.admin, people.bot, people.reader, people.none],
      zoneMinutes: -360,
      now: () => clock,
      worksAtOnce: false,
    })
  })
  afterAll(() => standIn.close())

  /** What happened on the recorded server between two recordings. */
  const before: { readonly [name: string]: () => void } = {
    '023-tag-create-inbox-by-admin-201': () => {
      standIn.archive.ids.set('tags', 3)
      for (const [id, name, color] of [
        [2, 'ap:synced', '#33a02c'],
        [3, 'ap:exception', '#e31a1c'],
      ] as const) {
        standIn.archive.named.tags.push({
          id,
          name,
          color,
          owner: 3,
          matchingAlgorithm: 0,
          isInbox: false,
          parent: null,
        })
      }
    },
    '027-tag-create-child-201': () => {
      standIn.archive.ids.set('tags', 5)
      standIn.archive.named.tags.push({
        id: 5,
        name: 'AP',
        color: '#a6cee3',
        owner: 3,
        matchingAlgorithm: 0,
        isInbox: false,
        parent: null,
      })
    },
    '067-task-success-200': () => standIn.work(),
    '080-document-list-page-1-200': () => {
      clock = Date.parse('2026-11-20T02:06:35.080Z')
      standIn.add({ title: 'factura copy', fileName: 'copy.pdf', bytes: pdfOf(23_956), owner: 3, tags: [4] })
      clock = Date.parse('2026-11-20T02:06:54.170Z')
      standIn.add({
        title: 'scan0001',
        fileName: 'scan0001.pdf',
        bytes: pdfOf(356_567),
        archived: pdfOf(290_004),
        owner: 3,
        tags: [1, 4],
        documentType: 1,
        content: 'Acme',
      })
      for (const [id, stored] of standIn.archive.documents.entries()) if (id === 1) stored.created = '2026-11-19'
    },
    '106-document-of-another-owner-404': () => {
      clock = Date.parse('2026-11-20T02:07:06.798Z')
      standIn.add({
        title: 'foto',
        fileName: 'foto.png',
        mimeType: 'image/png',
        bytes: Buffer.from('\x89PNG'),
        archived: pdfOf(900),
        owner: 2,
      })
      standIn.add({ title: 'tres paginas', fileName: 'tres.pdf', bytes: pdfOf(31_000), owner: 2 })
    },
    '131-patch-tags-replaces-whole-list-200': () => {
      clock = Date.parse('2026-11-20T02:08:48.348Z')
    },
    '173-note-delete-200': () => {
      const stored = standIn.archive.documents[0]
      stored?.notes.push({ id: 2, note: 'second', createdAt: clock, user: people.bot })
    },
    // Recorded after 182, when it was shared for viewing.
    '176-note-add-on-view-only-document-403': () => share([3]),
    '180-document-list-as-other-user-empty-200': () => share([]),
  }

  function share(viewers: number[]): void {
    for (const stored of standIn.archive.documents) if (stored.id === 4) stored.viewers = viewers
  }

  test.each(replayed.filter(each => !isOld(each)).map(each => [nameOf(each), each] as const))(
    '%s',
    async (name, recording) => {
      before[name]?.()
      await replay(standIn, recording, callerOf(recording), ours)
    },
  )
})

describe.skipIf(!recordingsArePresent)('the stand-in answers as release 2.20.15', () => {
  let standIn: PaperlessStandIn
  const ours = new Substitutions()

  beforeAll(async () => {
    standIn = await startPaperless({
      release: '2.20.15',
      now: () => Date.parse('2026-11-20T02:14:23.889Z'),
      users: [oldBot],
      zoneMinutes: -360,
      worksAtOnce: false,
    })
  })
  afterAll(() => standIn.close())

  const before: { readonly [name: string]: () => void } = {
    'v2-03-tag-create-201': () => {
      const { archive } = standIn
      archive.named.tags.push({
        id: 1,
        name: 'ap:queued',
        color: '#a6cee3',
        owner: 4,
        matchingAlgorithm: 0,
        isInbox: false,
        parent: null,
      })
      archive.customFields.push({ id: 1, name: 'BigCapital bill id', dataType: 'string', extraData: null })
      archive.ids.set('tags', 1).set('custom_field', 1).set('task', 2)
    },
    'v2-06-task-right-after-upload-200': () => {
      for (const task of standIn.archive.tasks) task.status = 'started'
    },
    'v2-07-task-success-200': () => standIn.work(),
  }

  test.each(replayed.filter(isOld).map(each => [nameOf(each), each] as const))('%s', async (name, recording) => {
    before[name]?.()
    await replay(standIn, recording, oldBot, ours)
  })
})

test.skipIf(!recordingsArePresent)('most recordings are replayed; each that is not has its reason', () => {
  expect(replayed.length).toBeGreaterThan(130)
  for (const [pattern, why] of leftOut)
    expect(
      all.some(({ name }) => pattern.test(name)),
      why,
    ).toBe(true)
})

test.skipIf(recordingsArePresent)('the recordings are not on this machine; nothing was compared', () => {
  expect(replayed).toEqual([])
})

async function replay(
  standIn: PaperlessStandIn,
  recording: Recording,
  caller: User,
  ours: Substitutions,
): Promise<void> {
  const { request, response } = recording
  const url = new URL(`${standIn.url}${request.path}`)
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, ours.in(String(value)))
  const { headers, body } = sendable(recording, caller, ours)
  const answered = await fetch(url, {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await answered.text()
  expect(answered.status, text.slice(0, 300)).toBe(response.status)
  for (const name of ['x-api-version', 'x-version', 'www-authenticate', 'location']) {
    expect(answered.headers.get(name), name).toBe(response.headers[name] ?? null)
  }
  const type = response.headers['content-type']
  if (type !== undefined && response.status !== 204) expect(answered.headers.get('content-type')).toBe(type)
  if (response.body.json !== undefined) {
    const json = JSON.parse(text.replaceAll(standIn.url, 'http://paperless.test:8000')) as Json
    expect(differences(withoutRandom(response.body.json), withoutRandom(json))).toEqual([])
    ours.learn(response.body.json, json)
  } else if (response.body.binary) {
    expect(Number(answered.headers.get('content-length'))).toBe(response.body.binary.bytes)
    expect(answered.headers.get('content-disposition')).toBe(response.headers['content-disposition'])
  } else if (response.status !== 302) expect(text).toBe(response.body.text)
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
  { request }: Recording,
  caller: User,
  ours: Substitutions,
): { headers: Headers; body?: string | FormData } {
  const headers = new Headers(request.headers)
  const given = headers.get('authorization')
  headers.delete('content-type')
  if (given !== null) headers.set('authorization', given.replace('<redacted>', caller.token))
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
  for (const [name, value] of body.multipart.fields) form.append(name, value)
  for (const file of body.multipart.files) {
    const bytes = file.filename.endsWith('.xml')
      ? Buffer.from('<?xml version="1.0"?><cfdi:Comprobante/>')
      : pdfOf(file.bytes)
    form.append(file.name, new Blob([new Uint8Array(bytes)], { type: file.contentType }), file.filename)
  }
  return { headers, body: form }
}

describe('what the replay cannot show', () => {
  async function asked(standIn: PaperlessStandIn, path: string, init: RequestInit = {}, version = 10) {
    const headers = {
      authorization: `Token ${standIn.token}`,
      accept: `application/json; version=${version}`,
      ...init.headers,
    }
    const answered = await fetch(`${standIn.url}${path}`, { ...init, headers, redirect: 'manual' })
    const bytes = Buffer.from(await answered.arrayBuffer())
    const isJson = answered.headers.get('content-type') === 'application/json'
    return { status: answered.status, bytes, json: isJson ? (JSON.parse(bytes.toString()) as JsonObject) : {} }
  }

  function uploadOf(bytes: Buffer): FormData {
    const form = new FormData()
    form.append('document', new Blob([new Uint8Array(bytes)]), 'copy.pdf')
    return form
  }

  test('release 3 stores the same bytes a second time; before, the task fails and names the document', async () => {
    for (const [release, expected] of [
      ['3.0.5', 'success'],
      ['2.20.15', 'FAILURE'],
    ] as const) {
      const standIn = await startPaperless({ release })
      standIn.add({ title: 'A-1042', fileName: 'A-1042.pdf', bytes: pdfOf(100) })
      await asked(standIn, '/api/documents/post_document/', { method: 'POST', body: uploadOf(pdfOf(100)) }, 9)
      const version = release === '3.0.5' ? 10 : 9
      const { json } = await asked(standIn, '/api/tasks/', {}, version)
      const [task] = (Array.isArray(json) ? json : json['results']) as JsonObject[]
      expect(task?.['status']).toBe(expected)
      if (release === '2.20.15') expect(task?.['result']).toContain('It is a duplicate of A-1042 (#1)')
      await standIn.close()
    }
  })

  test('of a scan the original comes only when asked for in exactly these letters', async () => {
    const standIn = await startPaperless()
    standIn.add({ title: 'scan', fileName: 'scan.pdf', bytes: pdfOf(100), archived: pdfOf(200) })
    const sizeOf = async (query: string) => (await asked(standIn, `/api/documents/1/download/${query}`)).bytes.length
    expect(await sizeOf('')).toBe(200)
    expect(await sizeOf('?original=True')).toBe(200)
    expect(await sizeOf('?original=true')).toBe(100)
    await standIn.close()
  })

  test('a document in the trash is not there, and its file can still be downloaded', async () => {
    const standIn = await startPaperless()
    standIn.add({ title: 'old', fileName: 'old.pdf', bytes: pdfOf(100) }).isInTrash = true
    expect((await asked(standIn, '/api/documents/1/')).status).toBe(404)
    expect((await asked(standIn, '/api/documents/1/download/')).status).toBe(200)
    expect((await asked(standIn, '/api/documents/1/', { method: 'DELETE' })).status).toBe(403)
    await standIn.close()
  })
})
