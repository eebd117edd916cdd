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

/** Passages that hold every word of the query, whatever their case and accents; chapters named so come first. */
export function searchHandbook(chapters: readonly Chapter[], query: string): readonly Hit[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  const [first] = wanted
  if (first === undefined) return []
  const holdsAll = (text: string) => wanted.every(word => folded(text).includes(word))
  const hits = chapters.flatMap(chapter => {
    const passages = [{ place: '', text: chapter.title }, ...passagesOf(chapter)].filter(({ text }) => holdsAll(text))
    return passages.map(({ place, text }): Hit => {
      return { chapter: chapter.name, title: chapter.title, place, excerpt: excerptOf(text, first) }
    })
  })
  const isName = ({ place }: Hit) => place === ''
  return [...hits.filter(isName), ...hits.filter(hit => !isName(hit))].slice(0, mostHits)
}

function excerptOf(text: string, word: string): Hit['excerpt'] {
  const start = placeOf(word, text)
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
function placeOf(word: string, text: string): number {
  for (let at = 0; at < text.length; at++) if (folded(text.slice(at, at + word.length)) === word) return at
  return -1
}

/** Lower case without accents, so that "revision" finds "Revisión". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
