import { passagesOf, type Chapter } from './chapter'

/** A passage that holds every word looked for. */
export interface Hit {
  readonly chapter: string
  readonly title: string
  /** As in {@link Passage}; empty: the chapter's name. */
  readonly place: string
  /** The passage around the first word: what stands before it, the word, what follows. */
  readonly excerpt: readonly [before: string, word: string, after: string]
}

const mostHits = 60
const shownBefore = 40
const shownAfter = 120

/**
 * Passages with words that begin as every word of the query does, whatever their case and accents ("IVA" is not in
 * "privacy"); where there is none, those that hold them anywhere. Chapters named so come first.
 */
export function searchHandbook(chapters: readonly Chapter[], query: string): readonly Hit[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  const [first] = wanted
  if (first === undefined) return []
  const hits = hitsOf(chapters, wanted, true)
  return hits.length > 0 ? hits : hitsOf(chapters, wanted, false)
}

function hitsOf(chapters: readonly Chapter[], wanted: readonly string[], fromTheBeginning: boolean): readonly Hit[] {
  const [first = ''] = wanted
  const holdsAll = (text: string) => wanted.every(word => placeOf(word, text, fromTheBeginning) >= 0)
  const hits = chapters.flatMap(chapter => {
    const passages = [{ place: '', text: chapter.title }, ...passagesOf(chapter)].filter(({ text }) => holdsAll(text))
    return passages.map(({ place, text }): Hit => {
      return { chapter: chapter.name, title: chapter.title, place, excerpt: excerptOf(text, first, fromTheBeginning) }
    })
  })
  const isName = ({ place }: Hit) => place === ''
  return [...hits.filter(isName), ...hits.filter(hit => !isName(hit))].slice(0, mostHits)
}

function excerptOf(text: string, word: string, fromTheBeginning: boolean): Hit['excerpt'] {
  const start = placeOf(word, text, fromTheBeginning)
  if (start < 0) return [text, '', '']
  const end = start + word.length
  // Whole words only, where the passage is cut.
  const before =
    start <= shownBefore ? text.slice(0, start) : text.slice(start - shownBefore, start).replace(/^\S*\s/, '…')
  const rest = text.slice(end)
  const after = rest.length <= shownAfter ? rest : rest.slice(0, shownAfter).replace(/\s\S*$/, '…')
  return [before, text.slice(start, end), after]
}

/** Where a folded word stands in a text as written: in the text folded whole that place may be another one. */
function placeOf(word: string, text: string, fromTheBeginning: boolean): number {
  if (!folded(text).includes(word)) return -1
  for (let at = 0; at < text.length; at++) {
    if (fromTheBeginning && isInWord(text[at - 1])) continue
    if (folded(text.slice(at, at + word.length)) === word) return at
  }
  return -1
}

function isInWord(before: string | undefined): boolean {
  return before !== undefined && /[\p{L}\p{M}\p{N}]/u.test(before)
}

/** Lower case without accents, so that "revision" finds "Revisión". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
