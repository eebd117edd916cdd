import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { patchSettings, readSettings } from '../store/settings'
import { write } from '../store/write'

type Names = 'settings.get' | 'settings.set' | 'queue.pause'

export function settingsHandlers(core: EngineCore): Pick<Handlers, Names> {
  return {
    'settings.get': () => readSettings(core.company().store.db),
    'settings.set'({ patch }) {
      const { store } = core.company()
      const settings = write(store, tx => patchSettings(tx, patch, core.host.now()))
      core.announce('settings.changed', {})
      return settings
    },
    'queue.pause': ({ paused }) => core.company().queue.pause(paused),
  }
}
