import { eq } from 'drizzle-orm'
import type { DocumentId, PolicyId } from '../../shared/ids'
import { documents } from '../store/schema'
import type { Reader, Tx } from '../store/write'

/** From now on this policy holds for the document as if its conditions did; null: only where they do. */
export function routeTo(tx: Tx, documentId: DocumentId, policyId: PolicyId | null): void {
  tx.update(documents).set({ policyId }).where(eq(documents.id, documentId)).run()
}

/** The policy that a rule routed a document to. */
export function routedTo(reader: Reader, documentId: DocumentId): PolicyId | null {
  const row = reader.select({ policyId: documents.policyId }).from(documents).where(eq(documents.id, documentId)).get()
  return row?.policyId ?? null
}
