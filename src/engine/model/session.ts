import type { DocumentId, EpochMs } from '../../shared/ids'
import type { OutsideModelSettings } from '../../shared/outside-model'
import type { EngineLog } from '../host'
import type { Announce } from '../queue/announcer'
import type { ModelCall } from '../store/model-calls'
import type { TaskPurpose } from '../store/model-tasks'
import type { Reader, Store, Tx } from '../store/open'
import type { ModelClient } from './client'
import type { PricedModel } from './prices'
import type { Question } from './question'

/** What asking and landing mean for a document; bound to the decisions by whoever opens the company. */
export interface ModelSteps {
  /** @returns `undefined` when there is nothing (left) to ask */
  question(reader: Reader, documentId: DocumentId, purpose: TaskPurpose): Promise<Question | undefined>
  /** Takes an answer in, as far as it can be checked. @returns how many of its values counted */
  land(tx: Tx, documentId: DocumentId, call: ModelCall, answer: unknown): number
}

/** What the parts of the lane share while it is on. */
export interface ModelSession {
  readonly store: Store
  readonly client: ModelClient
  readonly model: PricedModel
  readonly settings: OutsideModelSettings
  readonly steps: ModelSteps
  readonly log: EngineLog
  readonly announce: Announce
  now(): EpochMs
  /** Uniform in [0, 1): spreads the tries. */
  random(): number
  readonly signal: AbortSignal
}

/** The first instant of the month on this machine's calendar: what "this month" means to whoever pays. */
export function startOfMonth(now: EpochMs): EpochMs {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime()
}

export function startOfNextMonth(now: EpochMs): EpochMs {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime()
}
