import type { DocumentId, EpochMs, Sha256 } from '../../shared/ids'
import type { ErrorData } from '../../shared/result'
import type { DocumentReading } from '../pipeline/facts'
import type { Reader, Tx } from '../store/open'
import type { ReadOptions } from '../worker/protocol'

/** Bytes of a reading that are in the blob store already when its facts are recorded. */
export interface ReadingBlobs {
  readonly previews: readonly { readonly page: number; readonly sha256: Sha256; readonly mediaType: string }[]
  readonly xmlSha256: Sha256 | null
}

/**
 * What happens at each step of a document's road. The queue decides when, the engine's composition binds these to the
 * decisions. All but `readOptions` run inside one transaction with the end of their job: synchronous and short.
 */
export interface Steps {
  /** What reading needs to know of our preferences. */
  readOptions(reader: Reader): Omit<ReadOptions, 'password' | 'forceOcr'>
  recordReading(tx: Tx, documentId: DocumentId, reading: DocumentReading, blobs: ReadingBlobs, now: EpochMs): void
  /** Sets the document aside with an issue that names the cause. */
  recordFailure(tx: Tx, documentId: DocumentId, error: ErrorData, now: EpochMs): void
  check(tx: Tx, documentId: DocumentId, now: EpochMs): void
  code(tx: Tx, documentId: DocumentId, now: EpochMs): void
  /** Decides where the document goes: needs review, ready, duplicate … */
  route(tx: Tx, documentId: DocumentId, now: EpochMs): void
}
