import type { HandlersOf } from '../../shared/contract'
import type { privacyCalls } from '../../shared/contract/privacy'
import type { EngineCore } from '../engine'
import { listDepartures, totalsPerRecipient } from '../store/departures'

/** What left this machine, when and to whom. */
export function privacyHandlers(core: EngineCore): HandlersOf<typeof privacyCalls> {
  const modelAddress = () => core.company().model.status().address
  return {
    'privacy.departures': asked => listDepartures(core.company().store.db, asked, modelAddress()),
    'privacy.recipients': () => ({ recipients: totalsPerRecipient(core.company().store.db, modelAddress()) }),
  }
}
