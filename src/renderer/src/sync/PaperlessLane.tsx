import { CircleAlert, CircleCheck, CloudOff, Pause, Play, RefreshCw, RotateCcw } from 'lucide-react'
import type { PaperlessProblem, PaperlessStatus } from '../../../shared/paperless'
import { useNavigation } from '../app/navigation'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Pill } from '../parts/StatePill'

/** The archive's lane: what came from it, what is written back, and what did not work and why. */
export function PaperlessLane() {
  const { t } = useText()
  const paperless = usePaperless(state => state.paperless)
  return (
    <section className="sync-lane" aria-label="Paperless-ngx">
      <h2>Paperless-ngx</h2>
      {paperless.connected ? (
        <Connected paperless={paperless} />
      ) : (
        <>
          <p>
            <Pill icon={CloudOff} tone="quiet">
              {t('paperless.lane.offline')}
            </Pill>
          </p>
          <div className="actions">
            <SettingsButton>{t('paperless.lane.connect')}</SettingsButton>
          </div>
        </>
      )}
    </section>
  )
}

function SettingsButton({ children }: { readonly children: string }) {
  return (
    <Button tone="primary" onPress={() => useNavigation.getState().openSettings('paperless')}>
      {children}
    </Button>
  )
}

function Connected({ paperless }: { readonly paperless: PaperlessStatus }) {
  const text = useText()
  const { t, instant } = text
  const { isPaused, lastRunAt, nextRunAt, lastError, missingPermissions } = paperless
  return (
    <>
      <p className="sync-line">
        <Pill icon={isPaused ? Pause : CircleCheck} tone={isPaused ? 'quiet' : 'good'}>
          {t(isPaused ? 'sync.paused' : 'sync.connected')}
        </Pill>
        <span className="num">
          {t('sync.last', { at: lastRunAt === null ? '—' : instant(lastRunAt) })}
          {' · '}
          {t('sync.next', { at: nextRunAt === null || isPaused ? '—' : instant(nextRunAt) })}
        </span>
      </p>
      <Counts counts={paperless.counts} />
      {lastError && <Alert>{errorText(text, lastError)}</Alert>}
      {missingPermissions.length > 0 && (
        <Alert>{t('paperless.missing', { permissions: missingPermissions.join(', ') })}</Alert>
      )}
      {paperless.options.take === null && <p className="sub">{t('paperless.take.none')}</p>}
      <div className="actions">
        {paperless.options.take === null && <SettingsButton>{t('paperless.lane.choose')}</SettingsButton>}
        <Button icon={RefreshCw} onPress={() => void usePaperless.getState().sync()}>
          {t('paperless.sync')}
        </Button>
        <Button icon={isPaused ? Play : Pause} onPress={() => void usePaperless.getState().setPaused(!isPaused)}>
          {t(isPaused ? 'sync.goOn' : 'sync.pause')}
        </Button>
      </div>
      <Problems />
    </>
  )
}

function Alert({ children }: { readonly children: string }) {
  return (
    <p className="form-error" role="alert">
      <CircleAlert aria-hidden="true" />
      {children}
    </p>
  )
}

function Counts({ counts }: { readonly counts: PaperlessStatus['counts'] }) {
  const { t, number } = useText()
  const shown: readonly (readonly [string, number])[] = [
    [t('paperless.count.taken'), counts.taken],
    [t('paperless.count.today'), counts.takenToday],
    [t('paperless.count.skipped'), counts.skipped],
    [t('paperless.count.failed'), counts.failed],
    [t('paperless.count.toWrite'), counts.toWrite],
    [t('paperless.count.uploading'), counts.uploading],
  ]
  return (
    <dl className="sync-counts num">
      {shown.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Problems() {
  const { t } = useText()
  const problems = usePaperless(state => state.problems)
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
          <Button icon={RotateCcw} onPress={() => void usePaperless.getState().retry()}>
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
