import type { KeyboardEvent } from 'react'
import type { DocumentView } from '../../../../shared/document-view'
import type { LineView } from '../../../../shared/invoice'
import { useText } from '../../i18n/t'
import { inEveryFormat } from '../fields/field-text'
import { nextProblem } from '../state/progress'
import { useReview } from '../state/review-store'
import { cellText, columnIndex, columns } from './columns'
import type { LineCursor } from './use-line-cursor'

export interface LineKeys {
  onKeyDown(event: KeyboardEvent): void
  /** Stores what was typed; what the engine cannot read leaves the cell as it was and says why. */
  commit(typed: string): Promise<void>
  chooseAccount(accountCode: string): Promise<void>
}

/** What the keys do in the grid: arrows move, F2 or typing edits, Ctrl+D copies from above, Ctrl+Shift+↓ fills down, Ctrl+/ splits, Alt+↓ explains. */
export function useLineKeys(
  view: DocumentView,
  lines: readonly LineView[],
  cursor: LineCursor,
  isEditable: boolean,
  explain: () => void,
): LineKeys {
  const text = useText()
  const currency = view.invoice?.fields.find(field => field.name === 'currency')?.value ?? null
  const { cell } = cursor
  const column = columns[cell.column]
  const line = lines[cell.row]
  const { setLine, setAccount, addLine, removeLine, mergeLines, fillLine, openDialog, moveTo } = useReview.getState()

  function startEditing(typed?: string) {
    if (!isEditable || !line || !column?.isEditable) return
    cursor.edit(typed ?? (column.id === 'account' ? '' : cellText(text, line, column.id, currency)))
  }

  async function commit(typed: string) {
    cursor.stop()
    if (!line || !column || column.id === 'position' || column.id === 'account' || column.id === 'coding') return
    if (typed === cellText(text, line, column.id, currency)) return
    await setLine(line.id, column.id, typed.trim())
  }

  async function chooseAccount(accountCode: string) {
    cursor.stop()
    if (!line) return
    if (await setAccount([line.id], accountCode)) moveOn()
  }

  /** After an account the next problem is next, unless it lies further down this same column. */
  function moveOn() {
    const fresh = useReview.getState().view
    if (fresh) moveTo(nextProblem(fresh))
  }

  async function copyFromAbove() {
    const above = lines[cell.row - 1]
    if (!above || !line || !column) return
    if (column.id === 'account') {
      if (above.accountCode !== null) await setAccount([line.id], above.accountCode)
    } else if (column.isEditable && column.id !== 'position' && column.id !== 'coding') {
      const value = above[column.id]
      await setLine(line.id, column.id, value === null ? null : inEveryFormat(value))
    }
  }

  async function applyToRest() {
    const rest = lines.slice(cell.row + 1)
    if (!line || line.accountCode === null || rest.length === 0) return
    const done = await setAccount([line.id, ...rest.map(one => one.id)], line.accountCode)
    if (done) moveOn()
  }

  async function insertBelow() {
    const added = await addLine(line?.id ?? null)
    if (added) cursor.place({ row: line ? cell.row + 1 : 0, column: columnIndex('description') })
  }

  /** The line below comes into hand, so that several can be removed in a row. */
  async function removeHere() {
    if (line && (await removeLine(line.id))) cursor.place(cell)
  }

  function splitHere() {
    if (isEditable && line) openDialog('split', line.id)
  }

  async function mergeWithBelow() {
    const below = lines[cell.row + 1]
    if (line && below) await mergeLines([line.id, below.id])
  }

  async function accept() {
    if (column?.id === 'account' && line?.accountCode != null && line.codingState === 'pending') {
      await chooseAccount(line.accountCode)
    } else if (column?.id === 'coding') {
      explain()
    } else {
      startEditing()
    }
  }

  function withModifiers(event: KeyboardEvent): boolean {
    const mod = event.ctrlKey || event.metaKey
    if (mod && event.shiftKey && event.key === 'ArrowDown') void (isEditable && applyToRest())
    else if (mod && event.key.toLowerCase() === 'd') void (isEditable && copyFromAbove())
    else if (mod && event.key === 'Home') cursor.place({ row: 0, column: 0 })
    else if (mod && event.key === 'End') cursor.place({ row: lines.length - 1, column: columns.length - 1 })
    else if (event.altKey && event.key === 'Insert') void (isEditable && insertBelow())
    else if (event.altKey && event.key === 'Delete') void (isEditable && removeHere())
    else if (event.altKey && event.key === 'ArrowDown') explain()
    else if (mod && event.key === '/') splitHere()
    else if (mod && event.key.toLowerCase() === 'j') void (isEditable && mergeWithBelow())
    else if (event.altKey && event.key === '=') void (isEditable && line && fillLine(line.id))
    else return false
    return true
  }

  function plain(event: KeyboardEvent): boolean {
    const { row, column: at } = cell
    if (event.key === 'ArrowDown') cursor.place({ row: Math.min(row + 1, lines.length - 1), column: at })
    else if (event.key === 'ArrowUp') cursor.place({ row: row - 1, column: at })
    else if (event.key === 'ArrowRight') cursor.place({ row, column: at + 1 })
    else if (event.key === 'ArrowLeft') cursor.place({ row, column: at - 1 })
    else if (event.key === 'Home') cursor.place({ row, column: 0 })
    else if (event.key === 'End') cursor.place({ row, column: columns.length - 1 })
    else if (event.key === 'F2') startEditing()
    else if (event.key === 'Enter') void accept()
    else if (event.key.length === 1 && event.key !== ' ' && column?.isEditable && isEditable) startEditing(event.key)
    else return false
    return true
  }

  return {
    commit,
    chooseAccount,
    onKeyDown(event) {
      if (cursor.editing !== null) return
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey
      if (hasModifier ? !withModifiers(event) : !plain(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
