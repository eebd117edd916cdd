import type { CompanyView } from '../../shared/company'
import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { readSettings } from '../store/settings'

type Names = 'company.current' | 'company.open' | 'company.removeSample'

export function companyHandlers(core: EngineCore): Pick<Handlers, Names> {
  function view(): CompanyView {
    const { key, store } = core.company()
    const { companyName, firstRunDone } = readSettings(store.db)
    return { key, name: companyName, hasSample: core.hasSample(), isSetUp: firstRunDone, now: core.host.now() }
  }

  return {
    'company.current': view,
    async 'company.open'({ key }) {
      await core.switchTo(key)
      return view()
    },
    async 'company.removeSample'() {
      await core.removeSample()
      return view()
    },
  }
}
