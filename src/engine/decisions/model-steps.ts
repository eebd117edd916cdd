import type { DocumentId } from '../../shared/ids'
import type { SkipReason } from '../../shared/template'
import type { Picture } from '../model/question'
import type { ModelSteps } from '../model/session'
import { documentById } from '../store/documents'
import { enqueueModelTask } from '../store/model-tasks'
import type { Tx } from '../store/write'
import { assess } from './assess'
import type { DecisionContext } from './context'
import { askAboutLines, recordChoices } from './model-coding'
import { askAboutPages, pagesToDraw, recordModelReading } from './model-reading'

/** Who the journal names for what follows from a model's answer. */
export const modelActor = 'outside model'

/**
 * At the end of its road a document that needs review may put questions on the model's list. Nothing is sent here, and
 * the document is where it would be without.
 *
 * @returns why nothing was put
 */
export function putQuestions(
  tx: Tx,
  documentId: DocumentId,
  { settings, now }: DecisionContext,
): SkipReason | undefined {
  const { isOn, readsPages, codesLines } = settings.outsideModel
  if (!isOn) return 'outside_model_off'
  const { state, kind } = documentById(tx, documentId)
  const asksPages = readsPages && (kind === 'pdf' || kind === 'image')
  if (state !== 'needs_review' || !(asksPages || codesLines)) return 'nothing_to_ask'
  if (asksPages) enqueueModelTask(tx, documentId, 'read', now)
  if (codesLines) enqueueModelTask(tx, documentId, 'code', now)
  return undefined
}

/** What the lane of the outside model asks and what its answers do. They propose; nothing here approves. */
export function modelStepsOf(
  context: () => DecisionContext,
  draw: (documentId: DocumentId, pages: readonly number[]) => Promise<Picture[]>,
): ModelSteps {
  return {
    async question(reader, documentId, purpose) {
      if (purpose === 'code') return askAboutLines(reader, documentId, context())
      // Drawn only for a question that will be asked.
      const plain = askAboutPages(reader, documentId, [], context())
      const scanned = plain ? pagesToDraw(reader, documentId) : []
      if (scanned.length === 0) return plain
      return askAboutPages(reader, documentId, await draw(documentId, scanned), context())
    },
    land(tx, documentId, call, answer) {
      const { state } = documentById(tx, documentId)
      // Decided meanwhile, or being read anew: the answer comes too late.
      if (state !== 'needs_review' && state !== 'ready') return 0
      const ctx = context()
      const { id: callId, at, model, question: expected } = call
      const counted =
        call.purpose === 'read'
          ? recordModelReading(tx, documentId, { model, expected, answer, at }, ctx)
          : recordChoices(tx, documentId, { callId, expected, answer })
      assess(tx, documentId, ctx)
      return counted
    },
  }
}
