import type { HandlersOf } from '../../shared/contract'
import type { invoiceCalls } from '../../shared/contract/invoices'
import { fillDifference } from '../decisions/adjust-lines'
import { addLine, removeLine, setLine } from '../decisions/lines'
import { setAccount } from '../decisions/set-account'
import { setField } from '../decisions/set-field'
import { mergeLines, splitLine } from '../decisions/split-line'
import type { EngineCore } from '../engine'
import { changesOn } from './changes'

/** What a person types into an invoice. */
export function invoiceHandlers(core: EngineCore): HandlersOf<typeof invoiceCalls> {
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
