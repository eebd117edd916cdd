import type { VendorId } from '../../../shared/ids'
import type { LookAlikePair, MergePreview } from '../../../shared/vendor-merge'
import { engine } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'
import { useMerge } from './merge-slice'
import { useVendors } from './vendors-slice'

/** Makes one vendor of two and offers to take it back. */
export async function merge({ from, into }: Pick<MergePreview, 'from' | 'into'>): Promise<void> {
  useMerge.getState().close()
  const reply = await engine.call('vendor.merge', { vendorId: from.id, intoId: into.id })
  if (!reply.ok) return notifyError(reply.error)
  notify({
    text: ({ t }) => t('vendors.merged', { from: from.name, into: into.name }),
    tone: 'good',
    action: { label: 'toast.undo', run: () => unmerge(from.id) },
  })
  useVendors.getState().choose(into.id)
}

/** Makes a merged vendor one of its own again. */
export async function unmerge(vendorId: VendorId): Promise<void> {
  const reply = await engine.call('vendor.unmerge', { vendorId })
  if (!reply.ok) notifyError(reply.error)
}

/** They are two: not proposed again, unless that is taken back. */
export async function keepApart({ from, into }: LookAlikePair): Promise<void> {
  const pair = { oneId: from.id, otherId: into.id }
  const reply = await engine.call('vendor.keepApart', { ...pair, apart: true })
  if (!reply.ok) return notifyError(reply.error)
  const undo = async () => {
    const back = await engine.call('vendor.keepApart', { ...pair, apart: false })
    if (!back.ok) notifyError(back.error)
  }
  notify({
    text: ({ t }) => t('vendors.keptApart', { from: from.name, into: into.name }),
    tone: 'info',
    action: { label: 'toast.undo', run: undo },
  })
}
