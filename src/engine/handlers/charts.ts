import type { ChartImport } from '../../shared/coding'
import type { HandlersOf } from '../../shared/contract'
import type { chartCalls } from '../../shared/contract/charts'
import { chartTree, setAccountActive } from '../charts/chart-tree'
import { importChart, previewChart } from '../charts/import-chart'
import { checkChart, readChartCsv, type ChartRead } from '../charts/read-chart'
import type { Purposes } from '../charts/understand-accounts'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { loadChart } from '../pipeline/code/chart'
import { searchProductCodes } from '../pipeline/code/product-code-search'
import { knowledgeOf } from '../pipeline/code/chart-coder'
import { ledgerAccounts } from '../sync/resolve-accounts'

/** The ledger's types of accounts that a bill can be coded to. */
const forBills: ReadonlySet<string> = new Set([
  'expense',
  'other-expense',
  'cost-of-goods-sold',
  'fixed-asset',
  'non-current-asset',
  'other-current-asset',
  'inventory',
])

/** The chart of accounts in force, and how it is changed. */
export function chartHandlers(core: EngineCore): HandlersOf<typeof chartCalls> {
  const actor = () => sittingActor(core.company().store.db)
  const { resourcesFolder } = core.host

  function purposes(): Purposes {
    return { sat: loadChart(resourcesFolder, 'sat'), concepts: knowledgeOf(resourcesFolder).concepts }
  }

  function bring(read: ChartRead, dryRun: boolean): ChartImport {
    const compared = purposes()
    if (!dryRun) {
      core.company().changeChart((tx, ctx) => importChart(tx, read, compared, ctx), actor())
      core.announce('settings.changed', {})
    }
    return previewChart(read, compared)
  }

  return {
    'chart.tree': () => chartTree(core.company().store.db, core.company().context('person').chart),
    'account.setActive'(input) {
      core.company().changeChart((tx, ctx) => setAccountActive(tx, input, ctx), actor())
      core.announce('settings.changed', {})
      return {}
    },
    'chart.importCsv': ({ text, dryRun }) => bring(readChartCsv(text), dryRun),
    async 'chart.importLedger'({ dryRun }) {
      const accounts = await ledgerAccounts(await core.company().ledger.session())
      // The ledger's own chart has accounts without a code, and two accounts with one.
      const codes = accounts.map(({ code, id }, index) =>
        code === null || code === '' || accounts.findIndex(other => other.code === code) !== index ? `#${id}` : code,
      )
      const rows = accounts.map(({ name, account_type: type }, index) => ({
        code: codes[index] ?? '',
        name,
        parent: null,
        standsFor: null,
        isForBills: forBills.has(type),
      }))
      return bring(checkChart(rows), dryRun)
    },
    async 'productCode.search'({ query, limit }) {
      const { chart, settings } = core.company().context('person')
      const found = await searchProductCodes(knowledgeOf(resourcesFolder), query, limit)
      return {
        productCodes: found.map(({ code, name, account }) => {
          const known = account === null ? undefined : chart.byCode.get(account)
          return { code, name, accountCode: known?.code ?? null, accountName: known?.name[settings.language] ?? null }
        }),
      }
    },
  }
}
