import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isObject, type Json, type JsonObject } from '../ledger-stand-in/json'

export interface Recording {
  readonly name: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: { readonly [name: string]: string | number } | null
    readonly headers: { readonly [name: string]: string }
    readonly body: {
      readonly json?: Json
      readonly raw?: string
      readonly form?: { readonly [name: string]: string }
      readonly multipart?: {
        readonly fields: readonly (readonly [string, string])[]
        readonly files: readonly {
          readonly name: string
          readonly filename: string
          readonly contentType: string
          readonly bytes: number
        }[]
      }
    } | null
  }
  readonly response: {
    readonly status: number
    readonly headers: { readonly [name: string]: string }
    readonly body: { readonly json?: Json; readonly text?: string; readonly binary?: { readonly bytes: number } }
  }
}

const folder = resolve(import.meta.dirname, '../../../shared/contracts/paperless-ngx/recordings')

export const recordingsArePresent = existsSync(folder)

/** The recorded exchanges, by name. */
export function loadRecordings(): Recording[] {
  if (!recordingsArePresent) return []
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording)
}

/** Values that differ from run to run, or say what only the real programs behind the server know; compared by their form. */
const comparedByForm: readonly RegExp[] = [
  // Clocks.
  /(^\$\[\]|\.notes\[\])\.created$/,
  /\.(modified|added|date_created|date_started|date_done|duration_seconds|wait_time_seconds)$/,
  // Random: task ids, ids of a select field's options.
  /\.task_id$|select_options\[\]\.id$/,
  // What OCR read, and the hashes of files that were not kept.
  /\.(content|checksum|original_checksum|archive_checksum|traceback|archive_metadata)$/,
  /\.(page_count|original_size|archive_size|lang)$/,
]

/** @returns one line per difference, empty when the answers agree */
export function differences(recorded: Json, ours: Json, at = '$'): string[] {
  // An upload is answered with nothing but the id of its task.
  const isTaskId = at === '$' && typeof recorded === 'string'
  if (isTaskId || comparedByForm.some(pattern => pattern.test(at)))
    return isAlike(recorded, ours) ? [] : [`${at}: ${kindOf(recorded)} against ${kindOf(ours)}`]
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (recorded.length !== ours.length) return [`${at}: ${recorded.length} against ${ours.length} elements`]
    // The order of tags, custom fields and permissions has no meaning.
    const isUnordered = /\.(tags|custom_fields|permissions)$/.test(at)
    const [left, right] = isUnordered ? [sorted(recorded), sorted(ours)] : [recorded, ours]
    return left.flatMap((each, position) => differences(each, right[position] ?? null, `${at}[]`))
  }
  if (isObject(recorded) && isObject(ours)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)])
    return [...keys].flatMap(key => {
      const [left, right] = [recorded[key], ours[key]]
      if (left === undefined) return [`${at}.${key}: not in the recording`]
      if (right === undefined) return [`${at}.${key}: missing`]
      return differences(left, right, `${at}.${key}`)
    })
  }
  return recorded === ours ? [] : [`${at}: ${JSON.stringify(recorded)} against ${JSON.stringify(ours)}`]
}

const sorted = (rows: readonly Json[]): Json[] =>
  [...rows].sort((left, right) => (JSON.stringify(sortKey(left)) < JSON.stringify(sortKey(right)) ? -1 : 1))
const sortKey = (row: Json): Json => (isObject(row) ? (row['field'] ?? row['id'] ?? null) : row)

function isAlike(recorded: Json, ours: Json): boolean {
  return kindOf(recorded) === kindOf(ours)
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
}

/** Puts our random values where a request carries recorded ones. */
export class Substitutions {
  private readonly pairs = new Map<string, string>()

  learn(recorded: Json, ours: Json): void {
    if (typeof recorded === 'string' && typeof ours === 'string' && recorded !== ours) this.pairs.set(recorded, ours)
    else if (Array.isArray(recorded) && Array.isArray(ours))
      recorded.forEach((each, at) => this.learn(each, ours[at] ?? null))
    else if (isObject(recorded) && isObject(ours))
      for (const key of Object.keys(recorded)) this.learn(recorded[key] ?? null, ours[key] ?? null)
  }

  in(text: string): string {
    return this.pairs.get(text) ?? text
  }

  inJson(value: Json): Json {
    if (typeof value === 'string') return this.in(value)
    if (Array.isArray(value)) return value.map(each => this.inJson(each))
    if (!isObject(value)) return value
    const replaced: JsonObject = {}
    for (const [key, inner] of Object.entries(value)) replaced[key] = this.inJson(inner)
    return replaced
  }
}
