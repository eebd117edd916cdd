import type { BulkResult } from '../../../shared/contract'
import type { DocumentId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import type { Client } from '../engine-client'

const noInvoice: ErrorData = { code: 'invoice_not_found', params: {}, retry: 'never' }

/**
 * Gives every line of several invoices one account, invoice by invoice, each with the revision just read, so that a
 * change made meanwhile is not overwritten.
 */
export async function setAccountOnAll(
  client: Client,
  documentIds: readonly DocumentId[],
  accountCode: string,
): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [] }
  for (const documentId of documentIds) {
    const error = await setAccount(client, documentId, accountCode)
    if (error) result.failed.push({ documentId, error })
    else result.done.push(documentId)
  }
  return result
}

async function setAccount(client: Client, documentId: DocumentId, accountCode: string): Promise<ErrorData | undefined> {
  const reply = await client.call('document.get', { documentId })
  if (!reply.ok) return reply.error
  const { invoice } = reply.value
  if (!invoice || invoice.lines.length === 0) return noInvoice
  const { revision } = invoice
  const lineIds = invoice.lines.map(line => line.id)
  const set = await client.call('line.setAccount', { documentId, revision, lineIds, accountCode })
  return set.ok ? undefined : set.error
}
