import type { KeyboardEvent } from 'react'
import { useInbox } from './inbox-slice'

type GridKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * Keys that belong to the grid: arrows, pages, first and last, Space.
 * @param pageRows rows that fit on the screen
 * @returns whether the key was one of them
 */
export function moveInGrid(event: GridKey, pageRows: number): boolean {
  if (event.altKey) return false
  const { cursor, total, moveTo, toggle } = useInbox.getState()
  const mod = event.ctrlKey || event.metaKey
  if (event.key === ' ' && !mod) {
    if (event.shiftKey) moveTo(cursor, true)
    else toggle(cursor)
    return true
  }
  const target = targetRow(event.key, cursor, total, pageRows, mod)
  if (target === undefined) return false
  moveTo(target, event.shiftKey)
  return true
}

function targetRow(key: string, cursor: number, total: number, pageRows: number, mod: boolean): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return mod ? 0 : cursor - 1
    case 'ArrowDown':
      return mod ? total - 1 : cursor + 1
    case 'PageUp':
      return cursor - pageRows
    case 'PageDown':
      return cursor + pageRows
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return undefined
  }
}
