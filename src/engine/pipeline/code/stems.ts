import { meaningfulWords } from './fold'

/**
 * Words of a text cut to what number and gender leave alone: "llantas" and "llanta", "services" and "service".
 * Each once, in the order of the text.
 */
export function stems(text: string): string[] {
  return [...new Set(meaningfulWords(text.slice(0, longestRead)).map(stem))]
}

/** A description longer than this says what it is at its beginning. */
const longestRead = 2_000

/** The words of a text as written, by their stems. */
export function wordsByStem(text: string): ReadonlyMap<string, string> {
  return new Map(meaningfulWords(text.slice(0, longestRead)).map(word => [stem(word), word]))
}

function stem(word: string): string {
  const singular =
    word.length > 4 && word.endsWith('es') ? word.slice(0, -2) : word.length > 3 ? word.replace(/(?<!s)s$/, '') : word
  // Short words keep their vowel: "mesa" (table) is not "mes" (month).
  return singular.length > 4 ? singular.replace(/[aeo]$/, '') : singular
}
