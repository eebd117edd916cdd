import type { LedgerStatus } from '../../../shared/ledger'
import { useNavigation } from '../app/navigation'
import { notify } from '../parts/toasts'

/** Bills the ledger refused, bills changed there and bills it holds that are unknown here: all wait for a person. */
export function waitingForPerson({ failed, watch }: LedgerStatus): number {
  return failed + (watch?.drifted ?? 0) + (watch?.unknownHere ?? 0)
}

let told = { count: 0, takeBack: () => false }

/**
 * Tells once when more bills wait for a person than before, wherever that person is looking. While the notice still
 * stands there, the next one counts its bills too and takes its place.
 */
export function alertWhenMore(before: LedgerStatus, now: LedgerStatus): void {
  const more = waitingForPerson(now) - waitingForPerson(before)
  // The first answer after the start is no news; the rail shows its count.
  if (more <= 0 || before.url === null || useNavigation.getState().screen === 'sync') return
  const show = () => useNavigation.getState().show('sync')
  const count = more + (told.takeBack() ? told.count : 0)
  const takeBack = notify({
    text: ({ t }) => t('sync.alert', { count }),
    tone: 'critical',
    action: { label: 'sync.alert.show', run: show },
  })
  told = { count, takeBack }
}
