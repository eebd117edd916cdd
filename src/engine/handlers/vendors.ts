import type { Handlers } from '../../shared/contract'
import type { DocumentId } from '../../shared/ids'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { write } from '../store/write'
import { getVendor, listVendors, updateVendor } from '../vendors/vendor-store'

export function vendorHandlers(core: EngineCore): Pick<Handlers, 'vendor.list' | 'vendor.get' | 'vendor.update'> {
  return {
    'vendor.list': input => listVendors(core.company().store.db, input),
    'vendor.get': ({ vendorId }) => getVendor(core.company().store.db, vendorId),
    'vendor.update'(input) {
      const { store, context } = core.company()
      const changed = new Set<DocumentId>()
      const ctx = {
        ...context(sittingActor(store.db)),
        touched: (documentId: DocumentId) => void changed.add(documentId),
      }
      const vendor = write(store, tx => updateVendor(tx, input, ctx))
      core.announce('vendor.changed', { vendorId: input.vendorId })
      if (changed.size > 0) core.announce('document.changed', { documentIds: [...changed] })
      return vendor
    },
  }
}
