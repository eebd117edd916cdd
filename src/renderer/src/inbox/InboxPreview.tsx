import { ScanSearch, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DocumentView } from '../../../shared/document-view'
import type { DocumentId } from '../../../shared/ids'
import type { FieldName } from '../../../shared/invoice'
import { isUnsettled, Severity } from '../../../shared/issue'
import { engine } from '../engine-client'
import { fieldLabel, issueCause, issueTitle } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { joinedInto, StatePill } from '../parts/StatePill'
import { fieldValueText } from '../review/fields/field-text'
import { fieldOf } from '../review/state/progress'
import { StillPages } from '../review/viewer/StillPages'
import { reviewRow } from './inbox-actions'
import { useInbox } from './inbox-slice'
import { usePreview } from './preview-slice'

/** Walking the list with the arrows shows what is stopped at, not what is passed. In milliseconds. */
const pauseMs = 120

const shownFields: readonly FieldName[] = [
  'seller.tax_id',
  'invoice_number',
  'issue_date',
  'due_date',
  'net_total',
  'tax_total',
  'grand_total',
]

/** The document under the cursor, to be glanced at without leaving the list. */
export function InboxPreview() {
  const { t } = useText()
  const documentId = useInbox(state => state.rows[state.cursor]?.documentId ?? null)
  const view = useDocument(documentId)
  return (
    <aside className="preview" aria-label={t('inbox.preview')}>
      <header>
        <strong className="preview-name">
          {view ? (view.invoice?.vendor?.name ?? fieldOf(view.invoice, 'seller.name')?.value ?? view.fileName) : ''}
        </strong>
        {view && <StatePill state={view.state} severity={worstOpen(view)} joinedInto={joinedInto(view)} />}
        <IconButton label={t('inbox.preview.close')} icon={X} keys="P" onPress={() => usePreview.getState().toggle()} />
      </header>
      {view ? <Glance view={view} /> : <p className="muted preview-none">{t('inbox.preview.none')}</p>}
    </aside>
  )
}

function Glance({ view }: { readonly view: DocumentView }) {
  const text = useText()
  const { t } = text
  const currency = fieldOf(view.invoice, 'currency')?.value ?? null
  const open = view.issues.filter(issue => isUnsettled(issue.state))
  return (
    <>
      {open.length > 0 && (
        <ul className="preview-issues">
          {open.slice(0, 3).map(issue => (
            <li key={issue.id}>
              <strong>{issueTitle(text, issue)}</strong> {issueCause(text, issue)}
            </li>
          ))}
          {open.length > 3 && <li className="muted">{t('inbox.moreIssues', { count: open.length - 3 })}</li>}
        </ul>
      )}
      <dl className="preview-facts">
        {shownFields.flatMap(name => {
          const value = fieldOf(view.invoice, name)?.value ?? null
          if (value === null) return []
          return [
            <dt key={name}>{fieldLabel(text, name)}</dt>,
            <dd key={`${name} value`} className="num">
              {fieldValueText(text, name, value, currency)}
              {name === 'grand_total' && currency !== null && <span className="muted"> {currency}</span>}
            </dd>,
          ]
        })}
      </dl>
      <StillPages key={view.documentId} view={view} label={t('inbox.preview.pages')} />
      <footer>
        <Button icon={ScanSearch} onPress={() => void reviewRow()}>
          {t('inbox.preview.review')}
        </Button>
      </footer>
    </>
  )
}

/** As in the list: a problem that stops the document colours its state. */
function worstOpen({ issues }: DocumentView): Severity | null {
  const open = issues.filter(issue => isUnsettled(issue.state))
  return Severity.options.find(severity => open.some(issue => issue.severity === severity)) ?? null
}

function useDocument(documentId: DocumentId | null): DocumentView | null {
  const [view, setView] = useState<DocumentView | null>(null)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      if (documentId === null) return setView(null)
      const reply = await engine.call('document.get', { documentId })
      if (isCurrent) setView(reply.ok ? reply.value : null)
    }
    const timer = setTimeout(() => void load(), pauseMs)
    const stop = engine.on('document.changed', ({ documentIds }) => {
      if (documentId !== null && documentIds.includes(documentId)) void load()
    })
    return () => {
      isCurrent = false
      clearTimeout(timer)
      stop()
    }
  }, [documentId])
  return view
}
