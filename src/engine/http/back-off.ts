const firstMs = 5_000
const longestMs = 15 * 60_000

/**
 * How long to wait after so many failures in a row: anything up to 5 s, doubling, at most up to a quarter of an hour.
 * The whole of it is chance, so that a team's machines do not knock together; a second is the least.
 *
 * @param failures 1 after the first
 * @param random uniform in [0, 1)
 */
export function backOff(failures: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures, 1) - 1, 20))
  return Math.max(1_000, Math.round(whole * random()))
}
