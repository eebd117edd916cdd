import type { Box } from '../../../../shared/document'
import { lostInk } from './lost-ink'
import type { GreyImage } from './pgm'
import type { OcrWord } from './recognise'
import { lettersOf } from './reading-quality'

/** A word below this confidence may be made of a rule, a stain or half a letter: its ink is looked at again. */
const trusted = 0.5
/** A found word must be this sure: what looked like letters may be a drawing. */
const leastSure = 0.6
/** Fewer letters than this are no word by themselves; beside one they may be a day or a short label. */
const leastLetters = 2
/** Beside means closer than so many heights. */
const besideHeights = 1.2
/** Words that share more than this of the smaller one are the same print. */
const mostShared = 0.3

/**
 * The words of a page with those that its reading left out. Nothing that was read is changed, but what was a guess gives way to a sure
 * reading of the same place.
 * @param read  reads scattered words of a picture of the same size
 */
export async function withLostWords(
  image: GreyImage,
  words: readonly OcrWord[],
  read: (lost: GreyImage) => Promise<readonly OcrWord[]>,
): Promise<readonly OcrWord[]> {
  const kept = words.filter(word => word.confidence >= trusted && lettersOf([word]) > 0)
  const lost = lostInk(image, kept)
  if (lost === null) return words
  const sure = (await read(lost)).filter(
    word =>
      word.confidence >= leastSure && lettersOf([word]) > 0 && !kept.some(other => isSamePlace(word.box, other.box)),
  )
  const long = sure.filter(word => lettersOf([word]) >= leastLetters)
  const found = sure.filter(word => long.some(other => other === word || isBeside(word.box, other.box)))
  return [...words.filter(word => !found.some(other => isSamePlace(word.box, other.box))), ...found]
}

function isBeside(one: Box, other: Box): boolean {
  const [left, right] = one.x < other.x ? [one, other] : [other, one]
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return down > 0 && right.x - (left.x + left.width) < besideHeights * Math.max(one.height, other.height)
}

function isSamePlace(one: Box, other: Box): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  if (across <= 0 || down <= 0) return false
  return across * down > mostShared * Math.min(one.width * one.height, other.width * other.height)
}
