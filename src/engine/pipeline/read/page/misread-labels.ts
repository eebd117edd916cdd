import { labelsByFirstWord } from './labels'
import { isMisreading } from './misread'

/** Shorter words differ from everyday words by one letter too often. */
const leastLetters = 5

const words = new Set([...labelsByFirstWord.values()].flat().flatMap(phrase => phrase.words))
const byLength = Map.groupBy(
  [...words].filter(word => word.length >= leastLetters && /^\p{L}+$/u.test(word)),
  word => word.length,
)
/** Words too short to be mended by their letters: "N°" is read as "Ne", "IVA" with an I that looks like l, 1 or j. */
const shortWords: ReadonlyMap<string, string> = new Map([
  ['ne', 'n'],
  ['lva', 'iva'],
  ['1va', 'iva'],
  ['jva', 'iva'],
  ['l.v.a', 'i.v.a'],
  ['1.v.a', 'i.v.a'],
  ['cest', 'cgst'],
  ['6st', 'gst'],
  ['65t', 'gst'],
  ['gsi', 'gst'],
  ['0st', 'gst'],
  ['bst', 'gst'],
  ['35t', 'gst'],
  ['iotal', 'total'],
  ['t0tal', 'total'],
])

const known = new Map<string, string>()

/**
 * The word of a label that OCR misread by one letter: "tota" and "totai" are "total". The word itself when there is none, or more
 * than one.
 * @param folded  as {@link fold} gives it
 */
export function meantWord(folded: string): string {
  const short = shortWords.get(folded)
  if (short !== undefined) return short
  if (words.has(folded) || folded.length < leastLetters - 1) return folded
  const before = known.get(folded)
  if (before !== undefined) return before
  const candidates = [folded.length, folded.length + 1]
    .flatMap(length => byLength.get(length) ?? [])
    .filter(word => isMisreading(folded, word))
  const meant = candidates.length === 1 && candidates[0] !== undefined ? candidates[0] : folded
  if (known.size < mostKept) known.set(folded, meant)
  return meant
}

/** Words remembered: a process reads documents for days. */
const mostKept = 5_000
