/** Something a person may switch on and off: does what the preferences say, from when it is started until it is stopped. */
export interface Switchable<Wanted> {
  /** From now on what the preferences say is done. */
  start(wanted: Wanted): void
  /** The preferences changed. */
  follow(wanted: Wanted): void
  /** Once the last change of preferences was carried out. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * One change after the other: a port must be free again before it is taken anew, and what is left is sent before
 * anything goes elsewhere.
 *
 * @param carryOut does what is wanted; tells failures itself and throws nothing
 * @param end lets go of everything
 */
export function switchable<Wanted>(
  carryOut: (wanted: Wanted) => Promise<void>,
  end: () => Promise<void>,
): Switchable<Wanted> {
  let isStarted = false
  let turn: Promise<void> = Promise.resolve()

  function follow(wanted: Wanted): void {
    if (isStarted) turn = turn.then(() => carryOut(wanted))
  }

  return {
    start(wanted) {
      isStarted = true
      follow(wanted)
    },
    follow,
    settled: () => turn,
    stop() {
      isStarted = false
      turn = turn.then(end)
      return turn
    },
  }
}
