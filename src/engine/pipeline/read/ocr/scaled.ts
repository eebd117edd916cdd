import type { GreyImage } from './pgm'
import { warp } from './warp'

/** The picture at another size; only for factors near 1. */
export function scaled(image: GreyImage, factor: number): GreyImage {
  if (factor === 1) return image
  const [width, height] = [Math.round(image.width * factor), Math.round(image.height * factor)]
  return warp(image, (x, y) => ({ x: (x * image.width) / width, y: (y * image.height) / height }), width, height)
}
