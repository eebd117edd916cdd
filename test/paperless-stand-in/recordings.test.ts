import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oldBot, people, type RecordedServer } from './recorded-server'
import { loadRecordings, recordingsArePresent, Substitutions, type Recording } from './recordings'
import { replay } from './replay'
import { startPaperless } from './server'

// The recordings lie beside the checkout on the machines that have them. Every one of them is sent.

/** Where the stand-in answers otherwise than the recorded server, and why that is left so. */
const otherwise: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^003|^016/, 'basic authentication: the app sends a token'],
  [/^00[456]/, 'obtaining a token by name and password: the person pastes the token'],
  [/^011/, 'the profile of the account: the app reads ui_settings instead'],
  [/^012/, 'the root of the API leads to its description for people'],
  [/^073/, 'acknowledging tasks would hide them from the person who looks at them there'],
  [/^074/, 'numbers of tasks: the app follows its own tasks'],
  [/^115|^121/, 'small pictures of pages: the app draws its own'],
  [/^120/, 'suggestions of the archive: the app reads the page itself'],
  [/^20[0-4]/, 'share links: whoever has one sees the invoice, so none are made'],
  [/^22[0-3]/, 'workflows: an administrator makes them, and a desktop app cannot be reached by their webhooks'],
  [/^230/, 'zips: files are fetched one by one, each against its checksum'],
  [/^240|^v2-17/, 'traits of a search hit: the app does not search there'],
  [/^25[013]/, 'statistics and administration'],
  [/^263|^265/, 'the list of the trash and what comes back from it'],
]

/** Sent by the recorded server to a listener: there is nobody to ask. */
const isInbound = ({ name }: Recording) => /^22[456]-webhook-received/.test(name)
/** Recorded after everything else, when document 7 was there. */
const isLast = ({ name }: Recording) => /^01[56]|^26/.test(name)
const isOld = ({ name }: Recording) => name.startsWith('v2-')

const all = loadRecordings()
const asked = all.filter(each => !isInbound(each))
const inOrder = [...asked.filter(each => !isLast(each)), ...lastOnes()]
function lastOnes(): Recording[] {
  const last = asked.filter(isLast)
  // Document 7 is made for 260, and is in the trash from 261 on.
  const isDeletion = ({ name }: Recording) => /^26[1-5]/.test(name)
  const isRefusedDeletion = ({ name }: Recording) => name.startsWith('260')
  return [
    ...last.filter(isRefusedDeletion),
    ...last.filter(each => !isDeletion(each) && !isRefusedDeletion(each)),
    ...last.filter(isDeletion),
  ]
}

const equal: string[] = []
const told: string[] = []

async function compare(server: RecordedServer, recording: Recording): Promise<void> {
  const found = await replay(server, recording)
  const why = otherwise.find(([pattern]) => pattern.test(recording.name))?.[1]
  if (why === undefined) {
    expect(found).toEqual([])
    equal.push(recording.name)
  } else {
    expect(found, `answered alike by now; no longer ${why}`).not.toEqual([])
    told.push(`${recording.name}: ${found[0] ?? ''} (${why})`)
  }
}

describe.skipIf(!recordingsArePresent)('the stand-in answers as release 3.0.5', () => {
  let server: RecordedServer
  // Filters by time (088 to 090) were recorded when each document had its own second.
  const clock = { now: Date.parse('2026-11-20T02:06:31.640Z') }

  beforeAll(async () => {
    const users = [people.admin, people.bot, people.reader, people.none]
    const standIn = await startPaperless({ users, zoneMinutes: -360, now: () => clock.now, worksAtOnce: false })
    server = { standIn, clock, ours: new Substitutions() }
  })
  afterAll(() => server.standIn.close())

  test.each(inOrder.filter(each => !isOld(each)).map(each => [each.name, each] as const))('%s', (_name, recording) =>
    compare(server, recording),
  )
})

describe.skipIf(!recordingsArePresent)('the stand-in answers as release 2.20.15', () => {
  let server: RecordedServer
  const clock = { now: Date.parse('2026-11-20T02:14:23.889Z') }

  beforeAll(async () => {
    const standIn = await startPaperless({
      release: '2.20.15',
      now: () => clock.now,
      users: [oldBot],
      zoneMinutes: -360,
      worksAtOnce: false,
    })
    server = { standIn, clock, ours: new Substitutions() }
  })
  afterAll(() => server.standIn.close())

  test.each(inOrder.filter(isOld).map(each => [each.name, each] as const))('%s', (_name, recording) =>
    compare(server, recording),
  )
})

test.skipIf(!recordingsArePresent)(
  'every recording was answered alike, or otherwise for a reason, or was inbound',
  () => {
    expect(equal.length + told.length + all.filter(isInbound).length).toBe(all.length)
    for (const [pattern, why] of otherwise)
      expect(
        all.some(({ name }) => pattern.test(name)),
        why,
      ).toBe(true)
    const lines = [
      `${all.length} recordings: ${equal.length} answered alike, ${told.length} otherwise, 3 inbound`,
      ...told,
    ]
    process.stdout.write(`${lines.join('\n  ')}\n`)
  },
)

test.skipIf(recordingsArePresent)('the recordings are not on this machine; nothing was compared', () => {
  expect(asked).toEqual([])
})
