import type { HandlersOf } from '../../shared/contract'
import type { settingsCalls } from '../../shared/contract/settings'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { readSettings } from '../store/settings'

export function settingsHandlers(core: EngineCore): HandlersOf<typeof settingsCalls> {
  return {
    'settings.get': () => readSettings(core.company().store.db),
    'settings.set'({ patch }) {
      const settings = core.company().changeSettings(patch, sittingActor(core.company().store.db))
      core.announce('settings.changed', {})
      // It may have been switched on, or given more to spend.
      core.company().model.wake()
      return settings
    },
    'settings.begin'(spoken) {
      const company = core.company()
      const settings = readSettings(company.store.db)
      if (settings.firstRunDone) return settings
      const begun = company.changeSettings({ ...spoken, firstRunDone: true }, `engine ${core.host.version}`)
      core.announce('settings.changed', {})
      return begun
    },
    'queue.pause': ({ paused }) => core.company().queue.pause(paused),
  }
}
