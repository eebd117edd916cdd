import { z } from 'zod'
import { DocumentId } from '../ids'
import { ModelCallView, ModelPreview, OutsideModelStatus } from '../outside-model'
import { nothing, rowLimit, text } from './parts'

/** The outside model: its key, what it would be sent and what it was. */
export const modelCalls = {
  'model.status': { input: nothing, output: OutsideModelStatus },
  /** The key is stored in the operating system's key store and never leaves the engine again. */
  'model.setKey': { input: z.object({ apiKey: text(400).min(1) }), output: OutsideModelStatus },
  'model.forgetKey': { input: nothing, output: OutsideModelStatus },
  /** Asks the model for one word; nothing of any document is sent. */
  'model.test': { input: nothing, output: z.object({ model: z.string(), cost: z.number().int() }) },
  /** What would be sent of a document, or of the newest one that the model would be asked about. */
  'model.preview': {
    input: z.object({ documentId: DocumentId.nullable().default(null), purpose: z.enum(['read', 'code']) }),
    output: ModelPreview,
  },
  /** Everything that left the machine, newest first. */
  'model.calls': {
    input: z.object({ after: text(100).nullable().default(null), limit: rowLimit(20, 200) }),
    output: z.object({ calls: z.array(ModelCallView), next: z.string().nullable() }),
  },
}
