import { useEffect, useRef } from 'react'
import type { FieldName, InvoiceView } from '../../../../shared/invoice'
import { fieldLabel, formatText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { fieldValueText } from '../fields/field-text'
import { priceText } from '../lines/columns'
import { fieldOf, fieldOrder, fieldTarget, lineTarget } from '../state/progress'
import { useReview } from '../state/review-store'

interface XmlSheetProps {
  readonly invoice: InvoiceView
}

const seller: readonly FieldName[] = ['seller.name', 'seller.tax_id']
const buyer: readonly FieldName[] = ['buyer.name', 'buyer.tax_id']
const facts: readonly FieldName[] = ['invoice_number', 'issue_date', 'due_date', 'currency', 'uuid']
const sums: readonly FieldName[] = ['net_total', 'tax_total', 'withheld_total', 'grand_total', 'payable']
/** Lines drawn on the sheet; all of them are in the grid below. */
const drawnLines = 40

/** The e-invoice as a page a person can read; a click on a value goes to its field. */
export function XmlSheet({ invoice }: XmlSheetProps) {
  const text = useText()
  const { t, money, decimal } = text
  const moveTo = useReview(state => state.moveTo)
  const setHovered = useReview(state => state.setHovered)
  const lit = useReview(state => state.hovered ?? state.focused)
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  const type = fieldOf(invoice, 'document_type')?.value ?? 'other'
  const lines = invoice.lines.slice(0, drawnLines)
  const sheet = useRef<HTMLElement>(null)

  useEffect(() => {
    if (lit !== null) sheet.current?.querySelector('.rv-sheet-lit')?.scrollIntoView({ block: 'nearest' })
  }, [lit])

  return (
    <article ref={sheet} className="rv-sheet" aria-label={t('review.xml.label')} tabIndex={0}>
      <header>
        <h2>{text.firstOf([`type.${type}`, 'type.other'])}</h2>
        <span className="rv-sheet-format">{formatText(text, invoice.format)}</span>
      </header>
      <div className="rv-sheet-parties">
        <SheetValues invoice={invoice} names={seller} />
        <SheetValues invoice={invoice} names={buyer} />
      </div>
      <SheetValues invoice={invoice} names={facts} />
      <div className="rv-sheet-sums">
        <SheetValues invoice={invoice} names={sums} />
      </div>
      {lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('review.lines.description')}</th>
              <th className="r">{t('review.lines.quantity')}</th>
              <th className="r">{t('review.lines.unitPrice')}</th>
              <th className="r">{t('review.lines.lineTotal')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr
                key={line.id}
                className={lit === lineTarget(line.id) ? 'rv-sheet-lit' : undefined}
                onClick={() => moveTo(lineTarget(line.id))}
                onPointerEnter={() => setHovered(lineTarget(line.id))}
                onPointerLeave={() => setHovered(null)}
              >
                <td>{line.description}</td>
                <td className="r num">{line.quantity === null ? '' : decimal(line.quantity)}</td>
                <td className="r num">{line.unitPrice === null ? '' : priceText(text, line.unitPrice, currency)}</td>
                <td className="r num">{money(line.lineTotal, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {invoice.lines.length > drawnLines && (
        <p className="muted">{t('review.xml.moreLines', { count: invoice.lines.length - drawnLines })}</p>
      )}
    </article>
  )
}

interface SheetValuesProps {
  readonly invoice: InvoiceView
  readonly names: readonly FieldName[]
}

function SheetValues({ invoice, names }: SheetValuesProps) {
  const text = useText()
  const moveTo = useReview(state => state.moveTo)
  const setHovered = useReview(state => state.setHovered)
  const lit = useReview(state => state.hovered ?? state.focused)
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  const present = names.flatMap(name => fieldOf(invoice, name) ?? []).filter(field => field.value !== null)
  if (present.length === 0) return null
  return (
    <dl className="rv-sheet-values">
      {present.map(field => {
        const target = fieldTarget(field.name)
        const leadsToField = fieldOrder.includes(field.name)
        return (
          <div
            key={field.name}
            className={lit === target ? 'rv-sheet-lit' : undefined}
            onClick={() => leadsToField && moveTo(target)}
            onPointerEnter={() => setHovered(target)}
            onPointerLeave={() => setHovered(null)}
          >
            <dt>{fieldLabel(text, field.name)}</dt>
            <dd className="num">{fieldValueText(text, field.name, field.value, currency)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
