import { create, type StateCreator } from 'zustand'
import type { IssueFigures, Overview, Period, TimeFigures, VendorFigures } from '../../../shared/analytics'
import type { ErrorData } from '../../../shared/result'
import { saveReadyFile } from '../activity/save-ready-file'
import { currentTime } from '../app/clock'
import { engine, type Client } from '../engine-client'
import { notifyError } from '../parts/toasts'
import { periodOf, type PeriodChoice } from './periods'

export interface AnalyticsSlice {
  readonly choice: PeriodChoice
  readonly period: Period
  readonly overview: Overview | null
  readonly issues: IssueFigures | null
  readonly times: TimeFigures | null
  readonly vendors: VendorFigures | null
  readonly error: ErrorData | null
  /** Asks for every figure of the period; what is shown stays until the answer is there. */
  load(): Promise<void>
  choose(choice: PeriodChoice): Promise<void>
  /** One end of a period of a person's own. */
  setDays(change: Partial<Period>): Promise<void>
  exportCsv(): Promise<void>
  /** Forgets everything of the company shown before. */
  forget(): void
}

const nothing = { overview: null, issues: null, times: null, vendors: null, error: null }
const everything: Period = { from: null, to: null }

export const createAnalyticsSlice =
  (client: Client, today: () => Date): StateCreator<AnalyticsSlice> =>
  (set, get) => ({
    ...nothing,
    choice: 'all',
    period: everything,

    async load() {
      // "Today" is another day after midnight.
      const period = periodOf(get().choice, today(), get().period)
      set({ period })
      const isPresent = () => get().period === period
      const overview = await client.call('analytics.overview', { period })
      if (!isPresent()) return
      if (!overview.ok) return set({ error: overview.error })
      set({ overview: overview.value, error: null })
      const issues = await client.call('analytics.issues', { period })
      if (issues.ok && isPresent()) set({ issues: issues.value })
      const times = await client.call('analytics.times', { period })
      if (times.ok && isPresent()) set({ times: times.value })
      const vendors = await client.call('analytics.vendors', { period })
      if (vendors.ok && isPresent()) set({ vendors: vendors.value })
    },

    async choose(choice) {
      set({ choice })
      await get().load()
    },

    async setDays(change) {
      set({ choice: 'custom', period: { ...get().period, ...change } })
      await get().load()
    },

    async exportCsv() {
      const made = await client.call('analytics.export', { period: get().period })
      if (made.ok) await saveReadyFile(client, made.value)
      else notifyError(made.error)
    },

    forget: () => set(nothing),
  })

export const useAnalytics = create<AnalyticsSlice>()(createAnalyticsSlice(engine, () => new Date(currentTime())))
