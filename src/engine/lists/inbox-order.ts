import { asc, desc, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { InboxSort } from '../../shared/inbox'
import { AppError } from '../../shared/result'
import { inboxRows } from '../store/schema'

type KeyRow = Pick<
  typeof inboxRows.$inferSelect,
  'urgencyRank' | 'dueKey' | 'vendorKey' | 'numberKey' | 'issueDate' | 'dueDate' | 'total' | 'quality' | 'intakeNumber'
>
type KeyName = keyof KeyRow

/** Columns of each order; the intake number at the end makes every key unique. Each is an index of the narrow table. */
const keysOf: Readonly<Record<InboxSort['by'], readonly [KeyName, ...KeyName[]]>> = {
  urgency: ['urgencyRank', 'dueKey', 'intakeNumber'],
  received: ['intakeNumber'],
  vendor: ['vendorKey', 'intakeNumber'],
  number: ['numberKey', 'intakeNumber'],
  issued: ['issueDate', 'intakeNumber'],
  due: ['dueDate', 'intakeNumber'],
  total: ['total', 'intakeNumber'],
  quality: ['quality', 'intakeNumber'],
}
/** Columns an invoice may leave empty: blanks come last, whatever the direction. */
const mayBeBlank = new Set<KeyName>(['vendorKey', 'numberKey', 'issueDate', 'dueDate', 'total', 'quality'])

/** A run of the list that is one walk along one index: rows that have the value, or the blank ones after them. */
export interface Stretch {
  /** Which rows; undefined for all. */
  readonly where: SQL | undefined
  readonly orderBy: readonly SQL[]
  /** Rows behind this key. */
  readonly behind: (key: readonly (string | number)[]) => SQL
  readonly keyOf: (row: KeyRow) => (string | number)[]
}

/** The stretches of an order, to be walked one after the other. */
export function stretchesOf(sort: InboxSort): readonly Stretch[] {
  const keys = keysOf[sort.by]
  const [first, ...rest] = keys
  if (!mayBeBlank.has(first)) return [stretch(undefined, keys, sort.direction)]
  return [
    stretch(isNotNull(inboxRows[first]), keys, sort.direction),
    stretch(isNull(inboxRows[first]), rest, sort.direction),
  ]
}

function stretch(where: SQL | undefined, keys: readonly KeyName[], direction: InboxSort['direction']): Stretch {
  const columns = keys.map((key): SQLiteColumn => inboxRows[key])
  const tuple = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`
  const comparison = direction === 'ascending' ? sql`>` : sql`<`
  return {
    where,
    orderBy: columns.map(direction === 'ascending' ? column => asc(column) : column => desc(column)),
    behind: key =>
      sql`${tuple(columns.map(column => sql`${column}`))} ${comparison} ${tuple(key.map(part => sql`${part}`))}`,
    keyOf: row => keys.map(key => row[key] ?? 0),
  }
}

const PageKey = z.tuple([
  z.number().int().min(0).max(1),
  z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(3),
])

/** Where a page ended: the stretch and the key of its last row, in one word the window hands back unread. */
export function writePageKey(stretchIndex: number, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([stretchIndex, key])).toString('base64url')
}

/** @throws AppError `invalid_input` for a word this engine never gave */
export function readPageKey(text: string): { stretchIndex: number; key: readonly (string | number)[] } {
  try {
    const [stretchIndex, key] = PageKey.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { stretchIndex, key }
  } catch (thrown) {
    throw new AppError('invalid_input', { field: 'after' }, 'never', { cause: thrown })
  }
}
