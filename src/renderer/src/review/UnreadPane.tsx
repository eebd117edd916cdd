import { FileQuestion, KeyRound, LoaderCircle, PencilLine, RotateCw, ScanText, X } from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import type { IssueView } from '../../../shared/issue'
import { isUnsettled } from '../../../shared/issue'
import { isMessageKey } from '../i18n/messages'
import { issueCause, issueTitle, stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Relations } from './fields/Relations'
import { openIssues } from './state/progress'
import { useReview } from './state/review-store'
import { hasPages } from './viewer/open-document'

interface UnreadPaneProps {
  readonly view: DocumentView
}

/** For a document from which no invoice was read: why, the facts of the file, and every way on. */
export function UnreadPane({ view }: UnreadPaneProps) {
  const text = useText()
  const { t } = text
  const { retry, openDialog, applyFix } = useReview.getState()
  const isBusy = useReview(state => state.isBusy)
  const isWorking = view.state === 'queued' || view.state === 'processing'
  const issue = openIssues(view)[0]
  const needsPassword = view.issues.some(one => one.key === 'needs_password' && isUnsettled(one.state))

  function enterByHand(about: IssueView) {
    void applyFix(about, { type: 'enter_by_hand' })
  }

  return (
    <section className="rv-unread" data-pane="issues" aria-label={t('review.unread.label')}>
      {isWorking ? <LoaderCircle aria-hidden="true" className="turning" /> : <FileQuestion aria-hidden="true" />}
      <h2>{isWorking ? stateLabel(text, view.state) : issue ? issueTitle(text, issue) : t('review.unread.title')}</h2>
      <p>{isWorking ? t('review.unread.working') : issue ? issueCause(text, issue) : reason()}</p>
      {!isWorking && (
        <div className="rv-unread-actions">
          {needsPassword && (
            <Button tone="primary" icon={KeyRound} autoFocus onPress={() => openDialog('password')}>
              {t('review.password.action')}
            </Button>
          )}
          <Button icon={RotateCw} autoFocus={!needsPassword} isDisabled={isBusy} onPress={() => void retry({})}>
            {t('review.unread.retry')}
          </Button>
          {hasPages(view) && !needsPassword && (
            <Button icon={ScanText} isDisabled={isBusy} onPress={() => void retry({ forceOcr: true })}>
              {t('review.unread.retryOcr')}
            </Button>
          )}
          {issue && (
            <Button icon={PencilLine} isDisabled={isBusy} onPress={() => enterByHand(issue)}>
              {t('review.unread.byHand')}
            </Button>
          )}
          <Button icon={X} onPress={() => openDialog('reject')}>
            {t('review.header.reject')}
          </Button>
        </div>
      )}
      <Relations view={view} />
      <dl>
        <dt>{t('review.file.name')}</dt>
        <dd>{view.fileName}</dd>
        <dt>{t('review.file.type')}</dt>
        <dd>
          {text.firstOf([`kind.${view.kind}`, 'kind.unknown'])} <span className="muted">{view.mediaType}</span>
        </dd>
        <dt>{t('review.file.size')}</dt>
        <dd className="num">{t('review.file.bytes', { bytes: view.bytes })}</dd>
        <dt>{t('review.file.received')}</dt>
        <dd className="num">
          {text.instant(view.receivedAt)} · {text.firstOf([`source.${view.source}`, 'kind.unknown'])}
        </dd>
        <dt>SHA-256</dt>
        <dd className="rv-hash">{view.sha256}</dd>
      </dl>
    </section>
  )

  /** The state's reason is an error code or words of a person. */
  function reason(): string {
    const code = `error.${view.stateReason ?? ''}`
    if (view.stateReason === null) return t('review.unread.noReason')
    return isMessageKey(code) ? t(code) : view.stateReason
  }
}
