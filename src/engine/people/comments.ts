import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { personActorPrefix } from '../../shared/actor'
import type { CommentView } from '../../shared/comment'
import type { CommentId, DocumentId, PersonId } from '../../shared/ids'
import { commentMentions, comments } from '../store/schema'
import type { Reader } from '../store/write'

export type CommentRow = typeof comments.$inferSelect

/** What was written on a document, oldest first. */
export function commentsOn(reader: Reader, documentId: DocumentId): CommentView[] {
  const rows = reader
    .select()
    .from(comments)
    .where(eq(comments.documentId, documentId))
    .orderBy(asc(comments.at), asc(comments.id))
    .all()
  const answered = new Set(rows.map(row => row.answersId))
  const mentions = Map.groupBy(mentionsOn(reader, documentId), mention => mention.commentId)
  return rows.map(({ id, at, actor, text, isQuestion, asksId, due, answersId }) => ({
    id,
    at,
    actor,
    text,
    mentions: (mentions.get(id) ?? []).map(mention => mention.personId),
    question: isQuestion ? { personId: asksId, due, isAnswered: answered.has(id) } : null,
    answers: answersId,
  }))
}

function mentionsOn(reader: Reader, documentId: DocumentId) {
  return reader
    .select({ commentId: commentMentions.commentId, personId: commentMentions.personId })
    .from(commentMentions)
    .innerJoin(comments, eq(comments.id, commentMentions.commentId))
    .where(eq(comments.documentId, documentId))
    .all()
}

/** The question, while nobody has answered it. */
export function openQuestion(reader: Reader, commentId: CommentId): CommentRow | undefined {
  const answer = alias(comments, 'answer')
  return reader
    .select({ question: comments })
    .from(comments)
    .leftJoin(answer, eq(answer.answersId, comments.id))
    .where(and(eq(comments.id, commentId), eq(comments.isQuestion, true), isNull(answer.id)))
    .get()?.question
}

/**
 * Documents that wait for a word of this person: with a question to them that has no answer (on the document or about an
 * issue), or with a comment that names them and after which they wrote nothing there.
 */
export function documentsAsking(personId: PersonId): SQL {
  const own = `${personActorPrefix(personId)}%`
  return sql`
    SELECT q.document_id FROM comments q
      WHERE q.asks_id = ${personId} AND NOT EXISTS (SELECT 1 FROM comments a WHERE a.answers_id = q.id)
    UNION
    SELECT i.document_id FROM issues i WHERE i.state = 'asked' AND json_extract(i.question, '$.personId') = ${personId}
    UNION
    SELECT m.document_id FROM comment_mentions n JOIN comments m ON m.id = n.comment_id
      WHERE n.person_id = ${personId} AND NOT EXISTS (
        SELECT 1 FROM comments o WHERE o.document_id = m.document_id AND o.at > m.at AND o.actor LIKE ${own})`
}
