import sharp, { type Sharp } from 'sharp'
import { AppError } from '../../../../shared/result'
import { within } from '../deadline'
import { limits } from '../limits'
import type { GreyImage } from '../ocr/pgm'

// libvips would also open SVG (which may fetch and read files), PDF and HEIF; none of these is decoded here.
sharp.block({ operation: ['VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadHeif', 'VipsForeignLoadMagick'] })
sharp.cache(false)
sharp.concurrency(1)

const readable = new Set(['jpeg', 'png', 'tiff', 'webp', 'gif'])

export interface ImageInfo {
  readonly format: string
  readonly pages: number
  /** Chromium does not show TIFF. */
  readonly needsPreview: boolean
}

/**
 * Looks at a picture's header.
 * @throws AppError `unsupported_type`, `resource_limit` (pixels), `corrupt_document`
 */
export async function inspectImage(bytes: Uint8Array): Promise<ImageInfo> {
  const text = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (/<svg|<\?xml|<!doctype/i.test(text) && !/^\xff\xd8|^\x89PNG|^GIF8|^II\*|^MM\0|^RIFF/.test(text))
    throw new AppError('unsupported_type', {}, 'never')
  if (/^....ftyp(heic|heix|mif1|avif|hevc)/s.test(text)) throw new AppError('unsupported_type', {}, 'never')
  const header = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch((thrown: unknown) => {
      throw imageFailure(thrown)
    })
  if (!readable.has(header.format)) throw new AppError('unsupported_type', {}, 'never')
  if (header.width * (header.pageHeight ?? header.height) > limits.imagePixels)
    throw new AppError('resource_limit', { limit: 'pixels', step: 'decode' }, 'never')
  return {
    format: header.format,
    pages: header.format === 'tiff' ? (header.pages ?? 1) : 1,
    needsPreview: header.format === 'tiff',
  }
}

export interface DecodedPage {
  /** Grey, upright by its EXIF orientation, long side at most `limits.imageLongSide`. */
  readonly image: GreyImage
}

/**
 * Decodes one page of a picture. One pixel of the result is one point of the page.
 * @param page  from 1
 * @throws AppError `corrupt_document`, `resource_limit`
 */
export async function decodePage(bytes: Uint8Array, page: number): Promise<DecodedPage> {
  try {
    const decoding = opened(bytes, page).greyscale().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    // libvips cannot be stopped: a worker whose decoding went on for too long reads nothing more.
    const { data, info } = await within(decoding, limits.drawMs, 'decode', () => undefined)
    const pixels = info.channels === 1 ? new Uint8Array(data) : firstChannel(data, info.channels)
    return { image: { width: info.width, height: info.height, pixels } }
  } catch (thrown) {
    throw imageFailure(thrown)
  }
}

/** The page as a WebP picture of the same size as {@link decodePage} gives, turned clockwise. */
export async function previewPage(bytes: Uint8Array, page: number, turned: number): Promise<Uint8Array> {
  const drawing = opened(bytes, page).toColourspace('srgb').webp({ quality: 80 }).toBuffer()
  const upright = await within(drawing, limits.drawMs, 'preview', () => undefined)
  if (turned === 0) return new Uint8Array(upright)
  return new Uint8Array(await sharp(upright).rotate(turned).webp({ quality: 80 }).toBuffer())
}

function opened(bytes: Uint8Array, page: number): Sharp {
  return sharp(bytes, { limitInputPixels: limits.imagePixels, failOn: 'error', page: page - 1, pages: 1 })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: limits.imageLongSide, height: limits.imageLongSide, fit: 'inside', withoutEnlargement: true })
}

/** The picture made larger for OCR; small receipts have letters of a few pixels. */
export async function enlarge(image: GreyImage, factor: number): Promise<GreyImage> {
  const { width, height, pixels } = image
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.round(width * factor), height: Math.round(height * factor), fit: 'fill', kernel: 'cubic' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    width: info.width,
    height: info.height,
    pixels: info.channels === 1 ? new Uint8Array(data) : firstChannel(data, info.channels),
  }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  const pixels = new Uint8Array(data.length / channels)
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = data[index * channels] ?? 255
  return pixels
}

function imageFailure(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (/pixel limit|memory/i.test(message))
    return new AppError('resource_limit', { limit: 'pixels', step: 'decode' }, 'never', { cause: thrown })
  return new AppError('corrupt_document', {}, 'never', { cause: thrown })
}
