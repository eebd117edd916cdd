import { isObject, type Json } from '../ledger-stand-in/json'
import { refuse, type Call } from './answer'
import { checksumOf, newest, type Archive, type Stored } from './archive'
import { optionsOf } from './custom-fields'

type Keeps = (stored: Stored) => boolean

/** The documents of a list, by the query's filters. Unknown parameters are ignored, as the server does. */
export function filtered(call: Call, rows: readonly Stored[]): Stored[] {
  const keeps = [...call.query].flatMap(([name, value]) => filterOf(call.archive, name, value) ?? [])
  return rows.filter(stored => keeps.every(keep => keep(stored)))
}

function filterOf(archive: Archive, name: string, value: string): Keeps | undefined {
  const relation =
    /^(document_type|correspondent|owner|id)(?:__(?:id(?:__(in|none))?|(in|isnull|name__iexact)))?$/.exec(name)
  if (relation) return relationFilter(archive, name, relation[1] ?? '', relation[2] ?? relation[3], value)
  const tags = /^tags__id__(all|in|none)$/.exec(name)
  if (tags) return tagFilter(tags[1] ?? '', value)
  const time = /^(added|modified)__(gte|gt|lte|lt)$/.exec(name)
  if (time) return timeFilter(name, time[1] === 'added' ? s => s.addedAt : s => s.modifiedAt, time[2] ?? '', value)
  switch (name) {
    case 'is_in_inbox': {
      const inbox = archive.named.tags.filter(tag => tag.isInbox).map(tag => tag.id)
      return stored => stored.tags.some(id => inbox.includes(id)) === (value === 'true')
    }
    case 'is_tagged':
      return stored => stored.tags.length > 0 === (value === 'true')
    case 'created__gte':
      return stored => stored.created >= dateOf(name, value)
    case 'checksum__iexact':
      return stored => checksumOf(archive, newest(stored).bytes) === value.toLowerCase()
    case 'custom_field_query':
      return customFieldFilter(archive, value)
    case 'query':
      return stored => newest(stored).content.toLowerCase().includes(value.toLowerCase())
    default:
      return undefined
  }
}

function relationFilter(archive: Archive, name: string, field: string, way: string | undefined, value: string): Keeps {
  const of = (stored: Stored): number | null =>
    field === 'id'
      ? stored.id
      : field === 'owner'
        ? stored.owner
        : field === 'correspondent'
          ? stored.correspondent
          : stored.documentType
  if (way === 'isnull') return stored => (of(stored) === null) === (value === 'true')
  if (way === 'name__iexact') {
    const rows = field === 'correspondent' ? archive.named.correspondents : archive.named.document_types
    const ids = rows.filter(each => each.name.toLowerCase() === value.toLowerCase()).map(each => each.id)
    return stored => ids.includes(of(stored) ?? -1)
  }
  const ids = value.split(',').map(Number)
  if (ids.some(Number.isNaN)) throw refuse(400, { [name]: ['Enter a number.'] })
  if (way === 'none') return stored => !ids.includes(of(stored) ?? -1)
  return stored => ids.includes(of(stored) ?? -1)
}

function tagFilter(way: string, value: string): Keeps {
  const ids = value.split(',').map(Number)
  // A list that is no list of numbers is ignored without an error.
  if (ids.some(Number.isNaN)) return () => true
  if (way === 'all') return stored => ids.every(id => stored.tags.includes(id))
  if (way === 'in') return stored => ids.some(id => stored.tags.includes(id))
  return stored => !ids.some(id => stored.tags.includes(id))
}

function timeFilter(name: string, of: (stored: Stored) => number, way: string, value: string): Keeps {
  // A plus sign that was not percent-encoded arrives as a blank.
  const at = /\s/.test(value) ? NaN : Date.parse(value)
  if (Number.isNaN(at)) throw refuse(400, { [name]: ['Enter a valid date/time.'] })
  if (way === 'gte') return stored => of(stored) >= at
  if (way === 'gt') return stored => of(stored) > at
  if (way === 'lte') return stored => of(stored) <= at
  return stored => of(stored) < at
}

function dateOf(name: string, value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw refuse(400, { [name]: ['Enter a valid date.'] })
  return value
}

function customFieldFilter(archive: Archive, text: string): Keeps {
  let query: Json
  try {
    query = JSON.parse(text) as Json
  } catch {
    throw refuse(400, { custom_field_query: ['Value must be valid JSON.'] })
  }
  return conditionOf(archive, query)
}

function conditionOf(archive: Archive, query: Json): Keeps {
  if (!Array.isArray(query)) throw refuse(400, { custom_field_query: ['Invalid custom field query expression'] })
  const [head, operator, wanted] = query
  if (head === 'AND' || head === 'OR') {
    const parts = (Array.isArray(operator) ? operator : []).map(each => conditionOf(archive, each))
    return head === 'AND' ? s => parts.every(part => part(s)) : s => parts.some(part => part(s))
  }
  if (head === 'NOT') {
    const inner = conditionOf(archive, operator ?? [])
    return stored => !inner(stored)
  }
  const field = archive.customFields.find(each => each.name === head || each.id === head)
  if (!field) throw refuse(400, { custom_field_query: { '0': [`'${String(head)}' is not a valid custom field.`] } })
  const options = optionsOf(field)
  // A select field may be asked for by label.
  const meant = options.find(option => option.label === wanted)?.id ?? wanted ?? null
  return stored => {
    const held = stored.customFields.find(each => each.field === field.id)
    switch (operator) {
      case 'exists':
        return (held !== undefined) === (wanted === true)
      case 'isnull':
        return held !== undefined && (held.value === null) === (wanted === true)
      case 'in':
        return Array.isArray(wanted) && wanted.includes(held?.value ?? null)
      case 'range': {
        const [from, to] = Array.isArray(wanted) ? wanted.map(String) : []
        const value = String(held?.value ?? '')
        return held !== undefined && value >= (from ?? '') && value <= (to ?? '')
      }
      default:
        return held !== undefined && !isObject(held.value) && held.value === meant
    }
  }
}
