import type { DocumentId } from '../../../shared/ids'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

/** Shows a posted bill in the connected ledger, in the system's browser; null shows the ledger itself. */
export async function openInLedger(documentId: DocumentId | null, client: Client = engine): Promise<void> {
  const reply = await client.openInLedger(documentId)
  if (!reply.ok) notifyError(reply.error)
}
