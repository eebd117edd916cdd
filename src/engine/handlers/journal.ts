import type { Handlers } from '../../shared/contract'
import type { EngineCore } from '../engine'
import { listJournal } from '../store/journal'

export function journalHandlers(core: EngineCore): Pick<Handlers, 'journal.list'> {
  return { 'journal.list': page => listJournal(core.company().store.db, page) }
}
