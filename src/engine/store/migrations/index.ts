import type Database from 'better-sqlite3'
import { firstTables } from './0001-first-tables'
import { inbox } from './0002-inbox'

/** One numbered change of the schema. Released ones are history: we add, we do not edit. */
export interface Migration {
  up(raw: Database.Database): void
}

/** Position is number: the first entry makes version 1. */
export const migrations: readonly Migration[] = [firstTables, inbox]
