import { detail, mustHave, ok, refuse, refuseInText, type Answer, type Call } from './answer'
import { nextId, type Stored } from './archive'
import { canChange, canView, noteView } from './document-view'

function findForNotes(call: Call): Stored {
  const stored = call.archive.documents.find(each => each.id === call.ids[0])
  if (!stored) throw detail(404, 'Not found.')
  if (!canView(call.user, stored)) throw refuseInText(403, 'Insufficient permissions to view notes')
  return stored
}

const all = (call: Call, stored: Stored): Answer => ok(stored.notes.map(note => noteView(call.archive, note)))

export function listNotes(call: Call): Answer {
  mustHave(call.user, 'view_note')
  return all(call, findForNotes(call))
}

export function addNote(call: Call): Answer {
  mustHave(call.user, 'add_note')
  const stored = findForNotes(call)
  if (!canChange(call.user, stored)) throw refuseInText(403, 'Insufficient permissions to create notes')
  const { note } = call.body
  // Nothing is stored, and the status says nothing of it.
  if (typeof note !== 'string') return ok({ error: 'Error saving note, check logs for more detail.' })
  const now = call.archive.now()
  stored.notes.push({ id: nextId(call.archive, 'note'), note, createdAt: now, user: call.user })
  stored.modifiedAt = now
  return all(call, stored)
}

export function deleteNote(call: Call): Answer {
  mustHave(call.user, 'delete_note')
  const stored = findForNotes(call)
  const id = call.query.get('id')
  if (id === null) throw refuse(400, { id: 'This field is required.' })
  stored.notes = stored.notes.filter(note => note.id !== Number(id))
  return all(call, stored)
}
