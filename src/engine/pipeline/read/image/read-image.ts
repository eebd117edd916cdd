import type { ReadOptions } from '../../../worker/protocol'
import type { OcrLanguage } from '../../../../shared/settings'
import type { DocumentReading, PageReading } from '../../facts'
import { AppError } from '../../../../shared/result'
import { limits } from '../limits'
import { ocrPage } from '../ocr/ocr-page'
import { readAgain, withOcr, type Judge, type ReadPage } from '../ocr/read-pages'
import { wantedPages } from '../wanted-pages'
import { decodePage, enlarge, inspectImage, previewPage } from './decode-image'

export interface ImageReading {
  readonly pages: readonly ReadPage[]
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
  judge: Judge,
): Promise<ImageReading> {
  const info = await inspectImage(bytes)
  const wanted = wantedPages(info.pages, options.pages)
  const numbers = wanted.slice(0, Math.min(options.maxPages, limits.ocrPages))
  const count = numbers.length
  const pages: ReadPage[] = []
  let languages: readonly OcrLanguage[] = options.ocrLanguages
  const previews: DocumentReading['previews'][number][] = []
  for (const [index, number] of numbers.entries()) {
    if (isBarren(pages)) break
    const onTry = () => onPage(index + 1, count)
    onTry()
    try {
      const page = await readPage(bytes, number, languages, onTry)
      pages.push(page)
      languages = page.ocr?.languages ?? languages
      const turned = page.ocr?.rotation ?? 0
      if (info.needsPreview || turned !== 0)
        previews.push({ page: number, mediaType: 'image/webp', bytes: await previewPage(bytes, number, turned) })
    } catch (thrown) {
      // The first page decides whether this is a picture at all.
      if (index === 0 || !(thrown instanceof AppError)) throw thrown
      const failure = thrown.data.code
      const shown = { number, width: 1, height: 1, textSource: 'none', rotation: 0, words: [], failure } as const
      pages.push({ shown, ocr: null })
    }
  }
  return { pages: await readAgain(pages, judge), previews, pagesLeftOut: wanted.length - pages.length }
}

/** The last pages held no word; two hundred blank ones would take minutes and say nothing. */
function isBarren(pages: readonly ReadPage[]): boolean {
  const last = pages.slice(-limits.barrenPages)
  return (
    last.length === limits.barrenPages && last.every(({ shown }) => shown.words.every(word => word.text.length < 3))
  )
}

async function readPage(
  bytes: Uint8Array,
  number: number,
  languages: readonly OcrLanguage[],
  onTry: () => void,
): Promise<ReadPage> {
  const { image } = await decodePage(bytes, number)
  const factor = Math.min(mostEnlargement, Math.max(1, ocrLongSide / Math.max(image.width, image.height)))
  const picture = factor > 1.05 ? await enlarge(image, factor) : image
  const pixelsPerPoint = picture.width / image.width
  const { width, height } = image
  const shown: PageReading = { number, width, height, textSource: 'none', rotation: 0, words: [], failure: null }
  return withOcr(shown, await ocrPage({ image: picture, pixelsPerPoint, dpi: assumedDpi, languages, onTry }))
}
