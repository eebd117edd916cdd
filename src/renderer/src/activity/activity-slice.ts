import { create, type StateCreator } from 'zustand'
import type { ActivityFilter, ActivityRow, PastState, Replay } from '../../../shared/activity'
import type { Output } from '../../../shared/contract'
import type { DocumentId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { saveReadyFile } from './save-ready-file'

const pageSize = 100
export const everything: ActivityFilter = { documentId: null, actor: null, kind: null, from: null, to: null }

export interface ActivitySlice {
  readonly filter: ActivityFilter
  /** Of the invoice the list is narrowed down to; it stays while no row of it fits the other filters. */
  readonly documentName: string
  readonly rows: readonly ActivityRow[]
  readonly next: string | null
  readonly cursor: number
  readonly actors: readonly string[]
  readonly chain: Output<'journal.verify'> | null
  readonly past: PastState | null
  readonly replay: Replay | null
  /** Reading again takes seconds. */
  readonly isReplaying: boolean
  readonly isPacking: boolean
  readonly error: ErrorData | null
  load(): Promise<void>
  loadMore(): Promise<void>
  narrow(change: Partial<ActivityFilter>): Promise<void>
  moveTo(index: number): void
  /** Shows the state right after the row under the cursor. */
  open(): Promise<void>
  /** Another moment of the same document. */
  goTo(documentId: DocumentId, sequence: number | null): Promise<void>
  replayNow(): Promise<void>
  closePast(): void
  pack(): Promise<void>
}

/** What the pack would be about: the invoice or the period the list is narrowed down to; null for neither. */
export function packScope({ documentId, from, to }: ActivityFilter) {
  if (documentId !== null) return { documentIds: [documentId] }
  return from !== null && to !== null ? { period: { from, to } } : null
}

export const createActivitySlice =
  (client: Client): StateCreator<ActivitySlice> =>
  (set, get) => ({
    filter: everything,
    documentName: '',
    rows: [],
    next: null,
    cursor: 0,
    actors: [],
    chain: null,
    past: null,
    replay: null,
    isReplaying: false,
    isPacking: false,
    error: null,

    async load() {
      const { filter } = get()
      const reply = await client.call('activity.list', { filter, limit: pageSize })
      if (get().filter !== filter) return
      if (!reply.ok) return set({ error: reply.error })
      const { rows, next } = reply.value
      const named = rows.find(row => row.documentId === filter.documentId)?.document
      const documentName = named ? (named.number ?? named.fileName) : get().documentName
      set({ rows, next, documentName, cursor: 0, error: null })
      const actors = await client.call('activity.actors')
      if (actors.ok) set({ actors: actors.value.actors })
      const chain = await client.call('journal.verify')
      if (chain.ok) set({ chain: chain.value })
    },

    async loadMore() {
      const { filter, next, rows } = get()
      if (next === null) return
      const reply = await client.call('activity.list', { filter, after: next, limit: pageSize })
      // Another scroll may have asked for the same page.
      if (!reply.ok || get().next !== next || get().filter !== filter) return
      set({ rows: [...rows, ...reply.value.rows], next: reply.value.next })
    },

    async narrow(change) {
      set({ filter: { ...get().filter, ...change }, past: null, replay: null })
      await get().load()
    },

    moveTo: index => set({ cursor: Math.max(0, Math.min(index, get().rows.length - 1)) }),

    async open() {
      const row = get().rows[get().cursor]
      if (row?.documentId) await get().goTo(row.documentId, row.sequence)
    },

    async goTo(documentId, sequence) {
      if (sequence === null) return
      const reply = await client.call('document.at', { documentId, sequence })
      if (!reply.ok) return set({ error: reply.error })
      const at = get().rows.findIndex(row => row.sequence === sequence)
      const isSame = get().replay?.documentId === documentId
      set({ past: reply.value, replay: isSame ? get().replay : null, error: null, ...(at >= 0 && { cursor: at }) })
    },

    async replayNow() {
      const { past, isReplaying } = get()
      if (!past || isReplaying) return
      set({ isReplaying: true, error: null })
      const reply = await client.call('document.replay', { documentId: past.documentId })
      set(reply.ok ? { replay: reply.value, isReplaying: false } : { error: reply.error, isReplaying: false })
    },

    closePast: () => set({ past: null, replay: null }),

    async pack() {
      const scope = packScope(get().filter)
      if (!scope || get().isPacking) return
      set({ isPacking: true, error: null })
      const made = await client.call('evidence.make', scope)
      set(made.ok ? { isPacking: false } : { isPacking: false, error: made.error })
      if (made.ok) await saveReadyFile(client, made.value)
    },
  })

export const useActivity = create<ActivitySlice>()(createActivitySlice(engine))
