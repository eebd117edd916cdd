import { z } from 'zod'
import { PersonView } from './people'
import { Settings } from './settings'

/** All that a locked window knows: who may unlock it, and how to show that. */
export const LockStatus = z.object({
  /** Whether people sign in with passphrases here. */
  isProtected: z.boolean(),
  /** Whether the books lie in a vault: it is locked where nobody signs in. Without either, nothing ever is. */
  hasVault: z.boolean(),
  isLocked: z.boolean(),
  people: z.array(PersonView.pick({ id: true, name: true, initials: true, hasPassphrase: true })),
  /** Who sat here last. */
  sitting: PersonView.shape.id.nullable(),
  look: Settings.pick({ language: true, formatLocale: true, theme: true, density: true }),
})
export type LockStatus = z.infer<typeof LockStatus>
