import type { Box, PageInfo } from '../../../../shared/document'
import { AppError } from '../../../../shared/result'
import type { OcrLanguage } from '../../../../shared/settings'
import type { Word } from '../../facts'
import { fittingLanguages } from './choose-languages'
import { cleanPaper } from './clean-paper'
import { withLostWords } from './lost-words'
import type { GreyImage } from './pgm'
import { recognise, type OcrWord, type Segmentation, type Threshold } from './recognise'
import { isSideways, isUpended, lettersOf, qualityOf, worthOf } from './reading-quality'
import { scaled } from './scaled'
import { sheetOf, turnPoint, unchanged, upright, type Quarter, type Straight } from './straighten'

/** Below this mean confidence the page may be turned, and is read again the other way round. */
const sureQuality = 0.72
/** What the reading of a page on its side is worth against one turned upright. */
const upendedWorth = 0.5
/** Below it the page is read a second time with its light evened out. */
const goodQuality = 0.86
/** … and so is a page with fewer letters than this: a dark table top hides most of a receipt from Tesseract. */
const sparseLetters = 120

/** Print that was left out stands here and there on its page. */
const scattered: Segmentation = '11'

/** How a page is read once more. */
export interface Variant {
  readonly segmentation: Segmentation
  readonly threshold: Threshold
  /** Size of the picture against that of the first reading. */
  readonly size: number
}

/** What stands on a page that was seen aslant, in its own straight coordinates: reading order and columns need them. */
export interface StraightPage {
  readonly words: readonly Word[]
  readonly width: number
  readonly height: number
  /** Where a box of the straight page lies on the page as it is shown. */
  readonly toShown: (box: Box) => Box
}

export interface OcrPage {
  /** Boxes in units of the picture given, after turning, divided by `pixelsPerPoint`. */
  readonly words: readonly Word[]
  /** Set when the picture was straightened for reading. */
  readonly straight: StraightPage | null
  /** Clockwise turn that made the text upright. */
  readonly rotation: PageInfo['rotation']
  /** Languages it was read in: a good guess for the next page. */
  readonly languages: readonly OcrLanguage[]
  /** Reads the same page in another way, for the caller to choose. */
  readonly again: (variant: Variant) => Promise<OcrPage>
}

export interface OcrTask {
  readonly image: GreyImage
  readonly pixelsPerPoint: number
  readonly dpi: number
  readonly languages: readonly OcrLanguage[]
  /** Called before each pass. */
  readonly onTry: () => void
}

interface Attempt {
  readonly rotation: Quarter
  readonly base: Straight
  readonly picture: Straight
  readonly words: readonly OcrWord[]
  readonly quality: number
}

/**
 * Reads a page picture, finding out by itself whether it lies on its side or stands on its head, runs aslant, is a sheet seen
 * at an angle, lies in the shade, and which of the shipped languages it is in.
 */
export async function ocrPage(task: OcrTask): Promise<OcrPage> {
  const whole = unchanged(task.image)
  const sheet = sheetOf(task.image)
  const first = await bestTurn(task, sheet ?? whole)
  const { best, languages } = await improved(task, first, whole, sheet)
  const known = { ...task, languages }
  return toPage(known, { ...best, words: await completed(known, best.picture.image, best.words) })
}

interface Improved {
  readonly best: Attempt
  readonly languages: readonly OcrLanguage[]
}

/** Further passes over a page that was read; one that takes too long ends them, and what was read before stands. */
async function improved(task: OcrTask, first: Attempt, whole: Straight, sheet: Straight | null): Promise<Improved> {
  let best = first
  try {
    if (sheet && isPoor(best)) best = better(best, await bestTurn(task, whole))
    if (isPoor(best)) {
      const cleaned = { ...best.base, image: cleanPaper(best.base.image) }
      best = better(best, await attempt(task, cleaned, best.rotation, task.languages))
    }
    // One grey for the whole picture cannot part faint print from paper beside a black edge.
    if (best.quality === 0) best = better(best, await attempt(task, whole, best.rotation, task.languages, '1'))
    const texts = best.words.map(word => word.text)
    const languages = fittingLanguages(texts, task.languages)
    if (languages === task.languages) return { best, languages }
    return { best: await attempt(task, best.base, best.rotation, languages), languages }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return { best, languages: task.languages }
  }
}

