import { RefreshCw, RotateCcw, ScrollText } from 'lucide-react'
import type { PaperlessProblem, PaperlessStatus } from '../../../shared/paperless'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { Lane, LaneHead, OfflineLane, PauseButton } from './Lane'

/** The archive's lane: what came from it, what is written back, and what did not work and why. */
export function PaperlessLane({ onShowLog }: { onShowLog(): void }) {
  const { t } = useText()
  const paperless = usePaperless(state => state.paperless)
  return (
    <Lane name="Paperless-ngx">
      {paperless.connected ? (
        <Connected paperless={paperless} onShowLog={onShowLog} />
      ) : (
        <OfflineLane off={t('paperless.off')} connect={t('paperless.lane.connect')} section="paperless" />
      )}
    </Lane>
  )
}

function Connected({ paperless, onShowLog }: { readonly paperless: PaperlessStatus; onShowLog(): void }) {
  const { t } = useText()
  const { isPaused, lastRunAt, nextRunAt, lastError, circuit, missingPermissions, counts } = paperless
  const takesNothing = paperless.options.take === null
  const isClosed = useNetwork(state => state.isClosed)
  return (
    <>
      <LaneHead
        isPaused={isPaused}
        lastAt={lastRunAt}
        nextAt={nextRunAt}
        lastError={lastError}
        circuit={circuit}
        counts={[
          [t('paperless.count.taken'), counts.taken],
          [t('paperless.count.today'), counts.takenToday],
          [t('paperless.count.skipped'), counts.skipped],
          [t('paperless.count.failed'), counts.failed],
          [t('paperless.count.toWrite'), counts.toWrite],
          [t('paperless.count.uploading'), counts.uploading],
        ]}
      />
      {missingPermissions.length > 0 && (
        <FormError>{t('paperless.missing', { permissions: missingPermissions.join(', ') })}</FormError>
      )}
      {takesNothing && <p className="sub">{t('paperless.take.none')}</p>}
      <div className="actions">
        {takesNothing && (
          <Button tone="primary" onPress={() => useNavigation.getState().openSettings('paperless')}>
            {t('paperless.lane.choose')}
          </Button>
        )}
        <Button icon={RefreshCw} isDisabled={isClosed} onPress={() => void usePaperless.getState().sync()}>
          {t('paperless.sync')}
        </Button>
        <PauseButton isPaused={isPaused} onChange={isWanted => void usePaperless.getState().setPaused(isWanted)} />
        <Button icon={ScrollText} onPress={onShowLog}>
          {t('sync.view.sent')}
        </Button>
      </div>
      <Problems />
    </>
  )
}

function Problems() {
  const { t } = useText()
  const problems = usePaperless(state => state.problems)
  const isClosed = useNetwork(state => state.isClosed)
  if (problems.length === 0) return <p className="muted sub">{t('paperless.noProblems')}</p>
  return (
    <>
      <ul className="sync-problems" aria-label={t('paperless.problems')}>
        {problems.map(problem => (
          <Problem key={`${problem.kind} ${problem.archiveId ?? ''} ${problem.documentId ?? ''}`} problem={problem} />
        ))}
      </ul>
      {problems.some(({ kind }) => kind !== 'skipped') && (
        <div className="actions">
          <Button icon={RotateCcw} isDisabled={isClosed} onPress={() => void usePaperless.getState().retry()}>
            {t('paperless.retry')}
          </Button>
        </div>
      )}
    </>
  )
}

function Problem({ problem }: { readonly problem: PaperlessProblem }) {
  const text = useText()
  const { t, instant } = text
  const { kind, archiveId, title, documentId, error, nextTryAt } = problem
  const name = [title, archiveId === null ? null : t('paperless.problem.id', { id: archiveId })]
  return (
    <li>
      <div className="sync-problem">
        <strong>{name.filter(part => part !== null).join(' · ')}</strong>
        <span className={kind === 'skipped' ? 'muted' : 'critical-ink'}>{t(`paperless.problem.${kind}`)}</span>
        <p className="muted">
          {errorText(text, error)}
          {nextTryAt !== null && ` ${t('sync.nextTry', { at: instant(nextTryAt) })}`}
        </p>
      </div>
      {documentId !== null && (
        <Button onPress={() => useNavigation.getState().openReview(documentId, [documentId])}>{t('sync.open')}</Button>
      )}
    </li>
  )
}
