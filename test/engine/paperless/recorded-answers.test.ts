import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/result'
import type { Paperless } from '../../../src/engine/paperless/paperless-api'
import { loadRecordings, recordingsArePresent } from '../../paperless-stand-in/recordings'
import { askedIn, clientHearing } from './recorded-answers'

// The client is answered with what the recorded servers said, call by call: what each success is read as, and what each
// refusal is called on screen. The recordings lie beside the checkout on the machines that have them.

interface CallRow {
  /** Makes the call as the app does. */
  readonly call: (paperless: Paperless) => Promise<unknown>
  /** What release 3 (version 10) and what version 9 or release 2.20 answered, by the number of the recording. */
  readonly success: { readonly [recording: string]: unknown }
  readonly oldSuccess: { readonly [recording: string]: unknown } | { readonly notRecorded: string }
  /** Refusals of this very call, and what a person reads of them. */
  readonly refusals: { readonly [recording: string]: string }
}

const sameShape = { notRecorded: 'not recorded apart: the answer has the shape of version 10' }
const parts = async (given: AsyncIterable<Uint8Array>) => {
  let bytes = 0
  for await (const part of given) bytes += part.byteLength
  return bytes
}
const row = (shape: Record<string, unknown>): unknown => expect.objectContaining(shape)
const rows = (...shapes: Record<string, unknown>[]): unknown => shapes.map(row)

