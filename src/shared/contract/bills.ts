import { z } from 'zod'
import { ReadyFile } from '../activity'
import { BillFormat } from '../bill-record'
import { DocumentId } from '../ids'
import { ErrorData } from '../result'
import { documentIds } from './parts'

/** Bills for other programs. */
export const billCalls = {
  /** Bills as a file for other programs; the person chooses where it is saved. */
  'bills.export': {
    input: z.object({ documentIds, format: BillFormat }),
    output: z.object({
      /** Null when of none of them a bill can be made. */
      file: ReadyFile.nullable(),
      bills: z.number().int(),
      leftOut: z.array(z.object({ documentId: DocumentId, error: ErrorData })),
    }),
  },
}
