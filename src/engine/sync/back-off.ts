const firstMs = 5_000
const longestMs = 15 * 60_000

/**
 * How long to wait after so many failures in a row: 5 s, doubling, at most a quarter of an hour; the second half of
 * each is chance, so that a team's machines do not knock together.
 *
 * @param failures 1 after the first
 * @param random uniform in [0, 1)
 */
export function backOff(failures: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures, 1) - 1, 20))
  return Math.round(whole / 2 + (whole / 2) * random())
}
