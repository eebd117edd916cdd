import type { HandlersOf } from '../../shared/contract'
import type { viewCalls } from '../../shared/contract/views'
import type { SavedView } from '../../shared/inbox'
import type { EngineCore } from '../engine'
import { removeView, savedViews, saveView } from '../lists/saved-views'
import { sittingActor } from '../people/sitting'
import { write, type Tx } from '../store/write'

/** The lists somebody named to come back to. */
export function viewHandlers(core: EngineCore): HandlersOf<typeof viewCalls> {
  function change(decision: (tx: Tx, by: { now: number; actor: string }) => SavedView[]) {
    const { store } = core.company()
    const views = write(store, tx => decision(tx, { now: core.host.now(), actor: sittingActor(tx) }))
    core.announce('settings.changed', {})
    return { views }
  }

  return {
    'view.list': () => ({ views: savedViews(core.company().store.db) }),
    'view.save': input => change((tx, by) => saveView(tx, input, by)),
    'view.remove': input => change((tx, by) => removeView(tx, input, by)),
  }
}
