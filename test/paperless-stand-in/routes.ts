import { detail, mustHave, ok, type Answer, type Call } from './answer'
import { createCustomField, listCustomFields } from './custom-fields'
import { bulkEdit, deleteDocument, getDocument, listDocuments, patchDocument } from './documents'
import { download, metadata, preview } from './files'
import { changeTag, createNamed, listNamed } from './names'
import { addNote, deleteNote, listNotes } from './notes'
import { listTasks, postDocument, updateVersion } from './uploads'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'

export interface Route {
  /** `:id` stands for a number. */
  readonly pattern: string
  readonly methods: { readonly [method in Method]?: (call: Call) => Answer }
}

function whoAmI({ user, archive }: Call): Answer {
  mustHave(user, 'view_uisettings')
  return ok({
    user: {
      id: user.id,
      username: user.username,
      is_staff: user.isSuperuser,
      is_superuser: user.isSuperuser,
      groups: [],
    },
    settings: {
      update_checking: { backend_setting: false },
      trash_delay: 30,
      version: archive.release,
      app_title: null,
      app_logo: null,
      auditlog_enabled: true,
      email_enabled: false,
      ai_enabled: false,
    },
    permissions: [...user.permissions],
  })
}

const post = () => {
  throw detail(405, 'Method "POST" not allowed.')
}

export const routes: readonly Route[] = [
  { pattern: '/api/ui_settings/', methods: { GET: whoAmI } },
  { pattern: '/api/tags/', methods: { GET: listNamed('tags'), POST: createNamed('tags') } },
  { pattern: '/api/tags/:id/', methods: { PATCH: changeTag } },
  {
    pattern: '/api/correspondents/',
    methods: { GET: listNamed('correspondents'), POST: createNamed('correspondents') },
  },
  {
    pattern: '/api/document_types/',
    methods: { GET: listNamed('document_types'), POST: createNamed('document_types') },
  },
  { pattern: '/api/custom_fields/', methods: { GET: listCustomFields, POST: createCustomField } },
  { pattern: '/api/documents/', methods: { GET: listDocuments, POST: post } },
  { pattern: '/api/documents/bulk_edit/', methods: { POST: bulkEdit } },
  { pattern: '/api/documents/post_document/', methods: { POST: postDocument } },
  { pattern: '/api/documents/:id/', methods: { GET: getDocument, PATCH: patchDocument, DELETE: deleteDocument } },
  { pattern: '/api/documents/:id/update_version/', methods: { POST: updateVersion } },
  { pattern: '/api/documents/:id/download/', methods: { GET: download, HEAD: download } },
  { pattern: '/api/documents/:id/preview/', methods: { GET: preview } },
  { pattern: '/api/documents/:id/metadata/', methods: { GET: metadata } },
  { pattern: '/api/documents/:id/notes/', methods: { GET: listNotes, POST: addNote, DELETE: deleteNote } },
  { pattern: '/api/tasks/', methods: { GET: listTasks } },
]

export function findRoute(path: string): { readonly route: Route; readonly ids: number[] } | undefined {
  const pattern = path.replace(/\/\d+(?=\/)/g, '/:id')
  const route = routes.find(each => each.pattern === pattern)
  const ids = [...path.matchAll(/\/(\d+)(?=\/)/g)].map(match => Number(match[1]))
  return route ? { route, ids } : undefined
}
