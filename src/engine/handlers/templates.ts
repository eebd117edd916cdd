import type { HandlersOf } from '../../shared/contract'
import type { templateCalls } from '../../shared/contract/templates'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { write, type Tx } from '../store/write'
import { documentRuns } from '../templates/document-runs'

/** Which steps documents go through, and how each went. */
export function templateHandlers(core: EngineCore): HandlersOf<typeof templateCalls> {
  const views = () => ({ templates: core.company().templates.views(core.company().store.db) })

  function change(decision: (tx: Tx, who: { now: number; actor: string }) => void) {
    write(core.company().store, tx => decision(tx, { now: core.host.now(), actor: sittingActor(tx) }))
    core.announce('automation.changed', {})
    return views()
  }

  return {
    'template.list': views,
    'template.save': ({ key, steps }) => change((tx, who) => core.company().templates.change(tx, key, steps, who)),
    'template.restore': ({ key, version }) =>
      change((tx, who) => core.company().templates.restore(tx, key, version, who)),
    'document.runs': ({ documentId }) => {
      const { store, templates } = core.company()
      return documentRuns(store.db, templates, documentId)
    },
    'document.runAgain'({ documentId, step }) {
      const { queue } = core.company()
      if (step === 'read') queue.readAgain(documentId, {})
      else queue.runAgain(documentId, step)
      return {}
    },
  }
}
