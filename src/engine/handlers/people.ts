import type { HandlersOf } from '../../shared/contract'
import type { peopleCalls } from '../../shared/contract/people'
import type { PersonId } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { requirePoliciesPossible } from '../automation/policies-store'
import { requireNoRuleAssigns } from '../automation/rules-store'
import { assign } from '../decisions/set-state'
import type { EngineCore } from '../engine'
import { openDocumentsOf } from '../lists/counts'
import {
  hashPassphrase,
  hasPassphrase,
  isProtected,
  removePassphrase,
  requirePassphrase,
  setPassphrase,
} from '../people/passphrases'
import {
  activePersonById,
  addAbsence,
  addPerson,
  changePerson,
  peopleView,
  removeAbsence,
  setRights,
  sitDown,
} from '../people/people-store'
import { requireRight, sittingActor, sittingPerson } from '../people/sitting'
import type { DecisionContext } from '../decisions/context'
import { write, type Tx } from '../store/write'
import { changesOn } from './changes'

/** Who works here, who sits here, and who stands in for whom. */
export function peopleHandlers(core: EngineCore): HandlersOf<typeof peopleCalls> {
  const { decideEach } = changesOn(core)

  function change(decision: (tx: Tx, ctx: DecisionContext) => unknown) {
    const { store, context } = core.company()
    write(store, tx => decision(tx, context(sittingActor(tx))))
    core.announce('people.changed', {})
    return peopleView(store.db)
  }

  /** Where people sign in: that of the person themself, if they have one. @throws AppError what `requirePassphrase` throws */
  async function prove(personId: PersonId, typed: string | null): Promise<void> {
    const { store } = core.company()
    await requirePassphrase(store, personId, typed ?? '', () => core.host.now())
  }

  return {
    'people.get': () => peopleView(core.company().store.db),
    'people.add': input => change((tx, ctx) => addPerson(tx, input, ctx)),
    async 'people.change'({ personId, ...input }) {
      change((tx, ctx) => {
        changePerson(tx, personId, input, ctx, requirePoliciesPossible)
        if (!input.isActive) requireNoRuleAssigns(tx, personId)
      })
      // What was theirs is anyone's again.
      const left = input.isActive ? [] : openDocumentsOf(core.company().store.db, personId)
      if (left.length > 0) {
        await decideEach(left, (tx, documentId, ctx) => assign(tx, { documentId, personId: null }, ctx))
      }
      return peopleView(core.company().store.db)
    },
    async 'people.sit'({ personId, passphrase }) {
      const { store, seat } = core.company()
      const mustProve = isProtected(store.db)
      if (mustProve) await prove(personId, passphrase)
      const view = change((tx, { now }) => {
        // Who may sit here without a word may have changed while it was compared.
        if (isProtected(tx) !== mustProve) throw new AppError('app_locked')
        sitDown(tx, personId, now)
      })
      seat.signIn(personId)
      core.announce('lock.changed', {})
      return view
    },
    'people.setRights': ({ personId, rights }) => change((tx, { now }) => setRights(tx, personId, rights, now)),
    async 'people.setPassphrase'({ personId, passphrase, current }) {
      const { store, seat } = core.company()
      activePersonById(store.db, personId)
      const isOwn = sittingPerson(store.db)?.id === personId
      if (!isOwn) requireRight(store.db, 'administer')
      if (isOwn && hasPassphrase(store.db, personId)) await prove(personId, current)
      const hashed = await hashPassphrase(passphrase)
      seat.require('read')
      const view = change((tx, { now }) => setPassphrase(tx, personId, hashed, now))
      if (isOwn) seat.signIn(personId)
      core.announce('lock.changed', {})
      return view
    },
    async 'people.removePassphrase'({ current }) {
      const { store } = core.company()
      const person = sittingPerson(store.db)
      if (!person) throw new AppError('person_not_found', {}, 'never')
      await prove(person.id, current)
      const view = change((tx, { now }) => removePassphrase(tx, person, now))
      core.announce('lock.changed', {})
      return view
    },
    'absence.add': input => change((tx, ctx) => addAbsence(tx, input, ctx)),
    'absence.remove': ({ absenceId }) => change((tx, { now }) => removeAbsence(tx, absenceId, now)),
  }
}
