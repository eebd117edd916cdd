import { z } from 'zod'
import { callsOfBatch, openBatches, putInBatch, type ModelCall } from '../store/model-calls'
import { markAsked, postponeTask, unfinishedTask, type ModelTask } from '../store/model-tasks'
import { write } from '../store/write'
import { prepare, type Ready } from './ask-one'
import { CodingAnswer } from './coding-question'
import { asModelFailure } from './failures'
import { hear } from './hear'
import { failTask, landOrGiveUp } from './land'
import { toRequest } from './question'
import { ReadingAnswer } from './reading-question'
import { bookFailure, writeDown } from './send'
import type { ModelSession } from './session'

/** From so many waiting questions on, half the price is worth an answer that may take a day. */
export const batchFrom = 50
/** A request holds 32 MB at most; lines and words are a few kilobytes each. */
export const batchSize = 200
/** How often a batch is asked about. */
export const pollMs = 60_000

/**
 * Hands in waiting questions together. Pictures are too heavy for that and are left for later, one by one.
 *
 * @returns questions left for later
 * @throws ModelFailure
 */
export async function submitBatch(session: ModelSession, tasks: readonly ModelTask[]): Promise<Ready[]> {
  const { store, client, model, now, announce } = session
  const ready: Ready[] = []
  for (const task of tasks) ready.push(...[await prepare(session, task)].filter(one => one !== undefined))
  const light = ready.filter(({ question }) => question.pictures.length === 0)
  const heavy = ready.filter(({ question }) => question.pictures.length > 0)
  if (light.length === 0) return heavy
  const sending = write(store, tx =>
    light.map(({ task, question, maxTokens }) => {
      const { documentId, purpose } = task
      const id = writeDown(tx, session, { question, documentId, purpose, maxTokens })
      markAsked(tx, task)
      return { id, task, request: toRequest(question, model, maxTokens) }
    }),
  )
  try {
    const batchId = await client.submit(sending.map(({ id, request }) => ({ id, request })))
    write(store, tx =>
      putInBatch(
        tx,
        sending.map(({ id }) => id),
        batchId,
      ),
    )
  } catch (thrown) {
    if (session.signal.aborted) return heavy
    const failure = asModelFailure(thrown)
    write(store, tx => {
      for (const { id, task } of sending) {
        bookFailure(tx, id, failure.data)
        postponeTask(tx, task.id, { attempts: task.attempts, error: failure.data, runAfter: now() })
      }
    })
    throw failure
  }
  announce('document.changed', { documentIds: light.map(({ task }) => task.documentId) })
  return heavy
}

const answerOf: Readonly<Record<'read' | 'code', z.ZodType>> = { read: ReadingAnswer, code: CodingAnswer }

/**
 * Takes in what batches have answered.
 *
 * @returns whether some are still worked on
 * @throws ModelFailure
 */
export async function collectBatches(session: ModelSession): Promise<boolean> {
  const { store, client } = session
  let isWaiting = false
  for (const batchId of openBatches(store.db)) {
    const answers = await client.collect(batchId)
    if (!answers) {
      isWaiting = true
      continue
    }
    for (const call of callsOfBatch(store.db, batchId)) landOfBatch(session, call, answers.get(call.id) ?? null)
  }
  return isWaiting
}

/** Each answer in a commit of its own: hundreds at once would make everybody wait. */
function landOfBatch(session: ModelSession, call: ModelCall, message: unknown): void {
  const { store, announce } = session
  const { id: callId, documentId, purpose } = call
  if (documentId === null || purpose === 'test') return
  if (message !== null) {
    landOrGiveUp(session, { callId, documentId, purpose }, hear(message, answerOf[purpose]), { inBatch: true })
  } else {
    const { data } = asModelFailure(null)
    write(store, tx => {
      bookFailure(tx, callId, data)
      const task = unfinishedTask(tx, documentId, purpose)
      if (task) failTask(tx, session, task, data)
    })
  }
  announce('document.changed', { documentIds: [documentId] })
}
