import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { verifyStore } from '../verify'

export function storeHandlers(core: EngineCore): Pick<Handlers, 'store.verify'> {
  return {
    'store.verify'() {
      const { store, blobs } = core.company()
      return verifyStore(store, blobs, core.host.now())
    },
  }
}
