import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { certify, createAuthority, type Certified } from './certificates'

export interface TlsServers {
  /** A server whose certificate is in order: that the others are refused means something. */
  readonly trusted: string
  readonly expired: string
  readonly wrongHost: string
  readonly selfSigned: string
  /** How many requests got through to any of them. */
  requests(): number
  close(): Promise<void>
}

const day = 86_400_000

/** Four ledgers behind TLS, three of them not to be trusted. This process trusts the authority they share. */
export async function startTlsServers(now = Date.now()): Promise<TlsServers> {
  const [past, future] = [new Date(now - 400 * day), new Date(now + 400 * day)]
  const issuer = createAuthority('Quittance test authority', past, future)
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), issuer.cert])
  const good = { name: 'ledger', host: 'localhost', from: past, until: future }
  let requests = 0
  const servers: Server[] = []
  const start = async ({ cert, key }: Certified) => {
    const server = createServer({ cert, key }, (_request, response) => {
      requests++
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"status":"ok"}')
    })
    servers.push(server)
    await new Promise<void>(done => server.listen(0, 'localhost', done))
    return `https://localhost:${(server.address() as AddressInfo).port}`
  }
  return {
    trusted: await start(certify({ ...good, issuer })),
    expired: await start(certify({ ...good, until: new Date(now - day), issuer })),
    wrongHost: await start(certify({ ...good, host: 'books.example.com', issuer })),
    selfSigned: await start(certify(good)),
    requests: () => requests,
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise<void>(done => server.close(() => done()))
      }
    },
  }
}
