import type { Substitutions } from './recordings'
import type { Named, User } from './archive'
import type { PaperlessStandIn } from './server'

const user = (
  id: number,
  username: string,
  letter: string,
  permissions: readonly string[],
  isSuperuser = false,
): User => ({
  id,
  username,
  token: letter.repeat(40),
  isSuperuser,
  permissions: new Set(permissions),
})

const bot = [
  'view_paperlesstask',
  'add_note',
  'view_sharelink',
  'change_tag',
  'change_paperlesstask',
  'view_documenttype',
  'add_customfield',
  'view_note',
  'delete_note',
  'view_customfield',
  'view_correspondent',
  'view_uisettings',
  'add_tag',
  'add_sharelink',
  'view_tag',
  'view_document',
  'add_documenttype',
  'change_document',
  'add_document',
]

/** The users of the recorded servers. */
export const people = {
  admin: user(2, 'admin', 'a', [], true),
  bot: user(3, 'ap-bot', 'b', bot),
  reader: user(4, 'reader', 'c', ['view_document', 'view_tag']),
  none: user(5, 'noperm', 'd', []),
  stranger: user(0, 'nobody', 'e', []),
}
export const oldBot = user(4, 'ap-bot', 'b', bot)

/** Whom a recording's redacted token belonged to, where it was not the service account. */
export function callerOf(name: string): User {
  if (name.startsWith('v2-')) return oldBot
  if (/^(023|024|030|182|181|185|22[123]|261|263|265)/.test(name)) return people.admin
  if (/^(142|175|180|029)/.test(name)) return people.reader
  if (/^(009|066)/.test(name)) return people.none
  if (name.startsWith('002')) return people.stranger
  return people.bot
}

/** A file of so many bytes: the same for the same length, as the recorded ones were. */
export function pdfOf(length: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.3\n'), Buffer.alloc(Math.max(0, length - 9), 0x20)])
}

/** The recorded server between two recordings, by the name of the later one. */
export interface RecordedServer {
  readonly standIn: PaperlessStandIn
  readonly clock: { now: number }
  readonly ours: Substitutions
}
type Happening = (server: RecordedServer) => void | Promise<void>

const tag = (id: number, name: string, color = '#a6cee3', owner: number | null = 3): Named => ({
  id,
  name,
  color,
  owner,
  matchingAlgorithm: 0,
  isInbox: false,
  parent: null,
})

/** Uploads as the recordings' author did, and tells the replay which recorded task this is. */
async function uploaded(
  { standIn, ours }: RecordedServer,
  caller: User,
  fileName: string,
  bytes: Buffer,
  recordedTaskId?: string,
): Promise<void> {
  const form = new FormData()
  form.append('document', new Blob([new Uint8Array(bytes)]), fileName)
  const answered = await fetch(`${standIn.url}/api/documents/post_document/`, {
    method: 'POST',
    headers: { authorization: `Token ${caller.token}` },
    body: form,
  })
  const taskId = (await answered.json()) as string
  if (recordedTaskId !== undefined) ours.learn(recordedTaskId, taskId)
}

const at = (time: string) => Date.parse(`2026-11-20T02:${time}Z`)

