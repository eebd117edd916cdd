import type { NetworkGate } from './http/network-gate'

/** Work that speaks to somebody outside and can be stopped at any moment without losing anything. */
export interface Sender {
  start(): void
  stop(): Promise<void>
}

/** Has a company's senders at work while somebody wants them to be and the network may be used. */
export interface Sending {
  start(): void
  /** Resolves when what the last change of the gate began or ended has begun or ended. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export function createSending(gate: NetworkGate, senders: readonly Sender[]): Sending {
  let isWanted = false
  // One change after the other: a sender must have stopped before it starts anew.
  let turn: Promise<void> = Promise.resolve()
  const stopAll = async () => void (await Promise.all(senders.map(sender => sender.stop())))
  const startAll = () => {
    if (isWanted && !gate.isClosed()) for (const sender of senders) sender.start()
  }
  const undo = gate.onChange(isClosed => {
    turn = turn.then(isClosed ? stopAll : startAll)
  })
  return {
    start() {
      isWanted = true
      startAll()
    },
    settled: () => turn,
    async stop() {
      undo()
      isWanted = false
      await turn
      await stopAll()
    },
  }
}
