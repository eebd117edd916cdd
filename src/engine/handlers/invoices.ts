import type { Handlers } from '../../shared/contract'
import { addLine, removeLine, setLine } from '../decisions/lines'
import { setAccount } from '../decisions/set-account'
import { setField } from '../decisions/set-field'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

type Names = 'field.set' | 'line.set' | 'line.setAccount' | 'line.add' | 'line.remove'

/** What a person types into an invoice. */
export function invoiceHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { decide } = changesOn(core)
  return {
    'field.set': input => decide(input.documentId, (tx, ctx) => setField(tx, input, ctx)),
    'line.set': input => decide(input.documentId, (tx, ctx) => setLine(tx, input, ctx)),
    'line.setAccount': input => decide(input.documentId, (tx, ctx) => setAccount(tx, input, ctx)),
    'line.add': input => decide(input.documentId, (tx, ctx) => addLine(tx, input, ctx)),
    'line.remove': input => decide(input.documentId, (tx, ctx) => removeLine(tx, input, ctx)),
  }
}
