import type { PageInfo } from '../../../../shared/document'
import type { Word } from '../../facts'
import { turn, type GreyImage } from './pgm'
import { recognise, type OcrWord } from './recognise'

/** Below this mean confidence the page may be turned, and is read again the other way round. */
const sureQuality = 0.72
/** With fewer letters and digits on a page there is nothing to turn it for. */
const fewLetters = 30
/** How much stronger the vertical text profile must be before we take the page for lying on its side. */
const sidewaysRatio = 1.25

export interface OcrPage {
  /** Boxes in units of the picture given, after turning, divided by `pixelsPerPoint`. */
  readonly words: readonly Word[]
  /** Clockwise turn that made the text upright. */
  readonly rotation: PageInfo['rotation']
}

/** Reads a page picture, finding out by itself whether it lies on its side or stands on its head. */
export async function ocrPage(
  image: GreyImage,
  pixelsPerPoint: number,
  dpi: number,
  languages: readonly string[],
  onTry: () => void,
): Promise<OcrPage> {
  const turns = isSideways(image) ? ([90, 270, 0] as const) : ([0, 180] as const)
  let best: Attempt = { rotation: 0, words: [], quality: -1 }
  for (const rotation of turns) {
    onTry()
    const words = await recognise(turn(image, rotation), languages, dpi)
    const attempt = { rotation, words, quality: quality(words) }
    if (attempt.quality > best.quality || (attempt.rotation === 0 && attempt.quality >= best.quality)) best = attempt
    if (best.quality >= sureQuality) break
  }
  return { rotation: best.rotation, words: best.words.map(word => toWord(word, pixelsPerPoint)) }
}

interface Attempt {
  readonly rotation: PageInfo['rotation']
  readonly words: readonly OcrWord[]
  readonly quality: number
}

function toWord({ text, box, confidence }: OcrWord, scale: number): Word {
  const { x, y, width, height } = box
  return {
    text,
    confidence,
    hidden: false,
    box: { x: x / scale, y: y / scale, width: width / scale, height: height / scale },
  }
}

/** Mean confidence over letters and digits; specks of dirt read as punctuation do not count. */
function quality(words: readonly OcrWord[]): number {
  let [letters, sum] = [0, 0]
  for (const { text, confidence } of words) {
    const count = text.replace(/[^\p{L}\p{N}]/gu, '').length
    if (count < 2) continue
    letters += count
    sum += count * confidence
  }
  return letters < fewLetters ? 0 : sum / letters
}

/** Text lines make the ink per row go up and down far more than the ink per column. */
function isSideways({ width, height, pixels }: GreyImage): boolean {
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2)
      if (pixels[y * width + x]! < 128) {
        rows[y]! += 1
        columns[x]! += 1
      }
  return roughness(columns) / height > (sidewaysRatio * roughness(rows)) / width
}

function roughness(profile: Float64Array): number {
  let sum = 0
  for (let at = 4; at < profile.length; at += 2) sum += Math.abs(profile[at]! - profile[at - 4]!)
  return sum / profile.length
}
