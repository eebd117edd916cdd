import { create, type StateCreator } from 'zustand'
import type { MappingRow } from '../../../../shared/ledger'
import type { ChartAccount, ChartTree } from '../../../../shared/coding'
import { engine, type Client } from '../../engine-client'
import { notifyError } from '../../parts/toasts'

export interface ChartSlice {
  readonly accounts: readonly ChartAccount[]
  readonly byCode: ReadonlyMap<string, ChartAccount>
  readonly unknown: ChartTree['unknown']
  /** Accounts in use with their places in the ledger; null while none is connected or it has not answered. */
  readonly mapping: readonly MappingRow[] | null
  readonly isLoaded: boolean
  readonly chosenCode: string | null
  load(): Promise<void>
  /** Asks the ledger, which may take its time; only while one is connected. */
  loadMapping(): Promise<void>
  choose(code: string): void
  setActive(code: string, isActive: boolean): Promise<void>
  forget(): void
}

const nothing = { accounts: [], byCode: new Map(), unknown: [], mapping: null, isLoaded: false, chosenCode: null }

/** The chart in force with how each account is used. */
export const createChartSlice =
  (client: Client): StateCreator<ChartSlice> =>
  (set, get) => {
    let asked = 0
    return {
      ...nothing,
      async load() {
        const mine = (asked += 1)
        const tree = await client.call('chart.tree')
        if (mine !== asked) return
        if (!tree.ok) return notifyError(tree.error)
        const { accounts, unknown } = tree.value
        const byCode = new Map(accounts.map(account => [account.code, account]))
        const kept = get().chosenCode
        set({
          accounts,
          unknown,
          byCode,
          isLoaded: true,
          chosenCode: kept !== null && byCode.has(kept) ? kept : null,
        })
      },
      async loadMapping() {
        const reply = await client.call('ledger.mapping')
        // A ledger out of reach says so on its own screen; the chart goes without.
        if (reply.ok) set({ mapping: reply.value.rows.filter(row => row.kind === 'account') })
      },
      choose: code => set({ chosenCode: code }),
      async setActive(code, isActive) {
        const reply = await client.call('account.setActive', { code, isActive })
        if (!reply.ok) return notifyError(reply.error)
        await get().load()
      },
      forget: () => set(nothing),
    }
  }

export const useChart = create<ChartSlice>()(createChartSlice(engine))

/** The account and everything above it, from the top down; empty for a code the chart does not have. */
export function pathOf(byCode: ReadonlyMap<string, ChartAccount>, code: string): ChartAccount[] {
  const path: ChartAccount[] = []
  for (let at = byCode.get(code); at && !path.includes(at); at = byCode.get(at.parent ?? '')) path.unshift(at)
  return path
}
