import { memo, type MouseEvent } from 'react'
import type { InboxRow } from '../../../shared/inbox'
import { useText } from '../i18n/t'
import { CheckMark } from '../parts/Checkbox'
import { cells } from './cells'
import type { ShownColumn } from './columns'
import { reviewRow } from './inbox-actions'
import { useInbox } from './inbox-slice'

interface InboxRowProps {
  readonly index: number
  /** Distance from the top of the list, in pixels. */
  readonly top: number
  /** Not there yet while it is being read. */
  readonly row: InboxRow | undefined
  readonly columns: readonly ShownColumn[]
}

/** Id of a row's element, which the grid names as its active one. */
export function rowId(index: number): string {
  return `inbox-row-${index}`
}

/** One document of the list. */
export const InboxRowView = memo(function InboxRowView({ index, top, row, columns }: InboxRowProps) {
  const { t } = useText()
  const isCursor = useInbox(state => state.cursor === index)
  const isSelected = useInbox(state => row !== undefined && state.selection.has(row.documentId))
  const onClick = (event: MouseEvent) => {
    const inbox = useInbox.getState()
    if (event.ctrlKey || event.metaKey) inbox.toggle(index)
    else inbox.moveTo(index, event.shiftKey)
  }
  return (
    <div
      id={rowId(index)}
      role="row"
      className={isCursor ? 'grid-row cursor' : 'grid-row'}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      data-document-id={row?.documentId}
      data-state={row?.state}
      onClick={onClick}
      onDoubleClick={() => void reviewRow(index)}
    >
      {row ? (
        <RowCells row={row} index={index} columns={columns} isSelected={isSelected} />
      ) : (
        <div role="gridcell" className="cell muted">
          {t('inbox.rowLoading')}
        </div>
      )}
    </div>
  )
})

interface RowCellsProps {
  readonly row: InboxRow
  readonly index: number
  readonly columns: readonly ShownColumn[]
  readonly isSelected: boolean
}

function RowCells({ row, index, columns, isSelected }: RowCellsProps) {
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    const inbox = useInbox.getState()
    if (event.shiftKey) inbox.moveTo(index, true)
    else inbox.toggle(index)
  }
  return (
    <>
      <div role="gridcell" className="cell select" onClick={toggle} onDoubleClick={event => event.stopPropagation()}>
        <CheckMark state={isSelected ? 'all' : 'none'} />
      </div>
      {columns.map(({ id }) => {
        const Cell = cells[id]
        return <Cell key={id} row={row} index={index} />
      })}
    </>
  )
}
