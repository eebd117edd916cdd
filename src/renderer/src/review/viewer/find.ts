import type { Box } from '../../../../shared/document'

/** A word of the page with its box in points. */
export interface PageWord extends Box {
  readonly text: string
}

/** One occurrence of what is looked for: the boxes of the words it touches. */
export interface Match {
  readonly page: number
  readonly boxes: readonly Box[]
}

const marks = /\p{Mark}/gu

/** Text as compared while finding: accents and letter case do not matter. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLocaleLowerCase('und')
}

/**
 * Finds text on a page across word borders.
 * @param query what the reader typed; runs of blanks count as one, blank text finds nothing
 */
export function findOnPage(page: number, words: readonly PageWord[], query: string): Match[] {
  const wanted = folded(query).trim().replace(/\s+/g, ' ')
  if (wanted === '') return []
  const starts: number[] = []
  let text = ''
  for (const word of words) {
    starts.push(text.length)
    text += `${folded(word.text).trim()} `
  }
  const matches: Match[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const first = lastAtOrBefore(starts, at)
    const last = lastAtOrBefore(starts, at + wanted.length - 1)
    matches.push({ page, boxes: words.slice(first, last + 1) })
  }
  return matches
}

/** Words that stand side by side, in reading order: copied text then breaks where the page breaks. */
export function textLines(words: readonly PageWord[]): PageWord[][] {
  const lines: PageWord[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && isBeside(last, word)) line.push(word)
    else lines.push([word])
  }
  return lines
}

function isBeside(left: PageWord, right: PageWord): boolean {
  const middle = right.y + right.height / 2
  return right.x >= left.x && middle > left.y && middle < left.y + left.height
}

/** Index of the last start that is not beyond `position`; starts ascend. */
function lastAtOrBefore(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
