import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { listDepartures, totalsPerRecipient } from '../store/departures'

type Names = 'privacy.departures' | 'privacy.recipients'

/** What left this machine, when and to whom. */
export function privacyHandlers(core: EngineCore): Pick<Handlers, Names> {
  const modelAddress = () => core.company().model.status().address
  return {
    'privacy.departures': asked => listDepartures(core.company().store.db, asked, modelAddress()),
    'privacy.recipients': () => ({ recipients: totalsPerRecipient(core.company().store.db, modelAddress()) }),
  }
}
