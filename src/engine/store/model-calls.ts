import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, sum } from 'drizzle-orm'
import type { DocumentId, EpochMs } from '../../shared/ids'
import type { ModelCallView, ModelMark, ModelPurpose } from '../../shared/outside-model'
import { newId } from './new-id'
import type { Reader, Tx } from './open'
import { documents, modelCalls } from './schema'

export type ModelCall = typeof modelCalls.$inferSelect

export type NewModelCall = Pick<
  ModelCall,
  'at' | 'documentId' | 'purpose' | 'model' | 'sent' | 'pages' | 'question' | 'questionKey' | 'cost'
>

/** Writes down what is about to leave, with the most it can cost. Belongs before the request, in a commit of its own. */
export function recordSending(tx: Tx, call: NewModelCall): string {
  const id = newId<string>(call.at)
  tx.insert(modelCalls)
    .values({ ...call, id, outcome: 'sent' })
    .run()
  return id
}

export type CallEnd = Partial<
  Pick<
    ModelCall,
    | 'answeredBy'
    | 'error'
    | 'answer'
    | 'inputTokens'
    | 'outputTokens'
    | 'cacheReadTokens'
    | 'cacheWriteTokens'
    | 'cost'
    | 'requestId'
    | 'durationMs'
  >
> &
  Pick<ModelCall, 'outcome'>

/** Writes down what came of a call. */
export function settleCall(tx: Tx, id: string, end: CallEnd): void {
  tx.update(modelCalls).set(end).where(eq(modelCalls.id, id)).run()
}

/** @throws Error when there is no such call: calls are never deleted */
export function modelCall(reader: Reader, id: string): ModelCall {
  const call = reader.select().from(modelCalls).where(eq(modelCalls.id, id)).get()
  if (!call) throw new Error('a call to the model is gone')
  return call
}

/** The newest good answer to exactly this question. */
export function knownAnswer(reader: Reader, questionKey: string): ModelCall | undefined {
  return reader
    .select()
    .from(modelCalls)
    .where(and(eq(modelCalls.questionKey, questionKey), eq(modelCalls.outcome, 'answered')))
    .orderBy(desc(modelCalls.at), desc(modelCalls.id))
    .limit(1)
    .get()
}

/** What calls since an instant cost, in millionths of a US dollar; those under way or lost by their estimate. */
export function spentSince(reader: Reader, since: EpochMs): { cost: number; calls: number } {
  const row = reader
    .select({ cost: sum(modelCalls.cost), calls: count() })
    .from(modelCalls)
    .where(gte(modelCalls.at, since))
    .get()
  return { cost: Number(row?.cost ?? 0), calls: row?.calls ?? 0 }
}

/** How often a document was asked about for one purpose, calls that never arrived left out. */
export function askedCount(reader: Reader, documentId: DocumentId, purpose: ModelPurpose): number {
  const asked = and(
    eq(modelCalls.documentId, documentId),
    eq(modelCalls.purpose, purpose),
    ne(modelCalls.outcome, 'failed'),
  )
  return reader.select({ n: count() }).from(modelCalls).where(asked).get()?.n ?? 0
}

/** Calls said to be under way without a batch: whoever made them died before the answer came. */
export function endLostCalls(tx: Tx): number {
  const orphans = and(eq(modelCalls.outcome, 'sent'), isNull(modelCalls.batchId))
  return tx.update(modelCalls).set({ outcome: 'lost' }).where(orphans).run().changes
}

export function putInBatch(tx: Tx, callIds: readonly string[], batchId: string): void {
  tx.update(modelCalls)
    .set({ batchId })
    .where(inArray(modelCalls.id, [...callIds]))
    .run()
}

/** Batches with answers outstanding. */
export function openBatches(reader: Reader): string[] {
  const rows = reader
    .selectDistinct({ batchId: modelCalls.batchId })
    .from(modelCalls)
    .where(and(eq(modelCalls.outcome, 'sent'), isNotNull(modelCalls.batchId)))
    .all()
  return rows.flatMap(({ batchId }) => batchId ?? [])
}

export function callsOfBatch(reader: Reader, batchId: string): ModelCall[] {
  return reader
    .select()
    .from(modelCalls)
    .where(and(eq(modelCalls.batchId, batchId), eq(modelCalls.outcome, 'sent')))
    .all()
}

/** What of a document was sent, newest first. */
export function marksOf(reader: Reader, documentId: DocumentId): ModelMark[] {
  const { at, model, purpose, sent, pages, outcome } = modelCalls
  return reader
    .select({ at, model, purpose, sent, pages, outcome })
    .from(modelCalls)
    .where(eq(modelCalls.documentId, documentId))
    .orderBy(desc(at), desc(modelCalls.id))
    .all()
}

/** The newest sending of each of these documents that had one. */
export function lastSendings(
  reader: Reader,
  documentIds: readonly DocumentId[],
): Map<DocumentId, { at: EpochMs; model: string }> {
  const { documentId, at, model } = modelCalls
  const rows = reader
    .select({ documentId, at, model })
    .from(modelCalls)
    .where(inArray(documentId, [...documentIds]))
    .orderBy(at, modelCalls.id)
    .all()
  return new Map(
    rows.flatMap(row => (row.documentId === null ? [] : [[row.documentId, { at: row.at, model: row.model }]])),
  )
}

/** Everything that was sent, newest first, in pages. */
export function listCalls(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): { calls: ModelCallView[]; next: string | null } {
  const [at = Number.NaN, id = ''] = after === null ? [] : [Number(after.split(' ')[0]), after.split(' ')[1]]
  const older = or(lt(modelCalls.at, at), and(eq(modelCalls.at, at), lt(modelCalls.id, id)))
  const rows = reader
    .select({ call: modelCalls, intakeNumber: documents.intakeNumber, fileName: documents.fileName })
    .from(modelCalls)
    .leftJoin(documents, eq(documents.id, modelCalls.documentId))
    .where(after === null ? undefined : older)
    .orderBy(desc(modelCalls.at), desc(modelCalls.id))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.call
  return {
    calls: shown.map(row => toView(row.call, row)),
    next: rows.length > limit && last ? `${last.at} ${last.id}` : null,
  }
}

function toView(
  call: ModelCall,
  { intakeNumber, fileName }: { intakeNumber: number | null; fileName: string | null },
): ModelCallView {
  const { id, at, documentId, purpose, model, sent, pages, outcome, error, outputTokens, cost } = call
  const document =
    documentId === null || intakeNumber === null || fileName === null ? null : { documentId, intakeNumber, fileName }
  const inputTokens = call.inputTokens + call.cacheReadTokens + call.cacheWriteTokens
  const cachedTokens = call.cacheReadTokens
  return {
    id,
    at,
    document,
    purpose,
    model,
    sent,
    pages,
    outcome,
    error,
    inputTokens,
    outputTokens,
    cachedTokens,
    cost,
  }
}
