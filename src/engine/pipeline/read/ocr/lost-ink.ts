import type { Box } from '../../../../shared/document'
import { inkAreas, meanAround, withoutRules, type InkArea } from './ink-areas'
import type { GreyImage } from './pgm'
import type { OcrWord } from './recognise'
import { lettersOf } from './reading-quality'
import { shrink } from './shrink'

/** The picture is searched at half its size: letters keep their shape, dots of a raster become an even grey. */
const factor = 2
/** Ink is darker than this share of the mean around it, in a square of so many word heights. */
const inkShare = 0.8
const surroundings = 3
/** Height of a lost letter against the middle height of the words that were read. */
const [leastLetter, mostLetter] = [0.35, 3]
/** Letters that touch are at most so many times as wide as they are high. */
const widest = 6
/** Letters of one run: the gap between them against their height, and the lower against the higher. */
const widestGap = 1.2
const leastLikeness = 0.4
/** Fewer letters side by side are specks; fewer on a page are not worth another pass. */
const leastRun = 2
const leastLost = 4
/** More specks than this are noise or a photograph; a densely printed page has five thousand. */
const mostMarks = 15_000
/** A filled box that may carry light letters: its height against a word, how far it is filled, and its grey at most. */
const [leastBox, mostBox] = [1.1, 12]
const leastFill = 0.55
const darkBox = 150

/**
 * Ink that looks like letters side by side and that no word covers: print over a picture, on a coloured bar, light on dark or close to
 * rules, which Tesseract takes for pictures and tables.
 * @param words  those that count as read
 * @returns a picture of the same size with that ink alone, dark on white and where it was; null when there is too little of it
 */
export function lostInk(image: GreyImage, words: readonly OcrWord[]): GreyImage | null {
  const size = middleHeight(words) / factor
  if (size < 4) return null
  const small = shrink(image, factor)
  const inverse = lightOnDark(small, size)
  const canvas = new Uint8Array(image.pixels.length).fill(255)
  let letters = 0
  for (const picture of inverse === null ? [small] : [small, inverse]) {
    const light = meanAround(picture.pixels, picture.width, Math.round(size * surroundings))
    const mask = picture.pixels.map((grey, at) => (grey < inkShare * (light[at] ?? 0) ? 1 : 0))
    const marks = inkAreas(
      withoutRules(mask, picture.width, { across: size * 3, down: size * mostLetter }),
      picture.width,
    )
    if (marks.length > mostMarks) continue
    const isNew = (mark: Box) => !words.some(({ box }) => isInside(mark, box))
    const runs = runsOf(marks.filter(mark => isLetter(mark, size) && isNew(mark)))
    letters += runs.reduce((sum, run) => sum + run.length, 0)
    const wanted = runs.flatMap(run => marksOf(run, marks))
    paint(canvas, image, { picture, light, isInverse: picture === inverse }, wanted)
  }
  return letters < leastLost ? null : { ...image, pixels: canvas }
}

/** Filled dark boxes of the size of a line or a few, in negative, all else white; null when there is none. */
function lightOnDark({ width, height, pixels }: GreyImage, size: number): GreyImage | null {
  const mask = pixels.map(grey => (grey < darkBox ? 1 : 0))
  const negative = new Uint8Array(pixels.length).fill(255)
  let isEmpty = true
  for (const area of inkAreas(mask, width)) {
    if (area.height < leastBox * size || area.height > mostBox * size || area.width < area.height) continue
    if (area.pixels.length < leastFill * area.width * area.height) continue
    isEmpty = false
    for (let y = area.y; y < area.y + area.height; y += 1)
      for (let x = area.x; x < area.x + area.width; x += 1)
        negative[y * width + x] = 255 - (pixels[y * width + x] ?? 255)
  }
  return isEmpty ? null : { width, height, pixels: negative }
}

function isLetter({ width, height }: Box, size: number): boolean {
  return height >= leastLetter * size && height <= mostLetter * size && width <= widest * height
}

/** Letters that stand side by side, several of them at least. */
function runsOf(letters: readonly InkArea[]): InkArea[][] {
  const runs: InkArea[][] = []
  for (const letter of letters.toSorted((left, right) => left.x - right.x)) {
    const run = runs.findLast(begun => {
      const last = begun.at(-1)
      return last !== undefined && isBeside(last, letter)
    })
    if (run) run.push(letter)
    else runs.push([letter])
  }
  return runs.filter(run => run.length >= leastRun)
}

function isBeside(left: Box, right: Box): boolean {
  const [lower, higher] = [Math.min(left.height, right.height), Math.max(left.height, right.height)]
  const gap = right.x - (left.x + left.width)
  const shared = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y)
  return gap <= widestGap * higher && lower >= leastLikeness * higher && shared >= 0.5 * lower
}

/** The letters of a run with their dots, accents and commas. */
function marksOf(run: readonly InkArea[], marks: readonly InkArea[]): InkArea[] {
  const [left, right] = [Math.min(...run.map(({ x }) => x)), Math.max(...run.map(({ x, width }) => x + width))]
  const [top, bottom] = [Math.min(...run.map(({ y }) => y)), Math.max(...run.map(({ y, height }) => y + height))]
  const around = (bottom - top) * 0.3
  return marks.filter(
    ({ x, y, width, height }) =>
      x >= left - around && x + width <= right + around && y >= top - around && y + height <= bottom + around,
  )
}

interface Layer {
  readonly picture: GreyImage
  readonly light: Uint8Array
  readonly isInverse: boolean
}

/** Copies ink and the pixels next to it from the full picture, measured against the grey around it. */
function paint(canvas: Uint8Array, image: GreyImage, layer: Layer, marks: readonly InkArea[]): void {
  const { picture, light, isInverse } = layer
  const isWanted = new Uint8Array(picture.pixels.length)
  for (const { pixels } of marks)
    for (const at of pixels) for (const beside of [0, -1, 1, -picture.width, picture.width]) isWanted[at + beside] = 1
  for (let at = 0; at < isWanted.length; at += 1) {
    if (isWanted[at] === 0) continue
    const [left, top] = [(at % picture.width) * factor, Math.floor(at / picture.width) * factor]
    for (let y = top; y < Math.min(image.height, top + factor); y += 1)
      for (let x = left; x < Math.min(image.width, left + factor); x += 1) {
        const grey = image.pixels[y * image.width + x] ?? 255
        const seen = ((isInverse ? 255 - grey : grey) * 255) / Math.max(1, light[at] ?? 255)
        canvas[y * image.width + x] = Math.min(255, seen)
      }
  }
}

function isInside(mark: Box, box: Box): boolean {
  const [x, y] = [(mark.x + mark.width / 2) * factor, (mark.y + mark.height / 2) * factor]
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function middleHeight(words: readonly OcrWord[]): number {
  const heights = words.filter(word => lettersOf([word]) > 1).map(({ box }) => box.height)
  return heights.toSorted((one, other) => one - other)[heights.length >> 1] ?? 0
}
