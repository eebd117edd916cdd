import { desc, eq } from 'drizzle-orm'
import type { HandlersOf, Output } from '../../shared/contract'
import type { modelCalls } from '../../shared/contract/model'
import type { DocumentId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { EngineCore } from '../engine'
import { documentById } from '../store/documents'
import { listCalls } from '../store/model-calls'
import { documents } from '../store/schema'

/** Documents looked through for one that there is something to ask about. */
const lookedThrough = 25

export function modelHandlers(core: EngineCore): HandlersOf<typeof modelCalls> {
  const model = () => core.company().model

  function newestInReview(): DocumentId[] {
    return core
      .company()
      .store.db.select({ id: documents.id })
      .from(documents)
      .where(eq(documents.state, 'needs_review'))
      .orderBy(desc(documents.intakeNumber))
      .limit(lookedThrough)
      .all()
      .map(row => row.id)
  }

  async function preview(
    documentId: DocumentId,
    purpose: 'read' | 'code',
  ): Promise<Output<'model.preview'> | undefined> {
    const found = await model().preview(documentId, purpose)
    if (!found) return undefined
    const { intakeNumber, fileName } = documentById(core.company().store.db, documentId)
    const { sent, instructions, text, pictures } = found.question
    return {
      purpose,
      document: { documentId, intakeNumber, fileName },
      sent,
      instructions,
      text: JSON.stringify(JSON.parse(text), null, 2),
      pictures: pictures.map(({ page }) => page),
      cost: found.cost,
    }
  }

  return {
    'model.status': () => model().status(),
    'model.setKey': ({ apiKey }) => model().setKey(apiKey),
    'model.forgetKey': () => model().forgetKey(),
    async 'model.test'() {
      core.network.require()
      return model().test()
    },
    async 'model.preview'({ documentId, purpose }) {
      for (const id of documentId === null ? newestInReview() : [documentId]) {
        const shown = await preview(id, purpose)
        if (shown) return shown
      }
      throw new AppError('model_nothing_to_ask', {}, 'user')
    },
    'model.calls': input => listCalls(core.company().store.db, input),
  }
}
