import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Spread } from '../../shared/analytics'

/** Columns of a select that {@link spreadOf} makes a spread of. Rows without the value do not count. */
export function spreadColumns(value: SQLiteColumn | SQL) {
  return {
    median: sql<number | null>`median(${value})`,
    p90: sql<number | null>`percentile(${value}, 90)`,
  }
}

/** Null where there was nothing to measure. */
export function spreadOf(row: { median: number | null; p90: number | null } | undefined): Spread | null {
  return row?.median == null || row.p90 === null ? null : { median: row.median, p90: row.p90 }
}
