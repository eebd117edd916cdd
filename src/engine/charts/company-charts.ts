import { asc, eq } from 'drizzle-orm'
import type { ChartKey } from '../../shared/settings'
import { chartOf, loadChart, type Account, type Chart } from '../pipeline/code/chart'
import { inactiveAccounts, ownAccounts } from '../store/schema'
import type { Reader } from '../store/write'

/** Charts as one company uses them: with its own accounts, without those it switched off. */
export interface CompanyCharts {
  of(key: ChartKey): Chart
  /** After a change: the next question finds the new state. */
  forget(): void
}

export function companyCharts(reader: Reader, resourcesFolder: string): CompanyCharts {
  const charts = new Map<ChartKey, Chart>()
  return {
    of(key) {
      const chart = charts.get(key) ?? open(reader, resourcesFolder, key)
      charts.set(key, chart)
      return chart
    },
    forget: () => charts.clear(),
  }
}

function open(reader: Reader, resourcesFolder: string, key: ChartKey): Chart {
  const base = key === 'own' ? chartOf(key, ownChartAccounts(reader), resourcesFolder) : loadChart(resourcesFolder, key)
  const inactive = inactiveCodes(reader, key)
  if (inactive.size === 0) return base
  const accounts = base.accounts.map(account =>
    inactive.has(account.code) ? { ...account, isPostable: false, isActive: false } : account,
  )
  return chartOf(key, accounts, resourcesFolder)
}

function inactiveCodes(reader: Reader, key: ChartKey): ReadonlySet<string> {
  const rows = reader.select().from(inactiveAccounts).where(eq(inactiveAccounts.chart, key)).all()
  return new Set(rows.map(({ code }) => code))
}

function ownChartAccounts(reader: Reader): Account[] {
  const rows = reader.select().from(ownAccounts).orderBy(asc(ownAccounts.position)).all()
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]))
  const levelOf = (code: string | null, level = 0): number =>
    code === null || level > rows.length ? level - 1 : levelOf(parents.get(code) ?? null, level + 1)
  return rows.map(({ code, name, parent, isPostable, standsFor }) => ({
    code,
    name: { en: name, es: name },
    parent,
    level: levelOf(code),
    isPostable,
    isActive: true,
    standsFor,
    keywords: [],
  }))
}
