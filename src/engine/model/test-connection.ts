import { z } from 'zod'
import { modelCall } from '../store/model-calls'
import { write } from '../store/write'
import { ModelFailure, asModelFailure } from './failures'
import { hear } from './hear'
import { toRequest, type Question } from './question'
import { book, bookFailure, writeDown } from './send'
import type { ModelSession } from './session'

const testTokens = 1_000

const question: Question = {
  sent: 'nothing',
  pages: [],
  instructions: 'This is a test of the connection. Answer that you are ready.',
  text: JSON.stringify({ test: true }),
  pictures: [],
  schema: z.object({ ready: z.boolean() }),
  expected: {},
}

/**
 * Asks for one word, so that address, key and model are known to work. Nothing of any document is sent.
 *
 * @returns the model that answered and what it cost, in millionths of a US dollar
 * @throws ModelFailure
 */
export async function testConnection(session: ModelSession): Promise<{ model: string; cost: number }> {
  const { store, client, model, now } = session
  const callId = write(store, tx =>
    writeDown(tx, session, { question, documentId: null, purpose: 'test', maxTokens: testTokens }),
  )
  const startedAt = now()
  const answer = await client.ask(toRequest(question, model, testTokens)).catch((thrown: unknown) => {
    const failure = asModelFailure(thrown)
    write(store, tx => bookFailure(tx, callId, failure.data))
    throw failure
  })
  const heard = hear(answer.message, question.schema)
  write(store, tx => book(tx, session, callId, heard, { requestId: answer.requestId, durationMs: now() - startedAt }))
  if (heard.outcome !== 'answered') {
    throw new ModelFailure('model_bad_answer', { reason: heard.outcome }, 'later', { scope: 'question' })
  }
  return { model: heard.answeredBy ?? model.id, cost: modelCall(store.db, callId).cost }
}
