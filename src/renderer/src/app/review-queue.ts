import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'
import { useNavigation } from './navigation'

/** Goes to Review: back to the document that was open there, or to the most urgent one that needs a look. */
export async function openReviewQueue(client: Client = engine): Promise<void> {
  const { screen, documentId, queueIds, openReview } = useNavigation.getState()
  if (screen === 'review') return
  const reply = await client.call('document.ids', {
    filter: { tab: 'needs_review' },
    sort: { by: 'urgency', direction: 'ascending' },
  })
  if (!reply.ok) return notifyError(reply.error)
  const queue = reply.value.documentIds
  if (documentId !== null && queue.includes(documentId))
    return openReview(documentId, queueIds.length > 0 ? queueIds : queue)
  openReview(queue[0] ?? null, queue)
}
