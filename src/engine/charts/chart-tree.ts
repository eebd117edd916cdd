import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { ChartTree } from '../../shared/coding'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { Chart } from '../pipeline/code/chart'
import { appendJournal } from '../store/journal'
import { inactiveAccounts, invoiceLines } from '../store/schema'
import type { Reader, Tx } from '../store/write'

/** The chart in force with how often each account is used, and the codes on lines that it does not have. */
export function chartTree(reader: Reader, chart: Chart): ChartTree {
  const usage = usageOf(reader)
  return {
    chart: chart.key,
    accounts: inTreeOrder(chart).map(({ keywords: _searchedBy, ...account }) => ({
      ...account,
      used: usage.get(account.code)?.used ?? 0,
      corrected: usage.get(account.code)?.corrected ?? 0,
    })),
    unknown: [...usage]
      .filter(([code]) => !chart.byCode.has(code))
      .map(([code, { used }]) => ({ code, used }))
      .toSorted((one, other) => other.used - one.used),
  }
}

function usageOf(reader: Reader): Map<string, { used: number; corrected: number }> {
  const rows = reader
    .select({
      code: invoiceLines.accountCode,
      used: sql<number>`count(*)`,
      corrected: sql<number>`sum(${invoiceLines.codingState} = 'corrected')`,
    })
    .from(invoiceLines)
    .where(isNotNull(invoiceLines.accountCode))
    .groupBy(invoiceLines.accountCode)
    .all()
  return new Map(rows.map(({ code, used, corrected }) => [code ?? '', { used, corrected }]))
}

/** Parents before their children, otherwise as the chart has them. */
function inTreeOrder(chart: Chart): Chart['accounts'][number][] {
  const children = Map.groupBy(chart.accounts, ({ parent }) =>
    parent !== null && chart.byCode.has(parent) ? parent : '',
  )
  const below = (code: string): Chart['accounts'][number][] =>
    (children.get(code) ?? []).flatMap(account => [account, ...below(account.code)])
  return below('')
}

/**
 * Switches an account on or off for this company. Lines that have it keep it; open ones raise `account_needed`.
 *
 * @throws AppError `account_not_found`
 */
export function setAccountActive(
  tx: Tx,
  { code, isActive }: { readonly code: string; readonly isActive: boolean },
  ctx: DecisionContext,
): void {
  const account = ctx.chart.byCode.get(code)
  if (!account) throw new AppError('account_not_found', { code })
  if (account.isActive === isActive) return
  const row = { chart: ctx.chart.key, code }
  if (isActive) {
    tx.delete(inactiveAccounts)
      .where(and(eq(inactiveAccounts.chart, row.chart), eq(inactiveAccounts.code, code)))
      .run()
  } else tx.insert(inactiveAccounts).values(row).onConflictDoNothing().run()
  const kind = isActive ? 'account.activated' : 'account.deactivated'
  const params = { account: code, name: account.name.es }
  appendJournal(tx, { at: ctx.now, actor: ctx.actor, kind, documentId: null, params })
}
