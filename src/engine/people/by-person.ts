import { eq, like, or, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { unnamedPerson } from '../../shared/actor'

/** As `isPerson` of shared/actor says it, for a column of the store that names who did something. */
export function isByPerson(actor: SQLiteColumn): SQL | undefined {
  return or(eq(actor, unnamedPerson), like(actor, `${unnamedPerson}:%`))
}
