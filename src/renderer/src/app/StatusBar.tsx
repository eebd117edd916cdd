import { AlarmClock, CircleAlert, CircleCheck, MessageCircleQuestionMark, Pause, Play, WifiOff } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useText, type Text } from '../i18n/t'
import { IconButton } from '../parts/Button'
import { isConserved, sumOfStates, sumParts } from './conservation'
import { useCounts } from './counts-slice'
import { useLedger } from './ledger-slice'
import { useNavigation } from './navigation'
import { useNetwork, waitingInAll } from './network-slice'
import { showUrgent } from './urgent-lists'

/** Always in sight: everything received is somewhere, what is being read, when the ledger was last spoken to. */
export function StatusBar() {
  const { t } = useText()
  return (
    <footer className="status" aria-label={t('status.label')}>
      <AriaButton className="sum-button" onPress={() => useNavigation.getState().show('conservation')}>
        <ConservationSum />
      </AriaButton>
      <UrgentCounts />
      <ReadingProgress />
      <AirGapMark />
      <LedgerTimes />
    </footer>
  )
}

/** "4,212 received = 3,715 posted + 418 ready …", green with a tick or red with the sentence that it does not add up. */
function ConservationSum() {
  const { t, number } = useText()
  const conservation = useCounts(state => state.conservation)
  if (!isConserved(conservation)) {
    const received = number(conservation.received)
    return (
      <span className="sum broken num" role="alert">
        <CircleAlert aria-hidden="true" />
        {t('status.unbalanced', { received, sum: number(sumOfStates(conservation)) })}
      </span>
    )
  }
  const parts = sumParts(conservation).map(part => t(part.label, { count: part.count, shown: number(part.count) }))
  const sum = t('status.received', { count: conservation.received, shown: number(conservation.received) })
  return (
    <span className="sum num" title={t('status.balanced')}>
      <CircleCheck aria-hidden="true" />
      {parts.length > 0 ? `${sum} = ${parts.join(' + ')}` : sum}
      <span className="visually-hidden">{t('status.balanced')}</span>
    </span>
  )
}

/** What is overdue and what waits for my word, each a click away; nothing where there is none. */
function UrgentCounts() {
  const { t } = useText()
  const overdue = useCounts(state => state.overdue)
  const asked = useCounts(state => state.asked)
  return (
    <>
      {overdue > 0 && (
        <AriaButton className="sum-button urgent num" onPress={() => void showUrgent('overdue')}>
          <AlarmClock aria-hidden="true" />
          {t('status.overdue', { count: overdue })}
        </AriaButton>
      )}
      {asked > 0 && (
        <AriaButton className="sum-button num" onPress={() => void showUrgent('asked')}>
          <MessageCircleQuestionMark aria-hidden="true" />
          {t('status.asked', { count: asked })}
        </AriaButton>
      )}
    </>
  )
}

function ReadingProgress() {
  const text = useText()
  const progress = useCounts(state => state.progress)
  const left = progress.waiting + progress.running
  if (left === 0) return null
  const words = progress.isPaused
    ? [text.t('status.paused', { count: left })]
    : [
        text.t('status.reading', { done: text.number(progress.done), of: text.number(progress.of) }),
        ...(progress.rate ? rateAndRemaining(text, progress.rate, left) : []),
      ]
  return (
    <>
      <span className="sep" />
      <span className="status-progress num" role="status">
        {words.join(' · ')}
        <IconButton
          label={text.t(progress.isPaused ? 'status.resume' : 'status.pause')}
          icon={progress.isPaused ? Play : Pause}
          onPress={() => void useCounts.getState().setPaused(!progress.isPaused)}
        />
      </span>
    </>
  )
}

/** @param rate documents per second; the engine gives it only once 20 are done, so that the time left is honest */
function rateAndRemaining(text: Text, rate: number, left: number): string[] {
  const oneDecimal = text.decimal((Math.round(rate * 10) / 10).toFixed(1))
  return [
    text.t('status.rate', { rate: oneDecimal }),
    text.t('status.remaining', { time: duration(text, left / rate) }),
  ]
}

function duration(text: Text, seconds: number): string {
  if (seconds < 90) return text.t('status.seconds', { count: Math.max(1, Math.round(seconds)) })
  if (seconds < 90 * 60) return text.t('status.minutes', { count: Math.round(seconds / 60) })
  return text.t('status.hours', { count: Math.round(seconds / 3600) })
}

/** Nothing leaves this machine, and so much waits for that to end. */
function AirGapMark() {
  const { t } = useText()
  const isClosed = useNetwork(state => state.isClosed)
  const waits = useNetwork(waitingInAll)
  if (!isClosed) return null
  return (
    <>
      <span className="sep" />
      <AriaButton className="sum-button num" onPress={() => useNavigation.getState().openSettings('privacy')}>
        <WifiOff aria-hidden="true" />
        {`${t('network.on')} · ${t('network.waits', { count: waits })}`}
      </AriaButton>
    </>
  )
}

function LedgerTimes() {
  const { t, time } = useText()
  const ledger = useLedger(state => state.ledger)
  return (
    <span className="status-right num">
      {ledger.waiting > 0 && <span>{t('ledger.waiting', { count: ledger.waiting })}</span>}
      {ledger.lastSyncAt !== null && <span>{t('ledger.lastSync', { time: time(ledger.lastSyncAt) })}</span>}
      {ledger.connected && ledger.nextSyncAt !== null && (
        <span>{t('ledger.nextSync', { time: time(ledger.nextSyncAt) })}</span>
      )}
    </span>
  )
}
