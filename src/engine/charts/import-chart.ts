import type { ChartImport } from '../../shared/coding'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { Account } from '../pipeline/code/chart'
import { appendJournal } from '../store/journal'
import { ownAccounts } from '../store/schema'
import { patchSettings } from '../store/settings'
import type { Tx } from '../store/write'
import type { ChartRead } from './read-chart'
import { understandAccounts, type Purposes } from './understand-accounts'

const rowsPerStatement = 200
const shown = 20

/** Accounts as they would stand in the company's own chart, with what is wrong with them. */
export function previewChart({ rows, problems }: ChartRead, purposes: Purposes): ChartImport {
  const accounts = problems.length > 0 ? [] : understandAccounts(rows, purposes)
  const postable = accounts.filter(account => account.isPostable)
  return {
    accounts: rows.length,
    postable: postable.length,
    understood: postable.filter(account => account.standsFor !== null).length,
    problems: problems.slice(0, shown),
    sample: accounts
      .slice(0, shown)
      .map(({ code, name, parent, isPostable, standsFor }) => ({ code, name, parent, isPostable, standsFor })),
  }
}

/**
 * Makes the accounts read the company's own chart, in place of an earlier one.
 *
 * @throws AppError the first problem, by its name; nothing is changed then
 */
export function importChart(tx: Tx, read: ChartRead, purposes: Purposes, ctx: DecisionContext): void {
  const [problem] = read.problems
  if (problem) throw new AppError(problem.key, problem.params)
  const rows = understandAccounts(read.rows, purposes).map(toRow)
  tx.delete(ownAccounts).run()
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    tx.insert(ownAccounts)
      .values(rows.slice(start, start + rowsPerStatement))
      .run()
  }
  patchSettings(tx, { chart: 'own' }, ctx.now, ctx.actor)
  const params = { count: rows.length }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind: 'chart.imported', documentId: null, params })
}

function toRow({ code, name, parent, isPostable, standsFor }: Account, position: number) {
  return { code, position, name: name.es, parent, isPostable, standsFor }
}
