import { PersonId } from './ids'

/**
 * Who did something, as the journal names it: `person` (a workspace without names), `person:<id>:<name>`,
 * `rule:<name>#<version>`, `policy:<name>#<version>`, `autopilot#<version>`, `engine <version>`. The name stands in it
 * so that a journal can be read without the store it came from; the id, so that a person stays the same when renamed.
 */
export type Actor =
  | { readonly type: 'person'; readonly id: PersonId | null; readonly name: string | null }
  | { readonly type: 'rule' | 'policy'; readonly name: string; readonly version: number }
  | { readonly type: 'autopilot'; readonly version: number }
  | { readonly type: 'machine'; readonly name: string }

/** The person at a workspace where nobody has a name. */
export const unnamedPerson = 'person'

export function personActor(person: { readonly id: PersonId; readonly name: string }): string {
  return `${personActorPrefix(person.id)}${person.name}`
}

/** What every row of a person begins with, whatever they were called then. */
export function personActorPrefix(personId: PersonId): string {
  return `${unnamedPerson}:${personId}:`
}

export function ruleActor(type: 'rule' | 'policy', name: string, version: number): string {
  return `${type}:${name}#${version}`
}

export function autopilotActor(version: number): string {
  return `autopilot#${version}`
}

const personPattern = /^person:([^:]+):(.*)$/s
const rulePattern = /^(rule|policy):(.*)#(\d+)$/s
const autopilotPattern = /^autopilot#(\d+)$/

export function parseActor(actor: string): Actor {
  if (actor === unnamedPerson) return { type: 'person', id: null, name: null }
  const person = personPattern.exec(actor)
  const id = PersonId.safeParse(person?.[1])
  if (person && id.success) return { type: 'person', id: id.data, name: person[2] ?? '' }
  const rule = rulePattern.exec(actor)
  if (rule) return { type: rule[1] === 'rule' ? 'rule' : 'policy', name: rule[2] ?? '', version: Number(rule[3]) }
  const autopilot = autopilotPattern.exec(actor)
  if (autopilot) return { type: 'autopilot', version: Number(autopilot[1]) }
  return { type: 'machine', name: actor }
}

export function isPerson(actor: string): boolean {
  return parseActor(actor).type === 'person'
}
