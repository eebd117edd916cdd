import type { HandlersOf } from '../../shared/contract'
import type { journalCalls } from '../../shared/contract/journal'
import type { EngineCore } from '../engine'
import { journalHead, listJournal } from '../store/journal'
import { readAnchor } from '../store/journal-anchor'
import { verifyJournal } from '../store/verify-journal'

export function journalHandlers(core: EngineCore): HandlersOf<typeof journalCalls> {
  return {
    'journal.list': page => listJournal(core.company().store.db, page),
    async 'journal.verify'() {
      const { db, folder } = core.company().store
      return { ...(await verifyJournal(db, readAnchor(folder))), head: journalHead(db) }
    },
  }
}
