import type { PageInfo } from '../../../../shared/document'
import type { Word } from '../../facts'
import { cleanPaper } from './clean-paper'
import { turn, type GreyImage } from './pgm'
import { recognise, type OcrWord } from './recognise'

/** Below this mean confidence the page may be turned, and is read again the other way round. */
const sureQuality = 0.72
/** What the reading of a page on its side is worth against one turned upright. */
const upendedWorth = 0.5
/** Below it the page is read a second time with its light evened out. */
const goodQuality = 0.86
/** … and so is a page with fewer letters than this: a dark table top hides most of a receipt from Tesseract. */
const sparseLetters = 120
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
  const attempt = async (degrees: number, picture = image): Promise<Attempt> => {
    onTry()
    const rotation = quarter(degrees)
    const words = await recognise(turn(picture, rotation), languages, dpi)
    // Tesseract also reads lines that run up the page, but badly; turned they are read well.
    return { rotation, words, quality: quality(words) * (isUpended(words) ? upendedWorth : 1) }
  }
  const start = isSideways(image) ? 90 : 0
  let best = await attempt(start)
  const others = isUpended(best.words) ? [start + 270, start + 90] : best.quality > 0 ? [start + 180] : []
  for (const degrees of others) {
    if (best.quality >= sureQuality) break
    const next = await attempt(degrees)
    if (next.quality > best.quality) best = next
  }
  // A page without enough letters to judge by is left as it lies.
  if (best.quality === 0 && start !== 0) best = await attempt(0)
  if (best.quality < goodQuality || lettersOf(best.words) < sparseLetters) {
    const cleaned = await attempt(best.rotation, cleanPaper(image))
    if (worthOf(cleaned.words) > worthOf(best.words)) best = cleaned
  }
  return { rotation: best.rotation, words: best.words.map(word => toWord(word, pixelsPerPoint)) }
}

function quarter(degrees: number): PageInfo['rotation'] {
  const turned = degrees % 360
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}

function lettersOf(words: readonly OcrWord[]): number {
  return words.reduce((sum, word) => sum + word.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0)
}

/** Letters read, each as much as it is surer than a coin: more text is better, unless it is guessed. */
function worthOf(words: readonly OcrWord[]): number {
  return words.reduce(
    (sum, { text, confidence }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length * (confidence - 0.5),
    0,
  )
}

/** Most longer words stand upright like book spines: the page lies on its side. */
function isUpended(words: readonly OcrWord[]): boolean {
  const long = words.filter(word => word.text.length >= 4)
  return long.length >= 4 && long.filter(({ box }) => box.height > box.width * 1.3).length > long.length / 2
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
