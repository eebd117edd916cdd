/** Letters of Helvetica by their width in thousandths of the font's size (Adobe's metrics of the standard fonts). */
const lettersByWidth: readonly (readonly [width: number, letters: string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft'],
  [333, '()-`r{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckxsvyz'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@'],
]
const widths = new Map(
  lettersByWidth.flatMap(([width, letters]) => [...letters].map(letter => [letter, width] as const)),
)
/** Digits and most small letters. */
const usualWidth = 556

/**
 * How wide a text is beside others of its run.
 *
 * pdf.js gives the width of a run, not of its letters. Most invoices are set in Helvetica or in what was drawn to take the
 * same room; in other fonts the shares are near enough for the place of a word.
 */
export function weightOf(text: string): number {
  let weight = 0
  for (const letter of text.normalize('NFD')) {
    if (!/\p{M}/u.test(letter)) weight += widths.get(/\s/.test(letter) ? ' ' : letter) ?? usualWidth
  }
  return weight
}
