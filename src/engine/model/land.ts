import type { DocumentId } from '../../shared/ids'
import { toErrorData, type ErrorData } from '../../shared/result'
import { isStoreTrouble } from '../queue/store-trouble'
import { backOff } from '../http/back-off'
import { appendJournal } from '../store/journal'
import { modelCall } from '../store/model-calls'
import {
  finishTask,
  giveUpTask,
  postponeTask,
  unfinishedTask,
  type ModelTask,
  type TaskPurpose,
} from '../store/model-tasks'
import type { Tx } from '../store/open'
import { write } from '../store/write'
import type { ModelFailure } from './failures'
import type { Heard } from './hear'
import { book, bookFailure } from './send'
import type { ModelSession } from './session'

/** Tries of one question before what was read here stands. */
const mostAttempts = 3

interface About {
  readonly callId: string
  readonly documentId: DocumentId
  readonly purpose: TaskPurpose
}

/** Takes an answer in. A fault of ours on the way is noted, and what was read here stands. */
export function landOrGiveUp(session: ModelSession, about: About, heard: Heard, receipt: Receipt = {}): void {
  const { store, log, now } = session
  const { callId, documentId, purpose } = about
  try {
    write(store, tx => landAnswer(tx, session, about, heard, receipt))
  } catch (thrown) {
    if (isStoreTrouble(thrown)) throw thrown
    log.error({ documentId, purpose, err: thrown }, "a model's answer could not be taken in")
    const error = toErrorData(thrown)
    write(store, tx => {
      bookFailure(tx, callId, error)
      const task = unfinishedTask(tx, documentId, purpose)
      if (task) giveUpTask(tx, task.id, error, now())
    })
  }
}

type Receipt = Parameters<typeof book>[4]

/** Books an answer, hands it to the document, ends the task or puts it back: one transaction. */
function landAnswer(
  tx: Tx,
  session: ModelSession,
  { callId, documentId, purpose }: About,
  heard: Heard,
  receipt: Receipt,
): void {
  const { steps, now } = session
  book(tx, session, callId, heard, receipt)
  const call = modelCall(tx, callId)
  const counted = heard.outcome === 'answered' ? steps.land(tx, documentId, call, heard.answer) : 0
  const params = { model: call.model, purpose, outcome: heard.outcome, counted }
  appendJournal(tx, { at: now(), actor: 'outside model', kind: 'model.answered', documentId, params })
  const task = unfinishedTask(tx, documentId, purpose)
  if (!task) return
  // A refusal stays one; the same words would be refused again.
  if (heard.outcome === 'answered' || heard.outcome === 'declined') finishTask(tx, documentId, purpose, now())
  else failTask(tx, session, task, { code: 'model_bad_answer', params: { reason: heard.outcome }, retry: 'later' })
}

/** Counts a failure that is the question's own; after the last try the local reading stands. */
export function failTask(tx: Tx, { now, random }: ModelSession, task: ModelTask, error: ErrorData): void {
  const attempts = task.attempts + 1
  if (error.retry !== 'later' || attempts >= mostAttempts) giveUpTask(tx, task.id, error, now())
  else postponeTask(tx, task.id, { attempts, error, runAfter: now() + backOff(attempts, random) })
}

/** Whether a failure counts against its question, so that one the vendor chokes on does not hold up all others. */
export function countsAgainst({ facts, data }: ModelFailure): boolean {
  return facts.scope === 'question' || data.code === 'model_overloaded' || data.params['reason'] === 'timeout'
}
