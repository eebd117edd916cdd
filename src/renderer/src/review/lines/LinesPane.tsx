import type { DocumentView } from '../../../../shared/document-view'
import type { InvoiceView } from '../../../../shared/invoice'
import { useText } from '../../i18n/t'
import { AccountGroups } from './AccountGroups'
import { LikeOffer } from './LikeLines'
import { LinesGrid } from './LinesGrid'

interface LinesPaneProps {
  readonly view: DocumentView
  readonly invoice: InvoiceView
}

/** Bottom pane: the lines and their accounts. */
export function LinesPane({ view, invoice }: LinesPaneProps) {
  const { t } = useText()
  return (
    <section className="rv-lines" data-pane="lines" aria-label={t('review.pane.lines')}>
      <LikeOffer />
      <AccountGroups invoice={invoice} />
      <LinesGrid key={view.documentId} view={view} invoice={invoice} />
    </section>
  )
}
