import type { PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { Right } from '../../shared/rights'
import type { Store } from '../store/open'
import { isProtected } from './passphrases'
import { requireRight, sittingPerson } from './sitting'

/** Who proved to sit at this machine since the books were opened, and what they may do. */
export interface Seat {
  /** Where people sign in: nobody has, or whoever had no longer sits here. */
  isLocked(): boolean
  /** @throws AppError `app_locked`, `right_missing` (params `reason`: the right) */
  require(right: Right): void
  /** This person has just proven who they are, or protects the workspace from now on. */
  signIn(personId: PersonId): void
  lock(): void
}

/** Books that people sign in to are locked when they are opened. */
export function createSeat({ db }: Pick<Store, 'db'>): Seat {
  let signedIn: PersonId | null = null
  const isLocked = () => isProtected(db) && (signedIn === null || sittingPerson(db)?.id !== signedIn)
  return {
    isLocked,
    require(right) {
      if (isLocked()) throw new AppError('app_locked')
      requireRight(db, right)
    },
    signIn(personId) {
      signedIn = personId
    },
    lock() {
      signedIn = null
    },
  }
}
