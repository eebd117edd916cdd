/** Alarms on a clock that moves only when told. */
export function createAlarms(clock: { now: number }) {
  const set = new Set<{ readonly at: number; readonly ring: () => void }>()
  return {
    /** Rings once after that many milliseconds. @returns its own undo */
    alarm(ms: number, ring: () => void): () => void {
      const one = { at: clock.now + ms, ring }
      set.add(one)
      return () => void set.delete(one)
    },
    /**
     * Lets time pass, ringing what is due on the way.
     *
     * @param idle resolves when what an alarm began has ended
     * @returns how many rang
     */
    async pass(ms: number, idle: () => Promise<void>): Promise<number> {
      const until = clock.now + ms
      let rung = 0
      for (;;) {
        const [next] = [...set].sort((one, other) => one.at - other.at)
        if (!next || next.at > until) break
        set.delete(next)
        clock.now = Math.max(clock.now, next.at)
        next.ring()
        rung++
        await idle()
      }
      clock.now = Math.max(clock.now, until)
      return rung
    },
  }
}
