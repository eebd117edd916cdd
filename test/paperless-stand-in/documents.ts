import { isObject, type Json, type JsonObject } from '../ledger-stand-in/json'
import { detail, mustHave, notPermitted, ok, paged, refuse, refuseInText, type Answer, type Call } from './answer'
import type { Stored } from './archive'
import { refusalOf } from './custom-fields'
import { canChange, canView, documentView } from './document-view'
import { filtered } from './filters'

/** The document of the path as its detail shows it: what may not be seen is not there. */
export function findVisible(call: Call): Stored {
  const stored = call.archive.documents.find(each => each.id === call.ids[0])
  if (!stored || stored.isInTrash || !canView(call.user, stored))
    throw detail(404, 'No Document matches the given query.')
  return stored
}

export function listDocuments(call: Call): Answer {
  mustHave(call.user, 'view_document')
  const { query } = call
  const modes = ['text', 'title_search', 'query', 'more_like_id'].filter(name => query.has(name))
  if (modes.length > 1) throw detail(400, 'Specify only one of text, title_search, query, or more_like_id.')
  const visible = call.archive.documents.filter(stored => !stored.isInTrash && canView(call.user, stored))
  const rows = ordered(query.get('ordering') ?? '', filtered(call, visible))
  return paged(call, rows, stored => documentView(call, stored))
}

/** By the names asked for; unknown ones are ignored. Without any: newest date first. */
function ordered(ordering: string, rows: Stored[]): Stored[] {
  const keys: { readonly [name: string]: (stored: Stored) => number | string } = {
    id: stored => stored.id,
    title: stored => stored.title,
    created: stored => stored.created,
    added: stored => stored.addedAt,
    modified: stored => stored.modifiedAt,
  }
  const asked = ordering.split(',').flatMap(name => {
    const plain = name.replace(/^-/, '')
    const custom = /^custom_field_(\d+)$/.exec(plain)
    const key = custom
      ? (stored: Stored) => String(stored.customFields.find(each => each.field === Number(custom[1]))?.value ?? '')
      : keys[plain]
    return key ? [{ key, sign: name.startsWith('-') ? -1 : 1 }] : []
  })
  const byDate = (left: Stored, right: Stored) =>
    left.created === right.created ? right.id - left.id : left.created < right.created ? 1 : -1
  if (asked.length === 0) return rows.sort(byDate)
  return rows.sort((left, right) => {
    for (const { key, sign } of asked) {
      const [one, other] = [key(left), key(right)]
      if (one !== other) return one < other ? -sign : sign
    }
    return left.id - right.id
  })
}

export function getDocument(call: Call): Answer {
  mustHave(call.user, 'view_document')
  return ok(documentView(call, findVisible(call), { isDetail: true }))
}

export function deleteDocument(call: Call): Answer {
  mustHave(call.user, 'delete_document')
  findVisible(call).isInTrash = true
  return { status: 204, text: '' }
}

/** Replaces what the body names, whole lists included. Fields that the query leaves out are not written either. */
export function patchDocument(call: Call): Answer {
  mustHave(call.user, 'change_document')
  const stored = findVisible(call)
  if (!canChange(call.user, stored)) throw notPermitted()
  const fields = call.query.get('fields')?.split(',')
  const body = Object.fromEntries(Object.entries(call.body).filter(([key]) => !fields || fields.includes(key)))
  const changes = checked(call, body)
  for (const change of changes) change(stored)
  stored.modifiedAt = call.archive.now()
  return ok(documentView(call, stored, { isDetail: true, fullPermissions: true }))
}

type Change = (stored: Stored) => void

function checked(call: Call, body: JsonObject): Change[] {
  const { archive } = call
  const changes: Change[] = []
  const { title, tags, correspondent, owner, custom_fields: values, set_permissions: permissions } = body
  if (typeof title === 'string') {
    if (title.length > 128) throw refuse(400, { title: ['Ensure this field has no more than 128 characters.'] })
    changes.push(stored => void (stored.title = title))
  }
  if (Array.isArray(tags)) {
    const strange = tags.find(tag => typeof tag !== 'number')
    if (strange !== undefined) throw refuse(400, { tags: ['Incorrect type. Expected pk value, received str.'] })
    changes.push(stored => void (stored.tags = tags.map(Number)))
  }
  if (correspondent !== undefined) {
    const known = correspondent === null || archive.named.correspondents.some(each => each.id === correspondent)
    if (!known) throw refuse(400, { correspondent: [`Invalid pk "${String(correspondent)}" - object does not exist.`] })
    changes.push(stored => void (stored.correspondent = correspondent === null ? null : Number(correspondent)))
  }
  if (owner === null || typeof owner === 'number') changes.push(stored => void (stored.owner = owner))
  if (Array.isArray(values)) changes.push(customFieldChange(call, values))
  if (isObject(permissions)) changes.push(permissionChange(permissions))
  if (body['remove_inbox_tags'] === true) {
    const inbox = archive.named.tags.filter(tag => tag.isInbox).map(tag => tag.id)
    changes.push(stored => void (stored.tags = stored.tags.filter(id => !inbox.includes(id))))
  }
  return changes
}

