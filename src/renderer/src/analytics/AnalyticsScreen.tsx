import { ChartColumn, Download } from 'lucide-react'
import { useEffect } from 'react'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { DateInput } from '../parts/DateInput'
import { FormError } from '../parts/FormError'
import { Select } from '../parts/Select'
import { useAnalytics } from './analytics-slice'
import { FlowChart } from './FlowChart'
import { IssueTables } from './IssueTables'
import { periodChoices } from './periods'
import { StepTable } from './StepTable'
import { Tiles } from './Tiles'
import { VendorTables } from './VendorTables'

/** Numbers about the work, each with its definition and the documents behind it. */
export function AnalyticsScreen() {
  const text = useText()
  const { t } = text
  const overview = useAnalytics(state => state.overview)
  const error = useAnalytics(state => state.error)
  useEffect(() => void useAnalytics.getState().load(), [])
  const isEmpty = overview !== null && Object.values(overview.counts).every(count => count === 0)
  return (
    <>
      <header className="head analytics-head">
        <h1>{t('analytics.title')}</h1>
        <PeriodChooser />
        <span className="head-gap" />
        <Button icon={Download} isDisabled={isEmpty} onPress={() => void useAnalytics.getState().exportCsv()}>
          {t('analytics.export')}
        </Button>
      </header>
      {error && <FormError>{errorText(text, error)}</FormError>}
      {isEmpty ? <NothingReceived /> : <Figures />}
    </>
  )
}

function PeriodChooser() {
  const { t } = useText()
  const choice = useAnalytics(state => state.choice)
  const { from, to } = useAnalytics(state => state.period)
  const { choose, setDays } = useAnalytics.getState()
  return (
    <div className="period" role="group" aria-label={t('analytics.period')}>
      <Select
        label={t('analytics.period')}
        value={choice}
        options={periodChoices.map(id => ({ id, label: t(`analytics.period.${id}`) }))}
        onChange={chosen => void choose(chosen)}
      />
      {choice === 'custom' && (
        <>
          <DateInput
            label={t('analytics.from')}
            value={from ?? ''}
            onChange={day => void setDays({ from: day === '' ? null : day })}
          />
          <DateInput
            label={t('analytics.to')}
            value={to ?? ''}
            onChange={day => void setDays({ to: day === '' ? null : day })}
          />
        </>
      )}
    </div>
  )
}

function Figures() {
  const { t } = useText()
  const { overview, issues, times, vendors, period } = useAnalytics()
  if (!overview) return <div className="analytics" aria-busy="true" />
  return (
    <div className="analytics" tabIndex={0} role="group" aria-label={t('analytics.title')}>
      <Tiles overview={overview} period={period} />
      <div className="figure-cards">
        <FlowChart spans={overview.spans} />
        {issues && <IssueTables issues={issues} period={period} />}
        {times && <StepTable times={times} period={period} />}
        {vendors && <VendorTables vendors={vendors} approved={overview.counts.approved} period={period} />}
      </div>
    </div>
  )
}

function NothingReceived() {
  const { t } = useText()
  return (
    <div className="empty">
      <div className="empty-card">
        <ChartColumn aria-hidden="true" />
        <h2>{t('analytics.empty.title')}</h2>
        <p>{t('analytics.empty.body')}</p>
      </div>
    </div>
  )
}
