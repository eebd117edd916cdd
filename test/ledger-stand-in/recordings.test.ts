import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differences, IdPairs, loadRecordings, recordingsArePresent, type Exchange, type Recording } from './recordings'
import { startStandIn, type StandIn } from './server'
import type { Json } from './json'

// The recordings lie beside the checkout on the machines that have them. Placeholders such as {{API_KEY}} are used
// as the secrets themselves.

/** Recordings that are not replayed, and why. Everything else is. */
const leftOut: readonly (readonly [from: number, to: number, why: string])[] = [
  [3, 11, 'pre-flight, sign-up and sign-in: the sync uses an API key'],
  [15, 15, 'session tokens do not expire here'],
  [17, 24, 'building an organization'],
  [26, 29, 'own account and key administration'],
  [35, 35, 'key administration'],
  [48, 49, 'deleting accounts'],
  [56, 56, 'reading one tax rate'],
  [98, 98, 'ledger report'],
  [107, 107, 'ledger report'],
  [109, 109, 'ledger report'],
  [111, 111, 'ledger report'],
  [124, 124, 'ledger report'],
  [179, 179, 'a total that keeps the tax of lines that have none any more'],
  [183, 183, 'the race of three creates: this server works calls off one after the other'],
  [184, 186, 'state after edits; 184 has a test of its own'],
  [190, 217, 'bulk deletion, payments and expenses'],
  [222, 222, 'bills a credit could be applied to'],
  [227, 227, 'formatted columns of a credit, which nobody reads'],
  [230, 247, 'customer documents and attachments'],
  [252, 265, 'landed cost, branches and warehouses'],
  [271, 273, 'key administration'],
  [275, 286, 'state after edits and payments; 286 has a test of its own'],
  [289, 292, 'made with branches switched on, payments, ledger report'],
  [295, 297, 'editing and opening bills'],
  [299, 303, 'attachments and branches'],
  [304, 305, 'a server in Mexico City; they have a test of their own'],
  [306, 309, 'editing bills'],
]

const replayed = loadRecordings().filter(
  each => !leftOut.some(([from, to]) => each.sequence >= from && each.sequence <= to),
)

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
      for (const exchange of recording.exchanges) {
        const date = exchange.response.headers?.['date']
        if (date !== undefined) clock = Math.max(clock, pacedClock(recording, Date.parse(date)))
        await replay(standIn, exchange, ids)
      }
    },
  )

  test('says how many recordings were replayed', () => {
    expect(replayed.length).toBeGreaterThan(130)
  })

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
  const body = request.body_raw ?? (request.body === null ? undefined : JSON.stringify(request.body))
  const sent = response.status === 413 ? JSON.stringify({ note: 'x'.repeat(150_000) }) : body
  const answered = await fetch(`${standIn.url}${path}`, {
    method: request.method,
    headers: request.headers,
    ...(sent === undefined ? {} : { body: sent }),
  })
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

  const roles = (value: Json) => `stringified_filter_roles=${encodeURIComponent(JSON.stringify(value))}`

  test('184: a bill whose client hung up is stored all the same, found by its number, and refused a second time', async () => {
    const { standIn, send } = await furnished()
    standIn.faults.add({ kind: 'silent_after', method: 'POST', pattern: '/api/bills' })
    await expect(send('POST', '/api/bills', bill('ABORT-1'), AbortSignal.timeout(100))).rejects.toThrow()
    const found = await send(
      'GET',
      `/api/bills?${roles([{ fieldKey: 'bill_number', comparator: 'equals', value: 'ABORT-1' }])}`,
    )
    expect(found.body['pagination']).toMatchObject({ total: 1 })
    expect(await send('POST', '/api/bills', bill('ABORT-1'))).toMatchObject({
      status: 400,
      body: { errors: [{ type: 'BILL_NUMBER_EXISTS' }] },
    })
    await standIn.close()
  })

  test('286: one call asks for several numbers with "or"', async () => {
    const { standIn, send } = await furnished()
    for (const number of ['A-1', 'A-2', 'A-3']) await send('POST', '/api/bills', bill(number))
    const wanted = ['a-1 ', 'A-3', 'NOT-THERE'].map(value => ({
      fieldKey: 'bill_number',
      condition: 'or',
      comparator: 'equals',
      value,
    }))
    const found = await send('GET', `/api/bills?${roles(wanted)}`)
    expect((found.body['bills'] as { bill_number: string }[]).map(each => each.bill_number)).toEqual(['A-1', 'A-3'])
    await standIn.close()
  })

  test('304, 305: on a server in Mexico City a plain date stays, a UTC midnight becomes the day before', async () => {
    const { standIn, send } = await furnished({ zoneMinutes: -360 })
    expect((await send('POST', '/api/bills', bill('TZ-1'))).body['bill_date']).toBe('2026-02-10T06:00:00.000Z')
    const midnight = bill('TZ-2', { bill_date: '2026-02-10T00:00:00.000Z' })
    expect((await send('POST', '/api/bills', midnight)).body['bill_date']).toBe('2026-02-09T06:00:00.000Z')
    await standIn.close()
  })
})