function customFieldChange(call: Call, values: readonly Json[]): Change {
  const rows = values.filter(isObject).map(each => ({ field: Number(each['field']), value: each['value'] ?? null }))
  for (const [position, { field, value }] of rows.entries()) {
    const refusal = refusalOf(call.archive, field, value)
    if (refusal) throw refuse(400, { custom_fields: { [String(position)]: refusal } })
  }
  return stored => void (stored.customFields = rows)
}

function permissionChange(permissions: JsonObject): Change {
  const usersOf = (action: string): number[] | undefined => {
    const held = permissions[action]
    const users = isObject(held) ? held['users'] : undefined
    return Array.isArray(users) ? users.map(Number) : undefined
  }
  return stored => {
    stored.viewers = usersOf('view') ?? stored.viewers
    stored.changers = usersOf('change') ?? stored.changers
  }
}

/** The same change on several documents, or on none of them. */
export function bulkEdit(call: Call): Answer {
  mustHave(call.user, 'change_document')
  const { archive, body } = call
  const method = String(body['method'])
  const parameters = isObject(body['parameters']) ? body['parameters'] : {}
  const ids = Array.isArray(body['documents']) ? body['documents'].map(Number) : []
  const found = archive.documents.filter(stored => ids.includes(stored.id) && !stored.isInTrash)
  if (found.length !== ids.length) {
    throw refuse(400, { documents: ["Some documents in documents don't exist or were specified twice."] })
  }
  const change = bulkChange(call, method, parameters)
  if (found.some(stored => !canChange(call.user, stored))) throw refuseInText(403, 'Insufficient permissions')
  for (const stored of found) {
    change(stored)
    stored.modifiedAt = archive.now()
  }
  return ok({ result: 'OK' })
}

function bulkChange(call: Call, method: string, parameters: JsonObject): Change {
  switch (method) {
    case 'add_tag':
    case 'remove_tag':
    case 'modify_tags':
      return tagChange(call, method, parameters)
    case 'modify_custom_fields':
      return fieldsChange(call, parameters)
    case 'set_correspondent':
      return stored =>
        void (stored.correspondent = parameters['correspondent'] === null ? null : Number(parameters['correspondent']))
    default:
      throw refuse(400, { method: [`"${method}" is not a valid choice.`] })
  }
}

function tagChange({ archive }: Call, method: string, parameters: JsonObject): Change {
  const listOf = (name: string): number[] => {
    const list = parameters[name]
    if (!Array.isArray(list)) throw refuse(400, { non_field_errors: [`${name} not specified`] })
    return list.map(Number)
  }
  const tag = Number(parameters['tag'])
  const add = method === 'add_tag' ? [tag] : method === 'modify_tags' ? listOf('add_tags') : []
  const remove = method === 'remove_tag' ? [tag] : method === 'modify_tags' ? listOf('remove_tags') : []
  const known = new Map(archive.named.tags.map(each => [each.id, each]))
  if ([...add, ...remove].some(id => !known.has(id))) throw refuse(400, { non_field_errors: ['Tag does not exist'] })
  // A child brings its parents along.
  const withParents = add.flatMap(id => {
    const line = [id]
    for (let at = known.get(id)?.parent ?? null; at !== null; at = known.get(at)?.parent ?? null) line.unshift(at)
    return line
  })
  return stored =>
    void (stored.tags = [...new Set([...stored.tags.filter(id => !remove.includes(id)), ...withParents])])
}

function fieldsChange({ archive }: Call, parameters: JsonObject): Change {
  const add = isObject(parameters['add_custom_fields']) ? parameters['add_custom_fields'] : {}
  const remove = Array.isArray(parameters['remove_custom_fields']) ? parameters['remove_custom_fields'].map(Number) : []
  for (const [id, value] of Object.entries(add)) {
    const refusal = refusalOf(archive, Number(id), value)
    if (refusal) throw refuse(400, { add_custom_fields: { [id]: refusal } })
  }
  return stored => {
    stored.customFields = stored.customFields.filter(each => !remove.includes(each.field))
    for (const [id, value] of Object.entries(add)) {
      const held = stored.customFields.find(each => each.field === Number(id))
      if (held) held.value = value
      else stored.customFields.push({ field: Number(id), value })
    }
  }
}
