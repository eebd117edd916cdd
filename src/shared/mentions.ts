import type { PersonId } from './ids'

/** A person's name behind an @, as places in the text. */
export interface Mention {
  readonly personId: PersonId
  readonly start: number
  readonly end: number
}

interface Named {
  readonly id: PersonId
  readonly name: string
}

const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * Whom a text names with an @: the longest name that stands there, whatever its case. "@Ana" is not Ana in "@Anabel", and
 * an address such as ventas@ana.mx names nobody.
 */
export function mentionsIn(text: string, people: readonly Named[]): Mention[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (letterOrDigit.test(text.charAt(at - 1))) continue
    const person = byLength.find(({ name }) => standsAt(text, at + 1, name))
    if (person) found.push({ personId: person.id, start: at, end: at + 1 + person.name.length })
  }
  return found
}

function standsAt(text: string, start: number, name: string): boolean {
  const end = start + name.length
  return text.slice(start, end).toLowerCase() === name.toLowerCase() && !letterOrDigit.test(text.charAt(end))
}
