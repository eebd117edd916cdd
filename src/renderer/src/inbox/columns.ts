import type { InboxSort } from '../../../shared/contract'
import type { MessageKey } from '../i18n/messages'

export interface InboxColumn {
  readonly id: string
  readonly label: MessageKey
  /** What a click on the head sorts by. */
  readonly sort?: InboxSort['by']
  readonly className?: string
}

/** Columns of the inbox in order; widths stand in inbox.css, in the same order. */
export const inboxColumns: readonly InboxColumn[] = [
  { id: 'state', label: 'inbox.column.state', sort: 'urgency' },
  { id: 'vendor', label: 'inbox.column.vendor', sort: 'vendor' },
  { id: 'number', label: 'inbox.column.number', sort: 'number' },
  { id: 'issued', label: 'inbox.column.issued', sort: 'issued' },
  { id: 'due', label: 'inbox.column.due', sort: 'due' },
  { id: 'total', label: 'inbox.column.total', sort: 'total', className: 'right' },
  { id: 'issue', label: 'inbox.column.issue' },
  { id: 'quality', label: 'inbox.column.quality', sort: 'quality', className: 'right' },
  { id: 'account', label: 'inbox.column.account' },
  { id: 'source', label: 'inbox.column.source', className: 'source' },
  { id: 'age', label: 'inbox.column.age', sort: 'received', className: 'right' },
]
