import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'

type Names = 'ledger.status' | 'ledger.connect' | 'ledger.disconnect' | 'ledger.sync'

export function ledgerHandlers(core: EngineCore): Pick<Handlers, Names> {
  const ledger = () => core.company().ledger
  return {
    'ledger.status': () => ledger().status(),
    async 'ledger.connect'({ url, apiKey }) {
      await ledger().connect({ url, apiKey })
      return ledger().status()
    },
    async 'ledger.disconnect'() {
      await ledger().disconnect()
      return ledger().status()
    },
    async 'ledger.sync'() {
      await ledger().syncNow()
      return ledger().status()
    },
  }
}
