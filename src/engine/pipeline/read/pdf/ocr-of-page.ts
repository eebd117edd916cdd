import type { OcrLanguage } from '../../../../shared/settings'
import type { PageReading } from '../../facts'
import { limits } from '../limits'
import { ocrPage } from '../ocr/ocr-page'
import { withOcr, type ReadPage } from '../ocr/read-pages'
import { drawPage } from './draw-page'
import { loadPdfjs } from './parse-thread'
import { failureOf, type PdfSession } from './pdf-session'

/** More filled outlines than this, and text may have been drawn as shapes. */
const outlinePaths = 150

/** Draws a page and reads its picture. A page without one, or that cannot be drawn, keeps the words of its text layer. */
export async function ocrOf(
  session: PdfSession,
  kept: PageReading,
  languages: readonly OcrLanguage[],
  onTry: () => void,
): Promise<ReadPage> {
  try {
    const list = await session.page(kept.number, limits.drawMs, 'paint_list', proxy => proxy.getOperatorList())
    if (!(await hasPicture(list))) return { shown: kept, ocr: null }
    if (list.fnArray.length > limits.paintOperations)
      return { shown: { ...kept, failure: 'resource_limit' }, ocr: null }
    const pdf = await session.get()
    const proxy = await pdf.thread.answer(pdf.document.getPage(kept.number), limits.textMs, 'page')
    const { image, pixelsPerPoint } = await drawPage(pdf, proxy)
    proxy.cleanup()
    const read = await ocrPage({ image, pixelsPerPoint, dpi: pixelsPerPoint * 72, languages, onTry })
    return read.words.length === 0 ? { shown: kept, ocr: null } : withOcr(kept, read)
  } catch (thrown) {
    return { shown: { ...kept, failure: failureOf(thrown) }, ocr: null }
  }
}

/** Without an image or drawn outlines, the little text of a page is all there is. */
async function hasPicture({ fnArray }: { readonly fnArray: readonly number[] }): Promise<boolean> {
  const { OPS } = await loadPdfjs()
  const images: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintImageMaskXObjectRepeat,
  ]
  let paths = 0
  for (const operation of fnArray) {
    if (images.includes(operation)) return true
    if (operation === OPS.constructPath) paths += 1
  }
  return paths > outlinePaths
}
