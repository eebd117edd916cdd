import type { HandlersOf } from '../../shared/contract'
import type { lockCalls } from '../../shared/contract/lock'
import type { LockStatus } from '../../shared/lock'
import type { EngineCore } from '../engine'
import { peopleView } from '../people/people-store'
import { readSettings } from '../store/settings'

/** Whether the window may show anything, and who may open it. */
export function lockHandlers(core: EngineCore): HandlersOf<typeof lockCalls> {
  function status(): LockStatus {
    const { store, seat } = core.company()
    const { people, sitting, isProtected } = peopleView(store.db)
    const { language, formatLocale, theme, density } = readSettings(store.db)
    return {
      isProtected,
      hasVault: store.key !== null,
      isLocked: seat.isLocked(),
      people: people
        .filter(person => person.isActive)
        .map(({ id, name, initials, hasPassphrase }) => ({ id, name, initials, hasPassphrase })),
      sitting,
      look: { language, formatLocale, theme, density },
    }
  }

  return {
    'lock.status': status,
    async 'lock.lock'() {
      const locked = { ...status(), isLocked: true }
      core.company().seat.lock()
      // Where nobody signs in, the vault itself is what keeps others out.
      if (!locked.isProtected && locked.hasVault) {
        await core.lockVault()
        return locked
      }
      core.announce('lock.changed', {})
      return status()
    },
  }
}
