import type { DocumentView } from '../../../../shared/document-view'
import type { FieldView, InvoiceView } from '../../../../shared/invoice'
import { isUnsettled } from '../../../../shared/issue'
import { useText, type Text } from '../../i18n/t'
import { isEditable } from '../state/approval'
import { fieldOf, shownFields } from '../state/progress'
import { Field } from './Field'
import { LearnedNote } from './LearnedNote'
import { DocumentDepartures } from './DocumentDepartures'
import { MorePane } from './MorePane'
import { OriginLine } from './OriginLine'

interface FieldsPaneProps {
  readonly view: DocumentView
  readonly invoice: InvoiceView
}

/** The header of the invoice as a form, and below it where the value in hand comes from. */
export function FieldsPane({ view, invoice }: FieldsPaneProps) {
  const text = useText()
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  return (
    <section className="rv-fields" data-pane="fields" aria-label={text.t('review.pane.fields')}>
      <div className="rv-fields-grid">
        {shownFields(invoice).map(field => {
          const note = field.name === 'seller.name' ? vendorNote(text, view, invoice, field) : null
          return (
            <Field
              key={`${view.documentId} ${field.name}`}
              documentId={view.documentId}
              field={field}
              currency={currency}
              isEditable={isEditable(view)}
              {...(note && { note })}
            />
          )
        })}
      </div>
      <LearnedNote view={view} />
      <MorePane view={view} />
      <DocumentDepartures view={view} />
      <OriginLine invoice={invoice} acting={view.lessons?.acting ?? []} />
    </section>
  )
}

type Note = { readonly text: string; readonly tone: 'good' | 'check' | 'critical' }

function vendorNote({ t }: Text, view: DocumentView, invoice: InvoiceView, field: FieldView): Note | null {
  if (invoice.vendor) {
    return invoice.vendor.isNew
      ? { text: t('review.vendor.new'), tone: 'check' }
      : { text: t('review.vendor.known'), tone: 'good' }
  }
  const isSimilar = view.issues.some(issue => issue.key === 'vendor_similar' && isUnsettled(issue.state))
  if (isSimilar) return { text: t('review.vendor.similar'), tone: 'check' }
  return field.value === null ? null : { text: t('review.vendor.unknown'), tone: 'check' }
}
