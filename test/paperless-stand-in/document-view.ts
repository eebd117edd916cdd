import type { Json, JsonObject } from '../ledger-stand-in/json'
import type { Call } from './answer'
import { checksumOf, newest, oldest, zoned, type Archive, type Stored, type User } from './archive'

export const canView = (user: User, stored: Stored): boolean =>
  user.isSuperuser ||
  stored.owner === null ||
  stored.owner === user.id ||
  stored.viewers.includes(user.id) ||
  stored.changers.includes(user.id)

export const canChange = (user: User, stored: Stored): boolean =>
  user.isSuperuser || stored.owner === null || stored.owner === user.id || stored.changers.includes(user.id)

export interface Shown {
  readonly isDetail?: boolean
  readonly fullPermissions?: boolean
}

/** The document object, cut down to `fields` where the query names some. */
export function documentView(
  call: Call,
  stored: Stored,
  { isDetail = false, fullPermissions = false }: Shown = {},
): Json {
  const { archive, user, query } = call
  const version = versionAsked(call, stored)
  const content = query.get('truncate_content') === 'true' ? version.content.slice(0, 550) : version.content
  const whole: JsonObject = {
    id: stored.id,
    correspondent: stored.correspondent,
    document_type: stored.documentType,
    storage_path: null,
    title: stored.title,
    content,
    tags: [...stored.tags],
    created: stored.created,
    created_date: stored.created,
    modified: zoned(archive, stored.modifiedAt),
    added: zoned(archive, stored.addedAt),
    deleted_at: null,
    archive_serial_number: null,
    original_file_name: stored.originalFileName,
    archived_file_name: newest(stored).archived ? `${nameOf(archive, stored)}.pdf` : null,
    owner: stored.owner,
    ...(fullPermissions || query.get('full_perms') === 'true'
      ? {
          permissions: {
            view: { users: [...stored.viewers], groups: [] },
            change: { users: [...stored.changers], groups: [] },
          },
        }
      : { user_can_change: canChange(user, stored), is_shared_by_requester: false }),
    notes: stored.notes.map(note => ({ ...noteView(archive, note), user: userView(note.user) })),
    custom_fields: stored.customFields.map(({ field, value }) => ({ value, field })),
    page_count: newest(stored).mimeType === 'application/pdf' ? 1 : null,
    mime_type: newest(stored).mimeType,
    ...(archive.release === '3.0.5' ? versionTraits(archive, stored, isDetail) : {}),
  }
  const fields = query.get('fields')?.split(',')
  return fields ? Object.fromEntries(Object.entries(whole).filter(([key]) => fields.includes(key))) : whole
}

function versionTraits(archive: Archive, stored: Stored, isDetail: boolean): JsonObject {
  const own = checksumOf(archive, oldest(stored).bytes)
  const twins = archive.documents.filter(
    other => other !== stored && !other.isInTrash && checksumOf(archive, oldest(other).bytes) === own,
  )
  return {
    duplicate_documents: isDetail ? twins.map(twin => ({ id: twin.id, title: twin.title, deleted_at: null })) : [],
    root_document: null,
    versions: [...stored.versions].reverse().map(version => ({
      id: version.id,
      added: new Date(version.addedAt).toISOString().replace('Z', '000Z'),
      version_label: version.label,
      checksum: checksumOf(archive, version.bytes),
      is_root: version.id === stored.id,
    })),
  }
}

export function noteView(archive: Archive, note: Stored['notes'][number]): JsonObject {
  return { id: note.id, note: note.note, created: zoned(archive, note.createdAt), user: userView(note.user) }
}

const userView = (user: User): JsonObject => ({ id: user.id, username: user.username, first_name: '', last_name: '' })

/** The newest version, or the one the query names. */
export function versionAsked(call: Call, stored: Stored): Stored['versions'][number] {
  const asked = Number(call.query.get('version') ?? NaN)
  return stored.versions.find(version => version.id === asked) ?? newest(stored)
}

/** The made-up name of a download: date, correspondent (which later versions lack) and title. */
export function nameOf(archive: Archive, stored: Stored, isRoot = true): string {
  const correspondent = archive.named.correspondents.find(each => each.id === stored.correspondent)?.name
  return [stored.created, ...(correspondent === undefined || !isRoot ? [] : [correspondent]), stored.title].join(' ')
}
