import type { LabelledLine } from './lines'

/** Lines by the company that bought them; one that has no name has each line for itself. */
export function companiesOf(lines: readonly LabelledLine[]): LabelledLine[][] {
  return [
    ...Map.groupBy(
      lines,
      ({ id, company, companyContext }) => [company, companyContext].join('\n').trim() || id,
    ).values(),
  ]
}
