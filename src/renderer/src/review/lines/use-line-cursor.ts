import { useEffect, useEffectEvent, useState } from 'react'
import type { LineView } from '../../../../shared/invoice'
import { lineTarget } from '../state/progress'
import { useReview } from '../state/review-store'
import { columnIndex, columns } from './columns'

export interface Cell {
  readonly row: number
  readonly column: number
}

export interface LineCursor {
  readonly cell: Cell
  /** Text being typed into the cell; null while only moving about. */
  readonly editing: string | null
  /** Counts moves that shall take the focus along. */
  readonly move: number
  place(cell: Cell, focus?: boolean): void
  edit(text: string): void
  stop(): void
}

/** The grid's cell in hand. Wishes for an account or a line from elsewhere (issue, page) land here. */
export function useLineCursor(lines: readonly LineView[]): LineCursor {
  const [cell, setCell] = useState<Cell>({ row: 0, column: columnIndex('description') })
  const [editing, setEditing] = useState<string | null>(null)
  const [move, setMove] = useState(0)
  const setFocused = useReview(state => state.setFocused)
  const lastRow = Math.max(0, lines.length - 1)
  const current = { row: Math.min(cell.row, lastRow), column: cell.column }

  function place({ row, column }: Cell, focus = true) {
    // A row just added is not drawn yet; drawing keeps the row within what there is.
    const next = {
      row: Math.max(row, 0),
      column: Math.min(Math.max(column, 0), columns.length - 1),
    }
    setCell(next)
    setEditing(null)
    if (focus) setMove(count => count + 1)
    const line = lines[next.row]
    if (line) setFocused(lineTarget(line.id))
  }

  const follow = useEffectEvent((target: string) => {
    const [kind, lineId] = target.split(':')
    const row = lines.findIndex(line => line.id === lineId)
    if (row === -1 || (kind !== 'account' && kind !== 'line')) return
    place({ row, column: columnIndex(kind === 'account' ? 'account' : 'description') })
    if (kind === 'account') setEditing('')
  })
  useEffect(
    () =>
      useReview.subscribe(({ focusWish }, before) => {
        if (focusWish && focusWish !== before.focusWish) follow(focusWish.target)
      }),
    [],
  )

  return {
    cell: current,
    editing,
    move,
    place,
    edit: setEditing,
    stop() {
      setEditing(null)
      setMove(count => count + 1)
    },
  }
}
