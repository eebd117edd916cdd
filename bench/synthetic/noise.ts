import type { PageReading, Word } from '../../src/engine/pipeline/facts'
import type { Random } from './random'

/** Letters and figures that OCR takes for each other. */
const mistaken: Readonly<Record<string, string>> = {
  '0': 'O',
  O: '0',
  '1': 'l',
  l: '1',
  I: 'l',
  '5': 'S',
  S: '5',
  '8': 'B',
  B: '8',
  '6': '8',
  '3': '8',
  é: 'e',
  ü: 'u',
  ñ: 'n',
  '.': ',',
  ',': '.',
}
const shareMistaken = 0.006
const shareLost = 0.004

/** The same pages as OCR would have them: a few letters mistaken, a few words lost, boxes a little off. */
export function asOcr(pages: readonly PageReading[], random: Random): PageReading[] {
  const quality = 0.6 + 0.4 * random.next()
  return pages.map(page => ({
    ...page,
    textSource: 'ocr',
    words: page.words.filter(() => !random.chance(shareLost)).map(word => worn(word, quality, random)),
  }))
}

function worn(word: Word, quality: number, random: Random): Word {
  const text = [...word.text]
    .map(letter => (random.chance(shareMistaken / quality) ? (mistaken[letter] ?? letter) : letter))
    .join('')
  const { box } = word
  const off = () => (random.next() - 0.5) * box.height * 0.12
  const confidence = Math.max(0.2, quality - (text === word.text ? 0.15 : 0.45) * random.next())
  return { ...word, text, confidence, box: { ...box, x: box.x + off(), y: box.y + off() } }
}
