import { afterEach, describe, expect, test } from 'vitest'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FaultKind } from '../../ledger-stand-in/faults'
import { unknownHost } from '../../ledger-stand-in/network'
import { startTlsServers } from '../../ledger-stand-in/tls-servers'
import { allParts, fill, openArchiveDesk, type ArchiveDesk } from './archive-desk'

let desk: ArchiveDesk
afterEach(() => desk.close())

const faults: readonly FaultKind[] = [
  'drop_before',
  'drop_after',
  'server_error_before',
  'server_error_after',
  'bad_gateway_after',
  'unavailable_before',
  'throttled_plain_header',
  'throttled_without_header',
  'unauthorized',
  'html_before',
  'html_after',
  'truncated_after',
  'half_body_after',
  'wrong_shape_after',
  'redirect_elsewhere',
  'silent_before',
  'silent_after',
]

const calls: readonly (readonly [method: string, pattern: string])[] = [
  ['GET', '/api/ui_settings/'],
  ['GET', '/api/documents/'],
  ['GET', '/api/documents/:id/metadata/'],
  ['GET', '/api/documents/:id/download/'],
  ['POST', '/api/documents/bulk_edit/'],
  ['GET', '/api/tags/'],
  ['POST', '/api/tags/'],
  ['POST', '/api/custom_fields/'],
]

describe.each(faults)('%s', kind => {
  test.each([1, 2])(
    'whatever call it hits, three documents are taken and tagged exactly once (seed %i)',
    async seed => {
      desk = await openArchiveDesk({ seed })
      fill(desk, 3)
      await desk.connect({ writeBack: { ...allParts, correspondent: false, note: false } })
      for (const [method, pattern] of calls) desk.standIn.faults.add({ kind, method, pattern, times: seed })
      await desk.settle(30)
      for (const id of [1, 2, 3]) desk.decide(id, 'approved')
      desk.restart()
      await desk.settle(30)
      expect(desk.rows()).toHaveLength(3)
      const { archive } = desk.standIn
      expect(archive.documents.map(each => each.tags)).toEqual([[1], [1], [1]])
      expect(archive.named.tags).toHaveLength(1)
      expect(archive.customFields.map(each => each.name)).toEqual([
        ...new Set(archive.customFields.map(each => each.name)),
      ])
      expect(desk.sync().status()).toMatchObject({ lastError: null, counts: { taken: 3, failed: 0, toWrite: 0 } })
      expect(desk.logged.join('\n')).not.toContain(desk.standIn.token)
    },
  )
})

test('an unknown host and a refused connection are said and mended by themselves', async () => {
  desk = await openArchiveDesk()
  fill(desk, 2)
  await desk.connect()
  const refused = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  })
  for (const error of [unknownHost('paperless.test'), refused]) {
    desk.restart()
    desk.detours.push({ method: 'GET', pattern: '/api/ui_settings/', times: 2, meet: () => Promise.reject(error) })
    await desk.sync().syncNow()
    expect(desk.sync().status().lastError).toMatchObject({ code: 'paperless_unreachable', retry: 'later' })
  }
  await desk.settle()
  expect(desk.rows()).toHaveLength(2)
})

test('no token is sent to a server whose certificate is expired, of another host or its own', async () => {
  desk = await openArchiveDesk()
  const servers = await startTlsServers()
  for (const url of [servers.expired, servers.wrongHost, servers.selfSigned]) {
    await expect(desk.sync().connect({ url, token: desk.standIn.token })).rejects.toMatchObject({
      data: { code: 'paperless_unreachable' },
    })
  }
  expect(servers.requests()).toBe(0)
  await servers.close()
})

test('a redirect is not followed, so the token stays with the server it belongs to', async () => {
  desk = await openArchiveDesk()
  let requests = 0
  const thief = createServer((_request, response) => {
    requests++
    response.end('{}')
  })
  await new Promise<void>(done => thief.listen(0, '127.0.0.1', done))
  const location = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/`
  const moved = () => Promise.resolve(new Response(null, { status: 302, headers: { location } }))
  desk.detours.push({ method: 'GET', pattern: '/api/ui_settings/', times: 5, meet: moved })
  await expect(desk.sync().connect({ url: desk.standIn.url, token: desk.standIn.token })).rejects.toMatchObject({
    data: { code: 'paperless_contract_broken' },
  })
  expect(requests).toBe(0)
  await new Promise(done => thief.close(done))
})

test('one document that breaks the server does not keep the others out', async () => {
  desk = await openArchiveDesk()
  fill(desk, 6)
  await desk.connect()
  const broken = () =>
    Promise.resolve(
      new Response('<h1>Server Error (500)</h1>', { status: 500, headers: { 'content-type': 'text/html' } }),
    )
  desk.detours.push({ method: 'GET', pattern: '/api/documents/:id/download/', times: 1, meet: broken })
  await desk.sync().syncNow()
  expect(desk.rows()).toHaveLength(5)
  expect(desk.sync().problems()).toMatchObject([{ kind: 'failed', error: { code: 'paperless_server_error' } }])
  await desk.settle()
  expect(desk.rows()).toHaveLength(6)
})