const table: { readonly [call in keyof Paperless]: CallRow } = {
  whoAmI: {
    call: async paperless => (await paperless.whoAmI()).value.user.username,
    success: { '010': 'ap-bot' },
    oldSuccess: sameShape,
    refusals: {},
  },
  probe: {
    call: async paperless => (await paperless.probe()).headers.get('x-api-version'),
    success: { '015': '10', '016': '10' },
    oldSuccess: { 'v2-02': '9' },
    refusals: { '009': 'paperless_permission_missing', '008': 'paperless_refused' },
  },
  documents: {
    call: paperless => paperless.documents({}),
    // The second page is not there any more (086): the end of the list.
    success: { '083': rows({ title: 'scan0001' }) },
    oldSuccess: { 'v2-09': rows({ id: 1, mime_type: 'application/pdf' }) },
    refusals: {
      '009': 'paperless_permission_missing',
      '091': 'paperless_refused',
      '094': 'paperless_refused',
      '102': 'paperless_refused',
      '103': 'paperless_refused',
      '241': 'paperless_refused',
      '193': 'paperless_refused',
    },
  },
  withChecksum: {
    call: paperless => paperless.withChecksum('0'.repeat(64)),
    success: { '104': [], '015': [5, 4, 3, 2, 7, 1] },
    oldSuccess: { 'v2-17': [1] },
    refusals: {},
  },
  document: {
    call: paperless => paperless.document(1),
    success: { '081': row({ id: 1, correspondent: 1, user_can_change: true }) },
    oldSuccess: { 'v2-10': row({ id: 1 }) },
    refusals: { '105': 'paperless_gone', '106': 'paperless_gone', '262': 'paperless_gone' },
  },
  text: {
    call: async paperless => (await paperless.text(1)).slice(0, 4),
    success: { '081': 'Acme' },
    oldSuccess: { 'v2-10': 'Acme' },
    refusals: { '105': 'paperless_gone', '106': 'paperless_gone', '262': 'paperless_gone' },
  },
  metadata: {
    call: async paperless => (await paperless.metadata(1)).original_checksum.length,
    success: { '107': 64, '108': 64 },
    oldSuccess: { 'v2-11': 32 },
    refusals: {},
  },
  download: {
    call: paperless => paperless.download(1, parts),
    success: {
      '110-download-default-digital': 23_956,
      '110-download-default-scan': 290_004,
      '111-download-original-digital': 23_956,
      '111-download-original-scan': 356_567,
      '112': 290_004,
      '116': 23_956,
      '213': 23_715,
      '214': 23_956,
      '264': 23_715,
    },
    oldSuccess: { 'v2-12': 23_956 },
    refusals: { '109': 'paperless_refused', '118': 'paperless_not_shared', '119': 'paperless_gone' },
  },
  named: {
    call: paperless => paperless.named('tags'),
    success: {
      '026': rows({ id: 4 }, { id: 3 }, { id: 1 }, { id: 2 }),
      '028': rows({ id: 5 }, { id: 3 }, { id: 1 }, { id: 2 }, { id: 4 }),
    },
    oldSuccess: { 'v2-16': expect.arrayContaining([row({ name: 'ap:queued' })]) },
    refusals: {},
  },
  namedExactly: {
    call: paperless => paperless.namedExactly('tags', 'ap:synced'),
    success: { '025': rows({ id: 2, name: 'ap:synced' }), '032': rows({ name: 'Invoice' }) },
    oldSuccess: sameShape,
    refusals: {},
  },
  createNamed: {
    call: paperless => paperless.createNamed('tags', 'ap:queued'),
    success: {
      '020': row({ id: 1, name: 'ap:queued' }),
      '023': row({ id: 4 }),
      '027': row({ id: 6 }),
      '030': row({ id: 1 }),
      '031': row({ id: 1 }),
    },
    oldSuccess: { 'v2-03': row({ name: 'ap:queued2' }) },
    refusals: { '021': 'paperless_refused', '022': 'paperless_refused', '029': 'paperless_permission_missing' },
  },
  customFields: {
    call: paperless => paperless.customFields(),
    success: { '053': rows({ data_type: 'string' }) },
    oldSuccess: sameShape,
    refusals: {},
  },
  createCustomField: {
    call: paperless => paperless.createCustomField({ name: 'BigCapital bill id', data_type: 'string' }),
    success: Object.fromEntries(
      ['string', 'url', 'monetary', 'date', 'select', 'integer', 'boolean', 'float', 'documentlink', 'longtext'].map(
        (type, index) => [`0${40 + index}`, row({ id: index + 1, data_type: type })],
      ),
    ),
    oldSuccess: { 'v2-04': row({ data_type: 'string' }) },
    refusals: { '050': 'paperless_refused', '051': 'paperless_refused', '052': 'paperless_refused' },
  },
  modifyTags: {
    call: paperless => paperless.modifyTags(1, [2], [1, 3]),
    success: Object.fromEntries(['132', '133', '134', '135', '141'].map(number => [number, { result: 'OK' }])),
    oldSuccess: { 'v2-14': { result: 'OK' } },
    refusals: {
      '136': 'paperless_refused',
      '137': 'paperless_refused',
      '138': 'paperless_not_shared',
      '139': 'paperless_refused',
      '140': 'paperless_refused',
      '184b': 'paperless_not_shared',
    },
  },
  modifyFields: {
    call: paperless => paperless.modifyFields(1, { '1': '1287' }, []),
    success: { '150': { result: 'OK' } },
    oldSuccess: { 'v2-13': { result: 'OK' } },
    refusals: { '137': 'paperless_refused', '138': 'paperless_not_shared', '160': 'paperless_refused' },
  },
  setCorrespondent: {
    call: paperless => paperless.setCorrespondent(1, 1),
    success: Object.fromEntries(
      ['182', '191'].map(number => [number, row({ correspondent: expect.toBeOneOf([null, 1]) })]),
    ),
    oldSuccess: sameShape,
    refusals: {
      ...Object.fromEntries(
        ['130', '153', '154', '155', '156', '157', '158', '159', '188', '189', '192'].map(number => [
          number,
          'paperless_refused',
        ]),
      ),
      '142': 'paperless_permission_missing',
      // In the same words as a missing permission; the app asks before whether it may.
      '184-patch': 'paperless_permission_missing',
      '187': 'paperless_permission_missing',
    },
  },
  notes: {
    call: paperless => paperless.notes(1),
    success: { '172': rows({ id: 1, note: 'Synced to BigCapital as bill 1287' }) },
    oldSuccess: sameShape,
    refusals: { '175': 'paperless_permission_missing' },
  },
  addNote: {
    call: paperless => paperless.addNote(1, 'Synced to BigCapital as bill 1287'),
    success: { '170': rows({ id: 1 }) },
    oldSuccess: { 'v2-15': rows({ note: 'synced' }) },
    refusals: {
      // Status 200, and nothing is stored.
      '171': 'paperless_contract_broken',
      '176-note-add-on-other': 'paperless_not_shared',
      '176-note-add-on-view': 'paperless_not_shared',
    },
  },
  upload: {
    call: paperless => paperless.upload(new Uint8Array(1), 'A-1042.pdf', 'application/pdf', 'A-1042'),
    success: { '060': 'd2daeb63-855d-4bac-aea6-e72f7c966f5c' },
    oldSuccess: { 'v2-05': expect.stringMatching(/^[0-9a-f-]{36}$/) },
    refusals: {
      '062': 'paperless_refused',
      '063': 'paperless_refused',
      '064': 'paperless_refused',
      '065': 'paperless_refused',
      '066': 'paperless_permission_missing',
    },
  },
  task: {
    call: paperless => paperless.task('d2daeb63-855d-4bac-aea6-e72f7c966f5c'),
    success: {
      '061': { state: 'under_way', fileName: 'factura A-1042.pdf', documentId: null },
      '067': { state: 'success', fileName: 'factura A-1042.pdf', documentId: 1 },
      '069': { state: 'success', fileName: 'factura copy.pdf', documentId: 2 },
      '070': { state: 'failure', fileName: 'broken.pdf', documentId: null },
    },
    oldSuccess: {
      '068': { state: 'success', fileName: 'factura A-1042.pdf', documentId: 1 },
      '071': { state: 'failure', fileName: 'broken.pdf', documentId: null },
      'v2-06': row({ state: 'under_way' }),
      'v2-07': row({ state: 'success', documentId: 1 }),
      'v2-08': { state: 'failure', fileName: 'copy.pdf', documentId: 1 },
    },
    refusals: {},
  },
  latestTasks: {
    call: paperless => paperless.latestTasks(),
    success: { '072': rows({ state: 'failure', fileName: 'note.txt' }, { fileName: 'broken.pdf' }) },
    oldSuccess: sameShape,
    refusals: {},
  },
}

