import { create, type StateCreator } from 'zustand'
import { InboxFilter, type InboxRow, type InboxSort, type InboxTab } from '../../../shared/inbox'
import type { DocumentId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { toggled, withRange, type Selection } from './selection'

const firstPage = 100
const nextPages = 500
/** Beyond this row a changed order is not followed by itself: it would mean reading thousands of rows again. */
export const deepRow = 3000

const noFilter: InboxFilter = {
  tab: 'all',
  search: '',
  vendorId: null,
  issueKey: null,
  source: null,
  dueWithinDays: null,
  figure: null,
  rule: null,
  assignee: null,
  asked: null,
  isOverdue: false,
}

/** Whether anything but the tab narrows the list. */
export function isFiltered(filter: InboxFilter): boolean {
  const names = Object.keys(noFilter) as (keyof InboxFilter)[]
  return names.some(name => name !== 'tab' && filter[name] !== noFilter[name])
}

export interface InboxSlice {
  readonly filter: InboxFilter
  readonly sort: InboxSort
  /** Rows from the first on, without gaps; the list is `total` long, the rest is read as it is scrolled to. */
  readonly rows: readonly InboxRow[]
  readonly total: number
  readonly next: string | null
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: ErrorData | null
  readonly cursor: number
  /** False until a person moved: until then the cursor stays on the first row, whatever arrives. */
  readonly isCursorChosen: boolean
  readonly selection: Selection
  /** Where a Shift range starts. */
  readonly anchor: number
  /** In pixels; kept so that coming back from review shows the same rows. */
  readonly scrollTop: number
  /** Last row on screen: refreshing reads at least that far. */
  readonly lastVisible: number
  load(): Promise<void>
  /** Reads on until the row at `index` is there. */
  loadThrough(index: number): Promise<void>
  /** Reads the list again, keeping cursor and selection; far down the list only {@link reloadRows} keeps it fresh. */
  refresh(): Promise<void>
  /** Asks again for a few rows that changed, where they stand. */
  reloadRows(documentIds: readonly DocumentId[]): Promise<void>
  setFilter(change: Partial<InboxFilter>): Promise<void>
  /** Another list altogether. */
  openList(filter: InboxFilter, sort: InboxSort): Promise<void>
  showTab(tab: InboxTab): Promise<void>
  clearFilters(): Promise<void>
  /** This filter and no other, sorted by urgency. */
  showOnly(filter: Partial<InboxFilter>): Promise<void>
  /** Sorts by a column; a second time turns the direction round, a third time goes back to urgency. */
  sortBy(by: InboxSort['by']): Promise<void>
  moveTo(index: number, extend?: boolean): void
  toggle(index: number): void
  selectAll(): Promise<void>
  clearSelection(): void
  keepPlace(place: { scrollTop?: number; lastVisible?: number }): void
  /** Ids of the whole list in order: what review walks. */
  queueIds(): Promise<readonly DocumentId[]>
  /** Forgets everything of the company shown before. */
  forget(): void
}

const empty = {
  rows: [] as readonly InboxRow[],
  total: 0,
  next: null,
  status: 'loading' as const,
  error: null,
  cursor: 0,
  isCursorChosen: false,
  anchor: 0,
  scrollTop: 0,
  lastVisible: 0,
  selection: new Set<DocumentId>() as Selection,
}

/** Holds what the inbox shows. The engine stays the owner: pages are asked for by key, changed rows again. */
export const createInboxSlice =
  (client: Client): StateCreator<InboxSlice> =>
  (set, get) => {
    // Answers to a question that is no longer the present one are dropped.
    let generation = 0
    let reading: Promise<void> | null = null

    const page = (after: string | null, limit: number) => {
      const { filter, sort } = get()
      return client.call('document.list', { filter, sort, after, limit })
    }

    async function readFrom(through: number, asked: number): Promise<void> {
      const rows: InboxRow[] = []
      let after: string | null = null
      let total: number
      do {
        const reply = await page(after, after === null ? firstPage : nextPages)
        if (asked !== generation) return
        if (!reply.ok) return set({ status: 'failed', error: reply.error })
        rows.push(...reply.value.rows)
        after = reply.value.next
        total = reply.value.total
      } while (after !== null && rows.length <= through)

      const { cursor, isCursorChosen, rows: before } = get()
      const cursorId = isCursorChosen ? before[cursor]?.documentId : undefined
      const found = cursorId ? rows.findIndex(row => row.documentId === cursorId) : -1
      const place = found >= 0 ? found : Math.max(0, Math.min(cursor, total - 1))
      set({ rows, next: after, total, status: 'ready', error: null, cursor: place })
    }

    async function readOn(index: number): Promise<void> {
      const asked = generation
      while (get().next !== null && get().rows.length <= index) {
        const reply = await page(get().next, nextPages)
        if (asked !== generation) return
        if (!reply.ok) return set({ error: reply.error })
        set({ rows: [...get().rows, ...reply.value.rows], next: reply.value.next, total: reply.value.total })
      }
    }

    const startOver = async (change: Partial<Pick<InboxSlice, 'filter' | 'sort'>>) => {
      const { cursor, anchor, isCursorChosen, scrollTop, lastVisible, rows, next, selection } = empty
      set({ ...change, cursor, anchor, isCursorChosen, scrollTop, lastVisible, rows, next, selection })
      await get().load()
    }

    return {
      ...empty,
      filter: noFilter,
      sort: { by: 'urgency', direction: 'ascending' },

      async load() {
        generation += 1
        set({ status: get().rows.length > 0 ? 'ready' : 'loading' })
        await readFrom(0, generation)
      },
      async loadThrough(index) {
        while (get().next !== null && get().rows.length <= index && get().error === null) {
          reading ??= readOn(index).finally(() => (reading = null))
          await reading
        }
      },
      async refresh() {
        const { lastVisible } = get()
        if (lastVisible > deepRow) return
        generation += 1
        await readFrom(lastVisible, generation)
      },
      async reloadRows(documentIds) {
        for (const documentId of documentIds) {
          if (!get().rows.some(row => row.documentId === documentId)) continue
          const reply = await client.call('document.row', { documentId })
          const row = reply.ok ? reply.value : null
          if (row) set({ rows: get().rows.map(one => (one.documentId === documentId ? row : one)) })
        }
      },
      setFilter: change => startOver({ filter: { ...get().filter, ...change } }),
      openList: (filter, sort) => startOver({ filter, sort }),
      showTab: tab => startOver({ filter: { ...get().filter, tab } }),
      clearFilters: () => startOver({ filter: { ...noFilter, tab: get().filter.tab } }),
      showOnly: filter =>
        startOver({ filter: { ...noFilter, ...filter }, sort: { by: 'urgency', direction: 'ascending' } }),
      async sortBy(by) {
        const { sort } = get()
        if (sort.by !== by) return startOver({ sort: { by, direction: 'ascending' } })
        if (sort.direction === 'ascending') return startOver({ sort: { by, direction: 'descending' } })
        return startOver({ sort: { by: 'urgency', direction: 'ascending' } })
      },
      moveTo(index, extend = false) {
        const { rows, total, anchor, selection } = get()
        const place = Math.max(0, Math.min(index, total - 1))
        if (extend) set({ cursor: place, isCursorChosen: true, selection: withRange(selection, rows, anchor, place) })
        else set({ cursor: place, isCursorChosen: true, anchor: place })
        void get().loadThrough(place)
      },
      toggle(index) {
        const row = get().rows[index]
        if (row)
          set({
            selection: toggled(get().selection, row.documentId),
            cursor: index,
            isCursorChosen: true,
            anchor: index,
          })
      },
      async selectAll() {
        set({ selection: new Set(await get().queueIds()) })
      },
      clearSelection: () => set({ selection: new Set() }),
      keepPlace: place => set(place),
      async queueIds() {
        const { filter, sort } = get()
        const reply = await client.call('document.ids', { filter, sort })
        return reply.ok ? reply.value.documentIds : get().rows.map(row => row.documentId)
      },
      forget() {
        generation += 1
        set({ ...empty, filter: noFilter })
      },
    }
  }

export const useInbox = create<InboxSlice>()(createInboxSlice(engine))
