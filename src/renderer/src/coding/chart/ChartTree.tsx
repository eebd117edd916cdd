import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import type { ChartAccount } from '../../../../shared/coding'
import { useText } from '../../i18n/t'
import { useChart } from './chart-slice'
import { useChosenAccount } from './use-chosen-account'

/** The accounts below each, by its code; those at the top under ''. */
type Below = ReadonlyMap<string, readonly ChartAccount[]>

/** The chart as a tree: arrows walk and open it. What is closed is not drawn. */
export function ChartTree() {
  const { t } = useText()
  const accounts = useChart(state => state.accounts)
  const byCode = useChart(state => state.byCode)
  const selection = useChosenAccount()
  const below: Below = useMemo(
    () => Map.groupBy(accounts, ({ parent }) => (parent !== null && byCode.has(parent) ? parent : '')),
    [accounts, byCode],
  )
  const usedBelow = useMemo(() => countBelow(below), [below])
  // Opened to where invoices are booked: the used families.
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(
    () => new Set((below.get('') ?? []).filter(({ code }) => (usedBelow.get(code) ?? 0) > 0).map(({ code }) => code)),
  )
  return (
    <Tree
      className="chart-tree"
      aria-label={t('chart.tree')}
      {...selection}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
    >
      {(below.get('') ?? []).map(account => (
        <Branch key={account.code} account={account} below={below} usedBelow={usedBelow} expanded={expanded} />
      ))}
    </Tree>
  )
}

interface BranchProps {
  readonly account: ChartAccount
  readonly below: Below
  readonly usedBelow: ReadonlyMap<string, number>
  readonly expanded: ReadonlySet<Key>
}

function Branch({ account, below, usedBelow, expanded }: BranchProps) {
  const { t, language, number } = useText()
  const { code, name, isActive } = account
  const children = below.get(code) ?? []
  const used = usedBelow.get(code) ?? 0
  return (
    <TreeItem
      id={code}
      textValue={`${code} ${name[language]}`}
      className={isActive ? 'chart-item' : 'chart-item inactive'}
      hasChildItems={children.length > 0}
    >
      <TreeItemContent>
        {({ level, hasChildItems }) => (
          <span className="chart-row" style={{ paddingInlineStart: 16 * (level - 1) }}>
            {hasChildItems ? (
              <Button slot="chevron" className="chart-chevron">
                <ChevronRight aria-hidden="true" />
              </Button>
            ) : (
              <span className="chart-chevron" />
            )}
            <span className="num chart-code">{code}</span>
            <span className="chart-name" title={name[language]}>
              {name[language]}
            </span>
            {!isActive && <span className="pill quiet">{t('chart.inactive')}</span>}
            {used > 0 && (
              <span className="chart-count num" title={t('chart.used', { count: used })}>
                {number(used)}×
              </span>
            )}
          </span>
        )}
      </TreeItemContent>
      {expanded.has(code) &&
        children.map(child => (
          <Branch key={child.code} account={child} below={below} usedBelow={usedBelow} expanded={expanded} />
        ))}
    </TreeItem>
  )
}

/** Lines on each account and everything below it. */
function countBelow(below: Below): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (account: ChartAccount): number => {
    const own = (below.get(account.code) ?? []).reduce((sum, child) => sum + count(child), account.used)
    counts.set(account.code, own)
    return own
  }
  for (const account of below.get('') ?? []) count(account)
  return counts
}
