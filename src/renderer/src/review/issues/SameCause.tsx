import { amountFields } from '../../../../shared/invoice'
import type { SamePreview } from '../../../../shared/same-cause'
import { errorText, fieldLabel, stateLabel } from '../../i18n/sentences'
import { useText, type Text } from '../../i18n/t'
import { OthersDialog, OthersOffer } from '../Others'
import { useReview } from '../state/review-store'

/** After an issue was settled: how many others ask the same, and the way to see what the same answer would change. */
export function SameOffer() {
  const { t } = useText()
  const same = useReview(state => state.same)
  const { dismissSame, showSame } = useReview.getState()
  if (!same) return null
  return (
    <OthersOffer
      told={t('review.same.offer', { count: same.preview.documentIds.length })}
      show={t('review.same.show')}
      keys="Alt+S"
      dismiss={t('review.same.dismiss')}
      onShow={() => void showSame()}
      onDismiss={dismissSame}
    />
  )
}

/** The difference the same answer would make, document by document, before anything is changed. */
export function SameDialog() {
  const text = useText()
  const { t } = text
  const same = useReview(state => state.same)
  const isOpen = useReview(state => state.dialog === 'same')
  const { closeDialog, settleSame } = useReview.getState()
  if (!same || !isOpen) return null
  const { documentIds, rows } = same.preview
  const count = documentIds.length
  const shown = new Set(rows.map(row => row.documentId)).size
  return (
    <OthersDialog
      title={t('review.same.title', { count })}
      apply={t('review.same.apply', { count })}
      onApply={() => void settleSame()}
      onClose={closeDialog}
    >
      <p className="muted">{t('review.same.intro')}</p>
      <table className="rv-same-table">
        <thead>
          <tr>
            <th scope="col">{t('review.same.document')}</th>
            <th scope="col">{t('review.same.change')}</th>
            <th scope="col">{t('review.same.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.issueId}>
              <th scope="row" className="num">
                #{row.intakeNumber} {row.number}
              </th>
              <td>
                <Changes text={text} row={row} />
              </td>
              <td>{stateLabel(text, row.stateAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown && <p className="muted">{t('review.same.more', { count: count - shown })}</p>}
    </OthersDialog>
  )
}

type Row = SamePreview['rows'][number]

function Changes({ text, row }: { readonly text: Text; readonly row: Row }) {
  const { t } = text
  if (row.error) return <span className="critical-ink">{errorText(text, row.error)}</span>
  if (row.changes.length === 0) return <span className="muted">{t('review.same.settledOnly')}</span>
  return (
    <ul>
      {row.changes.map(({ name, from, to }) => (
        <li key={name}>
          {nameOf(text, name)}: <del>{shown(text, row, name, from)}</del> →{' '}
          <strong>{shown(text, row, name, to)}</strong>
        </li>
      ))}
    </ul>
  )
}

function nameOf(text: Text, name: string): string {
  return name.startsWith('line ') ? text.t('review.same.line', { line: name.slice(5) }) : fieldLabel(text, name)
}

function shown(text: Text, { currency }: Row, name: string, value: string): string {
  if (value === '') return text.t('review.same.nothing')
  if (amountFields.some(field => field === name)) return text.money(value, currency)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return text.date(value)
  return name === 'document_type' ? text.firstOf([`type.${value}`, 'type.other']) : value
}
