import type { BulkResult } from '../../../shared/contract'
import { engine } from '../engine-client'
import type { MessageKey } from '../i18n/messages'
import { errorText } from '../i18n/sentences'
import { currentText } from '../i18n/t'
import { notify, notifyError } from '../parts/toasts'

/** Tells how a decision on many documents went: how many, with one undo for all of them, and why some were left. */
export function reportBulk(done: MessageKey): (result: BulkResult) => void {
  return ({ done: ids, failed, group }) => {
    const text = currentText()
    const undo = async () => {
      const reply = group === undefined ? null : await engine.call('group.undo', { group })
      if (reply?.ok === false) notifyError(reply.error)
      else if (reply) reportBulk('inbox.restored')({ ...reply.value, group: undefined })
    }
    if (ids.length > 0) {
      const action = group === undefined ? {} : { action: { label: text.t('toast.undo'), run: undo } }
      notify({ text: text.t(done, { count: ids.length }), tone: 'good', ...action })
    }
    const [first] = failed
    if (first) {
      const reason = errorText(text, first.error)
      notify({ text: text.t('inbox.notDone', { count: failed.length, reason }), tone: 'critical' })
    }
  }
}
