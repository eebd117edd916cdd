import type { GreyImage } from './pgm'
import { shrink } from './shrink'

/** Angles looked at, in degrees either way, and the step between them. */
const mostSkew = 6
const step = 0.25
/** Below this a page counts as straight: Tesseract follows lines that slant a little, and turning a picture blurs its letters. */
const leastSkew = 1
/** How much clearer the lines must stand out at the angle found than on the page as it is. */
const leastGain = 1.08
const searchSide = 1_000
/** Edges that run on level for more pixels than this are frames and rules, not letters: a frame around a slanting page hides its slant. */
const longestEdge = 24

/**
 * Angle, in degrees clockwise, by which the lines of text run down the page; 0 when it is too small to matter or not clear.
 * At the right angle the ink per row jumps most from line to gap (projection profile).
 */
export function skewOf(image: GreyImage): number {
  const factor = Math.max(1, Math.floor(Math.max(image.width, image.height) / searchSide))
  const small = shrink(image, factor)
  const ink = inkOf(small)
  if (ink.length < 200) return 0
  let [best, bestScore] = [0, 0]
  const straight = sharpness(ink, small, 0)
  for (let degrees = -mostSkew; degrees <= mostSkew; degrees += step) {
    const score = sharpness(ink, small, degrees)
    if (score > bestScore) [best, bestScore] = [degrees, score]
  }
  const isClear = Math.abs(best) < mostSkew && bestScore > straight * leastGain
  return isClear && Math.abs(best) >= leastSkew ? best : 0
}

/** Places of pixels clearly darker than the one two above: edges of letters count, dark areas do not. */
function inkOf({ width, height, pixels }: GreyImage): number[] {
  const ink: number[] = []
  for (let y = 2; y < height; y += 1) {
    let run = 0
    for (let x = 0; x <= width; x += 1) {
      const at = y * width + x
      const isEdge = x < width && (pixels[at - 2 * width] ?? 255) - (pixels[at] ?? 255) > 40
      if (isEdge) {
        ink.push(at)
        run += 1
      } else {
        if (run > longestEdge) ink.length -= run
        run = 0
      }
    }
  }
  return ink
}

function sharpness(ink: readonly number[], { width, height }: GreyImage, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(height + 2 * width)
  for (const at of ink) {
    const row = Math.round(Math.floor(at / width) - (at % width) * slope) + width
    rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}
