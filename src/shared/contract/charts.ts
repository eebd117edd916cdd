import { z } from 'zod'
import { ChartImport, ChartTree, ProductCodeView, longestChartText } from '../coding'
import { nothing, rowLimit, text } from './parts'

/** The chart of accounts, and the catalogue of products and services. */
export const chartCalls = {
  'chart.tree': { input: nothing, output: ChartTree },
  /** Inactive accounts are not offered any more; open lines that have one raise `account_needed`. */
  'account.setActive': { input: z.object({ code: text(40), isActive: z.boolean() }), output: nothing },
  /**
   * One's own chart of accounts from CSV text (code, name and, if there are, parent and código agrupador). It is in force
   * at once and replaces an earlier own chart; `dryRun` only tells what it would be.
   */
  'chart.importCsv': {
    input: z.object({ text: text(longestChartText), dryRun: z.boolean().default(false) }),
    output: ChartImport,
  },
  /** The same from the accounts of the connected ledger. */
  'chart.importLedger': { input: z.object({ dryRun: z.boolean().default(false) }), output: ChartImport },
  /** Products and services of the SAT catalogue, by code or words, in Spanish. */
  'productCode.search': {
    input: z.object({ query: text(200), limit: rowLimit(30, 100) }),
    output: z.object({ productCodes: z.array(ProductCodeView) }),
  },
}
