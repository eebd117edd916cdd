import sharp from 'sharp'
import type { DocumentKind, PageInfo } from '../../../shared/document'
import { AppError } from '../../../shared/result'
import type { PagePicture } from '../../worker/protocol'
import { decodePage, inspectImage } from './image/decode-image'
import { limits } from './limits'
import { turn, type GreyImage } from './ocr/pgm'
import { drawPage } from './pdf/draw-page'
import { failureOf, PdfSession } from './pdf/pdf-session'

/** Long edge in pixels: what current models look at without making it smaller themselves. */
const longEdge = 1568

/**
 * Draws a page anew, in grey. Nothing of the file but what is seen goes along: no other page, no layer under the
 * picture, no attachment, no place or time of a photo.
 *
 * @throws AppError when the page cannot be drawn; `needs_password` for a PDF that wants one
 */
export async function pagePicture(
  bytes: Uint8Array,
  kind: DocumentKind,
  { page, turned }: { readonly page: number; readonly turned: PageInfo['rotation'] },
): Promise<PagePicture> {
  const image = kind === 'pdf' ? await ofPdf(bytes, page) : turn(await ofImage(bytes, kind, page), turned)
  const { width, height, pixels } = image
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { mediaType: 'image/png', bytes: new Uint8Array(data), width: info.width, height: info.height }
}

async function ofPdf(bytes: Uint8Array, page: number): Promise<GreyImage> {
  const session = new PdfSession(bytes, undefined)
  try {
    const pdf = await session.get()
    const proxy = await pdf.thread.answer(pdf.document.getPage(page), limits.textMs, 'page')
    return (await drawPage(pdf, proxy)).image
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError(failureOf(thrown), {}, 'never', { cause: thrown })
  } finally {
    await session.close()
  }
}

async function ofImage(bytes: Uint8Array, kind: DocumentKind, page: number): Promise<GreyImage> {
  if (kind !== 'image') throw new AppError('unsupported_type', {}, 'never')
  await inspectImage(bytes)
  return (await decodePage(bytes, page)).image
}
