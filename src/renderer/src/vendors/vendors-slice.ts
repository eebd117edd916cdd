import { create, type StateCreator } from 'zustand'
import type { Input } from '../../../shared/contract'
import type { VendorView } from '../../../shared/vendor'
import type { VendorId } from '../../../shared/ids'
import type { ErrorData } from '../../../shared/result'
import { engine, type Client } from '../engine-client'

export interface VendorsSlice {
  readonly search: string
  readonly vendors: readonly VendorView[]
  readonly total: number
  readonly next: string | null
  readonly isLoaded: boolean
  readonly chosenId: VendorId | null
  /** Why the last change of the record was refused; shown in the record. */
  readonly saveError: ErrorData | null
  setSearch(search: string): Promise<void>
  load(): Promise<void>
  loadMore(): Promise<void>
  /** Reads the list again where it is shown, keeping the choice. */
  refresh(): Promise<void>
  choose(vendorId: VendorId): void
  update(change: Omit<Input<'vendor.update'>, 'vendorId'>): Promise<boolean>
  forget(): void
}

const nothing = { search: '', vendors: [], total: 0, next: null, isLoaded: false, chosenId: null, saveError: null }

/** Vendors as the engine lists them, and the one that is open. */
export const createVendorsSlice =
  (client: Client): StateCreator<VendorsSlice> =>
  (set, get) => {
    let asked = 0
    return {
      ...nothing,
      async setSearch(search) {
        set({ search })
        await get().load()
      },
      async load() {
        const mine = (asked += 1)
        const reply = await client.call('vendor.list', { search: get().search })
        if (!reply.ok || mine !== asked) return
        const { vendors, next, total } = reply.value
        const chosen = vendors.find(({ id }) => id === get().chosenId) ?? vendors[0]
        set({ vendors, next, total, isLoaded: true, chosenId: chosen?.id ?? null })
      },
      async loadMore() {
        const { next, search } = get()
        if (next === null) return
        const reply = await client.call('vendor.list', { search, after: next })
        if (!reply.ok || get().next !== next) return
        set({ vendors: [...get().vendors, ...reply.value.vendors], next: reply.value.next })
      },
      async refresh() {
        if (get().isLoaded) await get().load()
      },
      choose: vendorId => set({ chosenId: vendorId, saveError: null }),
      async update(change) {
        const vendorId = get().chosenId
        if (!vendorId) return false
        const reply = await client.call('vendor.update', { vendorId, ...change })
        if (!reply.ok) {
          set({ saveError: reply.error })
          return false
        }
        const saved = reply.value
        set({ saveError: null, vendors: get().vendors.map(vendor => (vendor.id === saved.id ? saved : vendor)) })
        return true
      },
      forget: () => set(nothing),
    }
  }

export const useVendors = create<VendorsSlice>()(createVendorsSlice(engine))
