import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { DocumentView } from '../../../../shared/document-view'
import type { LineView } from '../../../../shared/invoice'
import { evidenceText } from '../../i18n/sentences'
import { useText } from '../../i18n/t'
import { AccountPicker } from '../../parts/AccountPicker'
import { Pill } from '../../parts/StatePill'
import { derivedText } from '../fields/origin-text'
import { lineTarget } from '../state/progress'
import { useReview } from '../state/review-store'
import { CellEditor } from './CellEditor'
import { cellText, codingBand, columns, type CodingTone, type GridColumn } from './columns'

interface LineRowProps {
  readonly view: DocumentView
  readonly line: LineView
  readonly rowIndex: number
  readonly top: number
  readonly isLit: boolean
  /** Column of the cell in hand when it is on this row. */
  readonly activeColumn: number | null
  readonly editing: string | null
  onPlace(column: number): void
  onEdit(column: number): void
  onCommit(typed: string): void
  onCancel(): void
  onAccount(code: string): void
}

const icons: Readonly<Record<CodingTone, typeof CircleCheck>> = {
  good: CircleCheck,
  info: CircleCheck,
  check: TriangleAlert,
  critical: CircleAlert,
}

export function LineRow(props: LineRowProps) {
  const { view, line, rowIndex, top, isLit, activeColumn, editing } = props
  const text = useText()
  const { t } = text
  const setHovered = useReview(state => state.setHovered)
  const currency = view.invoice?.fields.find(field => field.name === 'currency')?.value ?? null
  const band = codingBand(line, view)
  const derived = line.origin?.kind === 'page' ? (line.origin.derived ?? null) : null
  const evidence = line.codingEvidence.map(item => evidenceText(text, item)).join(' · ')
  const titleOf = (id: GridColumn): string | undefined => {
    if (id === 'coding') return evidence
    if (id === derived) return derivedText(text, derived)
    return id === 'description' || id === 'account' ? cellText(text, line, id, currency) : undefined
  }

  return (
    <div
      role="row"
      className={`rv-line${activeColumn === null ? '' : ' rv-line-active'}${isLit ? ' rv-line-lit' : ''}`}
      aria-rowindex={rowIndex + 2}
      style={{ top }}
      onPointerEnter={() => setHovered(lineTarget(line.id))}
      onPointerLeave={() => setHovered(null)}
    >
      {columns.map(({ id, isNumeric }, column) => {
        const isActive = column === activeColumn
        const isEditing = isActive && editing !== null
        const shown = cellText(text, line, id, currency)
        return (
          <div
            key={id}
            role="gridcell"
            className={`rv-cell rv-cell-${id}${isNumeric ? ' num right' : ''}`}
            aria-colindex={column + 1}
            tabIndex={isActive && !isEditing ? 0 : -1}
            data-cursor={isActive && !isEditing ? true : undefined}
            title={titleOf(id)}
            onClick={() => !isEditing && props.onPlace(column)}
            onDoubleClick={() => !isEditing && props.onEdit(column)}
          >
            {isEditing && id === 'account' && (
              <AccountCell line={line} initial={editing} onAccount={props.onAccount} onCancel={props.onCancel} />
            )}
            {isEditing && id !== 'account' && (
              <CellEditor
                label={t('review.lines.cell', {
                  column: t(columns[column]?.title ?? 'review.pane.lines'),
                  row: line.position,
                })}
                initial={editing}
                isNumeric={isNumeric}
                onCommit={props.onCommit}
                onCancel={props.onCancel}
              />
            )}
            {!isEditing && id === 'coding' && (
              <Pill icon={icons[band.tone]} tone={band.tone}>
                {t(band.key)}
              </Pill>
            )}
            {!isEditing && id === 'account' && line.accountCode !== null && (
              <>
                <span className="num">{line.accountCode}</span>{' '}
                <span className="rv-account-name">{line.accountName}</span>
              </>
            )}
            {!isEditing && id === 'account' && line.accountCode === null && (
              <span className="critical-ink">{t('review.lines.noAccount')}</span>
            )}
            {!isEditing && id !== 'coding' && id !== 'account' && id !== derived && shown}
            {!isEditing && derived !== null && id === derived && <span className="rv-derived">= {shown}</span>}
          </div>
        )
      })}
    </div>
  )
}

interface AccountCellProps {
  readonly line: LineView
  /** The character that opened it; empty where a key did. */
  readonly initial: string
  onAccount(code: string): void
  onCancel(): void
}

/** The chart's search inside a cell. Esc twice, or leaving, gives the cell back as it was. */
function AccountCell({ line, initial, onAccount, onCancel }: AccountCellProps) {
  const { t } = useText()
  return (
    <div
      className="rv-account-cell"
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) onCancel()
      }}
    >
      <AccountPicker
        label={t('review.lines.accountOf', { row: line.position })}
        isLabelHidden
        autoFocus
        {...(initial !== '' && { initial })}
        value={line.accountCode}
        onChange={account => onAccount(account.code)}
      />
    </div>
  )
}
