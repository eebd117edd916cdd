import { randomUUID } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '../ledger-stand-in/json'
import { sniff } from '../../src/engine/pipeline/sniff'
import { detail, mustHave, ok, paged, refuse, refuseInText, type Answer, type Call } from './answer'
import { checksumOf, newest, nextId, storeDocument, storeVersion, zoned, type Archive, type Task } from './archive'
import { findVisible } from './documents'

const taken = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/gif',
  'image/bmp',
  'image/webp',
  'text/plain',
]

/** Takes a file and answers with a task; nothing is stored before the worker has come to it (`work`). */
export function postDocument(call: Call): Answer {
  const { user, upload, archive } = call
  if (!user.isSuperuser && !user.permissions.has('add_document')) throw refuseInText(403, 'Insufficient permissions')
  if (!upload) throw detail(415, 'Unsupported media type "application/json" in request.')
  const file = upload.files.find(each => each.name === 'document')
  if (!file) throw refuse(400, { document: ['No file was submitted.'] })
  const fieldsOf = (name: string) => upload.fields.filter(([key]) => key === name).map(([, value]) => value)
  const tagIds = fieldsOf('tags').map(Number)
  const strange = tagIds.find(id => !archive.named.tags.some(tag => tag.id === id))
  if (strange !== undefined) throw refuse(400, { tags: [`Invalid pk "${strange}" - object does not exist.`] })
  const { kind, mediaType } = sniff(file.bytes, file.bytes.length)
  const mimeType = kind === 'xml' ? 'text/xml' : kind === 'unknown' ? typeByName(file.fileName, mediaType) : mediaType
  if (!taken.includes(mimeType)) throw refuse(400, { document: [`File type ${mimeType} not supported`] })
  const [title] = fieldsOf('title')
  const [created] = fieldsOf('created')
  const [type] = fieldsOf('document_type').map(Number)
  const [correspondent] = fieldsOf('correspondent').map(Number)
  const [customFields] = fieldsOf('custom_fields').map(text => JSON.parse(text) as Json)
  const overrides: JsonObject = {
    filename: file.fileName,
    ...(title === undefined ? {} : { title }),
    ...(correspondent === undefined ? {} : { correspondent_id: correspondent }),
    ...(type === undefined ? {} : { document_type_id: type }),
    ...(tagIds.length === 0 ? {} : { tag_ids: tagIds }),
    ...(created === undefined ? {} : { created }),
    owner_id: user.id,
    ...(customFields === undefined ? {} : { custom_fields: customFields }),
    skip_asn_if_exists: false,
  }
  const task = newTask(archive, file.fileName, mimeType, overrides, user.id)
  archive.tasks.push(task)
  pending.set(task, file.bytes)
  return ok(task.taskId)
}

/** What the bytes do not tell: the worker finds out whether it is true. */
function typeByName(fileName: string, otherwise: string): string {
  if (fileName.endsWith('.pdf')) return 'application/pdf'
  return fileName.endsWith('.txt') ? 'text/plain' : otherwise
}

/** What the worker still has to do. */
const pending = new WeakMap<Task, Buffer>()

function newTask(archive: Archive, fileName: string, mimeType: string, overrides: JsonObject, owner: number): Task {
  return {
    id: nextId(archive, 'task'),
    taskId: randomUUID(),
    fileName,
    mimeType,
    overrides,
    owner,
    createdAt: archive.now(),
    status: 'pending',
    startedAt: null,
    doneAt: null,
    error: null,
    documentId: null,
  }
}

/** Lets the background worker run once: every waiting upload is stored or fails. */
export function work(archive: Archive): void {
  for (const task of archive.tasks) {
    const bytes = pending.get(task)
    if (!bytes) continue
    pending.delete(task)
    task.startedAt = archive.now()
    task.doneAt = archive.now()
    consume(archive, task, bytes)
  }
}

