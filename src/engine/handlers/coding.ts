import type { BulkResult } from '../../shared/bulk-result'
import type { HandlersOf, Parsed } from '../../shared/contract'
import type { codingCalls } from '../../shared/contract/coding'
import type { DocumentId } from '../../shared/ids'
import { confirmCoding, correctCoding, linesByDocument, type CodingOfDocument } from '../decisions/confirm-codings'
import type { DecisionContext } from '../decisions/context'
import type { EngineCore } from '../engine'
import { codingAccuracy } from '../lists/coding-accuracy'
import { codingLessons } from '../lists/coding-lessons'
import { likeLines, pendingCodings } from '../lists/pending-codings'
import type { Tx } from '../store/write'
import { changesOn } from './changes'

/** Accounts of lines across all invoices: what waits, what was decided, what it taught. */
export function codingHandlers(core: EngineCore): HandlersOf<typeof codingCalls> {
  const { decideEach } = changesOn(core)
  const reader = () => core.company().store.db

  function names() {
    const { chart, settings } = core.company().context('person')
    return { chart, language: settings.language }
  }

  function decideLines(
    { lineIds, accountCode }: Parsed<'coding.confirm'>,
    decision: (tx: Tx, coding: CodingOfDocument, ctx: DecisionContext) => void,
  ): Promise<BulkResult> {
    const byDocument = linesByDocument(reader(), lineIds)
    const linesOf = (documentId: DocumentId) => byDocument.get(documentId) ?? []
    return decideEach([...byDocument.keys()], (tx, documentId, ctx) =>
      decision(tx, { documentId, lineIds: linesOf(documentId), accountCode }, ctx),
    )
  }

  return {
    'coding.pending': input => pendingCodings(reader(), input, names()),
    'coding.confirm': input => decideLines(input, confirmCoding),
    'coding.correct': input => decideLines(input, correctCoding),
    'coding.like': input => likeLines(reader(), input, names()),
    'coding.lessons': input => codingLessons(reader(), input, names()),
    'meaning.get': () => core.company().meaning.view(),
    'meaning.forget'() {
      core.company().meaning.forget()
      core.company().reassessment.wake()
      return {}
    },
    'coding.accuracy': ({ last }) => codingAccuracy(reader(), last, names()),
  }
}
