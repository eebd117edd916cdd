import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { MailPart } from '../pipeline/mail/read-mail'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'
import { displayName } from './display-name'
import type { IntakeParts } from './intake-parts'

/** Mails in mails beyond this are set aside: forwarding has an end, a bomb has none. */
const deepest = 3

/**
 * The files of an e-mail, taken out by a document worker.
 *
 * @throws AppError `resource_limit`, `corrupt_document`, `mail_without_documents`, what the worker came to grief of
 */
export async function mailParts(
  { store, blobs, openMail }: IntakeParts,
  { id, sha256 }: Pick<typeof documents.$inferSelect, 'id' | 'sha256'>,
): Promise<MailPart[]> {
  if (containersAround(store.db, id) >= deepest) throw new AppError('resource_limit', { limit: 'nesting' }, 'never')
  const parts = await openMail(await blobs.load(sha256))
  return parts.map(({ fileName, bytes }) => ({ fileName: displayName(fileName), bytes }))
}

function containersAround(reader: Reader, documentId: DocumentId): number {
  let depth = 0
  for (let at: DocumentId | null = documentId; at !== null && depth <= deepest; depth++) {
    const row: { parentId: DocumentId | null } | undefined = reader
      .select({ parentId: documents.parentId })
      .from(documents)
      .where(eq(documents.id, at))
      .get()
    at = row?.parentId ?? null
  }
  return depth - 1
}
