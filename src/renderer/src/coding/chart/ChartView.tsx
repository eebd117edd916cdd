import { FileInput, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLedger } from '../../app/ledger-slice'
import { useText } from '../../i18n/t'
import { Button } from '../../parts/Button'
import { CodingSearch } from '../CodingSearch'
import { AccountDetails } from './AccountDetails'
import { AccountsFound } from './AccountsFound'
import { useChart } from './chart-slice'
import { ChartTree } from './ChartTree'
import { ImportDialog } from './ImportDialog'

/** The chart in force as a tree with its usage; what is searched for takes the tree's place. */
export function ChartView() {
  const { t } = useText()
  const isConnected = useLedger(state => state.ledger.connected)
  const isLoaded = useChart(state => state.isLoaded)
  const [query, setQuery] = useState('')
  const [isImporting, setImporting] = useState(false)
  useEffect(() => {
    void useChart.getState().load()
    if (isConnected) void useChart.getState().loadMapping()
  }, [isConnected])
  if (!isLoaded) return <div aria-busy="true" />
  return (
    <>
      <ChartWarnings />
      <div className="split">
        <section className="split-list" aria-label={t('chart.title')}>
          <div className="coding-bar">
            <CodingSearch label={t('chart.search')} value={query} onChange={setQuery} autoFocus />
          </div>
          {query.trim() === '' ? <ChartTree /> : <AccountsFound query={query} />}
          <div className="coding-foot">
            <Button icon={FileInput} onPress={() => setImporting(true)}>
              {t('chart.import')}
            </Button>
          </div>
        </section>
        <AccountDetails />
      </div>
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

/** Codes named in a warning. */
const namedMost = 5

/** Codes on lines that the chart lacks, and accounts in use that have no place in the ledger. */
function ChartWarnings() {
  const { t } = useText()
  const unknown = useChart(state => state.unknown)
  const mapping = useChart(state => state.mapping)
  const unmapped = (mapping ?? []).filter(row => !row.chosen && !row.suggested && !row.isMadeWhenNeeded)
  const warnings = [
    { key: 'chart.unknown', codes: unknown.map(({ code }) => code) },
    { key: 'chart.unmapped', codes: unmapped.map(({ ours }) => ours) },
  ] as const
  return warnings
    .filter(({ codes }) => codes.length > 0)
    .map(({ key, codes }) => (
      <p key={key} className="chart-warning" role="status">
        <TriangleAlert aria-hidden="true" />
        {t(key, { count: codes.length, codes: named(codes) })}
      </p>
    ))
}

function named(codes: readonly string[]): string {
  return codes.length > namedMost ? `${codes.slice(0, namedMost).join(', ')} …` : codes.join(', ')
}