/** The words of a reading and what it left out; should that take too long, what was read stands. */
async function completed(task: OcrTask, image: GreyImage, words: readonly OcrWord[]): Promise<readonly OcrWord[]> {
  try {
    return await withLostWords(image, words, async lost => {
      task.onTry()
      return recognise(lost, task.languages, task.dpi, scattered)
    })
  } catch (thrown) {
    if (thrown instanceof AppError) return words
    throw thrown
  }
}

async function bestTurn(task: OcrTask, base: Straight): Promise<Attempt> {
  const read = (degrees: number) => attempt(task, base, quarter(degrees), task.languages)
  const start = isSideways(base.image) ? 90 : 0
  let best = await read(start)
  const others = isUpended(best.words) ? [start + 270, start + 90] : best.quality > 0 ? [start + 180] : []
  for (const degrees of others) {
    if (best.quality >= sureQuality) break
    const next = await read(degrees)
    if (next.quality > best.quality) best = next
  }
  // A page without enough letters to judge by is left as it lies.
  return best.quality === 0 && start !== 0 ? read(0) : best
}

async function attempt(
  task: OcrTask,
  base: Straight,
  rotation: Quarter,
  languages: readonly OcrLanguage[],
  threshold: Threshold = '0',
): Promise<Attempt> {
  task.onTry()
  const picture = upright(base, rotation)
  const words = await recognise(picture.image, languages, task.dpi, '3', threshold)
  // Tesseract also reads lines that run up the page, but badly; turned they are read well.
  const quality = qualityOf(words) * (isUpended(words) ? upendedWorth : 1)
  return { rotation, base, picture, words, quality }
}

function isPoor({ quality, words }: Attempt): boolean {
  return quality < goodQuality || lettersOf(words) < sparseLetters
}

function better(first: Attempt, second: Attempt): Attempt {
  return worthOf(second.words) > worthOf(first.words) ? second : first
}

function toPage(task: OcrTask, { rotation, picture, words }: Attempt): OcrPage {
  const { image, pixelsPerPoint: scale, languages } = task
  const toShown = (box: Box): Box => {
    const corners = [box.x, box.x + box.width].flatMap(x =>
      [box.y, box.y + box.height].map(y =>
        turnPoint(picture.toSource(x * scale, y * scale), image.width, image.height, rotation),
      ),
    )
    const [xs, ys] = [corners.map(({ x }) => x / scale), corners.map(({ y }) => y / scale)]
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  }
  const read = words.map(word => toWord(word, scale))
  const size = { width: picture.image.width / scale, height: picture.image.height / scale }
  return {
    words: picture.isChanged ? read.map(word => ({ ...word, box: toShown(word.box) })) : read,
    straight: picture.isChanged ? { words: read, ...size, toShown } : null,
    rotation,
    languages,
    again: async ({ segmentation, threshold, size: factor }) => {
      task.onTry()
      const resized = scaled(picture.image, factor)
      const found = await recognise(resized, languages, task.dpi * factor, segmentation, threshold)
      const again = found.map(word => ({ ...word, box: timesBox(word.box, picture.image.width / resized.width) }))
      const all = await completed(task, picture.image, again)
      return toPage(task, { rotation, base: picture, picture, words: all, quality: 0 })
    },
  }
}

function quarter(degrees: number): Quarter {
  const turned = degrees % 360
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}

function timesBox({ x, y, width, height }: Box, factor: number): Box {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor }
}

function toWord({ text, box, confidence }: OcrWord, scale: number): Word {
  return { text, confidence, hidden: false, box: timesBox(box, 1 / scale) }
}
