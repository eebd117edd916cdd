import { randomBytes } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '../ledger-stand-in/json'
import { created, mustHave, paged, refuse, type Answer, type Call } from './answer'
import { nextId, type Archive, type CustomField } from './archive'

const types = ['string', 'url', 'date', 'boolean', 'integer', 'float', 'monetary', 'documentlink', 'select', 'longtext']

const view = (field: CustomField): JsonObject => ({
  id: field.id,
  name: field.name,
  data_type: field.dataType,
  extra_data: field.extraData,
})

export function listCustomFields(call: Call): Answer {
  mustHave(call.user, 'view_customfield')
  const wanted = call.query.get('name__iexact')?.toLowerCase()
  const rows = call.archive.customFields.filter(each => wanted === undefined || each.name.toLowerCase() === wanted)
  const uses = (id: number) =>
    call.archive.documents.filter(stored => stored.customFields.some(each => each.field === id)).length
  return paged(call, rows, field => ({ ...view(field), document_count: uses(field.id) }))
}

export function createCustomField(call: Call): Answer {
  mustHave(call.user, 'add_customfield')
  const { archive, body } = call
  const { name, data_type: type, extra_data: extra } = body
  if (typeof name !== 'string' || name === '') throw refuse(400, { name: ['This field is required.'] })
  if (!types.includes(String(type))) throw refuse(400, { data_type: [`"${String(type)}" is not a valid choice.`] })
  if (archive.customFields.some(each => each.name === name)) {
    throw refuse(400, { name: ['custom field with this name already exists.'] })
  }
  const field: CustomField = {
    id: nextId(archive, 'custom_field'),
    name,
    dataType: String(type),
    extraData: extraOf(String(type), extra),
  }
  archive.customFields.push(field)
  return created(view(field))
}

function extraOf(type: string, extra: Json | undefined): JsonObject | null {
  if (type !== 'select') return isObject(extra) ? extra : null
  const options = isObject(extra) ? extra['select_options'] : undefined
  if (!Array.isArray(options) || options.length === 0)
    throw refuse(400, { error: ['extra_data.select_options must be a valid list'] })
  const labels = options.map(option => (isObject(option) ? option['label'] : undefined) ?? '')
  return {
    select_options: labels.map(label => ({ label, id: randomBytes(12).toString('base64url').replace(/[-_]/g, 'x') })),
  }
}

export function optionsOf(field: CustomField): { label: string; id: string }[] {
  const options = field.extraData?.['select_options']
  return Array.isArray(options)
    ? options.filter(isObject).map(each => ({ label: String(each['label']), id: String(each['id']) }))
    : []
}

/** @returns why the server would refuse the value, in its words; null when it takes it */
export function refusalOf(archive: Archive, fieldId: number, value: Json): JsonObject | null {
  const field = archive.customFields.find(each => each.id === fieldId)
  if (!field) return { field: [`Invalid pk "${fieldId}" - object does not exist.`] }
  if (value === null) return null
  const reason = reasonOf(field, value)
  return reason === null ? null : { non_field_errors: [reason] }
}

function reasonOf(field: CustomField, value: Json): string | null {
  const text = String(value)
  switch (field.dataType) {
    case 'string':
      return text.length > 128 ? `Ensure this value has at most 128 characters (it has ${text.length}).` : null
    case 'url':
      return /^[a-z][a-z0-9+.-]*:/i.test(text) ? null : `Unable to parse URI ${text}, missing scheme`
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? null
        : 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'
    case 'integer':
      return Number(value) > 2147483647 ? 'Ensure this value is less than or equal to 2147483647.' : null
    case 'monetary':
      return /^([A-Z]{3}-?\d+\.\d{1,2}|-?\d+(\.\d{1,2})?)$/.test(text)
        ? null
        : 'Must be a two-decimal number with optional currency code e.g. GBP123.45'
    case 'select': {
      const options = optionsOf(field)
      if (options.some(option => option.id === text)) return null
      const shown = options.map(({ label, id }) => `{'label': '${label}', 'id': '${id}'}`).join(', ')
      return `Value must be an id of an element in [${shown}]`
    }
    default:
      return null
  }
}
