import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSatisfied,
  mayApprove,
  waitsFor,
  whyImpossible,
  type ApprovalSituation,
  type GivenApproval,
} from '../../../src/engine/automation/policy-steps'
import type { PersonId } from '../../../src/shared/ids'

const everyone = ['ana', 'bob', 'cleo', 'dora', 'eve'] as PersonId[]
const someone = fc.constantFrom(...everyone)
const group = (min: number) => fc.uniqueArray(someone, { minLength: min, maxLength: 5 })
const policies = fc.record({
  steps: fc.array(fc.record({ people: group(0) }), { minLength: 1, maxLength: 4 }),
  fourEyes: fc.boolean(),
})
const offices = fc.record({
  policy: policies,
  active: group(1),
  editors: group(0),
  absences: fc.array(fc.tuple(someone, someone), { maxLength: 4 }),
  // Who tries, in which order; most attempts will be refused.
  attempts: fc.array(someone, { maxLength: 30 }),
})

function situationOf(office: OfficeOf, given: GivenApproval[] = []): ApprovalSituation {
  const delegates = new Map<PersonId, PersonId[]>()
  for (const [away, standIn] of office.absences) delegates.set(away, [...(delegates.get(away) ?? []), standIn])
  return { given, editors: new Set(office.editors), active: office.active, delegates }
}
type OfficeOf = typeof offices extends fc.Arbitrary<infer O> ? O : never

test('however people try, a document with four eyes is never approved by the one person who changed it', () => {
  fc.assert(
    fc.property(offices, office => {
      const given: GivenApproval[] = []
      for (const personId of office.attempts) {
        const situation = situationOf(office, given)
        if (isSatisfied(office.policy, situation)) break
        const right = mayApprove(office.policy, situation, personId)
        if ('step' in right) given.push({ step: right.step, personId })
      }
      if (!isSatisfied(office.policy, situationOf(office, given))) return
      const people = new Set(given.map(approval => approval.personId))
      expect(people.size).toBeGreaterThanOrEqual(office.policy.steps.length)
      expect([...people].every(personId => office.active.includes(personId))).toBe(true)
      const [only] = people
      const isAlone = people.size === 1 && only !== undefined && office.editors.includes(only)
      expect(office.policy.fourEyes && isAlone).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('a policy that could be saved always finds its people, whoever changed the document and in whatever order they come', () => {
  fc.assert(
    fc.property(offices, fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }), (office, choices) => {
      fc.pre(whyImpossible(office.policy, office.active) === null)
      const given: GivenApproval[] = []
      for (const choice of choices) {
        const situation = situationOf(office, given)
        if (isSatisfied(office.policy, situation)) return
        const waiting = waitsFor(office.policy, situation)
        const personId = waiting[choice % Math.max(1, waiting.length)]
        expect(personId).toBeDefined()
        const right = personId === undefined ? undefined : mayApprove(office.policy, situation, personId)
        if (personId !== undefined && right && 'step' in right) given.push({ step: right.step, personId })
      }
      expect(isSatisfied(office.policy, situationOf(office, given))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('what nobody could ever satisfy is named', () => {
  const [ana, bob, cleo] = everyone as [PersonId, PersonId, PersonId]
  const step = (...people: PersonId[]) => ({ people })
  expect(whyImpossible({ steps: [step()], fourEyes: false }, [])).toEqual({ why: 'no_people', step: 1 })
  expect(whyImpossible({ steps: [step(ana), step(cleo)], fourEyes: false }, [ana, bob])).toEqual({
    why: 'nobody_left_for_step',
    step: 2,
  })
  expect(whyImpossible({ steps: [step(ana), step(ana)], fourEyes: false }, [ana, bob])).toEqual({
    why: 'too_few_people',
    step: 2,
  })
  expect(whyImpossible({ steps: [step(ana)], fourEyes: true }, [ana, bob])).toEqual({
    why: 'four_eyes_one_person',
    step: 1,
  })
  expect(whyImpossible({ steps: [step(ana, bob), step(ana)], fourEyes: true }, [ana, bob])).toBeNull()
  expect(whyImpossible({ steps: [], fourEyes: true }, [])).toBeNull()
})

test('Ana, who alone can take step 2, is not let into step 1', () => {
  const [ana, bob] = everyone as [PersonId, PersonId]
  const policy = { steps: [{ people: [ana, bob] }, { people: [ana] }], fourEyes: false }
  const situation = { given: [], editors: new Set<PersonId>(), active: [ana, bob], delegates: new Map() }
  expect(mayApprove(policy, situation, ana)).toEqual({ obstacle: 'needed_later' })
  expect(mayApprove(policy, situation, bob)).toEqual({ step: 0, inPlaceOf: null })
})

test('while Ana is away, Bob approves in her place, and the approval says so', () => {
  const [ana, bob] = everyone as [PersonId, PersonId]
  const policy = { steps: [{ people: [ana] }], fourEyes: false }
  const here = { given: [], editors: new Set<PersonId>(), active: [ana, bob], delegates: new Map() }
  expect(mayApprove(policy, here, bob)).toEqual({ obstacle: 'not_asked' })
  expect(mayApprove(policy, { ...here, delegates: new Map([[ana, [bob]]]) }, bob)).toEqual({ step: 0, inPlaceOf: ana })
})
