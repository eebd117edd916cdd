import type { DocumentId } from '../../shared/ids'
import { Announcer } from './announcer'
import type { QueueParts } from './parts'
import { Progress } from './progress'
import { StoreTrouble } from './store-trouble'

/** What both lanes share: who is told what, how far we are, and whether work may go on at all. */
export interface Road extends QueueParts {
  readonly announcer: Announcer
  readonly progress: Progress
  readonly trouble: StoreTrouble
  /** False while paused, stopped, or the store cannot be written. */
  mayClaim(): boolean
  /** Something may have become runnable, or the road empty. */
  wake(): void
}

/** A document came to the end of its road, well or ill. */
export function documentLeft(road: Road, documentId: DocumentId): void {
  road.log.info({ documentId }, 'end of the road')
  road.progress.documentLeft(road.now())
  road.announcer.documentChanged(documentId)
}

const noticeableMs = 50

/** Runs a piece of work and names it in the log when it made everybody wait. */
export function timed<T>({ log }: Road, what: Record<string, unknown>, work: () => T): T {
  const startedAt = performance.now()
  try {
    return work()
  } finally {
    const ms = Math.round(performance.now() - startedAt)
    if (ms > noticeableMs) log.warn({ ...what, ms }, 'this made everybody wait')
  }
}
