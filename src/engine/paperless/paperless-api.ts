import type { z } from 'zod'
import { callForAnswer, callForFile, callServer, readTwice } from '../http/call-server'
import { contractBroken } from '../http/failures'
import type { Server, ServerCall } from '../http/server'
import { ServerFailure } from '../http/server-failure'
import {
  CustomField,
  CustomFieldPage,
  Done,
  Held,
  IdsPage,
  ListedPage,
  listedFields,
  Metadata,
  Named,
  NamedPage,
  Notes,
  PageText,
  TaskId,
  Tasks,
  tasksOf,
  WhoAmI,
  type Listed,
  type Task,
} from './answers'

export type NamedKind = 'tags' | 'correspondents' | 'document_types'

/** Documents per page of a list; the server's own 25 would make four times the calls. */
const pageSize = 100
/** A server that never comes to an end of its list is not believed. */
const mostPages = 10_000

/**
 * Paperless-ngx's calls as far as we need them, each answer checked. Every path ends with a slash: without one the
 * server redirects to its login page.
 */
export function createPaperless(server: Server) {
  const get = <T>(route: string, path: string, shape: z.ZodType<T>, query: ServerCall['query'] = {}): Promise<T> =>
    readTwice(() => callServer(server, { method: 'GET', route, path, query }, shape))
  const post = <T>(path: string, body: unknown, shape: z.ZodType<T>, route = path): Promise<T> =>
    callServer(server, { method: 'POST', route, path, body }, shape)
  const document = (id: number) => `/api/documents/${id}/`
  const bulkEdit = (id: number, method: string, parameters: unknown) =>
    post('/api/documents/bulk_edit/', { documents: [id], method, parameters }, Done)

  /** Walks a list page by page; `next` is only a flag, because its address is the one the server believes it has. */
  async function walk<T>(
    path: string,
    shape: z.ZodType<{ next: string | null; results: T[] }>,
    query: Record<string, string>,
  ) {
    const rows: T[] = []
    for (let page = 1; page <= mostPages; page++) {
      const answer = await get(path, path, shape, { ...query, page: String(page), page_size: String(pageSize) }).catch(
        (thrown: unknown) => {
          // Documents left the filter while we walked: this page is no more.
          if (page > 1 && isGone(thrown)) return undefined
          throw thrown
        },
      )
      if (!answer) return rows
      rows.push(...answer.results)
      if (answer.next === null || answer.results.length === 0) return rows
    }
    throw contractBroken(server, { method: 'GET', route: path, path }, {})
  }

  return {
    /** Who the token belongs to; the headers say which versions the server speaks. */
    whoAmI: () => {
      const route = '/api/ui_settings/'
      return readTwice(() => callForAnswer(server, { method: 'GET', route, path: route }, WhoAmI))
    },
    /** For accounts that may not ask who they are: anything answered tells the versions. */
    probe: () => {
      const route = '/api/documents/'
      const query = { page_size: '1', fields: 'id' }
      return readTwice(() => callForAnswer(server, { method: 'GET', route, path: route, query }, IdsPage))
    },
    documents: (filter: Record<string, string>): Promise<Listed[]> =>
      walk('/api/documents/', ListedPage, { ...filter, fields: listedFields.join(',') }),
    /** Ids of documents with this very file; the checksum in the form the server uses. */
    async withChecksum(checksum: string): Promise<number[]> {
      const query = { checksum__iexact: checksum, fields: 'id', page_size: '10' }
      const { results } = await get('/api/documents/', '/api/documents/', IdsPage, query)
      return results.map(({ id }) => id)
    },
    document: (id: number) =>
      get('/api/documents/:id/', document(id), Held, { fields: 'id,correspondent,user_can_change' }),
    /** What the archive itself read on the pages: a hint, and no evidence. */
    async text(id: number): Promise<string> {
      const { content } = await get('/api/documents/:id/', document(id), PageText, { fields: 'content' })
      return content ?? ''
    },
    metadata: (id: number) => get('/api/documents/:id/metadata/', `${document(id)}metadata/`, Metadata),
    /** The file as it was received; without `original` it may be the PDF/A made of it. */
    download<T>(id: number, use: (parts: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
      const call: ServerCall = {
        method: 'GET',
        route: '/api/documents/:id/download/',
        path: `${document(id)}download/`,
        query: { original: 'true' },
      }
      return callForFile(server, call, ({ status, headers, parts }) => {
        // No document is a web page: this is somebody's login form.
        if (headers.get('content-type')?.includes('text/html') === true) throw contractBroken(server, call, { status })
        return use(parts)
      })
    },

    named: (kind: NamedKind): Promise<Named[]> => walk(`/api/${kind}/`, NamedPage, {}),
    async namedExactly(kind: NamedKind, name: string): Promise<Named[]> {
      const { results } = await get(`/api/${kind}/`, `/api/${kind}/`, NamedPage, { name__iexact: name })
      return results
    },
    /** Common to all users, and matching nothing by itself. */
    createNamed: (kind: NamedKind, name: string) =>
      post(`/api/${kind}/`, { name, matching_algorithm: 0, owner: null }, Named),
    customFields: (): Promise<CustomField[]> => walk('/api/custom_fields/', CustomFieldPage, {}),
    createCustomField: (field: { name: string; data_type: string; extra_data?: unknown }) =>
      post('/api/custom_fields/', field, CustomField),

    modifyTags: (id: number, add: readonly number[], remove: readonly number[]) =>
      bulkEdit(id, 'modify_tags', { add_tags: add, remove_tags: remove }),
    modifyFields: (id: number, add: Readonly<Record<string, string>>, remove: readonly number[]) =>
      bulkEdit(id, 'modify_custom_fields', { add_custom_fields: add, remove_custom_fields: remove }),
    /** One scalar; nothing else of the document is touched. */
    setCorrespondent: (id: number, correspondent: number) =>
      callServer(
        server,
        { method: 'PATCH', route: '/api/documents/:id/', path: document(id), body: { correspondent } },
        Held,
      ),
    notes: (id: number) => get('/api/documents/:id/notes/', `${document(id)}notes/`, Notes),
    addNote: (id: number, note: string) => post(`${document(id)}notes/`, { note }, Notes, '/api/documents/:id/notes/'),

    /** @returns the id of the task that will store it */
    upload(bytes: Uint8Array<ArrayBuffer>, fileName: string, mediaType: string, title: string): Promise<string> {
      const form = new FormData()
      form.append('title', title)
      form.append('document', new Blob([bytes], { type: mediaType }), fileName)
      const path = '/api/documents/post_document/'
      return callServer(server, { method: 'POST', route: path, path, form }, TaskId)
    },
    task: async (taskId: string): Promise<Task | undefined> =>
      tasksOf(await get('/api/tasks/', '/api/tasks/', Tasks, { task_id: taskId }))[0],
    /** The latest tasks, for an upload whose answer was lost. */
    latestTasks: async (): Promise<Task[]> =>
      tasksOf(await get('/api/tasks/', '/api/tasks/', Tasks, { page_size: '100' })),
  }
}

export type Paperless = ReturnType<typeof createPaperless>

function isGone(thrown: unknown): boolean {
  return thrown instanceof ServerFailure && thrown.facts.kind === 'not_found'
}
