import type { Json, JsonObject } from '../ledger-stand-in/json'
import type { Archive, User } from './archive'

/** What goes back: JSON, text or a file. */
export interface Answer {
  readonly status: number
  readonly json?: Json
  readonly text?: string
  readonly file?: Buffer
  readonly headers?: { readonly [name: string]: string }
}

/** An answer that is not a success; handlers throw it. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`answer ${answer.status}`)
  }
}

export interface Upload {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: readonly { readonly name: string; readonly fileName: string; readonly bytes: Buffer }[]
}

/** One call as handlers see it. */
export interface Call {
  readonly archive: Archive
  readonly user: User
  readonly version: number
  readonly base: string
  readonly path: string
  readonly ids: readonly number[]
  readonly query: URLSearchParams
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  readonly body: JsonObject
  readonly upload: Upload | undefined
}

export const ok = (json: Json, headers?: { [name: string]: string }): Answer => ({
  status: 200,
  json,
  ...(headers ? { headers } : {}),
})
export const created = (json: Json): Answer => ({ status: 201, json })
export const refuse = (status: number, json: Json) => new Refusal({ status, json })
/** Object permissions are refused in plain text, global ones in JSON. */
export const refuseInText = (status: number, text: string) => new Refusal({ status, text })
export const detail = (status: number, text: string) => refuse(status, { detail: text })
export const notPermitted = () => detail(403, 'You do not have permission to perform this action.')

/** @throws Refusal 403 in JSON when the user lacks one of the global permissions */
export function mustHave(user: User, ...codenames: readonly string[]): void {
  if (user.isSuperuser) return
  if (codenames.some(codename => !user.permissions.has(codename))) throw notPermitted()
}

export interface Page {
  readonly rows: Json[]
  readonly ids: number[]
}

/** Cuts one page out of a list, in the envelope of the version asked for. */
export function paged<T extends { readonly id: number }>(
  call: Call,
  rows: readonly T[],
  show: (row: T) => Json,
  extra: JsonObject = {},
): Answer {
  const { query, version } = call
  const asked = Number(query.get('page_size') ?? '')
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 100_000) : 25
  const number = Number(query.get('page') ?? '1')
  const from = (number - 1) * size
  if (!Number.isInteger(number) || number < 1 || (number > 1 && from >= rows.length)) throw detail(404, 'Invalid page.')
  const address = (page: number) => {
    const params = new URLSearchParams([...query].sort(([left], [right]) => left.localeCompare(right)))
    params.delete('page')
    const pairs = [...params]
    if (page > 1) pairs.push(['page', String(page)])
    pairs.sort(([left], [right]) => (left < right ? -1 : 1))
    return `${call.base}${call.path}?${new URLSearchParams(pairs).toString()}`
  }
  return ok({
    count: rows.length,
    next: from + size < rows.length ? address(number + 1) : null,
    previous: number > 1 ? address(number - 1) : null,
    ...(version < 10 ? { all: rows.map(row => row.id) } : {}),
    results: rows.slice(from, from + size).map(show),
    ...extra,
  })
}
