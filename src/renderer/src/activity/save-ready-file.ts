import type { ReadyFile } from '../../../shared/activity'
import type { Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

/** Asks where a file is to be saved, and says when it was. */
export async function saveReadyFile(client: Client, file: ReadyFile): Promise<void> {
  const reply = await client.save(file)
  if (!reply.ok) return notifyError(reply.error)
  if (reply.value.isSaved) notify({ text: ({ t }) => t('activity.saved', { name: file.suggestedName }), tone: 'good' })
}
