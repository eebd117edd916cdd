import { DocumentState } from '../../shared/document'
import type { ConservationStatement } from '../../shared/activity'
import { printedHead } from '../store/journal'

/** The conservation statement as a table: a row per day received, then the total. Numbers and dates only: nothing to disarm. */
export function conservationCsv({ days, total, head }: ConservationStatement): string {
  const states = DocumentState.options
  const header = ['day', 'first_number', 'last_number', 'received', ...states, 'sum', 'balanced', 'journal_head']
  const printed = printedHead(head)
  const row = (
    cells: readonly (string | number)[],
    received: number,
    byState: Partial<Record<DocumentState, number>>,
  ) => {
    const counts = states.map(state => byState[state] ?? 0)
    const sum = counts.reduce((one, other) => one + other, 0)
    return [...cells, received, ...counts, sum, received === sum ? 'yes' : 'no', printed]
  }
  const rows = [
    ...days.map(day => row([day.day, day.firstNumber, day.lastNumber], day.received, day.byState)),
    row(['total', '', ''], total.received, total.byState),
  ]
  return [header, ...rows].map(cells => `${cells.join(',')}\r\n`).join('')
}
