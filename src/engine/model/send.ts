import type { DocumentId } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { ModelPurpose } from '../../shared/outside-model'
import { appendJournal } from '../store/journal'
import { recordSending, settleCall, spentSince } from '../store/model-calls'
import type { Tx } from '../store/open'
import { costOf, mostItCosts } from './cost'
import { ModelFailure } from './failures'
import type { Heard } from './hear'
import { questionKey, type Question, toRequest } from './question'
import { startOfMonth, type ModelSession } from './session'

const microPerDollar = 1_000_000

export interface Outgoing {
  readonly question: Question
  readonly documentId: DocumentId | null
  readonly purpose: ModelPurpose
  readonly maxTokens: number
}

/**
 * Writes down what is about to leave, with the most it may cost. Its own commit, before the request: whatever happens
 * then, the list of what left the machine is complete.
 *
 * @throws ModelFailure `model_budget_reached` when the month's money does not suffice; nothing is written then
 */
export function writeDown(tx: Tx, session: ModelSession, outgoing: Outgoing): string {
  const { model, settings, now } = session
  const { question, documentId, purpose, maxTokens } = outgoing
  const at = now()
  const cost = mostItCosts(question, model, maxTokens)
  const budget = settings.monthlyBudget * microPerDollar
  if (spentSince(tx, startOfMonth(at)).cost + cost > budget) {
    throw new ModelFailure('model_budget_reached', { budget: settings.monthlyBudget }, 'later', { scope: 'lane' })
  }
  const { sent, pages, expected } = question
  const key = questionKey(toRequest(question, model))
  const call = {
    at,
    documentId,
    purpose,
    model: model.id,
    sent,
    pages: [...pages],
    question: expected,
    questionKey: key,
  }
  const id = recordSending(tx, { ...call, cost })
  if (documentId !== null) {
    const params = { model: model.id, purpose, sent, pages: pages.length }
    appendJournal(tx, { at, actor: 'outside model', kind: 'model.asked', documentId, params })
  }
  return id
}

/** Books what an answer really cost. */
export function book(
  tx: Tx,
  { model }: Pick<ModelSession, 'model'>,
  callId: string,
  { outcome, answer, answeredBy, usage }: Heard,
  {
    requestId = null,
    durationMs = null,
    inBatch = false,
  }: {
    requestId?: string | null
    durationMs?: number | null
    inBatch?: boolean
  } = {},
): void {
  settleCall(tx, callId, {
    outcome,
    answer,
    answeredBy,
    inputTokens: usage.input,
    outputTokens: usage.output,
    cacheReadTokens: usage.cacheRead,
    cacheWriteTokens: usage.cacheWrite,
    cost: costOf(usage, model, { inBatch }),
    requestId,
    durationMs,
  })
}

/** A call that brought no answer. One that may have been worked on all the same keeps its estimate. */
export function bookFailure(tx: Tx, callId: string, error: ErrorData): void {
  const mayBeBilled = error.code === 'model_unreachable' || error.code === 'model_bad_answer' || error.code === 'bug'
  settleCall(tx, callId, { outcome: 'failed', error, ...(mayBeBilled ? {} : { cost: 0 }) })
}
