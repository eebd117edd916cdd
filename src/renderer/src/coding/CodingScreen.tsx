import { useEffect } from 'react'
import { useText } from '../i18n/t'
import { Tabs } from '../parts/Tabs'
import { AccuracyView } from './AccuracyView'
import { ChartView } from './chart/ChartView'
import { useChart } from './chart/chart-slice'
import { codingTabs, useCodingView, type CodingTab } from './coding-view'
import { CodingLessons } from './CodingLessons'
import { usePending } from './pending-slice'
import { PendingView } from './PendingView'
import { ProductCodes } from './ProductCodes'

const views: Readonly<Record<CodingTab, () => React.ReactNode>> = {
  pending: PendingView,
  chart: ChartView,
  lessons: CodingLessons,
  products: ProductCodes,
  accuracy: AccuracyView,
}

/** Where costs belong: what waits for a word, the chart, what was learned, product codes, and how often it was right. */
export function CodingScreen() {
  const { t } = useText()
  const tab = useCodingView(state => state.tab)
  const waiting = usePending(state => (state.isLoaded ? state.totalLines : undefined))
  // Names of families and subfamilies come from the chart, whichever view is shown.
  useEffect(() => void useChart.getState().load(), [])
  const View = views[tab]
  return (
    <>
      <header className="head">
        <h1>{t('coding.title')}</h1>
      </header>
      <Tabs
        label={t('coding.views')}
        isViewPerTab
        chosen={tab}
        tabs={codingTabs.map(id => ({
          id,
          label: t(`coding.tab.${id}`),
          ...(id === 'pending' && waiting !== undefined && { count: waiting }),
        }))}
        onChoose={id => useCodingView.getState().choose(id)}
      >
        <View />
      </Tabs>
    </>
  )
}
