import type { BillFormat } from '../../../shared/bill-record'
import { saveReadyFile } from '../activity/save-ready-file'
import { engine, type Client } from '../engine-client'
import { errorText } from '../i18n/sentences'
import { notify, notifyError } from '../parts/toasts'
import { targets } from './inbox-actions'

/** Writes the bills of the selection into a file for other programs, and asks where it is saved. */
export async function exportTargets(format: BillFormat, client: Client = engine): Promise<void> {
  const documentIds = [...targets()]
  if (documentIds.length === 0) return
  const reply = await client.call('bills.export', { documentIds, format })
  if (!reply.ok) return notifyError(reply.error)
  const { file, leftOut } = reply.value
  const [first] = leftOut
  if (first)
    notify({
      text: text => `${text.t('bills.export.leftOut', { count: leftOut.length })} ${errorText(text, first.error)}`,
      tone: 'critical',
    })
  if (file) await saveReadyFile(client, file)
}
