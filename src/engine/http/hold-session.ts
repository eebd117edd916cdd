/** A session that is opened when it is first wanted and kept until it is forgotten. */
export interface HeldSession<S> {
  /** Whoever asks while it is being opened gets the same one. @throws what opening it threw */
  ready(): Promise<S | undefined>
  /** The next one is opened anew; one that is being opened by then is given to nobody. */
  forget(): void
}

/**
 * Opening takes a key store and perhaps a server, and a person may connect elsewhere meanwhile: a session of the connection
 * before must not be kept then, or documents and bills would go where nobody wants them any more.
 *
 * @param open gives undefined where there is no connection
 */
export function holdSession<S>(open: () => Promise<S | undefined>): HeldSession<S> {
  let held: Promise<S | undefined> | undefined
  let timesForgotten = 0
  return {
    async ready() {
      for (;;) {
        const before = timesForgotten
        const isCurrent = () => timesForgotten === before
        try {
          const session = await (held ??= open())
          if (!isCurrent()) continue
          if (session === undefined) held = undefined
          return session
        } catch (thrown) {
          if (!isCurrent()) continue
          held = undefined
          throw thrown
        }
      }
    },
    forget() {
      timesForgotten += 1
      held = undefined
    },
  }
}
