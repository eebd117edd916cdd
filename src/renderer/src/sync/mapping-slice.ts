import { create, type StateCreator } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { LedgerBasics } from '../../../shared/ledger'
import type { ErrorData, Reply } from '../../../shared/result'
import { useLedger } from '../app/ledger-slice'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'

export interface MappingSlice {
  readonly accounts: Output<'ledger.mapping'> | null
  readonly vendors: Output<'ledger.vendors'> | null
  readonly branches: Output<'ledger.branches'> | null
  readonly basics: LedgerBasics | null
  readonly error: ErrorData | null
  readonly isLoading: boolean
  readonly isProbing: boolean
  load(): Promise<void>
  /** `theirs` null: back to the suggestion. */
  choose(kind: 'account' | 'tax', ours: string, theirs: number | null): Promise<void>
  createAccount(accountCode: string): Promise<void>
  chooseVendor(ours: string, theirs: number | null): Promise<void>
  createVendor(ours: string): Promise<void>
  chooseBranch(branchId: number): Promise<void>
  /** Tries with drafts how the server computes totals. */
  probe(): Promise<void>
}

/** What of ours goes where in the ledger. */
export const createMappingSlice =
  (client: Client): StateCreator<MappingSlice> =>
  (set, get) => {
    /** Tells what went wrong, and asks anew for what a change may have moved. */
    async function changed(reply: Reply<unknown>, refresh: 'accounts' | 'vendors' | 'branches'): Promise<void> {
      if (!reply.ok) return notifyError(reply.error)
      if (refresh === 'accounts') {
        const accounts = await client.call('ledger.mapping')
        if (accounts.ok) set({ accounts: accounts.value })
      } else if (refresh === 'vendors') {
        const vendors = await client.call('ledger.vendors')
        if (vendors.ok) set({ vendors: vendors.value })
      } else {
        const branches = await client.call('ledger.branches')
        if (branches.ok) set({ branches: branches.value })
      }
    }
    return {
      accounts: null,
      vendors: null,
      branches: null,
      basics: null,
      error: null,
      isLoading: false,
      isProbing: false,
      async load() {
        if (get().isLoading) return
        set({ isLoading: true, error: null })
        const accounts = await client.call('ledger.mapping')
        const vendors = await client.call('ledger.vendors')
        const branches = await client.call('ledger.branches')
        const basics = await client.call('ledger.basics')
        const failed = [accounts, vendors, branches, basics].find(reply => !reply.ok)
        set({
          isLoading: false,
          accounts: accounts.ok ? accounts.value : null,
          vendors: vendors.ok ? vendors.value : null,
          branches: branches.ok ? branches.value : null,
          basics: basics.ok ? basics.value : null,
          error: failed && !failed.ok ? failed.error : null,
        })
      },
      async choose(kind, ours, theirs) {
        await changed(await client.call('ledger.setMapping', { kind, ours, theirs }), 'accounts')
      },
      async createAccount(accountCode) {
        const made = await client.call('ledger.createAccount', { accountCode })
        await changed(made, 'accounts')
      },
      async chooseVendor(ours, theirs) {
        await changed(await client.call('ledger.setVendor', { ours, theirs }), 'vendors')
      },
      async createVendor(ours) {
        await changed(await client.call('ledger.createVendor', { ours }), 'vendors')
      },
      async chooseBranch(branchId) {
        await changed(await client.call('ledger.chooseBranch', { branchId }), 'branches')
      },
      async probe() {
        set({ isProbing: true })
        const reply = await client.call('ledger.probe')
        set({ isProbing: false })
        if (reply.ok) useLedger.setState({ ledger: reply.value })
        else notifyError(reply.error)
      },
    }
  }

export const useMapping = create<MappingSlice>()(createMappingSlice(engine))
