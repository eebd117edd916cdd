import type { Departed } from '../../shared/departure'
import { AppError } from '../../shared/result'
import { writtenBack } from '../store/departures'
import { appendJournal } from '../store/journal'
import { paperlessDocuments as links, type WrittenBack } from '../store/schema'
import { write } from '../store/write'
import { ofLink, type Link } from './links'
import { idOfName, optionId, ownField, type OwnField } from './names'
import { writesFields, type PaperlessSession } from './session'
import { whatToWrite, type ToWrite } from './what-to-write'

/**
 * Brings one document of the archive up to date with what was decided here: only the parts that are switched on, and of
 * them only what differs from what was written last. Each part is remembered as soon as it is acknowledged, and each
 * call can be repeated: whatever is lost in between is said once more and changes nothing.
 *
 * @throws ServerFailure; AppError `paperless_field_unfit`, `paperless_not_shared`
 */
export async function writeBack(session: PaperlessSession, link: Link): Promise<void> {
  if (link.documentId === null) return
  const { options, store } = session
  const wanted = whatToWrite(store.db, link.documentId)
  const { correspondent, note, processedTag } = options.writeBack
  const parts: (readonly [Departed, Part])[] = [
    ...(correspondent ? [['correspondent', writeCorrespondent] as const] : []),
    ...(writesFields(options.writeBack) ? [['fields', writeFields] as const] : []),
    ...(note ? [['note', writeNote] as const] : []),
    // Last: who filters by the tag finds everything else there already.
    ...(processedTag ? [['tag', writeTag] as const] : []),
  ]
  let written = link.written ?? nothingWritten
  for (const [name, part] of parts) {
    const after = await part(session, link.archiveId, wanted, written)
    if (after === written) continue
    await session.checkpoint('part_answered')
    written = after
    const { documentId, archiveId } = link
    write(store, tx => {
      tx.update(links).set({ written: after }).where(ofLink(link)).run()
      const params = { part: name, archiveId }
      appendJournal(tx, { at: session.now(), actor: session.context().actor, kind: writtenBack, documentId, params })
    })
    await session.checkpoint('part_remembered')
  }
}

const nothingWritten: WrittenBack = {}

/** Writes one part where it differs. @returns what is written now; the very same object when nothing had to be said */
type Part = (
  session: PaperlessSession,
  archiveId: number,
  wanted: ToWrite,
  written: WrittenBack,
) => Promise<WrittenBack>

const writeTag: Part = async (session, archiveId, { isProcessed }, written) => {
  if (isProcessed && written.tag === undefined) {
    const tag = await idOfName(session, 'tags', session.options.processedTagName)
    await session.paperless.modifyTags(archiveId, [tag], [])
    return { ...written, tag }
  }
  if (isProcessed || written.tag === undefined) return written
  // Taken back by a person: only the tag that we put there goes.
  await session.paperless.modifyTags(archiveId, [], [written.tag])
  const { tag: _, ...rest } = written
  return rest
}

const writeFields: Part = async (session, archiveId, wanted, written) => {
  const values = await valuesOf(session, wanted)
  const before = written.fields ?? {}
  const add = Object.fromEntries(Object.entries(values).filter(([id, value]) => before[id] !== value))
  const remove = Object.keys(before).filter(id => values[id] === undefined)
  if (Object.keys(add).length + remove.length === 0) return written
  await session.paperless.modifyFields(archiveId, add, remove.map(Number))
  return { ...written, fields: values }
}

/** Values by the id of their field; what has no value has no entry. */
async function valuesOf(session: PaperlessSession, wanted: ToWrite): Promise<Record<string, string>> {
  const { billId, billUrl, total, state } = session.options.writeBack
  const values: Record<string, string> = {}
  const put = async (isOn: boolean, own: OwnField, value: string | undefined) => {
    if (isOn && value !== undefined) values[String((await ownField(session, own)).id)] = value
  }
  await put(billId, 'billId', wanted.billId)
  await put(billUrl, 'billUrl', wanted.billUrl)
  await put(total, 'total', wanted.total)
  if (state) {
    const field = await ownField(session, 'state')
    values[String(field.id)] = optionId(field, wanted.state)
  }
  return values
}

/** A correspondent that a person chose there stays. */
const writeCorrespondent: Part = async (session, archiveId, { vendorName, isProcessed }, written) => {
  if (!isProcessed || vendorName === undefined) return written
  const correspondent = await idOfName(session, 'correspondents', vendorName)
  if (written.correspondent === correspondent) return written
  const { correspondent: there, user_can_change: mayChange } = await session.paperless.document(archiveId)
  // A change would be refused in the words of a missing permission, which a person would look for in vain.
  if (mayChange === false) throw new AppError('paperless_not_shared', {}, 'user')
  const isOurs = there === null || there === written.correspondent
  if (isOurs) await session.paperless.setCorrespondent(archiveId, correspondent)
  return { ...written, correspondent }
}

/** Adding a note twice makes two: it is looked for first. */
const writeNote: Part = async (session, archiveId, { note }, written) => {
  if (note === undefined || note === written.note) return written
  const notes = await session.paperless.notes(archiveId)
  if (!notes.some(each => each.note.trim() === note)) await session.paperless.addNote(archiveId, note)
  return { ...written, note }
}
