import type { Json, JsonObject } from '../ledger-stand-in/json'
import { created, detail, mustHave, notPermitted, ok, paged, refuse, type Answer, type Call } from './answer'
import { nextId, type Named, type NamedKind } from './archive'

const permissionOf: { readonly [kind in NamedKind]: string } = {
  tags: 'tag',
  correspondents: 'correspondent',
  document_types: 'documenttype',
}

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')

/** Black on light colours, white on dark ones. */
function textColorOf(color: string): string {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16) / 255)
  const brightness = Math.sqrt(0.299 * (red ?? 0) ** 2 + 0.587 * (green ?? 0) ** 2 + 0.114 * (blue ?? 0) ** 2)
  return brightness < 0.53 ? '#ffffff' : '#000000'
}

const isVisible = (call: Call, named: Named) =>
  call.user.isSuperuser || named.owner === null || named.owner === call.user.id

/** Counted for lists and changes; an object just made has no count yet. */
function view(call: Call, kind: NamedKind, named: Named, isNew = false): JsonObject {
  const count = call.archive.documents.filter(stored =>
    kind === 'tags'
      ? stored.tags.includes(named.id)
      : (kind === 'correspondents' ? stored.correspondent : stored.documentType) === named.id,
  ).length
  return {
    id: named.id,
    slug: slugOf(named.name),
    name: named.name,
    match: '',
    matching_algorithm: named.matchingAlgorithm,
    is_insensitive: true,
    ...(isNew ? {} : { document_count: count }),
    owner: named.owner,
    user_can_change: isVisible(call, named),
    ...(kind === 'tags' ? tagTraits(call, named, isNew) : {}),
  }
}

function tagTraits(call: Call, tag: Named, isNew: boolean): JsonObject {
  const children = call.archive.named.tags.filter(each => each.parent === tag.id)
  return {
    color: tag.color,
    text_color: textColorOf(tag.color),
    is_inbox_tag: tag.isInbox,
    parent: tag.parent,
    children: children.map(child => view(call, 'tags', child, isNew)),
  }
}

const regardlessOfCase = (left: Named, right: Named) => left.name.toLowerCase().localeCompare(right.name.toLowerCase())
/** Asked to order by name, the database puts capitals first. */
const byLetters = (left: Named, right: Named) => (left.name < right.name ? -1 : 1)

export function listNamed(kind: NamedKind): (call: Call) => Answer {
  return call => {
    mustHave(call.user, `view_${permissionOf[kind]}`)
    const wanted = call.query.get('name__iexact')?.toLowerCase()
    const isRoot = call.query.get('is_root') === 'true'
    const rows = call.archive.named[kind]
      .filter(named => isVisible(call, named))
      .filter(named => wanted === undefined || named.name.toLowerCase() === wanted)
      .filter(named => !isRoot || named.parent === null)
      .sort(call.query.get('ordering') === 'name' ? byLetters : regardlessOfCase)
    // Counts every tag, also where only the roots are listed.
    const visible = call.archive.named[kind].filter(named => isVisible(call, named)).length
    const extra: JsonObject = kind === 'tags' ? { display_count: isRoot ? visible : rows.length } : {}
    return paged(
      call,
      rows,
      named => view(call, kind, named),
      call.version < 10 && call.archive.release === '2.20.15' ? {} : extra,
    )
  }
}

export function createNamed(kind: NamedKind): (call: Call) => Answer {
  return call => {
    mustHave(call.user, `add_${permissionOf[kind]}`)
    const { body, archive } = call
    const name = typeof body['name'] === 'string' ? body['name'] : ''
    if (name === '') throw refuse(400, { name: ['This field is required.'] })
    if (name.length > 128) throw refuse(400, { name: ['Ensure this field has no more than 128 characters.'] })
    const owner = body['owner'] === null ? null : typeof body['owner'] === 'number' ? body['owner'] : call.user.id
    if (archive.named[kind].some(each => each.name === name && each.owner === owner)) {
      throw refuse(400, { error: 'Object violates owner / name unique constraint' })
    }
    const named: Named = {
      id: nextId(archive, kind),
      name,
      owner,
      matchingAlgorithm: typeof body['matching_algorithm'] === 'number' ? body['matching_algorithm'] : 1,
      color: typeof body['color'] === 'string' ? body['color'] : '#a6cee3',
      isInbox: body['is_inbox_tag'] === true,
      parent: typeof body['parent'] === 'number' ? body['parent'] : null,
    }
    archive.named[kind].push(named)
    return created(view(call, kind, named, true))
  }
}

export function changeTag(call: Call): Answer {
  mustHave(call.user, 'change_tag')
  const tag = call.archive.named.tags.find(each => each.id === call.ids[0])
  if (!tag) throw detail(404, 'No Tag matches the given query.')
  if (!isVisible(call, tag)) throw notPermitted()
  const { owner } = call.body as { owner?: Json }
  if (owner === null || typeof owner === 'number') tag.owner = owner
  return ok(view(call, 'tags', tag))
}
