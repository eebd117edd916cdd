import { Fragment, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Overview, Period, PlainFigure } from '../../../shared/analytics'
import { useNow } from '../app/clock'
import { useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { useAnalytics } from './analytics-slice'
import { Definition } from './Definition'
import { durationText } from './figure-text'
import { FigureLink } from './FigureLink'

interface TilesProps {
  readonly overview: Overview
  readonly period: Period
}

/** Parts of the approved documents, shown as a share of them. */
const parts = ['touchless', 'approved_as_read', 'auto_coded', 'corrected'] as const

/** The numbers a person looks at first. */
export function Tiles({ overview, period }: TilesProps) {
  const text = useText()
  const { t, number, percent } = text
  const { counts, approvedPerDay, oldestOpen, readingRate } = overview
  const count = (figure: PlainFigure, note?: string, whole?: number) => (
    <Tile name={t(`analytics.figure.${figure}`)} define={figure} note={note}>
      <FigureLink
        className="tile-value"
        filter={{ figure, period }}
        documents={counts[figure]}
        {...(whole !== undefined && { shown: whole === 0 ? '—' : percent(counts[figure] / whole) })}
      />
    </Tile>
  )
  const share = (figure: PlainFigure, of: 'received' | 'approved') => {
    const told = { part: number(counts[figure]), whole: number(counts[of]) }
    return count(figure, t(of === 'received' ? 'analytics.ofReceived' : 'analytics.ofApproved', told), counts[of])
  }
  const rate =
    readingRate === null
      ? t('analytics.now')
      : t('analytics.readingRate', { rate: number(Math.round(readingRate * 10) / 10) })
  return (
    <dl className="tiles">
      {count('received')}
      {count('approved')}
      {parts.map(figure => (
        <Fragment key={figure}>{share(figure, 'approved')}</Fragment>
      ))}
      {count('posted')}
      {share('failed', 'received')}
      {count('open_issues', t('analytics.now'))}
      {count('overdue_issues', t('analytics.now'))}
      <Oldest oldest={oldestOpen} />
      <SettleTime />
      <Keystrokes />
      <Tile name={t('analytics.figure.rate')} define="rate">
        <span className="tile-value num">
          {approvedPerDay === null ? '—' : number(Math.round(approvedPerDay * 10) / 10)}
        </span>
      </Tile>
      {count('in_queue', rate)}
    </dl>
  )
}

interface TileProps {
  readonly name: string
  readonly define: Parameters<typeof Definition>[0]['of']
  readonly note?: string | undefined
  readonly children: ReactNode
}

function Tile({ name, define, note, children }: TileProps) {
  return (
    <div className="tile">
      <dt>
        {name}
        <Definition of={define} name={name} />
      </dt>
      <dd>
        {children}
        <span className="tile-note num">{note ?? ''}</span>
      </dd>
    </div>
  )
}

/** Leads to the one document that waits longest. */
function Oldest({ oldest }: { readonly oldest: Overview['oldestOpen'] }) {
  const text = useText()
  const now = useNow()
  const name = text.t('analytics.figure.oldest')
  const age = oldest === null ? '—' : durationText(text, Math.max(0, now - oldest.raisedAt))
  return (
    <Tile name={name} define="oldest" note={oldest === null ? '' : text.instant(oldest.raisedAt)}>
      {oldest === null ? (
        <span className="tile-value num none">{age}</span>
      ) : (
        <AriaButton
          className="tile-value num"
          aria-label={text.t('analytics.show', { name, value: age })}
          onPress={() => useNavigation.getState().openReview(oldest.documentId, [oldest.documentId])}
        >
          {age}
        </AriaButton>
      )}
    </Tile>
  )
}

function SettleTime() {
  const text = useText()
  const time = useAnalytics(state => state.issues?.timeToEnd ?? null)
  const period = useAnalytics(state => state.period)
  const ended = useAnalytics(state => state.issues?.endedDocuments ?? 0)
  const note = time && text.t('analytics.p90.within', { time: durationText(text, time.p90) })
  return (
    <Tile name={text.t('analytics.figure.time_to_settle')} define="time_to_settle" note={note ?? ''}>
      <FigureLink
        className="tile-value"
        filter={{ figure: 'ended_issues', period }}
        documents={ended}
        shown={time ? durationText(text, time.median) : '—'}
      />
    </Tile>
  )
}

function Keystrokes() {
  const text = useText()
  const keys = useAnalytics(state => state.times?.keystrokes ?? null)
  const period = useAnalytics(state => state.period)
  const handled = useAnalytics(state => state.times?.steps.find(({ step }) => step === 'hands_on')?.documents ?? 0)
  const note = keys && `${text.t('analytics.p90')}: ${text.number(Math.round(keys.p90))}`
  return (
    <Tile name={text.t('analytics.figure.keystrokes')} define="keystrokes" note={note ?? ''}>
      <FigureLink
        className="tile-value"
        filter={{ figure: 'handled', period }}
        documents={handled}
        shown={keys ? text.number(Math.round(keys.median)) : '—'}
      />
    </Tile>
  )
}
