import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { CodingAccuracy } from '../../shared/coding'
import { partOf } from '../pipeline/code/scorer'
import { invoiceLines, lineCodings } from '../store/schema'
import type { Reader } from '../store/write'
import type { CodingNames } from './pending-codings'

const correctionsShown = 20
const parts = 10

/** What became of the accounts proposed for the lines that people decided last. */
export function codingAccuracy(reader: Reader, last: number, names: CodingNames): CodingAccuracy {
  const decided = decidedLast(reader, last)
  const isConfirmed = ({ proposed, chosen }: Decided) => proposed === chosen
  const count = (is: (line: Decided) => boolean) => decided.filter(is).length
  const confirmed = count(isConfirmed)
  const size = Math.max(1, Math.ceil(decided.length / parts))
  return {
    decided: decided.length,
    confirmed,
    corrected: decided.length - confirmed,
    familyRight: count(({ proposed, chosen }) => partOf(proposed, 'family') === partOf(chosen, 'family')),
    withinTen: count(({ offered, chosen }) => offered.includes(chosen)),
    sure: count(line => line.isSure),
    sureConfirmed: count(line => line.isSure && isConfirmed(line)),
    course: Array.from({ length: Math.ceil(decided.length / size) }, (_, index) => {
      const part = decided.slice(index * size, (index + 1) * size)
      return { decided: part.length, confirmed: part.filter(isConfirmed).length }
    }),
    corrections: correctionsIn(
      decided.filter(line => !isConfirmed(line)),
      names,
    ),
  }
}

interface Decided {
  readonly proposed: string
  readonly chosen: string
  readonly offered: readonly string[]
  readonly isSure: boolean
}

/** Oldest first. What a rule decided is no judgement of a proposal. */
function decidedLast(reader: Reader, last: number): Decided[] {
  const { accountCode, codingEvidence } = invoiceLines
  return reader
    .select({ accountCode, codingEvidence, candidates: lineCodings.candidates, isSure: lineCodings.isSure })
    .from(invoiceLines)
    .innerJoin(lineCodings, eq(lineCodings.lineId, invoiceLines.id))
    .where(
      and(
        inArray(invoiceLines.codingState, ['confirmed', 'corrected']),
        isNotNull(invoiceLines.codedAt),
        isNotNull(accountCode),
      ),
    )
    .orderBy(desc(invoiceLines.codedAt), desc(invoiceLines.id))
    .limit(last)
    .all()
    .filter(row => !row.codingEvidence.some(({ key }) => key === 'rule'))
    .flatMap(({ accountCode: chosen, candidates, isSure }) => {
      const offered = candidates.map(candidate => candidate.accountCode)
      const [proposed] = offered
      return chosen === null || proposed === undefined ? [] : [{ proposed, chosen, offered, isSure }]
    })
    .toReversed()
}

function correctionsIn(lines: readonly Decided[], { chart, language }: CodingNames): CodingAccuracy['corrections'] {
  const nameOf = (code: string) => chart.byCode.get(code)?.name[language] ?? ''
  return [...Map.groupBy(lines, ({ proposed, chosen }) => JSON.stringify([proposed, chosen])).values()]
    .flatMap(same => {
      const [first] = same
      if (!first) return []
      const { proposed: from, chosen: to } = first
      return [{ from, fromName: nameOf(from), to, toName: nameOf(to), lines: same.length }]
    })
    .toSorted((one, other) => other.lines - one.lines)
    .slice(0, correctionsShown)
}
