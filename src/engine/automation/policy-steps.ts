import type { ApprovalObstacle, ApprovalStep, PolicyBody } from '../../shared/automation'
import type { PersonId } from '../../shared/ids'

/** One approval that stands. */
export interface GivenApproval {
  readonly step: number
  readonly personId: PersonId
}

/** Everything an approval depends on beside the policy. */
export interface ApprovalSituation {
  readonly given: readonly GivenApproval[]
  /** Who changed what the invoice says. */
  readonly editors: ReadonlySet<PersonId>
  /** Everyone who may act at all. */
  readonly active: readonly PersonId[]
  /** Absent today → who stands in. */
  readonly delegates: ReadonlyMap<PersonId, readonly PersonId[]>
}

/** One way to take a step: by oneself, or in the place of somebody absent. */
interface Right {
  readonly personId: PersonId
  readonly inPlaceOf: PersonId | null
}

type Policy = Pick<PolicyBody, 'steps' | 'fourEyes'>

/**
 * The steps as this document needs them. With four eyes, somebody who changed the invoice may approve it, but not
 * alone: a single step taken by such a person needs to be taken once more, by somebody else.
 */
export function stepsNeeded({ steps, fourEyes }: Policy, { given, editors }: ApprovalSituation): Policy['steps'] {
  const [only] = steps
  if (!fourEyes || !only || steps.length > 1) return steps
  const isByEditor = given.some(approval => approval.step === 0 && editors.has(approval.personId))
  return isByEditor ? [only, only] : steps
}

/** Index of the step that is next; the number of steps when all are done. */
export function nextStep(policy: Policy, situation: ApprovalSituation): number {
  const steps = stepsNeeded(policy, situation)
  const done = new Set(situation.given.map(approval => approval.step))
  const open = steps.findIndex((_, index) => !done.has(index))
  return open === -1 ? steps.length : open
}

/** Whether every step is done, each by somebody else. */
export function isSatisfied(policy: Policy, situation: ApprovalSituation): boolean {
  const needed = stepsNeeded(policy, situation).length
  const people = new Set(situation.given.map(approval => approval.personId))
  return nextStep(policy, situation) === needed && people.size >= needed
}

/**
 * Whether a person may take the next step.
 *
 * @param personId null for the unnamed person of a workspace without names
 * @returns the step and for whom it is taken, or what stands against it
 */
export function mayApprove(
  policy: Policy,
  situation: ApprovalSituation,
  personId: PersonId | null,
): { readonly step: number; readonly inPlaceOf: PersonId | null } | { readonly obstacle: ApprovalObstacle } {
  const { given, active } = situation
  if (personId === null || !active.includes(personId)) return { obstacle: 'no_person' }
  if (given.some(approval => approval.personId === personId)) return { obstacle: 'already_approved' }
  const steps = stepsNeeded(policy, situation)
  const step = nextStep(policy, situation)
  const right = rightsOf(steps[step], situation).find(one => one.personId === personId)
  if (!right) return { obstacle: 'not_asked' }
  const people = new Set([...given.map(approval => approval.personId), personId])
  // Whoever takes this step cannot take a later one: if only they could, nobody would be left for it.
  if (!canFinish(steps.slice(step + 1), people, situation)) return { obstacle: 'needed_later' }
  return { step, inPlaceOf: right.inPlaceOf }
}

/** Who may take the next step now. */
export function waitsFor(policy: Policy, situation: ApprovalSituation): PersonId[] {
  return situation.active.filter(personId => 'step' in mayApprove(policy, situation, personId))
}

/** Why no document could ever get through a policy. */
export type Impossibility = 'no_people' | 'nobody_left_for_step' | 'too_few_people' | 'four_eyes_one_person'

/**
 * Looks at the policy with the people there are, absences aside: those pass.
 *
 * @returns null when every document can be approved, whoever of the workspace changed it
 */
export function whyImpossible(
  policy: Policy,
  active: readonly PersonId[],
): { readonly why: Impossibility; readonly step: number } | null {
  if (policy.steps.length === 0) return null
  if (active.length === 0) return { why: 'no_people', step: 1 }
  const situation = { given: [], editors: new Set<PersonId>(), active, delegates: new Map() }
  const empty = policy.steps.findIndex(step => rightsOf(step, situation).length === 0)
  if (empty !== -1) return { why: 'nobody_left_for_step', step: empty + 1 }
  if (!canFinish(policy.steps, new Set(), situation)) return { why: 'too_few_people', step: policy.steps.length }
  const isAlone = policy.steps.length === 1 && rightsOf(policy.steps[0], situation).length === 1
  return policy.fourEyes && isAlone ? { why: 'four_eyes_one_person', step: 1 } : null
}

/** Own rights come before those of an absent colleague. */
function rightsOf(step: ApprovalStep | undefined, { active, delegates }: ApprovalSituation): Right[] {
  if (!step) return []
  const asked = step.people.length === 0 ? active : step.people
  const own = asked.filter(personId => active.includes(personId)).map(personId => ({ personId, inPlaceOf: null }))
  const standIns = asked.flatMap(absent =>
    (delegates.get(absent) ?? [])
      .filter(personId => active.includes(personId))
      .map(personId => ({ personId, inPlaceOf: absent })),
  )
  return [...own, ...standIns]
}

/** Whether each of these steps can be given to somebody else who has not approved yet (bipartite matching). */
function canFinish(steps: Policy['steps'], used: ReadonlySet<PersonId>, situation: ApprovalSituation): boolean {
  const taken = new Map<PersonId, number>()
  const assign = (index: number, tried: Set<PersonId>): boolean =>
    rightsOf(steps[index], situation).some(({ personId }) => {
      if (used.has(personId) || tried.has(personId)) return false
      tried.add(personId)
      const other = taken.get(personId)
      if (other !== undefined && !assign(other, tried)) return false
      taken.set(personId, index)
      return true
    })
  return steps.every((_, index) => assign(index, new Set()))
}
