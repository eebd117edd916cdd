import type { HandlersOf, Output } from '../../shared/contract'
import type { networkCalls } from '../../shared/contract/network'
import type { EngineCore } from '../engine'
import { linkCounts } from '../paperless/links'
import { sittingActor } from '../people/sitting'
import { appendJournal } from '../store/journal'
import { waitingTasks } from '../store/model-tasks'
import { write } from '../store/write'
import { outboxCounts } from '../sync/outbox'

/** The air gap. Closing comes before its row in the journal, opening after it: in doubt the network is closed. */
export function networkHandlers(core: EngineCore): HandlersOf<typeof networkCalls> {
  function status(): Output<'network.status'> {
    const { db } = core.company().store
    const { toWrite, uploading } = linkCounts(db, core.host.now())
    const waiting = { bills: outboxCounts(db).waiting, archive: toWrite + uploading, questions: waitingTasks(db) }
    return { isClosed: core.network.isClosed(), waiting }
  }

  function journal(kind: 'network.closed' | 'network.opened'): void {
    write(core.company().store, tx =>
      appendJournal(tx, { at: core.host.now(), actor: sittingActor(tx), kind, documentId: null }),
    )
  }

  async function changed(): Promise<Output<'network.status'>> {
    await core.company().sending.settled()
    core.announce('network.changed', {})
    return status()
  }

  return {
    'network.status': status,
    async 'network.close'() {
      if (!core.network.isClosed()) {
        core.network.close()
        try {
          journal('network.closed')
        } finally {
          // Also where the disk has no room for the row: it is closed.
          core.announce('network.changed', {})
        }
      }
      return changed()
    },
    async 'network.open'() {
      if (core.network.isClosed()) {
        journal('network.opened')
        try {
          core.network.open()
        } catch (thrown) {
          journal('network.closed')
          throw thrown
        }
      }
      return changed()
    },
  }
}
