import type { EventData, EventName } from '../../shared/contract'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog } from '../host'
import type { MailPart } from '../pipeline/mail/read-mail'
import type { Blobs } from '../store/blobs'
import type { Store } from '../store/open'

/** What taking in needs of the open company. */
export interface IntakeParts {
  readonly store: Store
  readonly blobs: Blobs
  readonly log: EngineLog
  /** The folder never taken in, even when it lies inside a chosen one: our own. */
  readonly dataFolder: string
  /** A fresh context (time, settings, chart) for a change made by the engine. */
  context(): DecisionContext
  /** Takes the files out of an e-mail, in a document worker: mails are as hostile as what they carry. */
  openMail(bytes: Uint8Array): Promise<MailPart[]>
  announce<N extends EventName>(event: N, data: EventData<N>): void
  /** Bytes of room where the books lie. */
  freeBytes(): Promise<number>
  /** New jobs wait. */
  wake(): void
}
