import { sql } from 'drizzle-orm'
import { DocumentState } from '../../shared/document'
import type { ConservationStatement } from '../../shared/activity'
import { journalHead } from '../store/journal'
import type { Reader } from '../store/write'
import { conservation } from './counts'

/**
 * The conservation statement: for each day on this machine's calendar, what was received on it and where all of it is
 * now; and the same in total. Counted twice, by different roads: intake numbers are given without gaps, so the highest of
 * them must be what the states add up to.
 */
export function conservationStatement(reader: Reader): ConservationStatement {
  const rows = reader.all<{ day: string; state: DocumentState; count: number; first: number; last: number }>(sql`
    SELECT date(received_at / 1000, 'unixepoch', 'localtime') AS day, state, count(*) AS count,
      min(intake_number) AS first, max(intake_number) AS last
    FROM documents GROUP BY day, state ORDER BY day DESC
  `)
  const days = [...Map.groupBy(rows, row => row.day)].map(([day, ofDay]) => {
    const byState = emptyCounts()
    for (const { state, count } of ofDay) byState[state] = count
    const first = Math.min(...ofDay.map(row => row.first))
    const last = Math.max(...ofDay.map(row => row.last))
    return {
      day,
      firstNumber: first,
      lastNumber: last,
      received: ofDay.reduce((sum, row) => sum + row.count, 0),
      byState,
    }
  })
  return { days, total: conservation(reader), head: journalHead(reader) }
}

function emptyCounts(): Record<DocumentState, number> {
  return Object.fromEntries(DocumentState.options.map(state => [state, 0])) as Record<DocumentState, number>
}
