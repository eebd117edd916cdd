import { toErrorData } from '../../shared/result'
import { isStoreTrouble } from '../queue/store-trouble'
import { askedCount, knownAnswer } from '../store/model-calls'
import { finishTask, giveUpTask, markAsked, postponeTask, type ModelTask } from '../store/model-tasks'
import { write } from '../store/write'
import { asModelFailure } from './failures'
import { hear } from './hear'
import { countsAgainst, failTask, landOrGiveUp } from './land'
import { answerTokens, questionKey, toRequest, type Question } from './question'
import { bookFailure, writeDown } from './send'
import type { ModelSession } from './session'

/** Questions about one document for one purpose; more would only be paid for. */
const mostPerDocument = 3

/** A task with what it asks, ready to leave. */
export interface Ready {
  readonly task: ModelTask
  readonly question: Question
  readonly maxTokens: number
}

/**
 * Makes a task's question. One that was answered before is not asked again: its answer is taken in as it was.
 *
 * @returns `undefined` when nothing has to leave the machine
 */
export async function prepare(session: ModelSession, task: ModelTask): Promise<Ready | undefined> {
  try {
    return await makeReady(session, task)
  } catch (thrown) {
    if (isStoreTrouble(thrown)) throw thrown
    // A fault of ours must not hold up the questions behind it.
    session.log.error({ documentId: task.documentId, err: thrown }, 'a question to the model could not be made')
    write(session.store, tx => giveUpTask(tx, task.id, toErrorData(thrown), session.now()))
    return undefined
  }
}

async function makeReady(session: ModelSession, task: ModelTask): Promise<Ready | undefined> {
  const { store, steps, model, settings, now } = session
  const { documentId, purpose } = task
  const isWanted = purpose === 'read' ? settings.readsPages : settings.codesLines
  const question = isWanted ? await steps.question(store.db, documentId, purpose) : undefined
  if (!question) {
    write(store, tx => finishTask(tx, documentId, purpose, now()))
    return undefined
  }
  const known = knownAnswer(store.db, questionKey(toRequest(question, model)))
  if (known) {
    write(store, tx => {
      steps.land(tx, documentId, known, known.answer)
      finishTask(tx, documentId, purpose, now())
    })
    session.announce('document.changed', { documentIds: [documentId] })
    return undefined
  }
  if (askedCount(store.db, documentId, purpose) >= mostPerDocument) {
    const error = { code: 'model_budget_reached', params: { variant: 'document' }, retry: 'never' } as const
    write(store, tx => giveUpTask(tx, task.id, error, now()))
    return undefined
  }
  // Its thinking counts as answer: what was cut short gets more room once.
  const maxTokens = task.lastError?.params['reason'] === 'cut' ? 2 * answerTokens : answerTokens
  return { task, question, maxTokens }
}

/**
 * Asks one question and takes its answer in. What fails for this question only is noted at its task.
 *
 * @throws ModelFailure what would fail for every other question too
 */
export async function askOne(session: ModelSession, { task, question, maxTokens }: Ready): Promise<void> {
  const { store, client, model, now, announce, signal } = session
  const { documentId, purpose } = task
  const callId = write(store, tx => {
    const id = writeDown(tx, session, { question, documentId, purpose, maxTokens })
    markAsked(tx, task)
    return id
  })
  const tell = () => announce('document.changed', { documentIds: [documentId] })
  tell()
  const startedAt = now()
  const answer = await client.ask(toRequest(question, model, maxTokens)).catch((thrown: unknown) => {
    // The books are being closed: the next engine finds the call under way, and notes it as lost.
    if (!signal.aborted) noteFailure(session, task, callId, thrown)
  })
  if (!answer || signal.aborted) return
  const receipt = { requestId: answer.requestId, durationMs: now() - startedAt }
  landOrGiveUp(session, { callId, documentId, purpose }, hear(answer.message, question.schema), receipt)
  tell()
}

function noteFailure(session: ModelSession, task: ModelTask, callId: string, thrown: unknown): void {
  const { store, now, log, announce } = session
  const failure = asModelFailure(thrown)
  write(store, tx => {
    bookFailure(tx, callId, failure.data)
    if (countsAgainst(failure)) failTask(tx, session, task, failure.data)
    else postponeTask(tx, task.id, { attempts: task.attempts, error: failure.data, runAfter: now() })
  })
  announce('document.changed', { documentIds: [task.documentId] })
  if (failure.facts.scope === 'lane') throw failure
  log.warn({ documentId: task.documentId, ...failure.data.params, code: failure.data.code }, 'the model gave no answer')
}
