import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ActivityRow } from '../../../shared/activity'
import { actorText, journalText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { useActivity } from './activity-slice'

const rowHeight = 30
const rowId = (sequence: number) => `activity-${sequence}`

/** The journal, newest first: one tab stop, arrows inside, Enter shows the state at that moment. */
export function ActivityList() {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  const rows = useActivity(state => state.rows)
  const cursor = useActivity(state => state.cursor)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const lastVisible = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastVisible >= rows.length - 20) void useActivity.getState().loadMore()
  }, [lastVisible, rows.length])
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, cursor, rows.length)
    if (event.key === 'Enter') void useActivity.getState().open()
    else if (to !== undefined) {
      useActivity.getState().moveTo(to)
      virtual.scrollToIndex(Math.max(0, Math.min(to, rows.length - 1)), { align: 'auto' })
    } else return
    event.preventDefault()
  }

  const active = rows[cursor]
  return (
    <div
      ref={list}
      className="activity-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('activity.list')}
      aria-activedescendant={active ? rowId(active.sequence) : undefined}
      onKeyDown={onKeyDown}
    >
      {rows.length === 0 && <p className="muted activity-none">{t('activity.none')}</p>}
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(item => {
          const row = rows[item.index]
          return (
            row && (
              <Row key={row.sequence} row={row} index={item.index} isActive={item.index === cursor} top={item.start} />
            )
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: ActivityRow
  readonly index: number
  readonly isActive: boolean
  readonly top: number
}

function Row({ row, index, isActive, top }: RowProps) {
  const text = useText()
  const open = () => {
    useActivity.getState().moveTo(index)
    void useActivity.getState().open()
  }
  return (
    <div
      id={rowId(row.sequence)}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'activity-row on' : 'activity-row'}
      style={{ top, height: rowHeight }}
      onClick={open}
    >
      <time className="num" dateTime={new Date(row.at).toISOString()}>
        {text.moment(row.at)}
      </time>
      <span className="activity-actor">{actorText(text, row.actor)}</span>
      <span className="activity-document" title={documentName(row)}>
        {documentName(row)}
      </span>
      <span className="activity-what" title={journalText(text, row)}>
        {journalText(text, row)}
      </span>
    </div>
  )
}

function documentName({ document }: ActivityRow): string {
  return document ? `#${document.intakeNumber} ${document.number ?? document.fileName}` : ''
}

function target(key: string, cursor: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + 15,
    PageUp: cursor - 15,
    Home: 0,
    End: count - 1,
  }
  return steps[key]
}
