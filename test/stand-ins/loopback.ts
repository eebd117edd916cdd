import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers on the loopback address until it is closed; an answer that throws is told, and its connection dropped. */
export async function listenOnLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  /** 0: any free port. */
  port = 0,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<IncomingMessage['socket']>()
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`)
      response.destroy()
    })
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>(done => server.close(() => done()))
    },
  }
}

/** What was sent, as much as came: also of a client that hung up meanwhile. */
export function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise(done => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    const finish = () => done(Buffer.concat(parts))
    request.on('end', finish)
    request.on('error', finish)
  })
}
