import type { Handlers } from '../../shared/contract'
import type { EpochMs } from '../../shared/ids'
import { dayOf } from '../analytics/period'
import { collectDiagnostics, packDiagnostics } from '../diagnostics/collect'
import type { EngineCore } from '../engine'
import { newId } from '../store/new-id'

/** What somebody who helps from afar needs, shown before anybody gets it. */
export function diagnosticsHandlers(core: EngineCore): Pick<Handlers, 'diagnostics.collect'> {
  return {
    async 'diagnostics.collect'() {
      const company = core.company()
      const now = core.host.now() as EpochMs
      const files = await collectDiagnostics(core.host, company)
      const name = `quittance-diagnostics-${dayOf(now)}.zip`
      const zip = await company.ready.make(newId(now), name, path => packDiagnostics(files, path, now))
      return { files, zip }
    },
  }
}
