import type { LedgerStatus } from '../../../shared/ledger'
import { useNavigation } from '../app/navigation'
import { notify } from '../parts/toasts'

/** Bills the ledger refused, bills changed there and bills it holds that are unknown here: all wait for a person. */
export function waitingForPerson({ failed, watch }: LedgerStatus): number {
  return failed + (watch?.drifted ?? 0) + (watch?.unknownHere ?? 0)
}

/** Tells once when more bills wait for a person than before, wherever that person is looking. */
export function alertWhenMore(before: LedgerStatus, now: LedgerStatus): void {
  const more = waitingForPerson(now) - waitingForPerson(before)
  // The first answer after the start is no news; the rail shows its count.
  if (more <= 0 || before.url === null || useNavigation.getState().screen === 'sync') return
  const show = () => useNavigation.getState().show('sync')
  notify({
    text: ({ t }) => t('sync.alert', { count: more }),
    tone: 'critical',
    action: { label: 'sync.alert.show', run: show },
  })
}
