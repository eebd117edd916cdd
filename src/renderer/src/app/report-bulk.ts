import type { BulkResult } from '../../../shared/bulk-result'
import type { ErrorData } from '../../../shared/result'
import { engine } from '../engine-client'
import type { MessageKey } from '../i18n/messages'
import { errorText } from '../i18n/sentences'
import { notify, notifyError, type Notice } from '../parts/toasts'

/** Tells how a decision on many documents went: how many, with one undo for all of them, and why some were left. */
export function reportBulk(done: MessageKey): (result: BulkResult) => void {
  return result => void reportBulks(done)([result])
}

/**
 * The same for a decision that took several calls.
 *
 * @returns what takes all of it back, once; null where nothing can be taken back
 */
export function reportBulks(done: MessageKey): (results: readonly BulkResult[]) => (() => Promise<void>) | null {
  return results => {
    const ids = new Set(results.flatMap(result => result.done))
    const failed = results.flatMap(result => result.failed)
    const groups = results.flatMap(({ group }) => (group === undefined ? [] : [group]))
    const canUndo = groups.length > 0 && ids.size > 0
    const undo = async () => {
      const undone: BulkResult[] = []
      // Emptied by it: the toast and the key offer the same undo.
      for (const group of groups.splice(0).toReversed()) {
        const reply = await engine.call('group.undo', { group })
        if (reply.ok) undone.push({ ...reply.value, group: undefined })
        else notifyError(reply.error)
      }
      if (undone.length > 0) reportBulks('inbox.restored')(undone)
    }
    if (ids.size > 0) {
      const action = !canUndo ? {} : { action: { label: 'toast.undo', run: undo } as const }
      notify({ text: ({ t }) => t(done, { count: ids.size }), tone: 'good', ...action })
    }
    const [first] = failed
    if (first) notify(notDone(failed.length, first.error))
    return canUndo ? undo : null
  }
}

/** Why some were left as they were, by the example of the first. */
export function notDone(count: number, error: ErrorData): Notice {
  return { text: text => text.t('inbox.notDone', { count, reason: errorText(text, error) }), tone: 'critical' }
}
