import { Server, Socket } from 'node:net'
import type { NetworkGate } from './network-gate'

type Connect = (this: Socket, ...words: unknown[]) => Socket
type Listen = (this: Server, ...words: unknown[]) => Server

/**
 * Holds every socket of this process to the gate, also those that libraries make by themselves: while it is closed none
 * connects or listens, and what was open when it closed is cut, idle connections that wait to be used again among them.
 */
export function guardSockets(gate: NetworkGate): void {
  const sockets = new Set<Socket>()
  const servers = new Set<Server>()
  const connect = Socket.prototype.connect as Connect
  const listen = Server.prototype.listen as Listen

  Socket.prototype.connect = function (this: Socket, ...words: unknown[]): Socket {
    if (gate.isClosed()) return this.destroy(new Error('the air gap is on'))
    sockets.add(this)
    this.once('close', () => sockets.delete(this))
    return connect.apply(this, words)
  }
  Server.prototype.listen = function (this: Server, ...words: unknown[]): Server {
    gate.require()
    servers.add(this)
    this.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    this.once('close', () => servers.delete(this))
    return listen.apply(this, words)
  }
  gate.onChange(isClosed => {
    if (!isClosed) return
    for (const server of servers) server.close()
    for (const socket of sockets) socket.destroy()
  })
}
