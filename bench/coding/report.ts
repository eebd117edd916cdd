import { stages, type Stage } from '../../src/engine/pipeline/code/scorer'
import { aboveBars, calibrationOf, familyConfusion, figuresOf, type Figures } from './figures'
import type { Judged } from './judge'
import type { averageMonth } from './month'

/** Everything about one run, as data. */
export function reportOf(judged: readonly Judged[], bars: Readonly<Record<Stage, number>>) {
  const grouped = (by: (one: Judged) => string) =>
    Object.fromEntries([...Map.groupBy(judged, by)].map(([key, group]) => [key, figuresOf(group)]))
  const okAt = (stage: Stage) => judged.filter(one => one.isOk[stage]).length / judged.length
  return {
    all: figuresOf(judged),
    stages: Object.fromEntries(stages.map(stage => [stage, Math.round(okAt(stage) * 10_000) / 10_000])),
    companies: grouped(one => one.example.labelled.company),
    languages: grouped(one => one.example.labelled.language),
    pairs: figuresOf(judged.filter(one => one.example.labelled.isPair)),
    calibration: Object.fromEntries(stages.map(stage => [stage, calibrationOf(judged, stage)])),
    aboveBars: aboveBars(judged, bars),
    familyConfusion: familyConfusion(judged),
  }
}

/** With the month of each company and what half the vocabulary would do. */
export interface Report extends ReturnType<typeof reportOf> {
  readonly month: ReturnType<typeof averageMonth>
  readonly halfTheVocabulary: Figures
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)

/** The same for people. */
export function printReport(title: string, report: Report): void {
  console.log(`\n## ${title}`)
  console.log(`${''.padEnd(26)} lines   ok@1    exact    in ten   family   or acceptable  folded`)
  const groups = { all: report.all, ...report.companies, ...report.languages, 'pair rows': report.pairs }
  for (const [name, figures] of Object.entries(groups)) {
    const { okAt1, exactAt1, okAt10, family, familyOk, okAt1Folded } = figures
    console.log(
      `${name.slice(0, 26).padEnd(26)}${String(figures.lines).padStart(5)} ${[okAt1, exactAt1, okAt10, family, familyOk, okAt1Folded].map(percent).join(' ')}`,
    )
  }
  console.log(`right or acceptable by stage: ${JSON.stringify(report.stages)}`)
  for (const [stage, { bins, error }] of Object.entries(report.calibration)) {
    console.log(`calibration, ${stage}: error ${percent(error)}`)
    for (const bin of bins.filter(({ lines }) => lines > 0))
      console.log(
        `  from ${bin.from.toFixed(1)}: stated ${percent(bin.stated)} observed ${percent(bin.observed)} (${bin.lines})`,
      )
  }
  console.log(
    `above the bars: ${percent(report.aboveBars.share)} of lines, ${percent(report.aboveBars.precision)} right`,
  )
  const { first, last, rise, ceiling, corrections } = report.month
  console.log(
    `month of 300 lines, each mistake corrected once: first hundred ${percent(first)}, last ${percent(last)}, rise ${percent(rise)} of ${percent(ceiling)} possible, ${corrections} corrections`,
  )
  console.log(`with half the vocabulary: ${JSON.stringify(report.halfTheVocabulary)}`)
  console.log(`families, expected → proposed: ${JSON.stringify(report.familyConfusion)}`)
}