/** Answers that may meet every call. */
const everyCall = {
  '001': 'paperless_unauthorized',
  '002': 'paperless_unauthorized',
  '003': 'paperless_unauthorized',
  '017': 'paperless_unauthorized',
  '007': 'paperless_refused',
  'v2-01': 'paperless_refused',
  '012': 'paperless_contract_broken',
  '013': 'paperless_contract_broken',
  '014': 'paperless_contract_broken',
  '251': 'paperless_not_shared or paperless_permission_missing',
} as const

/** Recordings of the client's own routes that say nothing about its calls. */
const ofOthers: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    /^08[0-24578]|^089|^09[0-35-9]|^10[01]|^16[123]|^180|^240/,
    'lists by filters or with fields that the app does not ask for',
  ],
  [/^021|^211|^212|^183/, 'parts of a document that the app does not ask for'],
  [/^131|^151|^152|^18[156]|^190/, 'changes the app does not make, or answered with fewer fields than it needs'],
  [/^210/, 'a new version of a file: the app stores none'],
]

const all = loadRecordings()
const recordingOf = (number: string) => {
  const found = all.find(({ name }) => name === number || name.startsWith(`${number}-`))
  if (!found) throw new Error(`no recording ${number}`)
  return found
}

async function codeOf(made: Promise<unknown>): Promise<string> {
  return made.then(
    value => `no refusal but ${JSON.stringify(value)}`,
    (thrown: unknown) => (thrown instanceof AppError ? thrown.data.code : String(thrown)),
  )
}

describe.skipIf(!recordingsArePresent).each(Object.entries(table))(
  '%s',
  (_name, { call, success, oldSuccess, refusals }) => {
    const old = 'notRecorded' in oldSuccess ? {} : oldSuccess
    test.each(Object.entries({ ...success, ...old }))('reads %s', async (number, expected) => {
      const { paperless, asked } = clientHearing(recordingOf(number))
      expect(await call(paperless)).toEqual(expected)
      expect(asked[0]).toEqual(askedIn(recordingOf(number)))
    })

    test.each(Object.entries(refusals))('calls the refusal %s %s', async (number, code) => {
      expect(await codeOf(call(clientHearing(recordingOf(number)).paperless))).toBe(code)
    })

    test.each(Object.entries(everyCall))('calls the answer %s %s', async (number, code) => {
      expect(code.split(' or ')).toContain(await codeOf(call(clientHearing(recordingOf(number)).paperless)))
    })
  },
)

test.skipIf(!recordingsArePresent)(
  'every recording of a route that the app calls is in the table, or says nothing about it',
  () => {
    const inTable = new Set(
      Object.values(table).flatMap(({ success, oldSuccess, refusals }) =>
        [
          ...Object.keys(success),
          ...Object.keys(oldSuccess),
          ...Object.keys(refusals),
          ...Object.keys(everyCall),
          '086',
        ]
          .filter(number => number !== 'notRecorded')
          .map(number => recordingOf(number).name),
      ),
    )
    const routes = new Set([...inTable].map(name => JSON.stringify(askedIn(recordingOf(name)))))
    const missing = all
      .filter(each => routes.has(JSON.stringify(askedIn(each))) && !inTable.has(each.name))
      .filter(({ name }) => !ofOthers.some(([pattern]) => pattern.test(name)))
    expect(missing.map(({ name }) => name)).toEqual([])
  },
)

test.skipIf(!recordingsArePresent)(
  'every call of the client has a row, a success of release 3, and one of 2.20 or a reason',
  () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(clientHearing(recordingOf('010')).paperless).sort())
    for (const [name, { success, oldSuccess }] of Object.entries(table)) {
      expect(Object.keys(success).length, name).toBeGreaterThan(0)
      expect(Object.keys(oldSuccess).length, name).toBeGreaterThan(0)
    }
  },
)

afterAll(() => {
  if (!recordingsArePresent) return
  const cells = (named: object) =>
    Object.entries(named).map(([number, said]) => (number === 'notRecorded' ? String(said) : number))
  const lines = Object.entries(table).map(([name, { success, oldSuccess, refusals }]) => {
    const refused = Object.entries(refusals).map(([number, code]) => `${number} ${code}`)
    return `${name}: ${cells(success).join(' ')} | ${cells(oldSuccess).join(' ')} | ${refused.join(', ') || 'as every call'}`
  })
  const every = Object.entries(everyCall).map(([number, code]) => `${number} ${code}`)
  process.stdout.write(`call: release 3 | version 9 | refusals\n${lines.join('\n')}\nevery call: ${every.join(', ')}\n`)
})
