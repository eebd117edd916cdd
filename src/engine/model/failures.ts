import { AppError, type ErrorCode, type ErrorData, type MessageParams } from '../../shared/result'

export interface FailureFacts {
  /** lane: every other question would fail too, so none is asked for a while. question: only this one is to blame. */
  readonly scope: 'lane' | 'question'
  /** How long the vendor asks us to stay away. */
  readonly waitMs?: number
}

/** Why a question got no answer. Carries neither the question, nor the key, nor the vendor's words. */
export class ModelFailure extends AppError {
  constructor(
    code: ErrorCode,
    params: MessageParams,
    retry: ErrorData['retry'],
    readonly facts: FailureFacts,
  ) {
    super(code, params, retry)
  }
}

/** What was thrown on the way to an answer, as a failure: anything but one of ours is an answer nobody understands. */
export function asModelFailure(thrown: unknown): ModelFailure {
  if (thrown instanceof ModelFailure) return thrown
  return new ModelFailure('model_bad_answer', { reason: 'not_understood' }, 'later', { scope: 'question' })
}
