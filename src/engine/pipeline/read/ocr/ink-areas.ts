import type { Box } from '../../../../shared/document'

/** Ink that hangs together, and the box around it; `pixels` are places in the picture. */
export interface InkArea extends Box {
  readonly pixels: readonly number[]
}

/** Pixels marked 1 that touch, also by their corners. */
export function inkAreas(mask: Uint8Array, width: number): InkArea[] {
  const height = mask.length / width
  const seen = new Uint8Array(mask.length)
  const areas: InkArea[] = []
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1 || seen[start] === 1) continue
    seen[start] = 1
    const pixels = [start]
    let [left, right, top, bottom] = [width, 0, height, 0]
    // The list grows while it is walked: every pixel brings its neighbours along.
    for (const at of pixels) {
      const [x, y] = [at % width, Math.floor(at / width)]
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const next = row * width + column
          if (mask[next] !== 1 || seen[next] === 1) continue
          seen[next] = 1
          pixels.push(next)
        }
    }
    areas.push({ x: left, y: top, width: right - left + 1, height: bottom - top + 1, pixels })
  }
  return areas
}

/** Mean grey of the square of this side around each pixel. */
export function meanAround(pixels: Uint8Array, width: number, side: number): Uint8Array {
  const height = pixels.length / width
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const half = Math.floor(side / 2)
  const means = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - half) * (width + 1), Math.min(height, y + half + 1) * (width + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - half), Math.min(width, x + half + 1)]
      const sum =
        (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0)
      means[y * width + x] = sum / (((bottom - top) / (width + 1)) * (right - left))
    }
  }
  return means
}

/** Takes away ink that runs on straight for longer than a letter can: rules, frames and filled areas. */
export function withoutRules(mask: Uint8Array, width: number, longest: { across: number; down: number }): Uint8Array {
  const height = mask.length / width
  const left = mask.slice()
  const erase = (start: number, step: number, count: number, longestRun: number) => {
    let run = 0
    for (let at = 0; at <= count; at += 1) {
      if (at < count && mask[start + at * step] === 1) run += 1
      else {
        if (run > longestRun) for (let back = 1; back <= run; back += 1) left[start + (at - back) * step] = 0
        run = 0
      }
    }
  }
  for (let y = 0; y < height; y += 1) erase(y * width, 1, width, longest.across)
  for (let x = 0; x < width; x += 1) erase(x, width, height, longest.down)
  return left
}
