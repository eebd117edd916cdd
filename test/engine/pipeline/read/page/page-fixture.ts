import type { PageReading } from '../../../../../src/engine/pipeline/facts'
import type { ReadOptions } from '../../../../../src/engine/worker/protocol'

export const readOptions: ReadOptions = {
  forceOcr: false,
  ocrLanguages: ['eng'],
  maxPages: 200,
  ownTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
}

const letter = 5
const height = 10
const lineStep = 14

/**
 * A page typed on a grid: a letter is 5 points wide, a line 14 points high. Two or more spaces part cells, as on paper.
 */
export function typedPage(rows: readonly string[], confidence = 1): PageReading {
  const words = rows.flatMap((row, index) =>
    [...row.matchAll(/\S+/g)].map(match => ({
      text: match[0],
      box: { x: 40 + match.index * letter, y: 40 + index * lineStep, width: match[0].length * letter, height },
      confidence,
      hidden: false,
    })),
  )
  const textSource = confidence === 1 ? 'text_layer' : 'ocr'
  return { number: 1, width: 612, height: 792, textSource, rotation: 0, words, failure: null }
}
