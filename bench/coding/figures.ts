import { partOf, type Stage } from '../../src/engine/pipeline/code/scorer'
import type { Judged } from './judge'

/** The figures asked for, each a share of the lines from 0 to 1. */
export interface Figures {
  readonly lines: number
  readonly okAt1: number
  readonly exactAt1: number
  readonly okAt10: number
  /** The expected account's family, the label's `expected_family`: the figure the corpus asks for. */
  readonly family: number
  /** The family of the expected account or of another one a careful accountant could defend. */
  readonly familyOk: number
  readonly okAt1Folded: number
}

/** `okAt10` is the expected account within the first ten: stricter than any acceptable one. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const share = (is: (one: Judged) => boolean) => round4(judged.filter(is).length / Math.max(1, judged.length))
  return {
    lines: judged.length,
    okAt1: share(one => one.isOk.account),
    exactAt1: share(one => one.isExact),
    okAt10: share(one => one.isWithinTen),
    family: share(one => one.isFamilyRight),
    familyOk: share(one => one.isOk.family),
    okAt1Folded: share(one => one.isOkFolded),
  }
}

export interface CalibrationBin {
  readonly from: number
  readonly lines: number
  readonly stated: number
  readonly observed: number
}

/** Ten bins of equal width, with the expected calibration error: the mean distance weighted by lines. */
export function calibrationOf(judged: readonly Judged[], stage: Stage): { bins: CalibrationBin[]; error: number } {
  const bins = Array.from({ length: 10 }, (_, index): CalibrationBin => {
    const within = judged.filter(one => Math.min(9, Math.floor(one.stated[stage] * 10)) === index)
    const mean = (value: (one: Judged) => number) =>
      round4(within.reduce((sum, one) => sum + value(one), 0) / Math.max(1, within.length))
    return {
      from: index / 10,
      lines: within.length,
      stated: mean(one => one.stated[stage]),
      observed: mean(one => (one.isOk[stage] ? 1 : 0)),
    }
  })
  const error = bins.reduce((sum, bin) => sum + bin.lines * Math.abs(bin.stated - bin.observed), 0) / judged.length
  return { bins, error: round4(error) }
}

/** Lines sure enough at all three stages to go without a look, and how many of them were right or acceptable. */
export function aboveBars(
  judged: readonly Judged[],
  bars: Readonly<Record<Stage, number>>,
): { share: number; precision: number } {
  const above = judged.filter(
    ({ stated }) =>
      stated.family >= bars.family && stated.subfamily >= bars.subfamily && stated.account >= bars.account,
  )
  const right = above.filter(one => one.isOk.account).length
  return { share: round4(above.length / judged.length), precision: round4(right / Math.max(1, above.length)) }
}

/** Rows: expected family; columns: proposed family. */
export function familyConfusion(judged: readonly Judged[]): Record<string, Record<string, number>> {
  const confusion: Record<string, Record<string, number>> = {}
  for (const { example, proposed } of judged) {
    const row = (confusion[partOf(example.labelled.expected, 'family')] ??= {})
    const column = partOf(proposed, 'family')
    row[column] = (row[column] ?? 0) + 1
  }
  return confusion
}

export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
