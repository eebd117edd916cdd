import { RotateCcw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Step } from '../../../shared/document'
import type { JobState, JobView } from '../../../shared/ledger'
import { useCounts } from '../app/counts-slice'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { useNetwork } from '../app/network-slice'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog, Dialog } from '../parts/Dialog'
import { Tabs } from '../parts/Tabs'
import { useJobs } from './jobs-slice'

const states: readonly JobState[] = ['waiting', 'running', 'failed', 'set_aside', 'done']

/** Everything the engine does by itself: what waits, runs, failed and is tried again, waits for a person, is done. */
export function JobsView() {
  const { t } = useText()
  const state = useJobs(slice => slice.state)
  const jobs = useJobs(slice => slice.jobs)
  const counts = useJobs(slice => slice.counts)
  const [detailed, setDetailed] = useState<JobView | null>(null)
  const [cancelled, setCancelled] = useState<JobView | null>(null)
  // They change whenever a job does.
  const conservation = useCounts(slice => slice.tabs)
  const ledger = useLedger(slice => slice.ledger)
  const paperless = usePaperless(slice => slice.paperless)
  useEffect(() => void useJobs.getState().load(), [conservation, ledger, paperless])
  const cancel = (job: JobView) => {
    // What it means is no matter of course there.
    if (archiveStep(job)) setCancelled(job)
    else void useJobs.getState().cancel(job)
  }
  const mayRetry = state === 'failed' || state === 'set_aside'
  return (
    <section className="sync-lane" aria-label={t('jobs.title')}>
      <Tabs
        label={t('jobs.states')}
        chosen={state}
        isViewPerTab
        onChoose={useJobs.getState().show}
        tabs={states.map(id => ({ id, label: t(`jobs.state.${id}`), ...(counts && { count: counts[id] }) }))}
      >
        <div className="jobs-head">
          <p className="muted">{t(`jobs.state.${state}.what`)}</p>
          {mayRetry && jobs.length > 0 && (
            <Button icon={RotateCcw} onPress={() => void useJobs.getState().retry(null)}>
              {t('jobs.retryAll')}
            </Button>
          )}
        </div>
        {jobs.length === 0 ? (
          <p className="muted jobs-none">{t('jobs.none')}</p>
        ) : (
          <ul className="jobs">
            {jobs.map(job => (
              <Job key={job.id} job={job} onDetails={() => setDetailed(job)} onCancel={() => cancel(job)} />
            ))}
          </ul>
        )}
      </Tabs>
      {cancelled && <CancelArchiveWork job={cancelled} onClose={() => setCancelled(null)} />}
      {detailed && <Details job={detailed} onClose={() => setDetailed(null)} />}
    </section>
  )
}

function Job({ job, onDetails, onCancel }: { readonly job: JobView; onDetails(): void; onCancel(): void }) {
  const text = useText()
  const { t } = text
  const { retry } = useJobs.getState()
  const isClosed = useNetwork(state => state.isClosed)
  const isHeld = isClosed && job.canRetry && (job.lane === 'posting' || job.lane === 'archive')
  return (
    <li>
      <div className="sync-problem">
        <span>
          <strong>{job.name}</strong>
          {job.intakeNumber !== null && <span className="muted num"> #{job.intakeNumber}</span>}
        </span>
        <span className="muted">
          {t(`jobs.step.${stepOf(job.step)}`)}
          {!wasRefused(job) && (
            <>
              {' · '}
              <When job={job} />
            </>
          )}
        </span>
        {job.error && <p className="critical-ink">{errorText(text, job.error)}</p>}
        {isHeld && <p className="muted">{t('network.lane')}</p>}
      </div>
      {job.canRetry && (
        <Button icon={RotateCcw} isDisabled={isHeld} onPress={() => void retry(job)}>
          {t('jobs.retry')}
        </Button>
      )}
      {job.canCancel && (
        <Button icon={X} onPress={onCancel}>
          {t('jobs.cancel')}
        </Button>
      )}
      <Button onPress={onDetails}>{t('jobs.details')}</Button>
    </li>
  )
}

/** Says what becomes of it before work with the archive is cancelled. */
function CancelArchiveWork({ job, onClose }: { readonly job: JobView; onClose(): void }) {
  const { t } = useText()
  const step = archiveStep(job)
  if (!step) return null
  const { name } = job
  return (
    <ConfirmDialog
      isOpen
      title={t(`jobs.cancelArchive.${step}.title`, { name })}
      body={t(`jobs.cancelArchive.${step}.body`)}
      action={t(`jobs.cancelArchive.${step}.action`)}
      onConfirm={() => void useJobs.getState().cancel(job)}
      onClose={onClose}
    />
  )
}

function When({ job }: { readonly job: JobView }) {
  const { t, instant } = useText()
  if (job.finishedAt !== null) return <span className="num">{t('jobs.finished', { at: instant(job.finishedAt) })}</span>
  if (job.state === 'failed' && job.runAfter !== null)
    return <span className="num">{t('jobs.again', { at: instant(job.runAfter), attempts: job.attempts })}</span>
  return <span className="num">{t('jobs.attempts', { attempts: job.attempts })}</span>
}

function Details({ job, onClose }: { readonly job: JobView; onClose(): void }) {
  const text = useText()
  const { t } = text
  const { documentId } = job
  const facts: readonly (readonly [string, string])[] = [
    [t('jobs.detail.document'), job.intakeNumber === null ? job.name : `#${job.intakeNumber} ${job.name}`],
    [t('jobs.detail.lane'), t(`jobs.lane.${job.lane}`)],
    [t('jobs.detail.step'), t(`jobs.step.${stepOf(job.step)}`)],
    ...(wasRefused(job) ? [] : [[t('jobs.detail.attempts'), String(job.attempts)] as const]),
    [t('jobs.detail.id'), job.id],
    ...(job.error ? [[t('jobs.detail.code'), job.error.code] as const] : []),
  ]
  return (
    <Dialog
      title={t('jobs.detail.title')}
      isOpen
      onClose={onClose}
      actions={
        documentId !== null && (
          <Button
            tone="primary"
            onPress={() => {
              onClose()
              useNavigation.getState().openReview(documentId, [documentId])
            }}
          >
            {t('jobs.openDocument')}
          </Button>
        )
      }
    >
      <dl className="facts num">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {job.error && <p className="critical-ink sub">{errorText(text, job.error)}</p>}
    </Dialog>
  )
}

const archiveSteps = ['take', 'write_back', 'upload'] as const
const steps = [...Step.options, 'bill', 'vendor_credit', ...archiveSteps] as const

/** Only what is tried again by itself is counted: an answer that needs a person came at once, and not without a try. */
function wasRefused({ error, attempts }: JobView): boolean {
  return error !== null && attempts === 0
}

function archiveStep({ lane, step }: JobView): (typeof archiveSteps)[number] | undefined {
  return lane === 'archive' ? archiveSteps.find(each => each === step) : undefined
}

function stepOf(step: string): (typeof steps)[number] | 'other' {
  return steps.find(each => each === step) ?? 'other'
}
