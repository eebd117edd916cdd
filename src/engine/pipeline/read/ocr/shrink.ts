import type { GreyImage } from './pgm'

/** The picture made smaller by a whole number: each pixel is the mean of the square it stands for. */
export function shrink({ width, height, pixels }: GreyImage, factor: number): GreyImage {
  const [columns, rows] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))]
  const small = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let y = row * factor; y < (row + 1) * factor; y += 1)
        for (let x = column * factor; x < (column + 1) * factor; x += 1) sum += pixels[y * width + x] ?? 255
      small[row * columns + column] = sum / (factor * factor)
    }
  return { width: columns, height: rows, pixels: small }
}
