import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import type { InboxSort } from '../../../shared/inbox'
import { inboxGridId } from '../app/search'
import { useText } from '../i18n/t'
import { CheckMark } from '../parts/Checkbox'
import { useSettings } from '../settings/settings-slice'
import { useGridColumns, type ShownColumn } from './columns'
import { InboxRowView, rowId } from './InboxRowView'
import { moveInGrid } from './grid-keys'
import { useInbox } from './inbox-slice'
import { usePreparedReview } from './use-prepared-review'

const rowHeights = { normal: 30, compact: 26 } as const
const headHeight = 29
/** Rows read ahead of the last one on screen. */
const ahead = 60

/** The list itself: one tab stop, arrows inside, rows drawn only where they can be seen. */
export function InboxGrid() {
  const { t } = useText()
  const grid = useRef<HTMLDivElement>(null)
  const total = useInbox(state => state.total)
  const rows = useInbox(state => state.rows)
  const cursor = useInbox(state => state.cursor)
  const density = useSettings(state => state.settings.density)
  const rowHeight = rowHeights[density]
  const { shown, template, minWidth } = useGridColumns()
  usePreparedReview()

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: () => useInbox.getState().scrollTop,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The status of a row must be readable under the bulk bar.
    scrollPaddingEnd: 8,
  })
  const items = virtual.getVirtualItems()
  const lastVisible = items.at(-1)?.index ?? 0

  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    const { keepPlace, loadThrough } = useInbox.getState()
    keepPlace({ lastVisible })
    void loadThrough(Math.min(lastVisible + ahead, total - 1))
  }, [lastVisible, total])
  // Coming back from review, the cursor is at once under the keys again. Whoever is searching goes on typing: a list that
  // comes back after one without a match must not take the keys for commands.
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) grid.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const pageRows = Math.max(1, Math.floor((grid.current?.clientHeight ?? 300) / rowHeight) - 2)
    if (!moveInGrid(event, pageRows)) return
    event.preventDefault()
    // Only keys scroll to the cursor: documents that arrive above it must not move what somebody is looking at.
    virtual.scrollToIndex(useInbox.getState().cursor, { align: 'auto' })
  }

  return (
    <div
      ref={grid}
      id={inboxGridId}
      className="grid"
      role="grid"
      aria-label={t('inbox.grid')}
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={rows[cursor] ? rowId(cursor) : undefined}
      tabIndex={0}
      style={{ '--columns': template, '--columns-min': `${minWidth}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onScroll={event => useInbox.getState().keepPlace({ scrollTop: event.currentTarget.scrollTop })}
    >
      <GridHead columns={shown} />
      <div className="grid-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => (
          <InboxRowView
            key={item.index}
            index={item.index}
            top={item.start - headHeight}
            row={rows[item.index]}
            columns={shown}
          />
        ))}
      </div>
    </div>
  )
}

function GridHead({ columns }: { readonly columns: readonly ShownColumn[] }) {
  const { t } = useText()
  const sort = useInbox(state => state.sort)
  const selected = useInbox(state => state.selection.size)
  const total = useInbox(state => state.total)
  const toggleAll = () => {
    const { selectAll, clearSelection } = useInbox.getState()
    if (selected > 0) clearSelection()
    else void selectAll()
  }
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      <div role="columnheader" className="cell select">
        <button
          type="button"
          className="head-select"
          tabIndex={-1}
          aria-label={t(selected > 0 ? 'inbox.clearSelection' : 'inbox.selectAll')}
          onClick={toggleAll}
        >
          <CheckMark state={selected === 0 ? 'none' : selected >= total ? 'all' : 'some'} />
        </button>
      </div>
      {columns.map(column => (
        <ColumnHead key={column.id} column={column} sort={sort} />
      ))}
    </div>
  )
}

function ColumnHead({ column, sort }: { readonly column: ShownColumn; readonly sort: InboxSort }) {
  const { t } = useText()
  const className = `cell ${column.className ?? ''}`
  const by = column.sort
  if (by === undefined)
    return (
      <div role="columnheader" className={className}>
        {t(column.label)}
      </div>
    )
  const isSorted = sort.by === by
  const Arrow = sort.direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <div role="columnheader" className={className} aria-sort={isSorted ? sort.direction : 'none'}>
      {/* Sorting by keyboard goes through the palette, so that the grid stays one tab stop. */}
      <button
        type="button"
        tabIndex={-1}
        className={isSorted ? 'sort-button on' : 'sort-button'}
        onClick={() => void useInbox.getState().sortBy(by)}
      >
        {t(column.label)}
        {isSorted && by !== 'urgency' && <Arrow aria-hidden="true" />}
      </button>
    </div>
  )
}
