import { CheckCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import type { DocumentView } from '../../../shared/document-view'
import { useNavigation } from '../app/navigation'
import { engine } from '../engine-client'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { Announcer } from './Announcer'
import { FieldsPane } from './fields/FieldsPane'
import { IssuePane } from './issues/IssuePane'
import { LinesPane } from './lines/LinesPane'
import { useEffort } from './effort'
import { ApprovalLine } from './ApprovalLine'
import { AsideLine } from './AsideLine'
import { HoldLine } from './HoldLine'
import { ProblemBar } from './ProblemBar'
import './viewer/viewer.css'
import './viewer/xml-sheet.css'
import './issues/issues.css'
import './fields/fields.css'
import './lines/lines.css'
import './comments/comments.css'
// Last: what it says for narrow windows outranks the parts.
import './review.css'
import { ReviewDialogs } from './ReviewDialogs'
import { ReviewFooter } from './ReviewFooter'
import { ReviewHeader } from './ReviewHeader'
import { useReview } from './state/review-store'
import { UnreadPane } from './UnreadPane'
import { useFocusWish } from './use-focus-wish'
import { useIsNarrow } from './use-is-narrow'
import { DocumentPane } from './viewer/DocumentPane'

/** One invoice: the document on the left, its problems and fields on the right, its lines below. */
export function ReviewScreen() {
  const text = useText()
  const { t } = text
  const documentId = useNavigation(state => state.documentId)
  const queueIds = useNavigation(state => state.queueIds)
  const view = useReview(state => state.view)
  const loadError = useReview(state => state.loadError)
  const { open, walk, reload, leave, countKey } = useReview.getState()
  const root = useRef<HTMLDivElement>(null)

  const openNow = useEffectEvent(() => void open(documentId, queueIds))
  useEffect(() => openNow(), [documentId])
  useEffect(() => walk(queueIds), [walk, queueIds])

  const refresh = useEffectEvent((changed: readonly string[]) => {
    if (documentId !== null && changed.includes(documentId)) void reload()
  })
  useEffect(() => engine.on('document.changed', ({ documentIds }) => refresh(documentIds)), [])
  useFocusWish(root, view)
  useEffort(documentId)

  function onKeyDownCapture(event: KeyboardEvent) {
    if (!event.repeat && !['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) countKey()
  }

  if (documentId === null) {
    return (
      <div className="empty">
        <div className="empty-card">
          <CheckCheck aria-hidden="true" />
          <h2>{t('review.nothing')}</h2>
          <p>{t('review.nothing.body')}</p>
          <div className="empty-actions">
            <Button onPress={() => void leave()}>{t('command.backToList')}</Button>
          </div>
        </div>
      </div>
    )
  }
  if (!view) {
    return (
      <div className="rv rv-none" aria-busy={!loadError}>
        {loadError && (
          <>
            <p role="alert">{errorText(text, loadError)}</p>
            <Button onPress={() => void reload()}>{t('review.viewer.tryAgain')}</Button>
          </>
        )}
      </div>
    )
  }
  return (
    <div ref={root} className="rv" onKeyDownCapture={onKeyDownCapture}>
      <ReviewHeader view={view} />
      <ProblemBar />
      <HoldLine view={view} />
      <AsideLine view={view} />
      <ApprovalLine view={view} />
      {view.invoice ? <InvoicePanes view={view} /> : <UnreadPanes view={view} />}
      <ReviewFooter view={view} />
      <ReviewDialogs view={view} />
      <Announcer />
    </div>
  )
}

interface PanesProps {
  readonly view: DocumentView
}

function InvoicePanes({ view }: PanesProps) {
  const { t } = useText()
  const isNarrow = useIsNarrow()
  const showsDocument = useReview(state => state.showsDocument)
  const rows = useDefaultLayout({ id: 'review.rows', storage: window.localStorage })
  const columns = useDefaultLayout({ id: 'review.columns', storage: window.localStorage })
  const { invoice } = view
  if (!invoice) return null
  const side = (
    <div className="rv-side">
      <IssuePane view={view} />
      <FieldsPane view={view} invoice={invoice} />
    </div>
  )
  return (
    <Group className="rv-rows" orientation="vertical" {...layoutProps(rows)}>
      <Panel id="upper" minSize="30%" defaultSize="77%">
        {isNarrow ? (
          showsDocument ? (
            <DocumentPane view={view} />
          ) : (
            side
          )
        ) : (
          <Group orientation="horizontal" {...layoutProps(columns)}>
            <Panel id="document" minSize={280} defaultSize="52%">
              <DocumentPane view={view} />
            </Panel>
            <Separator className="rv-split rv-split-column" aria-label={t('review.pane.split')} />
            <Panel id="values" minSize={380} defaultSize="48%">
              {side}
            </Panel>
          </Group>
        )}
      </Panel>
      <Separator className="rv-split rv-split-row" aria-label={t('review.pane.splitLines')} />
      <Panel id="lines" minSize={90} defaultSize="23%">
        <LinesPane view={view} invoice={invoice} />
      </Panel>
    </Group>
  )
}

/** No invoice was read: the document, as far as it can be shown, and the ways on. */
function UnreadPanes({ view }: PanesProps) {
  const canBeShown = view.kind === 'pdf' || view.kind === 'image'
  const isNarrow = useIsNarrow()
  const showsDocument = useReview(state => state.showsDocument)
  if (isNarrow && canBeShown && showsDocument) return <DocumentPane view={view} />
  return (
    <div className={canBeShown && !isNarrow ? 'rv-unread-panes' : 'rv-unread-alone'}>
      {canBeShown && !isNarrow && <DocumentPane view={view} />}
      <UnreadPane view={view} />
    </div>
  )
}

function layoutProps({ defaultLayout, onLayoutChanged }: ReturnType<typeof useDefaultLayout>) {
  return defaultLayout ? { defaultLayout, onLayoutChanged } : { onLayoutChanged }
}
