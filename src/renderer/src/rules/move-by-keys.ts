import type { KeyboardEvent } from 'react'

/** Alt+↑ and Alt+↓ anywhere in a row move it, as in an editor. */
export function moveByKeys(event: KeyboardEvent, move: (direction: 'up' | 'down') => void): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  event.preventDefault()
  move(event.key === 'ArrowUp' ? 'up' : 'down')
}
