import type { DocumentRecord } from '../export/record'
import type { Terminal } from './terminal'

/** A document for a person's eyes. */
export function printRecord(terminal: Terminal, record: DocumentRecord): void {
  const shown = (value: string | null) => value ?? '—'
  const lines = [
    `${record.file}  (${record.format ?? record.reason ?? record.state}, ${record.ms ?? '?'} ms)`,
    `  ${record.document_type ?? 'document'} ${shown(record.invoice_number)} of ${shown(record.issue_date)}, due ${shown(record.due_date)}`,
    `  from ${shown(record.seller.name)} (${shown(record.seller.tax_id)}) to ${shown(record.buyer.name)} (${shown(record.buyer.tax_id)})`,
    `  net ${shown(record.net_total)} + tax ${shown(record.tax_total)} = ${shown(record.grand_total)} ${shown(record.currency)}`,
    ...record.lines.map(
      line => `    ${shown(line.line_total)}  ${line.description}${line.account ? `  → ${line.account}` : ''}`,
    ),
    ...(record.issues.length === 0
      ? []
      : [`  issues: ${record.issues.map(({ key, severity }) => `${key} (${severity})`).join(', ')}`]),
  ]
  const isRead = record.format !== null
  terminal.out(`${(isRead ? lines : lines.slice(0, 1)).map(withoutControls).join('\n')}\n`)
}

/** Text of a document must not steer the terminal it is printed on. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
}
