import { ChartColumn, Table2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Overview } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { periodText } from './figure-text'
import { FigureLink } from './FigureLink'
import { fills, series, strokes } from './flow-series'
import { Section } from './Section'

const FlowBars = lazy(async () => ({ default: (await import('./FlowBars')).FlowBars }))

/** What came in and what went out, over the period. The table says the same and leads to the documents. */
export function FlowChart({ spans }: { readonly spans: Overview['spans'] }) {
  const text = useText()
  const { t } = text
  const [showsTable, setShowsTable] = useState(false)
  if (spans.every(span => series.every(key => span[key] === 0))) {
    return (
      <Section title={t('analytics.flow')} define="flow" isWide>
        <p className="figure-none">{t('analytics.nothing')}</p>
      </Section>
    )
  }
  return (
    <Section
      title={t('analytics.flow')}
      define="flow"
      isWide
      action={
        <Button tone="ghost" icon={showsTable ? ChartColumn : Table2} onPress={() => setShowsTable(!showsTable)}>
          {t(showsTable ? 'analytics.asChart' : 'analytics.asTable')}
        </Button>
      }
    >
      {showsTable ? (
        <FlowTable spans={spans} />
      ) : (
        <>
          <Suspense fallback={<div className="flow-chart" aria-busy="true" />}>
            <FlowBars spans={spans} />
          </Suspense>
          <Legend />
        </>
      )}
    </Section>
  )
}

function Legend() {
  const { t } = useText()
  return (
    <ul className="chart-legend">
      {series.map(key => (
        <li key={key}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect x="1" y="1" width="10" height="10" fill={fills[key]} stroke={strokes[key]} />
          </svg>
          {t(`analytics.figure.${key}`)}
        </li>
      ))}
    </ul>
  )
}

function FlowTable({ spans }: { readonly spans: Overview['spans'] }) {
  const text = useText()
  const { t } = text
  return (
    <div className="figure-scroll" tabIndex={0} role="group" aria-label={t('analytics.flow')}>
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{t('analytics.span')}</th>
            {series.map(key => (
              <th key={key} scope="col" className="right">
                {t(`analytics.figure.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map(span => (
            <tr key={span.period.from}>
              <th scope="row">{periodText(text, span.period)}</th>
              {series.map(key => (
                <td key={key} className="right">
                  <FigureLink filter={{ figure: key, period: span.period }} documents={span[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
