import { useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { InvoiceView, LineView } from '../../../../shared/invoice'
import { useText } from '../../i18n/t'
import { isEditable } from '../state/approval'
import { fieldOf, lineTarget } from '../state/progress'
import { useReview } from '../state/review-store'
import { cellText, columns } from './columns'
import { LineRow } from './LineRow'
import { LineWhy } from './LineWhy'
import { useLineCursor } from './use-line-cursor'
import { useLineKeys } from './use-line-keys'

interface LinesGridProps {
  readonly view: DocumentView
  readonly invoice: InvoiceView
}

/** Height of a row in pixels; rows out of sight of a long invoice are not drawn. */
const rowHeight = 30
const rowsAround = 12
const firstHeight = 600

/** The lines as a grid: one tab stop, arrows inside. */
export function LinesGrid({ view, invoice }: LinesGridProps) {
  const text = useText()
  const { t } = text
  const { lines } = invoice
  const grid = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: firstHeight })
  const cursor = useLineCursor(lines)
  const mayEdit = isEditable(view)
  const [isExplaining, setExplaining] = useState(false)
  const cell = useRef<Element | null>(null)
  const explain = () => {
    cell.current = grid.current?.querySelector('[data-cursor]') ?? null
    setExplaining(true)
  }
  const keys = useLineKeys(view, lines, cursor, mayEdit, explain)
  const lit = useReview(state => state.hovered ?? state.focused)
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - rowsAround)
  const last = Math.min(lines.length, Math.ceil((sight.top + sight.height) / rowHeight) + rowsAround)
  const { row, column } = cursor.cell
  const here = lines[row]
  const currency = fieldOf(invoice, 'currency')?.value ?? null
  const startText = (line: LineView, to: number) => {
    const id = columns[to]?.id
    return id === undefined || id === 'account' ? '' : cellText(text, line, id, currency)
  }

  useEffect(() => {
    if (cursor.move === 0) return
    grid.current?.querySelector<HTMLElement>('[data-cursor]')?.focus()
  }, [cursor.move])

  return (
    <div
      ref={grid}
      className="rv-grid"
      role="grid"
      aria-label={t('review.pane.lines')}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-readonly={!mayEdit}
      onKeyDown={keys.onKeyDown}
      onScroll={event => setSight({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className="rv-grid-head" role="row" aria-rowindex={1}>
        {columns.map(({ id, title, isNumeric }) => (
          <span key={id} role="columnheader" className={isNumeric ? 'right' : undefined}>
            {t(title)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="rv-grid-body" style={{ height: lines.length * rowHeight }}>
        {lines.slice(first, last).map((line, index) => {
          const at = first + index
          return (
            <LineRow
              key={line.id}
              view={view}
              line={line}
              rowIndex={at}
              top={at * rowHeight}
              isLit={lit === lineTarget(line.id)}
              activeColumn={at === row ? column : null}
              editing={at === row ? cursor.editing : null}
              onPlace={to => cursor.place({ row: at, column: to })}
              onEdit={to => {
                cursor.place({ row: at, column: to })
                if (columns[to]?.id === 'coding') explain()
                else if (mayEdit && columns[to]?.isEditable) cursor.edit(startText(line, to))
              }}
              onCommit={typed => void keys.commit(typed)}
              onCancel={cursor.stop}
              onAccount={code => void keys.chooseAccount(code)}
            />
          )
        })}
      </div>
      {isExplaining && here && (
        <LineWhy
          line={here}
          anchor={cell}
          isEditable={mayEdit}
          onChoose={code => {
            setExplaining(false)
            void keys.chooseAccount(code)
          }}
          onClose={() => {
            setExplaining(false)
            cursor.stop()
          }}
        />
      )}
      {lines.length === 0 && <p className="rv-grid-empty">{t('review.lines.none')}</p>}
    </div>
  )
}
