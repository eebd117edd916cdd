import type { Handlers } from '../../shared/contract'
import { fillDifference } from '../decisions/adjust-lines'
import { addLine, removeLine, setLine } from '../decisions/lines'
import { setAccount } from '../decisions/set-account'
import { setField } from '../decisions/set-field'
import { mergeLines, splitLine } from '../decisions/split-line'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

type Names =
  'field.set' | 'line.set' | 'line.setAccount' | 'line.add' | 'line.remove' | 'line.split' | 'line.merge' | 'line.fill'

/** What a person types into an invoice. */
export function invoiceHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { decide } = changesOn(core)
  return {
    'field.set': input => decide(input.documentId, (tx, ctx) => setField(tx, input, ctx)),
    'line.set': input => decide(input.documentId, (tx, ctx) => setLine(tx, input, ctx)),
    'line.setAccount': input => decide(input.documentId, (tx, ctx) => setAccount(tx, input, ctx)),
    'line.add': input => decide(input.documentId, (tx, ctx) => addLine(tx, input, ctx)),
    'line.split': input => decide(input.documentId, (tx, ctx) => splitLine(tx, input, ctx)),
    'line.merge': input => decide(input.documentId, (tx, ctx) => mergeLines(tx, input, ctx)),
    'line.fill': input => decide(input.documentId, (tx, ctx) => fillDifference(tx, input, ctx)),
    'line.remove': input => decide(input.documentId, (tx, ctx) => removeLine(tx, input, ctx)),
  }
}
