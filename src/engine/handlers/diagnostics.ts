import type { HandlersOf } from '../../shared/contract'
import type { diagnosticsCalls } from '../../shared/contract/diagnostics'
import type { EpochMs } from '../../shared/ids'
import { toErrorData } from '../../shared/result'
import { dayOf } from '../analytics/period'
import { collectDiagnostics, packDiagnostics, type AskedBooks } from '../diagnostics/collect'
import type { EngineCore } from '../engine'

/** What somebody who helps from afar needs, shown before anybody gets it; also where the books cannot be opened. */
export function diagnosticsHandlers(core: EngineCore): HandlersOf<typeof diagnosticsCalls> {
  function askedBooks(): AskedBooks {
    try {
      const { store, seat } = core.company()
      return seat.isLocked() ? { why: 'app_locked' } : { store }
    } catch (thrown) {
      return { why: toErrorData(thrown).code }
    }
  }

  return {
    async 'diagnostics.collect'() {
      const now = core.host.now() as EpochMs
      const files = await collectDiagnostics(core.host, core.companyKey(), askedBooks())
      const name = `quittance-diagnostics-${dayOf(now)}.zip`
      return { files, zip: core.holdToSave(name, await packDiagnostics(files, now)) }
    },
  }
}
