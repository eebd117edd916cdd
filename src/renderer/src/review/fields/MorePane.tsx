import { Fragment } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { DetailView } from '../../../../shared/invoice'
import { fieldOf } from '../state/progress'
import { useText, type Text } from '../../i18n/t'
import { EmbeddedFiles } from './EmbeddedFiles'
import { Relations } from './Relations'

interface MorePaneProps {
  readonly view: DocumentView
}

/** What the document says beside its header (terms, payment, references, delivery, stamp) and what hangs together with it. */
export function MorePane({ view }: MorePaneProps) {
  const text = useText()
  const { details = [], parts = [], attached = [], parent } = view
  const isRelated = parts.length + attached.length > 0 || (parent ?? null) !== null
  if (details.length === 0 && !isRelated) return null
  const currency = fieldOf(view.invoice, 'currency')?.value ?? null
  return (
    <details className="rv-more" open={isRelated && details.length === 0}>
      <summary>{text.t('review.more.title', { count: details.length })}</summary>
      <Relations view={view} />
      {details.some(({ key }) => key === 'attachment') && <EmbeddedFiles documentId={view.documentId} />}
      <dl>
        {details.map((detail, index) => (
          <Fragment key={`${detail.key} ${index}`}>
            <dt>{text.firstOf([`detail.${detail.key}`])}</dt>
            <dd title={detail.origin.kind === 'xml' ? detail.origin.path : undefined}>
              {detailText(text, detail, currency)}
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}

function detailText(text: Text, { key, value }: DetailView, currency: string | null): string {
  if (key === 'seal') return text.firstOf([`detail.seal.${value}`, 'detail.seal.unchecked'])
  if (key === 'prepaid' || key === 'rounding') return text.money(value, currency)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? text.date(value) : value
}