function consume(archive: Archive, task: Task, bytes: Buffer): void {
  const checksum = checksumOf(archive, bytes)
  const twin = archive.documents.find(each => checksumOf(archive, newest(each).bytes) === checksum)
  if (twin && archive.release === '2.20.15') {
    task.status = 'failure'
    task.documentId = twin.id
    task.error = `${task.fileName}: Not consuming ${task.fileName}: It is a duplicate of ${twin.title} (#${twin.id}).`
    return
  }
  if (task.mimeType === 'application/pdf' && bytes.indexOf('%PDF-') < 0) {
    task.status = 'failure'
    task.error = `${task.fileName}: Error occurred while consuming document ${task.fileName}: InputFileError: `
    return
  }
  const { overrides } = task
  const values = overrides['custom_fields']
  const stored = storeDocument(archive, {
    title: typeof overrides['title'] === 'string' ? overrides['title'] : task.fileName.replace(/\.[a-z]+$/i, ''),
    fileName: task.fileName,
    bytes,
    mimeType: task.mimeType,
    owner: task.owner,
    tags: Array.isArray(overrides['tag_ids']) ? overrides['tag_ids'].map(Number) : [],
    documentType: typeof overrides['document_type_id'] === 'number' ? overrides['document_type_id'] : null,
    correspondent: typeof overrides['correspondent_id'] === 'number' ? overrides['correspondent_id'] : null,
    customFields: isObject(values)
      ? Object.entries(values).map(([field, value]) => ({ field: Number(field), value }))
      : [],
    ...(typeof overrides['created'] === 'string' ? { created: overrides['created'] } : {}),
  })
  task.status = 'success'
  task.documentId = stored.id
}

export function updateVersion(call: Call): Answer {
  mustHave(call.user, 'change_document')
  const file = call.upload?.files[0]
  if (!file) throw refuse(400, { document: ['No file was submitted.'] })
  const label = call.upload?.fields.find(([name]) => name === 'version_label')?.[1] ?? null
  storeVersion(call.archive, findVisible(call), file.bytes, '', label)
  return ok(randomUUID())
}

/** Version 10 pages its tasks and names things anew; version 9 answers with a bare list. */
export function listTasks(call: Call): Answer {
  mustHave(call.user, 'view_paperlesstask')
  const { archive, query, version, user } = call
  const taskId = query.get('task_id')
  const status = query.get('status')?.toLowerCase()
  const rows = archive.tasks
    .filter(task => user.isSuperuser || task.owner === user.id)
    .filter(task => taskId === null || task.taskId === taskId)
    .filter(task => status === undefined || task.status === status)
    .reverse()
  if (version < 10) return ok(rows.map(task => oldView(archive, task)))
  return paged(call, rows, task => view(archive, task))
}

function oldView(archive: Archive, task: Task): Json {
  const isOld = archive.release === '2.20.15'
  const result = task.status === 'success' ? `Success. New document id ${task.documentId ?? 0} created` : task.error
  return {
    id: task.id,
    task_id: task.taskId,
    task_name: 'consume_file',
    task_file_name: task.fileName,
    date_created: zoned(archive, task.createdAt),
    date_done: task.doneAt === null ? null : zoned(archive, task.doneAt),
    type: isOld ? 'auto_task' : 'manual_task',
    status: task.status.toUpperCase(),
    result,
    acknowledged: false,
    related_document: task.documentId === null ? null : isOld ? String(task.documentId) : task.documentId,
    ...(isOld ? {} : { duplicate_documents: [] }),
    owner: task.owner,
  }
}

function view(archive: Archive, task: Task): Json {
  const { status } = task
  const display = status.charAt(0).toUpperCase() + status.slice(1)
  const time = (at: number | null) => (at === null ? null : zoned(archive, at))
  return {
    id: task.id,
    task_id: task.taskId,
    task_type: 'consume_file',
    task_type_display: 'Consume File',
    trigger_source: 'api_upload',
    trigger_source_display: 'API Upload',
    status,
    status_display: display,
    date_created: zoned(archive, task.createdAt),
    date_started: time(task.startedAt),
    date_done: time(task.doneAt),
    duration_seconds: task.doneAt === null || task.startedAt === null ? null : (task.doneAt - task.startedAt) / 1000,
    wait_time_seconds: task.startedAt === null ? null : (task.startedAt - task.createdAt) / 1000,
    input_data: { filename: task.fileName, mime_type: task.mimeType, overrides: { ...task.overrides } },
    result_data:
      status === 'success'
        ? { document_id: task.documentId }
        : status === 'failure'
          ? {
              error_type: 'ConsumerError',
              error_message: task.error,
              traceback: 'Traceback (most recent call last): …',
            }
          : null,
    related_document_ids: task.documentId === null ? [] : [task.documentId],
    acknowledged: false,
    owner: task.owner,
  }
}
