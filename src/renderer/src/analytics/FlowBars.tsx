import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Overview, Period } from '../../../shared/analytics'
import { useText } from '../i18n/t'
import { periodText } from './figure-text'
import { fills, series, strokes } from './flow-series'

/** The bars themselves. A file of its own: the library behind them is loaded with the first chart, not with the window. */
export function FlowBars({ spans }: { readonly spans: Overview['spans'] }) {
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
