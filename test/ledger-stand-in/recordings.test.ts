import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reasonFor } from './not-replayed'
import { differences, IdPairs, loadRecordings, recordingsArePresent, type Exchange, type Recording } from './recordings'
import { startStandIn, type StandIn } from './server'
import type { Json } from './json'

// The recordings lie beside the checkout on the machines that have them. Placeholders such as {{API_KEY}} are used
// as the secrets themselves.

// What is not replayed, and why, stands in `not-replayed.ts`.
const recordings = loadRecordings()
const replayed = recordings.filter(each => reasonFor(each.sequence) === undefined)

describe.skipIf(!recordingsArePresent)('the stand-in answers as the recorded server', () => {
  let standIn: StandIn
  let clock = 0
  const ids = new IdPairs()

  beforeAll(async () => {
    standIn = await startStandIn({
      apiKey: '{{API_KEY}}',
      accessToken: '{{ACCESS_TOKEN}}',
      organizationId: '{{ORGANIZATION_ID}}',
      throttle: true,
      now: () => clock,
    })
  })
  afterAll(() => standIn.close())

  test.each(replayed.map(each => [`${String(each.sequence).padStart(3, '0')} ${each.name}`, each] as const))(
    '%s',
    async (_title, recording) => {
      const { mode, exchanges } = recording
      for (const { request, response } of exchanges) {
        const call = { method: request.method, pattern: request.path }
        if (mode === 'parallel') standIn.faults.add({ kind: 'race', ...call })
        if (response.status === null) standIn.faults.add({ kind: 'silent_after', ...call })
      }
      for (const exchange of exchanges) {
        const date = exchange.response.headers?.['date']
        if (date !== undefined) clock = Math.max(clock, pacedClock(recording, Date.parse(date)))
        await replay(standIn, exchange, ids)
      }
    },
  )

  test('says how many recordings were replayed, and of the others why not', () => {
    const others = recordings.filter(each => !replayed.includes(each))
    const lines = others.map(({ sequence, name }) => `  ${sequence} ${name}: ${reasonFor(sequence)}`)
    process.stdout.write(`${replayed.length} of ${recordings.length} recordings replayed; not replayed:\n`)
    process.stdout.write(`${lines.join('\n')}\n`)
    expect(replayed.length).toBeGreaterThanOrEqual(240)
  })

  test.each(
    recordings.filter(each => reasonFor(each.sequence) !== undefined).map(each => [each.sequence, each] as const),
  )(
    '%i is left out for a reason that still holds: the stand-in answers otherwise',
    async (_sequence, { exchanges }) => {
      // A minute on, so that nothing differs for the throttle alone.
      clock += 60_000
      const answers = exchanges.map(exchange => replay(standIn, exchange, ids))
      const told = await Promise.allSettled(answers)
      expect(told.filter(({ status }) => status === 'rejected')).not.toEqual([])
    },
  )

  // Unrecorded calls in between would use up the minute's ten; outside the throttling group each call has its own.
  let minute = 0
  function pacedClock(recording: Recording, recordedAt: number): number {
    if (recording.group === 'throttling') return Math.max(clock, recordedAt + minute * 60_000)
    minute++
    return recordedAt + minute * 60_000
  }
})

test.skipIf(recordingsArePresent)('the recordings are not on this machine; nothing was compared', () => {
  expect(replayed).toEqual([])
})

async function replay(standIn: StandIn, { request, response }: Exchange, ids: IdPairs): Promise<void> {
  const path = request.path.replace(
    /^\/api\/bills\/(\d+)/,
    (_, id: string) => `/api/bills/${String(ids.ours('bills', Number(id)))}`,
  )
  const body = request.body_raw ?? (request.body === null ? undefined : JSON.stringify(ids.inBody(request.body)))
  const sent = response.status === 413 ? JSON.stringify({ note: 'x'.repeat(150_000) }) : body
  const asked = fetch(`${standIn.url}${path}`, {
    method: request.method,
    headers: request.headers,
    ...(sent === undefined ? {} : { body: sent }),
    ...(response.status === null ? { signal: AbortSignal.timeout(250) } : {}),
  })
  // The client hung up before the answer.
  if (response.status === null) return expect(asked).rejects.toThrow()
  const answered = await asked
  const text = await answered.text()
  const resource = /^\/api\/([a-z-]+)/.exec(path)?.[1] ?? ''
  const ours = text === '' ? null : (JSON.parse(text) as Json)
  expect(differences(response.body, ours, ids, resource)).toEqual([])
  expect(answered.status).toBe(response.status)
  for (const name of Object.keys(response.headers ?? {}).filter(each => /ratelimit|retry-after/.test(each))) {
    expect(answered.headers.get(name), name).not.toBeNull()
  }
}

describe('what the replay cannot show', () => {
  const bill = (number: string, more: { [key: string]: Json } = {}) => ({
    vendor_id: 1,
    bill_number: number,
    bill_date: '2026-02-10',
    entries: [{ item_id: 1000, quantity: 1, rate: 200 }],
    ...more,
  })

  async function furnished(options: Parameters<typeof startStandIn>[0] = {}) {
    const standIn = await startStandIn(options)
    const send = async (method: string, path: string, body?: Json, signal?: AbortSignal) => {
      const answered = await fetch(`${standIn.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${standIn.apiKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      })
      return { status: answered.status, body: (await answered.json()) as { [key: string]: Json } }
    }
    await send('POST', '/api/items', { name: 'Carrier', type: 'service', purchasable: true, cost_account_id: 1020 })
    await send('POST', '/api/vendors', { display_name: 'Papelería del Norte SA de CV' })
    return { standIn, send }
  }

  test('304, 305: on a server in Mexico City a plain date stays, a UTC midnight becomes the day before', async () => {
    const { standIn, send } = await furnished({ zoneMinutes: -360 })
    expect((await send('POST', '/api/bills', bill('TZ-1'))).body['bill_date']).toBe('2026-02-10T06:00:00.000Z')
    const midnight = bill('TZ-2', { bill_date: '2026-02-10T00:00:00.000Z' })
    expect((await send('POST', '/api/bills', midnight)).body['bill_date']).toBe('2026-02-09T06:00:00.000Z')
    await standIn.close()
  })
})
