import { createHash } from 'node:crypto'
import type { Json } from '../ledger-stand-in/json'

/** What this server calls itself; the two differ in more than their number. */
export type Release = '3.0.5' | '2.20.15'

export interface User {
  readonly id: number
  readonly username: string
  readonly token: string
  readonly isSuperuser: boolean
  readonly permissions: ReadonlySet<string>
}

export interface FileVersion {
  readonly id: number
  readonly bytes: Buffer
  /** The PDF/A made of it, where one was made. */
  readonly archived: Buffer | null
  readonly content: string
  readonly mimeType: string
  readonly addedAt: number
  readonly label: string | null
}

export interface Note {
  readonly id: number
  readonly note: string
  readonly createdAt: number
  readonly user: User
}

export interface Stored {
  readonly id: number
  title: string
  correspondent: number | null
  documentType: number | null
  tags: number[]
  /** YYYY-MM-DD. */
  created: string
  readonly addedAt: number
  modifiedAt: number
  readonly originalFileName: string
  owner: number | null
  viewers: number[]
  changers: number[]
  notes: Note[]
  customFields: { field: number; value: Json }[]
  /** Oldest first. */
  readonly versions: FileVersion[]
  isInTrash: boolean
}

/** A tag, correspondent or document type. */
export interface Named {
  readonly id: number
  readonly name: string
  readonly matchingAlgorithm: number
  owner: number | null
  readonly color: string
  readonly isInbox: boolean
  readonly parent: number | null
}

export interface CustomField {
  readonly id: number
  readonly name: string
  readonly dataType: string
  readonly extraData: { readonly [key: string]: Json } | null
}

export interface Task {
  readonly id: number
  readonly taskId: string
  readonly fileName: string
  readonly mimeType: string
  readonly overrides: { readonly [key: string]: Json }
  readonly owner: number
  readonly createdAt: number
  status: 'pending' | 'started' | 'success' | 'failure'
  startedAt: number | null
  doneAt: number | null
  error: string | null
  documentId: number | null
}

export type NamedKind = 'tags' | 'correspondents' | 'document_types'

/** Everything the stand-in holds. */
export interface Archive {
  readonly release: Release
  readonly zoneMinutes: number
  readonly users: readonly User[]
  readonly documents: Stored[]
  readonly named: { readonly [kind in NamedKind]: Named[] }
  readonly customFields: CustomField[]
  readonly tasks: Task[]
  /** The last id given, per kind of thing. */
  readonly ids: Map<string, number>
  now(): number
}

export function nextId(archive: Archive, kind: string): number {
  const id = (archive.ids.get(kind) ?? 0) + 1
  archive.ids.set(kind, id)
  return id
}

export function checksumOf(archive: Archive, bytes: Buffer): string {
  return createHash(archive.release === '3.0.5' ? 'sha256' : 'md5')
    .update(bytes)
    .digest('hex')
}

export function newest(stored: Stored): FileVersion {
  const last = stored.versions.at(-1)
  if (!last) throw new Error('a document has at least one version')
  return last
}

export function oldest(stored: Stored): FileVersion {
  return stored.versions[0] ?? newest(stored)
}

/** A time as the server writes it: its own zone, microseconds. */
export function zoned({ zoneMinutes }: Archive, at: number): string {
  const local = new Date(at + zoneMinutes * 60_000).toISOString().replace('Z', '')
  const sign = zoneMinutes < 0 ? '-' : '+'
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.abs(zoneMinutes)
  return `${local}000${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

export interface NewDocument {
  readonly title: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly mimeType?: string
  readonly content?: string
  readonly archived?: Buffer | null
  readonly created?: string
  /** When it last changed, where that is not now: an import keeps the times of the archive it came from. */
  readonly modifiedAt?: number
  readonly owner?: number | null
  readonly tags?: readonly number[]
  readonly documentType?: number | null
  readonly correspondent?: number | null
  readonly customFields?: readonly { readonly field: number; readonly value: Json }[]
}

/** Stores a document as consumption does: inbox tags are added, a scan or (before 3) any PDF gets an archive version. */
export function storeDocument(archive: Archive, given: NewDocument): Stored {
  const id = nextId(archive, 'document')
  const at = archive.now()
  const mimeType = given.mimeType ?? 'application/pdf'
  const makesArchive = archive.release === '2.20.15' && mimeType === 'application/pdf'
  const archived = given.archived ?? (makesArchive ? Buffer.concat([given.bytes, Buffer.from('\n% PDF/A\n')]) : null)
  const inbox = archive.named.tags.filter(tag => tag.isInbox).map(tag => tag.id)
  const stored: Stored = {
    id,
    title: given.title,
    correspondent: given.correspondent ?? null,
    documentType: given.documentType ?? null,
    tags: [...new Set([...inbox, ...(given.tags ?? [])])],
    created: given.created ?? zoned(archive, at).slice(0, 10),
    addedAt: at,
    modifiedAt: given.modifiedAt ?? at,
    originalFileName: given.fileName,
    owner: given.owner === undefined ? null : given.owner,
    viewers: [],
    changers: [],
    notes: [],
    customFields: (given.customFields ?? []).map(each => ({ ...each })),
    versions: [{ id, bytes: given.bytes, archived, content: given.content ?? '', mimeType, addedAt: at, label: null }],
    isInTrash: false,
  }
  archive.documents.push(stored)
  return stored
}

/** Adds a newer file to a document, as `update_version` and a person in the browser do. */
export function storeVersion(
  archive: Archive,
  stored: Stored,
  bytes: Buffer,
  content = '',
  label: string | null = null,
) {
  const at = archive.now()
  const id = nextId(archive, 'document')
  const { mimeType } = newest(stored)
  stored.versions.push({ id, bytes, archived: null, content, mimeType, addedAt: at, label })
  stored.modifiedAt = at
}
