import type { EventData, EventName } from '../../shared/contract'
import type { DocumentId } from '../../shared/ids'

export type Announce = <N extends EventName>(name: N, data: EventData<N>) => void

const everyMs = 100

/** Gathers changes, so that a window watching a thousand documents being read is told ten times a second at most. */
export class Announcer {
  #changed = new Set<DocumentId>()
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly announce: Announce) {}

  documentChanged(documentId: DocumentId): void {
    this.#changed.add(documentId)
    this.#timer ??= setTimeout(() => this.flush(), everyMs)
  }

  /** Tells what has gathered, now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#changed.size === 0) return
    const documentIds = [...this.#changed]
    this.#changed = new Set()
    this.announce('document.changed', { documentIds })
    this.announce('counts.changed', {})
  }
}
