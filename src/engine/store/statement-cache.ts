import type Database from 'better-sqlite3'

const kept = 400

type Client = Pick<Database.Database, 'prepare' | 'transaction'>

/**
 * A connection that compiles each SQL text once. Drizzle compiles a statement for every query it runs; a document's
 * road asks a hundred questions and a third of the engine's time went into compiling the same few.
 *
 * Only for Drizzle, which uses a statement up before it asks for the next: nobody may hold on to one.
 */
export function compilingOnce(raw: Database.Database): Client {
  const statements = new Map<string, Database.Statement>()

  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    statements.delete(sql)
    if (known && !known.busy) {
      // As fresh as a new one: the last user may have asked for rows as arrays.
      if (known.reader) known.raw(false)
      statements.set(sql, known)
      return known
    }
    const fresh = raw.prepare(sql)
    statements.set(sql, fresh)
    const [oldest] = statements.keys()
    if (statements.size > kept && oldest !== undefined) statements.delete(oldest)
    return fresh
  }

  // The library's own type is generic over parameters and rows; at run time a statement is a statement.
  return { prepare: prepare as Database.Database['prepare'], transaction: raw.transaction.bind(raw) }
}
