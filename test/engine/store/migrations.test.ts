import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteSyncDialect, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/engine/store/open'
import * as schema from '../../../src/engine/store/schema'

interface TableShape {
  columns: Record<string, { type: string; notNull: boolean; default: string | null; primaryKey: number }>
  indexes: Record<string, { unique: boolean; columns: string[]; where: string | null }>
  references: string[]
}

const tables = Object.values(schema).flatMap((value: unknown) => (is(value, SQLiteTable) ? [value] : []))

/** What src/engine/store/schema.ts says a table is. */
function described(table: SQLiteTable): TableShape {
  const config = getTableConfig(table)
  const compositeKey = config.primaryKeys.flatMap(key => key.columns.map(column => column.name))
  const shape: TableShape = { columns: {}, indexes: {}, references: [] }
  for (const column of config.columns) {
    shape.columns[column.name] = {
      type: column.getSQLType().toUpperCase(),
      notNull: column.notNull,
      default: column.hasDefault ? literal(column.default) : null,
      primaryKey: column.primary ? 1 : compositeKey.indexOf(column.name) + 1,
    }
    if (column.isUnique) {
      shape.indexes[column.uniqueName ?? ''] = { unique: true, columns: [column.name], where: null }
    }
  }
  for (const { config: index } of config.indexes) {
    const columns = index.columns.map(column => ('name' in column ? String(column.name) : 'expression'))
    const where = index.where ? new SQLiteSyncDialect().sqlToQuery(index.where).sql : null
    shape.indexes[index.name] = { unique: index.unique, columns, where: where?.toLowerCase() ?? null }
  }
  for (const key of config.foreignKeys) {
    const { columns, foreignTable, foreignColumns } = key.reference()
    const target = `${getTableConfig(foreignTable).name}.${foreignColumns[0]?.name}`
    shape.references.push(`${columns[0]?.name} -> ${target}`)
  }
  shape.references.sort()
  return shape
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return literal(JSON.stringify(value))
  return typeof value === 'string' ? `'${value}'` : String(Number(value))
}

/** What the migrations really made. */
function migrated(name: string): TableShape {
  const { raw } = openStore(':memory:')
  const shape: TableShape = { columns: {}, indexes: {}, references: [] }
  for (const column of raw.pragma(`table_xinfo(${name})`) as Record<string, unknown>[]) {
    shape.columns[String(column['name'])] = {
      type: String(column['type']),
      notNull: column['notnull'] === 1,
      default: column['dflt_value'] === null ? null : String(column['dflt_value']),
      primaryKey: Number(column['pk']),
    }
  }
  for (const index of raw.pragma(`index_list(${name})`) as Record<string, unknown>[]) {
    if (index['origin'] === 'pk') continue
    const columns = raw.pragma(`index_info(${String(index['name'])})`) as { name: string }[]
    const sql = raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(index['name']) as string
    shape.indexes[String(index['name'])] = {
      unique: index['unique'] === 1,
      columns: columns.map(column => column.name),
      where: /WHERE (.*)$/.exec(sql)?.[1]?.toLowerCase() ?? null,
    }
  }
  for (const key of raw.pragma(`foreign_key_list(${name})`) as Record<string, unknown>[]) {
    shape.references.push(`${String(key['from'])} -> ${String(key['table'])}.${String(key['to'])}`)
  }
  shape.references.sort()
  return shape
}

// Kept by triggers, never written by hand: its defaults, keys and indexes are the business of migration 2 alone.
const derived = 'inbox_rows'
const named = tables.map(table => [getTableConfig(table).name, table] as const)

test.each(named.filter(([name]) => name !== derived))(
  'the table "%s" of a migrated store is the one the queries are typed for',
  (name, table) => {
    expect(migrated(name)).toEqual(described(table))
  },
)

test('what the inbox list reads is there under the names and types the queries use', () => {
  const table = named.find(([name]) => name === derived)?.[1]
  const found = migrated(derived).columns
  const typesOf = (columns: TableShape['columns']) => Object.entries(columns).map(([name, { type }]) => [name, type])
  expect(typesOf(found)).toEqual(typesOf(table ? described(table).columns : {}))
})

test('a migrated store has no table that the schema does not know', () => {
  const { raw } = openStore(':memory:')
  // The search index is a virtual table with tables of its own; no typed query touches it.
  const found = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'document_search%'")
    .pluck()
    .all()
  expect(found.sort()).toEqual(named.map(([name]) => name).sort())
})

test('the database itself refuses a fraction of a centavo in a money column', () => {
  const { raw } = openStore(':memory:')
  const insert = raw.prepare(
    `INSERT INTO ledger_bills (document_id, ledger_id, bill_number, total, currency, read_at)
     VALUES ('d', '1', 'A-1', 1160.005, 'MXN', 0)`,
  )
  expect(() => insert.run()).toThrow(/cannot store REAL value in INTEGER column/)
})
