import { Copy, ExternalLink, History, Plus, Send, Trash2, Undo2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { DocumentView } from '../../../shared/document-view'
import { evidenceText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { useDryRun } from '../sync/DryRun'
import { openInLedger } from '../sync/open-in-ledger'
import { CommentsButton } from './comments/CommentsButton'
import { HistoryButton } from './HistoryButton'
import { QualityButton } from './QualityButton'
import { RunButton } from './runs/RunButton'
import { netSum } from './lines/columns'
import { isEditable } from './state/approval'
import { fieldOf, lineOf } from './state/progress'
import { useReview } from './state/review-store'

interface ReviewFooterProps {
  readonly view: DocumentView
}

/** Sum of the lines beside the net total, the line's evidence, history, twin, and how many keys this invoice took. */
export function ReviewFooter({ view }: ReviewFooterProps) {
  const text = useText()
  const { t, money } = text
  const keyCount = useReview(state => state.keyCount)
  const focused = useReview(state => state.focused)
  const { undo, addLine, removeLine } = useReview.getState()
  const { invoice, duplicateOf, bill } = view
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  const sum = invoice && invoice.lines.length > 0 ? netSum(invoice) : null
  const line = invoice && focused?.startsWith('line:') === true ? lineOf(invoice, focused.slice(5)) : undefined
  const mayEdit = isEditable(view)
  const isConnected = useLedger(state => state.ledger.connected)
  const evidence = line?.codingEvidence.map(item => evidenceText(text, item)).join(' · ')

  return (
    <footer className="rv-foot">
      {sum && (
        <span className="num">
          {t('review.foot.sum')}{' '}
          <strong className={sum.agrees ? undefined : 'critical-ink'}>{money(sum.sum, currency)}</strong>
          {sum.net !== null && <> {t('review.foot.of', { net: money(sum.net, currency) })}</>}
        </span>
      )}
      {mayEdit && (
        <AriaButton
          className="rv-foot-button"
          aria-keyshortcuts="Alt+Insert"
          onPress={() => void addLine(line?.id ?? invoice?.lines.at(-1)?.id ?? null)}
        >
          <Plus aria-hidden="true" />
          {t('command.addLine')}
        </AriaButton>
      )}
      {mayEdit && line && (
        <AriaButton className="rv-foot-button" aria-keyshortcuts="Alt+Delete" onPress={() => void removeLine(line.id)}>
          <Trash2 aria-hidden="true" />
          {t('review.foot.removeLine', { position: line.position })}
        </AriaButton>
      )}
      {view.quality && <QualityButton quality={view.quality} />}
      <CommentsButton view={view} />
      <RunButton view={view} />
      <HistoryButton documentId={view.documentId} icon={History} />
      {view.canUndo && (
        <AriaButton className="rv-foot-button" onPress={() => void undo()} aria-keyshortcuts="Control+Z">
          <Undo2 aria-hidden="true" />
          {t('command.undo')}
        </AriaButton>
      )}
      {duplicateOf && (
        <AriaButton
          className="rv-foot-button"
          onPress={() => useNavigation.getState().openDocument(duplicateOf.documentId)}
        >
          <Copy aria-hidden="true" />
          {t(duplicateOf.isJoined ? 'review.foot.joined' : 'review.foot.twin', { number: duplicateOf.intakeNumber })}
        </AriaButton>
      )}
      {bill && <Note told={t('review.foot.bill', { number: bill.billNumber })} />}
      {view.inArchive && (
        <Note told={t(`review.foot.archive.${view.inArchive.state}`, { id: view.inArchive.archiveId ?? '' })} />
      )}
      {isConnected && bill?.ledgerId != null && (
        <AriaButton className="rv-foot-button" onPress={() => void openInLedger(view.documentId)}>
          <ExternalLink aria-hidden="true" />
          {t('sync.openBill')}
        </AriaButton>
      )}
      {isConnected && invoice && view.state !== 'posted' && (
        <AriaButton className="rv-foot-button" onPress={() => void useDryRun.getState().show(view.documentId)}>
          <Send aria-hidden="true" />
          {t('sync.dryRun')}
        </AriaButton>
      )}
      {evidence !== undefined && evidence !== '' && (
        <span className="rv-foot-evidence" title={evidence}>
          {evidence}
        </span>
      )}
      <span className="rv-foot-keys num" title={t('review.foot.keysHint')}>
        {t('review.foot.keys', { count: keyCount })}
      </span>
    </footer>
  )
}

function Note({ told }: { readonly told: string }) {
  return (
    <span className="rv-foot-note muted num" title={told}>
      {told}
    </span>
  )
}
