import type { NoticeKind } from '../../../shared/notice'
import type { InboxFilter } from '../../../shared/inbox'
import { useInbox } from '../inbox/inbox-slice'
import { useNavigation } from './navigation'
import { usePeople } from './people-slice'

/** Shows the inbox narrowed to this and nothing else, the most urgent first. */
async function showInbox(only: Partial<InboxFilter>): Promise<void> {
  useNavigation.getState().show('inbox')
  await useInbox.getState().showOnly(only)
}

/** The list behind a notification or a count. */
export async function showUrgent(kind: NoticeKind): Promise<void> {
  if (kind === 'failed_backup') return useNavigation.getState().openSettings('backups')
  if (kind === 'disk_low') return useNavigation.getState().openSettings('data')
  await showInbox(filterOf(kind))
}

/** What is assigned to whoever sits here. */
export function showMine(): Promise<void> {
  return showInbox({ assignee: usePeople.getState().sitting })
}

function filterOf(kind: Exclude<NoticeKind, 'failed_backup' | 'disk_low'>): Partial<InboxFilter> {
  switch (kind) {
    case 'asked':
      return { asked: usePeople.getState().sitting }
    case 'failed_posts':
      return { tab: 'failed' }
    case 'overdue':
      return { isOverdue: true }
    case 'critical_issues':
    case 'batch_finished':
      return { tab: 'needs_review' }
  }
}
