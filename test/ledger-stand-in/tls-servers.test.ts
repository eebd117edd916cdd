import { afterAll, beforeAll, expect, test } from 'vitest'
import { unknownHost } from './network'
import { startTlsServers, type TlsServers } from './tls-servers'

let servers: TlsServers
beforeAll(async () => {
  servers = await startTlsServers()
})
afterAll(() => servers.close())

const codeOf = async (url: string) => {
  try {
    return (await fetch(url)).status
  } catch (thrown) {
    const { cause } = thrown as { cause?: { code?: string } }
    return cause?.code
  }
}

test('a certificate of the trusted authority is accepted, so the refusals of the others mean something', async () => {
  expect(await codeOf(servers.trusted)).toBe(200)
})

test('expired, wrong host and self-signed are each refused for their own reason, before a request leaves', async () => {
  const before = servers.requests()
  expect(await codeOf(servers.expired)).toBe('CERT_HAS_EXPIRED')
  expect(await codeOf(servers.wrongHost)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  expect(await codeOf(servers.selfSigned)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(servers.requests()).toBe(before)
})

test('a name nobody knows fails as our imitation of it does', async () => {
  const real = await fetch('http://ledger.invalid').then(
    () => undefined,
    (thrown: unknown) => thrown as Error & { cause: { code: string } },
  )
  const imitated = unknownHost('ledger.invalid') as Error & { cause: { code: string } }
  // A machine without any name server says EAI_AGAIN instead.
  expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(real?.cause.code)
  expect(imitated.name).toBe(real?.name)
})
