import { castToNumber, folded } from './collation'
import type { Json, JsonObject } from './json'
import { isObject } from './json'
import { brokenInside, businessRule } from './refusal'

/** Value of a column by its filter key; `undefined` means there is no such field. */
export type FieldOf<Row> = (row: Row, key: string) => Field
/** Several words where a row answers to several, as a bill's status does. */
type Field = string | number | readonly string[] | null | undefined

export interface ListRules<Row> {
  readonly resource: string
  readonly fields: readonly string[]
  readonly fieldOf: FieldOf<Row>
  readonly search: (row: Row, keyword: string) => boolean
  /** What is echoed as `order` when the caller named none. */
  readonly defaultOrder: string
  /** Bills echo the page size as the text it was and take any. */
  readonly pageSizeIsChecked: boolean
}

/** Applies filter roles, search, order and paging as the server's list calls do. Plain parameters are ignored. */
export function list<Row>(rows: readonly Row[], query: URLSearchParams, rules: ListRules<Row>) {
  const roles = rolesOf(query.get('stringified_filter_roles'), rules.fields)
  const keyword = query.get('search_keyword')
  const sortBy = query.get('column_sort_by')
  if (sortBy !== null && !rules.fields.includes(sortBy)) throw businessRule('sort_column_not_found')
  const order = query.get('sort_order') ?? rules.defaultOrder

  const matching = rows
    .filter(row => roles === undefined || fits(row, roles, rules.fieldOf))
    .filter(row => keyword === null || rules.search(row, keyword))
  if (sortBy !== null) {
    const direction = order.toLowerCase() === 'desc' ? -1 : 1
    matching.sort((left, right) => direction * compare(rules.fieldOf(left, sortBy), rules.fieldOf(right, sortBy)))
  }

  const page = Number(query.get('page') ?? '1')
  if (!(page >= 1)) throw brokenInside()
  const asked = query.get('page_size')
  const size = Number(asked ?? '12')
  const shown = Number.isNaN(size) ? matching : matching.slice((page - 1) * size, page * size)
  return {
    rows: shown,
    pagination: {
      total: matching.length,
      page,
      page_size: asked === null ? 12 : rules.pageSizeIsChecked ? size : asked,
    },
    filterMeta: {
      order,
      ...(keyword === null ? {} : { search_keyword: keyword }),
      field_key: sortBy ?? 'created_at',
    } satisfies JsonObject,
  }
}

interface Role {
  readonly fieldKey: string
  readonly comparator: string
  readonly condition: 'and' | 'or'
  readonly value: string | number
}

function rolesOf(text: string | null, fields: readonly string[]): Role[] | undefined {
  if (text === null) return undefined
  let parsed: Json
  try {
    parsed = JSON.parse(text) as Json
  } catch {
    throw brokenInside()
  }
  if (!Array.isArray(parsed)) throw businessRule('stringified_filter_roles_invalid')
  return parsed.map(each => {
    if (!isObject(each) || typeof each['fieldKey'] !== 'string' || typeof each['comparator'] !== 'string') {
      throw businessRule('stringified_filter_roles_invalid')
    }
    if (!fields.includes(each['fieldKey'])) throw businessRule('filter_roles_fields_not_found')
    const value = each['value']
    return {
      fieldKey: each['fieldKey'],
      comparator: each['comparator'],
      condition: each['condition'] === 'or' ? 'or' : 'and',
      value: typeof value === 'number' ? value : String(value ?? ''),
    }
  })
}

/** Conditions are joined from left to right, without precedence. */
function fits<Row>(row: Row, roles: readonly Role[], fieldOf: FieldOf<Row>): boolean {
  return roles.reduce((soFar, role, position) => {
    const holds = meets(fieldOf(row, role.fieldKey), role)
    if (position === 0) return holds
    return role.condition === 'or' ? soFar || holds : soFar && holds
  }, true)
}

function meets(actual: Field, role: Role): boolean {
  // Date comparators do not work on the real server: "after" lets everything through, "in" nothing.
  if (role.comparator === 'after') return true
  if (role.comparator === 'in') return false
  if (actual === null || actual === undefined) return false
  if (Array.isArray(actual)) return actual.includes(String(role.value))
  if (typeof actual === 'number') return actual === castToNumber(String(role.value))
  const [text, wanted] = [folded(String(actual)), folded(String(role.value))]
  if (role.comparator === 'contains') return text.includes(wanted)
  if (role.comparator === 'starts_with') return text.startsWith(wanted)
  return text === wanted
}

function compare(left: Field, right: Field): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [a, b] = [folded(String(left ?? '')), folded(String(right ?? ''))]
  return a < b ? -1 : a > b ? 1 : 0
}
