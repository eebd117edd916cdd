import type { HandlersOf } from '../../shared/contract'
import type { storeCalls } from '../../shared/contract/store'
import type { EngineCore } from '../engine'
import { verifyStore } from '../verify'

export function storeHandlers(core: EngineCore): HandlersOf<typeof storeCalls> {
  return {
    'store.verify'() {
      const { store, blobs } = core.company()
      return verifyStore(store, blobs, core.host.now())
    },
  }
}
