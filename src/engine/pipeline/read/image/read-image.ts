import type { ReadOptions } from '../../../worker/protocol'
import type { DocumentReading, PageReading } from '../../facts'
import { AppError } from '../../../../shared/result'
import { limits } from '../limits'
import { ocrPage } from '../ocr/ocr-page'
import { decodePage, enlarge, inspectImage, previewPage } from './decode-image'

export interface ImageReading {
  readonly pages: readonly PageReading[]
  readonly previews: DocumentReading['previews']
  readonly pagesLeftOut: number
}

/** Long side, in pixels, a picture should have for OCR: an A4 page at about 180 dpi. */
const ocrLongSide = 2_000
const mostEnlargement = 3
/** What we tell Tesseract about pictures; it only matters for its idea of letter sizes. */
const assumedDpi = 200

/**
 * Reads a picture by OCR, page by page. One pixel after EXIF orientation and downscaling is one point.
 * A page lying on its side is turned, and then has a preview: viewers show the preview where there is one.
 * @throws AppError when the picture cannot be decoded at all
 */
export async function readImage(
  bytes: Uint8Array,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<ImageReading> {
  const info = await inspectImage(bytes)
  const count = Math.min(info.pages, options.maxPages, limits.ocrPages)
  const pages: PageReading[] = []
  const previews: DocumentReading['previews'][number][] = []
  for (let number = 1; number <= count && !isBarren(pages); number += 1) {
    onPage(number, count)
    try {
      const { page, turned } = await readPage(bytes, number, options, () => onPage(number, count))
      pages.push(page)
      if (info.needsPreview || turned !== 0)
        previews.push({ page: number, mediaType: 'image/webp', bytes: await previewPage(bytes, number, turned) })
    } catch (thrown) {
      // The first page decides whether this is a picture at all.
      if (number === 1 || !(thrown instanceof AppError)) throw thrown
      const failure = thrown.data.code
      pages.push({ number, width: 1, height: 1, textSource: 'none', rotation: 0, words: [], failure })
    }
  }
  return { pages, previews, pagesLeftOut: info.pages - pages.length }
}

/** The last pages held no word; two hundred blank ones would take minutes and say nothing. */
function isBarren(pages: readonly PageReading[]): boolean {
  const last = pages.slice(-limits.barrenPages)
  return last.length === limits.barrenPages && last.every(page => page.words.every(word => word.text.length < 3))
}

async function readPage(
  bytes: Uint8Array,
  number: number,
  options: ReadOptions,
  onTry: () => void,
): Promise<{ page: PageReading; turned: number }> {
  const { image } = await decodePage(bytes, number)
  const factor = Math.min(mostEnlargement, Math.max(1, ocrLongSide / Math.max(image.width, image.height)))
  const picture = factor > 1.05 ? await enlarge(image, factor) : image
  const scale = picture.width / image.width
  const read = await ocrPage(picture, scale, assumedDpi, options.ocrLanguages, onTry)
  const swap = read.rotation === 90 || read.rotation === 270
  const [width, height] = swap ? [image.height, image.width] : [image.width, image.height]
  const textSource = read.words.length > 0 ? 'ocr' : 'none'
  return {
    page: { number, width, height, textSource, rotation: 0, words: read.words, failure: null },
    turned: read.rotation,
  }
}
