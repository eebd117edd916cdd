import type { GreyImage } from './pgm'
import type { OcrWord } from './recognise'

/** With fewer letters and digits on a page there is nothing to turn it for. */
const fewLetters = 30
/** How much stronger the vertical text profile must be before we take the page for lying on its side. */
const sidewaysRatio = 1.25

export function lettersOf(words: readonly Pick<OcrWord, 'text'>[]): number {
  return words.reduce((sum, word) => sum + letterCount(word.text), 0)
}

function letterCount(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

/** Letters read, each as much as it is surer than a coin: more text is better, unless it is guessed. */
export function worthOf(words: readonly Pick<OcrWord, 'text' | 'confidence'>[]): number {
  return words.reduce((sum, { text, confidence }) => sum + letterCount(text) * (confidence - 0.5), 0)
}

/** Most longer words stand upright like book spines: the page lies on its side. */
export function isUpended(words: readonly OcrWord[]): boolean {
  const long = words.filter(word => word.text.length >= 4)
  return long.length >= 4 && long.filter(({ box }) => box.height > box.width * 1.3).length > long.length / 2
}

/** Mean confidence over letters and digits, 0 to 1; specks of dirt read as punctuation do not count. 0 with too few letters. */
export function qualityOf(words: readonly OcrWord[]): number {
  let [letters, sum] = [0, 0]
  for (const { text, confidence } of words) {
    const count = letterCount(text)
    if (count < 2) continue
    letters += count
    sum += count * confidence
  }
  return letters < fewLetters ? 0 : sum / letters
}

/** Text lines make the ink per row go up and down far more than the ink per column. */
export function isSideways({ width, height, pixels }: GreyImage): boolean {
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2)
      if ((pixels[y * width + x] ?? 255) < 128) {
        rows[y] = (rows[y] ?? 0) + 1
        columns[x] = (columns[x] ?? 0) + 1
      }
  return roughness(columns) / height > (sidewaysRatio * roughness(rows)) / width
}

function roughness(profile: Float64Array): number {
  let sum = 0
  for (let at = 4; at < profile.length; at += 2) sum += Math.abs((profile[at] ?? 0) - (profile[at - 4] ?? 0))
  return sum / profile.length
}
