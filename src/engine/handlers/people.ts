import type { Handlers } from '../../shared/contract'
import { requirePoliciesPossible } from '../automation/policies-store'
import { requireNoRuleAssigns } from '../automation/rules-store'
import { assign } from '../decisions/set-state'
import type { EngineCore } from '../engine'
import { openDocumentsOf } from '../lists/counts'
import { addAbsence, addPerson, changePerson, peopleView, removeAbsence, sitDown } from '../people/people-store'
import { sittingActor } from '../people/sitting'
import type { DecisionContext } from '../decisions/context'
import { write, type Tx } from '../store/write'
import { changesOn } from './changes'

type Names = 'people.get' | 'people.add' | 'people.change' | 'people.sit' | 'absence.add' | 'absence.remove'

/** Who works here, who sits here, and who stands in for whom. */
export function peopleHandlers(core: EngineCore): Pick<Handlers, Names> {
  const { decideEach } = changesOn(core)

  function change(decision: (tx: Tx, ctx: DecisionContext) => unknown) {
    const { store, context } = core.company()
    write(store, tx => decision(tx, context(sittingActor(tx))))
    core.announce('people.changed', {})
    return peopleView(store.db)
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
    'people.sit': ({ personId }) => change((tx, { now }) => sitDown(tx, personId, now)),
    'absence.add': input => change((tx, ctx) => addAbsence(tx, input, ctx)),
    'absence.remove': ({ absenceId }) => change((tx, { now }) => removeAbsence(tx, absenceId, now)),
  }
}
