import type { Box } from '../../../../shared/document'
import type { OcrLanguage } from '../../../../shared/settings'
import { limits } from '../limits'
import { crop } from '../ocr/pgm'
import { recognise } from '../ocr/recognise'
import { drawPage } from './draw-page'
import { failureOf, type PdfSession } from './pdf-session'

/** A value of the text layer that money depends on, and where the page should show it. */
export interface Claim {
  readonly page: number
  readonly box: Box
  readonly text: string
}

/** What the text layer says, and what the page shows there; empty when it shows nothing. */
export interface Contradiction {
  readonly page: number
  readonly text: string
  readonly picture: string
}

/** Below this confidence OCR contradicts nobody. */
const leastConfidence = 0.8
/** Margin of the piece that is read, as a share of the height of its text. */
const margin = 0.35
/** Grey, of 255, below which a pixel is ink. */
const ink = 170

/**
 * Looks at the places where a doubtful text layer puts its total, number and bank account, and reads what is drawn there. A page that
 * cannot be drawn contradicts nothing.
 */
export async function contradictions(
  session: PdfSession,
  claims: readonly Claim[],
  languages: readonly OcrLanguage[],
): Promise<Contradiction[]> {
  const found: Contradiction[] = []
  for (const [page, onPage] of Map.groupBy(claims, claim => claim.page))
    try {
      const pdf = await session.get()
      const proxy = await pdf.thread.answer(pdf.document.getPage(page), limits.textMs, 'page')
      const { image, pixelsPerPoint } = await drawPage(pdf, proxy)
      for (const { box, text } of onPage) {
        const space = margin * box.height
        const piece = crop(image, {
          x: (box.x - space) * pixelsPerPoint,
          y: (box.y - space) * pixelsPerPoint,
          width: (box.width + 2 * space) * pixelsPerPoint,
          height: (box.height + 2 * space) * pixelsPerPoint,
        })
        const isBlank = piece.pixels.every(pixel => pixel > ink)
        const words = isBlank ? [] : await recognise(piece, languages, pixelsPerPoint * 72, '6')
        const picture = words.map(word => word.text).join(' ')
        const isSure = words.length > 0 && words.every(word => word.confidence >= leastConfidence)
        if (isBlank || (isSure && differs(text, picture))) found.push({ page, text, picture })
      }
    } catch (thrown) {
      // As everywhere, only a bug of ours may stop the reading.
      if (failureOf(thrown) === 'bug') throw thrown
    }
  return found
}

/** Letters look alike too often; digits of the text must stand in the picture in their order. */
function differs(text: string, picture: string): boolean {
  const [said, seen] = [text, picture].map(part => part.replace(/\D/g, ''))
  return seen !== undefined && seen !== '' && said !== undefined && !seen.includes(said)
}
