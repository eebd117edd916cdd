import { DocumentState } from '../../shared/document'
import type { CommentInput } from '../../shared/comment'
import type { CommentId, PersonId } from '../../shared/ids'
import { mentionsIn } from '../../shared/mentions'
import { AppError } from '../../shared/result'
import { parseActor } from '../../shared/actor'
import { openQuestion, type CommentRow } from '../people/comments'
import { activePersonById, allPeople } from '../people/people-store'
import { documentById } from '../store/documents'
import { appendJournal } from '../store/journal'
import { commentMentions, comments } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { DecisionContext } from './context'
import { hold, restore } from './set-state'

const holdableStates: readonly DocumentState[] = ['needs_review', 'ready', 'on_hold']

/** As long as the reason of a hold may be. */
const reasonLength = 500

/**
 * Writes a comment on a document; nothing ever changes or removes it, and undo passes it by. A question puts an undecided
 * document on hold until its day; the answer takes it off again, when that question is still what it is held for.
 *
 * @throws AppError `document_not_found`, `person_not_found` (who is asked), `fix_no_longer_fits` (reason `not_asked`) for
 *   the answer to what nobody asks here any more
 */
export function addComment(tx: Tx, input: CommentInput, ctx: DecisionContext): { commentId: CommentId } {
  const { documentId, text, question, answers } = input
  const { state } = documentById(tx, documentId)
  const asked = question?.personId ? activePersonById(tx, question.personId) : null
  const answered = answers === null ? null : questionToAnswer(tx, input, answers)
  const commentId = ctx.newId<CommentId>()
  const row: CommentRow = {
    id: commentId,
    documentId,
    at: ctx.now,
    actor: ctx.actor,
    text,
    isQuestion: question !== null,
    asksId: asked?.id ?? null,
    due: question?.due ?? null,
    answersId: answers,
  }
  tx.insert(comments).values(row).run()
  for (const personId of namedIn(tx, text, ctx)) tx.insert(commentMentions).values({ personId, commentId }).run()
  appendJournal(tx, {
    at: ctx.now,
    actor: ctx.actor,
    kind: answered ? 'comment.answered' : row.isQuestion ? 'comment.asked' : 'comment.added',
    documentId,
    // No state before and after: it is no decision, and there is nothing to undo.
    params: { text, of: asked?.name ?? '', due: row.due ?? '' },
  })
  if (row.isQuestion && holdableStates.includes(state)) {
    hold(tx, { documentId, reason: reasonOf(text), dueDate: row.due }, ctx)
  }
  if (answered) release(tx, answered, ctx)
  return { commentId }
}

function questionToAnswer(reader: Reader, { documentId }: CommentInput, answers: CommentId): CommentRow {
  const question = openQuestion(reader, answers)
  if (question?.documentId !== documentId) throw new AppError('fix_no_longer_fits', { reason: 'not_asked' })
  return question
}

/** Whom the words name; nobody tells themselves anything. */
function namedIn(reader: Reader, text: string, { actor }: DecisionContext): Set<PersonId> {
  const writer = parseActor(actor)
  const others = allPeople(reader).filter(
    ({ id, isActive }) => isActive && !(writer.type === 'person' && writer.id === id),
  )
  return new Set(mentionsIn(text, others).map(({ personId }) => personId))
}

function release(tx: Tx, { documentId, text }: CommentRow, ctx: DecisionContext): void {
  const { state, stateReason } = documentById(tx, documentId)
  if (state === 'on_hold' && stateReason === reasonOf(text)) restore(tx, { documentId }, ctx)
}

function reasonOf(question: string): string {
  return question.slice(0, reasonLength)
}
