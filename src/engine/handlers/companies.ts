import type { CompanyView } from '../../shared/company'
import type { HandlersOf } from '../../shared/contract'
import type { companyCalls } from '../../shared/contract/companies'
import type { EngineCore } from '../engine'
import { readSettings } from '../store/settings'

export function companyHandlers(core: EngineCore): HandlersOf<typeof companyCalls> {
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
