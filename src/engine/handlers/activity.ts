import { writeFileSync } from 'node:fs'
import type { HandlersOf } from '../../shared/contract'
import type { activityCalls } from '../../shared/contract/activity'
import { pastView } from '../decisions/past-view'
import { replayDocument } from '../decisions/replay'
import type { EngineCore } from '../engine'
import { makePack } from '../evidence/make-pack'
import { conservationCsv } from '../export/conservation-csv'
import { conservationStatement } from '../lists/conservation-days'
import { actorsOf, listActivity } from '../lists/list-activity'
import { sittingActor } from '../people/sitting'
import { newId } from '../store/new-id'
import { readSettings } from '../store/settings'

/** What happened, what was then, and what proves it. */
export function activityHandlers(core: EngineCore): HandlersOf<typeof activityCalls> {
  const db = () => core.company().store.db

  return {
    'activity.list': page => listActivity(db(), page),
    'activity.actors': () => ({ actors: actorsOf(db()) }),
    'document.at': ({ documentId, sequence }) => pastView(db(), documentId, sequence),
    async 'document.replay'({ documentId }) {
      const { store, context, readAside } = core.company()
      const reading = await readAside(documentId)
      return replayDocument(store, documentId, reading, context(`engine ${core.host.version}`))
    },
    'conservation.statement': () => conservationStatement(db()),
    'conservation.export'() {
      const { ready } = core.company()
      const csv = conservationCsv(conservationStatement(db()))
      const name = `conservation-${dayOf(core.host.now())}.csv`
      return ready.make(newId(core.host.now()), name, path => writeFileSync(path, csv, { mode: 0o600 }))
    },
    async 'evidence.make'(scope) {
      const { store, blobs, context, ready } = core.company()
      const now = core.host.now()
      const parts = { store, blobs, context: context('person'), company: readSettings(store.db).companyName, now }
      const who = { actor: sittingActor(store.db), madeBy: `quittance ${core.host.version}` }
      return ready.make(newId(now), `evidence-${dayOf(now)}.zip`, async path => {
        await makePack({ ...parts, ...who }, scope, path)
      })
    },
  }
}

/** YYYY-MM-DD on this machine's calendar. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
