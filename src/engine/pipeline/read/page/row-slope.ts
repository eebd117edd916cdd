import type { Word } from '../../facts'

/** Slopes looked at either way, down per step to the right, and the step between them. */
const steepest = 0.035
const step = 0.0005
/** With fewer words a page has no rows to go by. */
const leastWords = 12
/** How much clearer the rows must stand out at the slope found than on the page as it is. */
const leastGain = 1.06
/** Rows are told apart by this share of the height of their letters. */
const coarseness = 0.5

/**
 * How much the rows of a page that was read by OCR fall to the right, in points down per point; 0 where they are level. A page scanned
 * half a degree askew keeps every letter readable, but what stands at the end of a row is a line lower than its beginning.
 */
export function rowSlope(words: readonly Word[]): number {
  const typed = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  if (typed.length < leastWords) return 0
  const heights = typed.map(({ box }) => box.height).toSorted((one, other) => one - other)
  const size = (heights[heights.length >> 1] ?? 1) * coarseness
  const level = sharpness(typed, 0, size)
  let [best, bestScore] = [0, level]
  for (let slope = -steepest; slope <= steepest; slope += step) {
    const score = sharpness(typed, slope, size)
    if (score > bestScore) [best, bestScore] = [slope, score]
  }
  return bestScore > level * leastGain ? best : 0
}

/** At the right slope the middles of words fall into the fewest rows. */
function sharpness(words: readonly Word[], slope: number, size: number): number {
  const rows = new Map<number, number>()
  for (const { box } of words) {
    const at = (box.y + box.height / 2 - slope * (box.x + box.width / 2)) / size
    const [row, share] = [Math.floor(at), at - Math.floor(at)]
    rows.set(row, (rows.get(row) ?? 0) + 1 - share)
    rows.set(row + 1, (rows.get(row + 1) ?? 0) + share)
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0)
}
