import { fold } from '../../../shared/fold'

// Words that join and never tell one thing from another.
const joiningWords = new Set(
  'a al an and con da de del der die du e el en et for in la las le les lo los of or para per por the to un una und von y'.split(
    ' ',
  ),
)

/** Folded words that carry meaning, each once, in order. */
export function meaningfulWords(text: string): string[] {
  return [...new Set(fold(text).split(' '))].filter(word => word.length > 1 && !joiningWords.has(word))
}

/**
 * What line descriptions are compared by: folded words without pure numbers, which are dates, serial numbers and
 * quantities and change with every invoice of the same thing.
 */
export function descriptionKey(description: string): string {
  const words = meaningfulWords(description)
  const lasting = words.filter(word => !/\d/.test(word))
  return (lasting.length > 0 ? lasting : words).join(' ').slice(0, 300)
}
