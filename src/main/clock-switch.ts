/**
 * How far ahead of the machine's clock (behind it: negative) the app's own runs, in milliseconds. `--clock=2026-11-20T16:00:00Z`
 * starts it at that moment, so that tests of the app built from source say the same on any day. Journal, due dates and time
 * limits go by the clock: a packaged app knows no such switch.
 */
export function clockAheadMs(said: string, { isPackaged, now }: { isPackaged: boolean; now: number }): number {
  const start = Date.parse(said)
  return isPackaged || Number.isNaN(start) ? 0 : start - now
}
