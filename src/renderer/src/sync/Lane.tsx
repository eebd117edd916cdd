import { CircleCheck, CloudOff, Pause, Play, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EpochMs } from '../../../shared/ids'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Pill } from '../parts/StatePill'

interface LaneProps {
  /** The other program, by its own name. */
  readonly name: string
  readonly children: ReactNode
}

/** What goes to and comes from one other program. */
export function Lane({ name, children }: LaneProps) {
  return (
    <section className="sync-lane" aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

interface OfflineLaneProps {
  readonly state: string
  readonly connect: string
  /** Of the settings, where the connection is made. */
  readonly section: 'ledger' | 'paperless'
}

/** A program that is not connected yet, and the way to connect it. */
export function OfflineLane({ state, connect, section }: OfflineLaneProps) {
  return (
    <>
      <p>
        <Pill icon={CloudOff} tone="quiet">
          {state}
        </Pill>
      </p>
      <div className="actions">
        <Button tone="primary" onPress={() => useNavigation.getState().openSettings(section)}>
          {connect}
        </Button>
      </div>
    </>
  )
}

interface LaneStandingProps {
  readonly isPaused: boolean
  readonly lastAt: EpochMs | null
  readonly nextAt: EpochMs | null
}

/** Connected, paused or cut off by the air gap, when it last went and when it goes next. */
export function LaneStanding({ isPaused, lastAt, nextAt }: LaneStandingProps) {
  const { t, instant } = useText()
  const isClosed = useNetwork(state => state.isClosed)
  const last = t('sync.last', { at: lastAt === null ? '—' : instant(lastAt) })
  if (isClosed) {
    return (
      <p className="sync-line" role="status">
        <Pill icon={WifiOff} tone="info">
          {t('network.on')}
        </Pill>
        <span className="num">{`${t('network.lane')} · ${last}`}</span>
      </p>
    )
  }
  return (
    <p className="sync-line">
      <Pill icon={isPaused ? Pause : CircleCheck} tone={isPaused ? 'quiet' : 'good'}>
        {t(isPaused ? 'sync.paused' : 'sync.connected')}
      </Pill>
      <span className="num">
        {last}
        {' · '}
        {t('sync.next', { at: nextAt === null || isPaused ? '—' : instant(nextAt) })}
      </span>
    </p>
  )
}

export function LaneCounts({ counts }: { readonly counts: readonly (readonly [name: string, count: number])[] }) {
  const { number } = useText()
  return (
    <dl className="sync-counts num">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PauseButtonProps {
  readonly isPaused: boolean
  onChange(isPaused: boolean): void
}

export function PauseButton({ isPaused, onChange }: PauseButtonProps) {
  const { t } = useText()
  return (
    <Button icon={isPaused ? Play : Pause} onPress={() => onChange(!isPaused)}>
      {t(isPaused ? 'sync.goOn' : 'sync.pause')}
    </Button>
  )
}
