import { CircleCheck, CirclePause, CloudOff, Pause, Play, TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EpochMs } from '../../../shared/ids'
import type { CircuitState } from '../../../shared/ledger'
import type { ErrorData } from '../../../shared/result'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
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
  /** What it means that there is no connection. */
  readonly off: string
  readonly connect: string
  /** Of the settings, where the connection is made. */
  readonly section: 'ledger' | 'paperless'
}

/** A program that is not connected yet, and the way to connect it. */
export function OfflineLane({ off, connect, section }: OfflineLaneProps) {
  const { t } = useText()
  return (
    <>
      <p>
        <Pill icon={CloudOff} tone="quiet">
          {t('sync.notConnected')}
        </Pill>{' '}
        {off}
      </p>
      <div className="actions">
        <Button tone="primary" onPress={() => useNavigation.getState().openSettings(section)}>
          {connect}
        </Button>
      </div>
    </>
  )
}

interface LaneHeadProps {
  readonly isPaused: boolean
  readonly lastAt: EpochMs | null
  readonly nextAt: EpochMs | null
  readonly counts: readonly (readonly [name: string, count: number])[]
  /** Why the other program cannot be reached; beside the point while nobody is to be reached. */
  readonly lastError: ErrorData | null
  readonly circuit: CircuitState | undefined
}

/** How it stands with the other program: connected or not, when it went and goes next, how much of what, what failed. */
export function LaneHead({ isPaused, lastAt, nextAt, counts, lastError, circuit }: LaneHeadProps) {
  const text = useText()
  const isClosed = useNetwork(state => state.isClosed)
  return (
    <>
      <Standing isPaused={isPaused} isTroubled={lastError !== null} lastAt={lastAt} nextAt={nextAt} />
      <dl className="sync-counts num">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text.number(count)}</dd>
          </div>
        ))}
      </dl>
      {lastError && !isClosed && <FormError>{errorText(text, lastError)}</FormError>}
      {circuit && !isClosed && <Circuit circuit={circuit} />}
    </>
  )
}

/** Whether the other program is left alone after failing again and again, and until when. */
function Circuit({ circuit: { state, failures, triedAgainAt } }: { readonly circuit: CircuitState }) {
  const { t, instant } = useText()
  if (state === 'closed') return null
  return (
    <p className="sync-line" role="status">
      <Pill icon={CirclePause} tone="check">
        {state === 'open'
          ? t('sync.circuit.open', { failures, at: triedAgainAt === null ? '—' : instant(triedAgainAt) })
          : t('sync.circuit.half_open')}
      </Pill>
    </p>
  )
}

interface StandingProps extends Pick<LaneHeadProps, 'isPaused' | 'lastAt' | 'nextAt'> {
  /** The last try did not come to its end. */
  readonly isTroubled: boolean
}

/** In touch or not, paused or cut off by the air gap, when it last went and when it goes next. */
function Standing({ isPaused, isTroubled, lastAt, nextAt }: StandingProps) {
  const { t, instant } = useText()
  const isClosed = useNetwork(state => state.isClosed)
  const last = lastAt === null ? t('sync.never') : t('sync.last', { at: instant(lastAt) })
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
      {isPaused ? (
        <Pill icon={Pause} tone="quiet">
          {t('sync.paused')}
        </Pill>
      ) : isTroubled ? (
        <Pill icon={TriangleAlert} tone="check">
          {t('sync.troubled')}
        </Pill>
      ) : (
        <Pill icon={CircleCheck} tone="good">
          {t('sync.connected')}
        </Pill>
      )}
      <span className="num">
        {last}
        {nextAt !== null && !isPaused && ` · ${t('sync.next', { at: instant(nextAt) })}`}
      </span>
    </p>
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
