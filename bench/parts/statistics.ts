export interface Distribution {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly worst: number
}

/** @param values in any unit; must not be empty */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = [...values].sort((left, right) => left - right)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)
  return { count: sorted.length, median: at(0.5), p95: at(0.95), worst: at(1) }
}

/** Two decimals are more than any of our clocks can honestly tell. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
