import { z } from 'zod'
import { LineId } from '../ids'
import { FieldName } from '../invoice'
import { done, invoiceCommand, text } from './parts'

/** Correcting what was read of an invoice: its fields and lines. */
export const invoiceCalls = {
  'field.set': {
    input: z.object({ ...invoiceCommand, field: FieldName, value: text(500).nullable() }),
    output: done,
  },
  'line.set': {
    input: z.object({
      ...invoiceCommand,
      lineId: LineId,
      column: z.enum(['description', 'quantity', 'unit', 'unitPrice', 'lineTotal', 'taxRate', 'productCode']),
      value: text(2000).nullable(),
    }),
    output: done,
  },
  'line.setAccount': {
    input: z.object({ ...invoiceCommand, lineIds: z.array(LineId).min(1).max(5000), accountCode: text(40) }),
    output: done,
  },
  'line.add': { input: z.object({ ...invoiceCommand, afterLineId: LineId.nullable() }), output: done },
  /** Each part an amount or a percentage as typed; one may be empty and gets the rest. */
  'line.split': {
    input: z.object({ ...invoiceCommand, lineId: LineId, parts: z.array(text(60)).min(2).max(50) }),
    output: done,
  },
  'line.merge': { input: z.object({ ...invoiceCommand, lineIds: z.array(LineId).min(2).max(500) }), output: done },
  /** The line takes up what all lines miss of the net total. */
  'line.fill': { input: z.object({ ...invoiceCommand, lineId: LineId }), output: done },
  'line.remove': { input: z.object({ ...invoiceCommand, lineId: LineId }), output: done },
}
