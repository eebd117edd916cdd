import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { readSettings } from '../store/settings'

type Names = 'settings.get' | 'settings.set' | 'queue.pause'

export function settingsHandlers(core: EngineCore): Pick<Handlers, Names> {
  return {
    'settings.get': () => readSettings(core.company().store.db),
    'settings.set'({ patch }) {
      const settings = core.company().changeSettings(patch, sittingActor(core.company().store.db))
      core.announce('settings.changed', {})
      // It may have been switched on, or given more to spend.
      core.company().model.wake()
      return settings
    },
    'queue.pause': ({ paused }) => core.company().queue.pause(paused),
  }
}
