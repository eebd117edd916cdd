import { create, type StateCreator } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { SavedView } from '../../../shared/inbox'
import type { Reply } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'
import { useSettings } from '../settings/settings-slice'
import { useInbox } from './inbox-slice'

export interface ViewsSlice {
  readonly views: readonly SavedView[]
  readonly isMenuOpen: boolean
  setMenuOpen(isOpen: boolean): void
  load(): Promise<void>
  /** Shows the list as it was saved. */
  open(view: SavedView): Promise<void>
  /** Keeps the list as it is now under a name; one of that name is replaced. */
  save(name: string): Promise<boolean>
  remove(view: SavedView): Promise<void>
}

/** Lists with a name, kept with the books. */
export const createViewsSlice =
  (client: Client): StateCreator<ViewsSlice> =>
  set => {
    function accept(reply: Reply<Output<'view.list'>>): boolean {
      if (reply.ok) set({ views: reply.value.views })
      else notifyError(reply.error)
      return reply.ok
    }
    return {
      views: [],
      isMenuOpen: false,
      setMenuOpen: isMenuOpen => set({ isMenuOpen }),
      async load() {
        const reply = await client.call('view.list')
        if (reply.ok) set({ views: reply.value.views })
      },
      async open({ filter, sort, columns }) {
        await useSettings.getState().change({ inboxColumns: columns })
        await useInbox.getState().openList(filter, sort)
      },
      async save(name) {
        const { filter, sort } = useInbox.getState()
        const columns = useSettings.getState().settings.inboxColumns
        return accept(await client.call('view.save', { name, filter, sort, columns }))
      },
      async remove({ id }) {
        accept(await client.call('view.remove', { viewId: id }))
      },
    }
  }

export const useViews = create<ViewsSlice>()(createViewsSlice(engine))

/** The view that is shown now, if the list still is as it was saved. */
export function useCurrentView(): SavedView | undefined {
  const views = useViews(state => state.views)
  const filter = useInbox(state => state.filter)
  const sort = useInbox(state => state.sort)
  const columns = useSettings(state => state.settings.inboxColumns)
  const shown = JSON.stringify([filter, sort, columns])
  return views.find(view => JSON.stringify([{ ...filter, ...view.filter }, view.sort, view.columns]) === shown)
}
