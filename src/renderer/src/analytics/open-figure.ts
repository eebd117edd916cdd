import type { FigureFilter } from '../../../shared/analytics'
import type { InboxFilter } from '../../../shared/inbox'
import { useNavigation } from '../app/navigation'
import { useInbox } from '../inbox/inbox-slice'

/** Shows the documents behind a number in the inbox, and nothing else. */
export function openFigure(figure: FigureFilter, vendorId: InboxFilter['vendorId'] = null): void {
  const unset = { tab: 'all', search: '', issueKey: null, source: null, dueWithinDays: null } as const
  void useInbox.getState().setFilter({ ...unset, vendorId, figure })
  useNavigation.getState().show('inbox')
}
