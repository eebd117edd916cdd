import type { DocumentId, EpochMs, Sha256 } from '../../shared/ids'
import type { Step } from '../../shared/document'
import type { SkipReason } from '../../shared/template'
import type { StepFailure } from '../decisions/step-failure'
import type { DocumentReading } from '../pipeline/facts'
import type { Reader, Tx } from '../store/open'
import type { ReadOptions } from '../worker/protocol'

/** Bytes of a reading that are in the blob store already when its facts are recorded. */
export interface ReadingBlobs {
  readonly previews: readonly { readonly page: number; readonly sha256: Sha256; readonly mediaType: string }[]
  readonly xmlSha256: Sha256 | null
}

/** Stores what a step has worked out. @returns why there was nothing to do */
export type Commit = (tx: Tx, now: EpochMs) => SkipReason | undefined

/**
 * Works a step out before its transaction, side by side with others of its group: may wait and take long, reads the store,
 * changes nothing. The store may have moved on when its commit is run.
 *
 * @param stopped the step has run out of time, or the engine is being closed
 */
export type Prepare = (documentId: DocumentId, stopped: AbortSignal) => Promise<Commit>

/**
 * What happens at each step of a document's road. The queue decides when, the engine's composition binds these to the
 * decisions. All but `readOptions` run inside one transaction with the end of their job: synchronous and short.
 */
export interface Steps {
  /** Steps after reading whose work does not fit into a transaction; one not named here is done by its function below. */
  readonly prepare?: Readonly<Partial<Record<Step, Prepare>>>
  /** What reading needs to know of our preferences. */
  readOptions(reader: Reader): Omit<ReadOptions, 'password' | 'forceOcr'>
  recordReading(tx: Tx, documentId: DocumentId, reading: DocumentReading, blobs: ReadingBlobs, now: EpochMs): void
  /** Does what the template says of a step that failed for good; in any case an issue names the cause. */
  recordFailure(tx: Tx, documentId: DocumentId, failure: StepFailure, now: EpochMs): void
  /** A step that had failed in an earlier run has been done. */
  recordRecovery(tx: Tx, documentId: DocumentId, step: Step, now: EpochMs): void
  check(tx: Tx, documentId: DocumentId, now: EpochMs): void
  code(tx: Tx, documentId: DocumentId, now: EpochMs): void
  /** Decides where the document goes: needs review, ready, duplicate … */
  route(tx: Tx, documentId: DocumentId, now: EpochMs): void
  /** Rules, policies that ask nobody, the autopilot. @returns why there was nothing to do */
  rules(tx: Tx, documentId: DocumentId, now: EpochMs): SkipReason | undefined
  /** Puts questions on the outside model's list. @returns why there was nothing to do */
  askModel(tx: Tx, documentId: DocumentId, now: EpochMs): SkipReason | undefined
}
