import { AlarmClock, ArrowLeft, Check, CircleAlert, FileText, Pause, RotateCcw, TriangleAlert, X } from 'lucide-react'
import type { DocumentView } from '../../../shared/document-view'
import { useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { Money } from '../parts/Money'
import { joinedInto, Pill, StatePill } from '../parts/StatePill'
import { AssigneeButton } from './AssigneeButton'
import { ApproveButton } from './ApproveButton'
import { ModelMark } from './ModelMark'
import { blockingCount, checkCount, isOpen, isRejectable, isRestorable } from './state/approval'
import { fieldOf } from './state/progress'
import { useReview } from './state/review-store'
import { useIsNarrow } from './use-is-narrow'

interface ReviewHeaderProps {
  readonly view: DocumentView
}

/** Which invoice this is, what stands against it, and the decisions about it. */
export function ReviewHeader({ view }: ReviewHeaderProps) {
  const { t } = useText()
  const queueIds = useReview(state => state.queueIds)
  const queueLength = useNavigation(state => state.queueLength)
  const { leave, restore, openDialog } = useReview.getState()
  const isNarrow = useIsNarrow()
  const showsDocument = useReview(state => state.showsDocument)
  const position = queueIds.indexOf(view.documentId) + 1
  const { invoice } = view
  const valueOf = (name: 'seller.name' | 'invoice_number' | 'grand_total' | 'currency') =>
    fieldOf(invoice, name)?.value ?? null
  const vendor = invoice?.vendor?.name ?? valueOf('seller.name')
  const blocking = blockingCount(view)
  const toCheck = checkCount(view)

  return (
    <header className="rv-head">
      <IconButton label={t('command.backToList')} keys="Esc" icon={ArrowLeft} onPress={() => void leave()} />
      {position > 0 && (
        <span className="rv-position num">{t('review.header.position', { position, count: queueLength })}</span>
      )}
      <h1 title={vendor ?? view.fileName}>{vendor ?? view.fileName}</h1>
      {valueOf('invoice_number') !== null && <span className="rv-head-number num">{valueOf('invoice_number')}</span>}
      {valueOf('grand_total') !== null && <Money amount={valueOf('grand_total')} currency={valueOf('currency')} />}
      {blocking > 0 && (
        <Pill icon={CircleAlert} tone="critical">
          {t('review.header.blocking', { count: blocking })}
        </Pill>
      )}
      {toCheck > 0 && (
        <Pill icon={TriangleAlert} tone="check">
          {t('review.header.toCheck', { count: toCheck })}
        </Pill>
      )}
      {(view.state !== 'needs_review' || blocking + toCheck === 0) && (
        <StatePill state={view.state} joinedInto={joinedInto(view)} />
      )}
      {view.isOverdue === true && (
        <Pill icon={AlarmClock} tone="critical">
          {t('review.overdue')}
        </Pill>
      )}
      <ModelMark marks={view.sentToModel ?? []} />
      <span className="rv-head-gap" />
      {isNarrow && (
        <Button tone="ghost" icon={FileText} command="document.toggle">
          {t(showsDocument ? 'review.header.values' : 'review.pane.document')}
        </Button>
      )}
      <AssigneeButton view={view} />
      {isRestorable(view) && (
        <Button icon={RotateCcw} onPress={() => void restore()}>
          {t('review.header.restore')}
        </Button>
      )}
      {isOpen(view) && !isRestorable(view) && (
        <Button tone="ghost" icon={Pause} onPress={() => openDialog('hold')}>
          {t('review.header.hold')}
        </Button>
      )}
      {isRejectable(view) && (!isRestorable(view) || view.state === 'post_failed') && (
        <Button tone="ghost" icon={X} onPress={() => openDialog('reject')}>
          {t('review.header.reject')}
        </Button>
      )}
      <ApproveButton view={view} icon={Check} />
    </header>
  )
}