export const happenedBefore: { readonly [name: string]: Happening } = {
  '023-tag-create-inbox-by-admin-201': ({ standIn: { archive } }) => {
    archive.ids.set('tags', 3)
    archive.named.tags.push(tag(2, 'ap:synced', '#33a02c'), tag(3, 'ap:exception', '#e31a1c'))
  },
  '027-tag-create-child-201': ({ standIn: { archive } }) => {
    archive.ids.set('tags', 5)
    archive.named.tags.push(tag(5, 'AP'))
  },
  '067-task-success-200': ({ standIn }) => standIn.work(),
  '069-task-duplicate-upload-200': async server => {
    server.clock.now = at('06:35.080')
    await uploaded(server, people.bot, 'factura copy.pdf', pdfOf(23_956), 'fe73be7d-3678-49c1-a08c-4baebe8d0199')
    server.standIn.work()
  },
  // Tasks 3 to 5 stored documents 3 to 5, which come with recordings of their own.
  '070-task-failure-200': async server => {
    server.standIn.archive.ids.set('task', 5)
    await uploaded(server, people.bot, 'broken.pdf', Buffer.from('no PDF'), '9403ec61-a324-489d-ae7a-c0c9b238e6b4')
    server.standIn.work()
  },
  '072-task-list-filtered-200': async server => {
    await uploaded(server, people.bot, 'note.txt', Buffer.from('note'))
    const task = server.standIn.archive.tasks.at(-1)
    // The recorded machine had no font to draw a text file with.
    if (task)
      Object.assign(task, {
        status: 'failure',
        mimeType: 'text/plain',
        startedAt: server.clock.now,
        doneAt: server.clock.now,
        error: 'note.txt: Unexpected error while consuming document note.txt: cannot open resource',
      })
  },
  '080-document-list-page-1-200': ({ standIn, clock }) => {
    const copy = standIn.archive.documents.find(({ id }) => id === 2)
    if (copy) Object.assign(copy, { created: '2026-11-19' })
    clock.now = at('06:54.170')
    standIn.add({
      title: 'scan0001',
      fileName: 'scan0001.pdf',
      bytes: pdfOf(356_567),
      archived: pdfOf(290_004),
      owner: 3,
      tags: [1, 4],
      documentType: 1,
      content: 'Acme',
    })
  },
  '106-document-of-another-owner-404': ({ standIn, clock }) => {
    clock.now = at('07:06.798')
    standIn.add({
      title: 'foto',
      fileName: 'foto.png',
      mimeType: 'image/png',
      bytes: Buffer.from('\x89PNG'),
      archived: pdfOf(900),
      owner: 2,
    })
    standIn.add({ title: 'tres paginas', fileName: 'tres.pdf', bytes: pdfOf(31_000), owner: 2 })
  },
  '131-patch-tags-replaces-whole-list-200': ({ clock }) => {
    clock.now = at('08:48.348')
  },
  '162-document-list-select-by-label-200': ({ standIn }) => {
    standIn.archive.documents[0]?.customFields.push({ field: 9, value: [] })
  },
  '173-note-delete-200': ({ standIn, clock }) => {
    const stored = standIn.archive.documents[0]
    stored?.notes.push({ id: 2, note: 'second', createdAt: clock.now, user: people.bot })
  },
  // Recorded after 182, when it was shared for viewing.
  '176-note-add-on-view-only-document-403': ({ standIn }) => share(standIn, [3]),
  '180-document-list-as-other-user-empty-200': ({ standIn }) => share(standIn, []),
  // Document 6 is the second version of the first one.
  '260-document-delete-no-permission-403': ({ standIn }) => {
    standIn.archive.ids.set('document', 6)
    standIn.add({ title: 'hook', fileName: 'hook.pdf', bytes: pdfOf(23_715), created: '2026-10-14', documentType: 1 })
  },

  'v2-03-tag-create-201': ({ standIn: { archive } }) => {
    archive.named.tags.push(tag(1, 'ap:queued', '#a6cee3', 4))
    archive.customFields.push({ id: 1, name: 'BigCapital bill id', dataType: 'string', extraData: null })
    archive.ids.set('tags', 1).set('custom_field', 1).set('task', 2)
  },
  'v2-06-task-right-after-upload-200': ({ standIn: { archive } }) => {
    for (const task of archive.tasks) task.status = 'started'
  },
  'v2-07-task-success-200': ({ standIn }) => standIn.work(),
  'v2-08-task-duplicate-refused-200': async server => {
    await uploaded(server, oldBot, 'copy.pdf', pdfOf(23_956), '1d75e4c0-c7d0-417a-985d-2c237cf3f118')
    server.standIn.work()
  },
}

function share(standIn: PaperlessStandIn, viewers: number[]): void {
  for (const stored of standIn.archive.documents) if (stored.id === 4) stored.viewers = viewers
}
