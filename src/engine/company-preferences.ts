import type { EpochMs } from '../shared/ids'
import type { Settings, SettingsPatch } from '../shared/settings'
import { companyCharts } from './charts/company-charts'
import type { DecisionContext } from './decisions/context'
import type { Chart } from './pipeline/code/chart'
import { askToReassess, reassessAll } from './reassess'
import { newId } from './store/new-id'
import type { Store } from './store/open'
import { patchSettings, readSettings } from './store/settings'
import { write, type Tx } from './store/write'

/** The preferences and charts in force, and the only ways they change while the books are open. */
export interface CompanyPreferences {
  settings(): Settings
  chart(key: Settings['chart']): Chart
  /** What a change is given: the time, who makes it, the preferences and the chart now in force. */
  context(actor: string, now?: EpochMs): DecisionContext
  /** Every decision after it goes by the new ones. */
  change(patch: SettingsPatch, actor: string): Settings
  /** Open documents are looked at anew by the new charts. */
  changeChart(change: (tx: Tx, ctx: DecisionContext) => void, actor: string): void
}

interface PreferencesParts extends Required<Pick<DecisionContext, 'meaning' | 'purchases'>> {
  readonly store: Store
  readonly resourcesFolder: string
  now(): EpochMs
}

export function companyPreferences(parts: PreferencesParts): CompanyPreferences {
  const { store } = parts
  const charts = companyCharts(store.db, parts.resourcesFolder)
  // Asked several times per document, changed a few times a year.
  let held: Settings | undefined
  const settings = () => (held ??= readSettings(store.db))

  function context(actor: string, now = parts.now()): DecisionContext {
    const inForce = settings()
    return {
      now,
      actor,
      settings: inForce,
      // A list is shown without it: the first one must not wait until a chart is read.
      get chart() {
        return charts.of(inForce.chart)
      },
      meaning: () => parts.meaning(),
      purchases: () => parts.purchases(),
      newId: () => newId(now),
    }
  }

  return {
    settings,
    chart: key => charts.of(key),
    context,
    change(patch, actor) {
      const changed = write(store, tx => {
        const before = readSettings(tx)
        const after = patchSettings(tx, patch, parts.now(), actor)
        askToReassess(tx, before, after)
        return after
      })
      held = undefined
      return changed
    },
    changeChart(change, actor) {
      write(store, tx => {
        change(tx, context(actor))
        reassessAll(tx)
      })
      held = undefined
      charts.forget()
    },
  }
}
