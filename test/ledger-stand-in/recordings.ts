import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Json, JsonObject } from './json'

export interface Exchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: { readonly [name: string]: string }
    readonly body: Json
    readonly body_raw?: string
  }
  readonly response: {
    readonly status: number | null
    readonly headers?: { readonly [name: string]: string }
    readonly body: Json
  }
}

export interface Recording {
  readonly name: string
  readonly sequence: number
  readonly group: string
  /** How the exchanges of a scenario went; absent for a plain recording. */
  readonly mode?: 'sequential' | 'parallel'
  /** One for a plain recording, several for a scenario. */
  readonly exchanges: readonly Exchange[]
}

const folder = resolve(import.meta.dirname, '../../../shared/contracts/bigcapital/recordings')

export const recordingsArePresent = existsSync(folder)

/** The recorded exchanges in the order they were made. */
export function loadRecordings(): Recording[] {
  if (!recordingsArePresent) return []
  return readdirSync(folder)
    .sort()
    .map(file => {
      const held = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording & Exchange
      return {
        name: held.name,
        sequence: held.sequence,
        group: held.group,
        ...(held.mode === undefined ? {} : { mode: held.mode }),
        exchanges: Array.isArray(held.exchanges)
          ? held.exchanges
          : [{ request: held.request, response: held.response }],
      }
    })
}

/** Ids are compared for consistency only: failed inserts leave gaps on a real database. */
export class IdPairs {
  private readonly pairs = new Map<string, Map<Json, Json>>()

  /** The id of ours that stands for a recorded one; the recorded one itself when it has not been met. */
  ours(kind: string, recorded: number): Json {
    const ours = this.pairs.get(kind)?.get(String(recorded))
    return ours === undefined ? recorded : Number(ours)
  }

  /** A request's body with our ids of bills in the places of the recorded ones. */
  inBody(body: Json, key = ''): Json {
    if (Array.isArray(body)) return body.map(each => this.inBody(each, key))
    if (isPlain(body)) {
      return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, this.inBody(value, name)]))
    }
    return typeof body === 'number' && (key === 'bill_id' || key === 'ids') ? this.ours('bills', body) : body
  }

  agree(kind: string, recorded: Json, ours: Json): boolean {
    const known = this.pairs.get(kind) ?? new Map<Json, Json>()
    this.pairs.set(kind, known)
    const before = known.get(recorded)
    if (before !== undefined) return before === ours
    if ([...known.values()].includes(ours)) return false
    known.set(recorded, ours)
    return true
  }
}

/** Places whose value the stand-in does not imitate, by the end of their path. */
const notImitated: readonly RegExp[] = [
  // Texts of the server's own seed data.
  /(accounts\[\]|_account|data\[\])\.(description|slug)$/,
  /\.subscriptions$/,
  // The list of accounts echoes no order worth having.
  /^\$\.filter_meta$/,
]

/** @returns one line per difference, empty when the answers agree */
export function differences(recorded: Json, ours: Json, ids: IdPairs, resource: string, at = '$'): string[] {
  if (notImitated.some(pattern => pattern.test(at)) && !(at === '$.filter_meta' && resource !== 'accounts')) return []
  const kind = idKind(at, resource)
  if (kind !== undefined && recorded !== null) {
    const [left, right] = [String(recorded), String(ours)]
    return ids.agree(kind, left, right) ? [] : [`${at}: id ${left} against ${right}`]
  }
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (recorded.length !== ours.length) return [`${at}: ${recorded.length} against ${ours.length} elements`]
    const [left, right] = at === '$.accounts' ? [byId(recorded), byId(ours)] : [recorded, ours]
    return left.flatMap((each, position) => differences(each, right[position] ?? null, ids, resource, `${at}[]`))
  }
  if (isPlain(recorded) && isPlain(ours)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)])
    return [...keys].flatMap(key => {
      const [left, right] = [recorded[key], ours[key]]
      if (left === undefined) return [`${at}.${key}: not in the recording`]
      if (right === undefined) return [`${at}.${key}: missing`]
      return differences(left, right, ids, resource, `${at}.${key}`)
    })
  }
  return recorded === ours ? [] : [`${at}: ${JSON.stringify(recorded)} against ${JSON.stringify(ours)}`]
}

function idKind(at: string, resource: string): string | undefined {
  if (/entries\[\]\.id$/.test(at)) return 'entry'
  if (/(\.bill_id|deletable_ids\[\]|notOpenedBills\[\]\.id)$/.test(at)) return 'bills'
  if (/\.reference_id$/.test(at) || /bills\[\]\.id$/.test(at)) return resource === 'vendor-credits' ? 'credit' : 'bills'
  if (at === '$.id' && (resource === 'bills' || resource === 'vendor-credits')) {
    return resource === 'bills' ? 'bills' : 'credit'
  }
  return undefined
}

function byId(rows: readonly Json[]): Json[] {
  return [...rows].sort((left, right) => Number((left as JsonObject)['id']) - Number((right as JsonObject)['id']))
}

function isPlain(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
