import { ChartColumn, Table2 } from 'lucide-react'
import { useState } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Overview, Period } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { periodText } from './figure-text'
import { FigureLink } from './FigureLink'
import { Section } from './Section'

const series = ['received', 'approved', 'touchless'] as const
/** Outline, solid and striped, so that nobody needs the colours. */
const fills = { received: 'transparent', approved: 'var(--accent)', touchless: 'url(#stripes)' } as const
const strokes = { received: 'var(--ink-2)', approved: 'var(--accent)', touchless: 'var(--good)' } as const

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
          <Chart spans={spans} />
          <Legend />
        </>
      )}
    </Section>
  )
}

function Chart({ spans }: { readonly spans: Overview['spans'] }) {
  const text = useText()
  const { t, number } = text
  const name = (key: (typeof series)[number]) => t(`analytics.figure.${key}`)
  const data = spans.map(({ period, ...counts }) => ({ ...counts, from: period.from ?? '', period }))
  const summary = series.map(key => `${name(key)} ${number(spans.reduce((sum, span) => sum + span[key], 0))}`)
  return (
    <div className="flow-chart" role="img" aria-label={`${t('analytics.flow')}: ${summary.join(', ')}`}>
      <ResponsiveContainer width="100%" height={200}>
        <BarChart data={data} accessibilityLayer={false} barGap={1} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <defs>
            <Stripes id="stripes" />
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis
            dataKey="from"
            tickFormatter={(day: string) => text.shortDate(day)}
            tick={{ fill: 'var(--ink-2)', fontSize: 11 }}
            stroke="var(--line-strong)"
            tickLine={false}
            minTickGap={24}
          />
          <YAxis
            allowDecimals={false}
            width={44}
            tickFormatter={(value: number) => number(value)}
            tick={{ fill: 'var(--ink-2)', fontSize: 11 }}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const span = payload[0]?.payload as { period: Period } & Record<(typeof series)[number], number>
              if (!active || !span) return null
              return (
                <div className="popover chart-note">
                  <strong>{periodText(text, span.period)}</strong>
                  {series.map(key => (
                    <span key={key} className="num">
                      {name(key)}: {number(span[key])}
                    </span>
                  ))}
                </div>
              )
            }}
          />
          {series.map(key => (
            <Bar
              key={key}
              dataKey={key}
              fill={fills[key]}
              stroke={strokes[key]}
              isAnimationActive={false}
              maxBarSize={26}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

function Stripes({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--good-soft)" />
      <rect width="2" height="5" fill="var(--good)" />
    </pattern>
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
