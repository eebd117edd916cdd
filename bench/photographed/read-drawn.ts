import type { PageReading } from '../../src/engine/pipeline/facts'
import { ocrPage } from '../../src/engine/pipeline/read/ocr/ocr-page'
import { drawn, type Scene } from './scenes'

const languages: Readonly<Record<string, string>> = { de: 'deu', fr: 'fra', it: 'ita', nl: 'nld', pt: 'por', es: 'spa' }

/** Draws a typed page, does to the picture what the scene does, and reads it by OCR. */
export async function readDrawn(page: PageReading, scene: Scene, language: string): Promise<PageReading> {
  const image = scene(drawn(page))
  const read = await ocrPage({
    image,
    pixelsPerPoint: image.width / page.width,
    dpi: 200,
    languages: [languages[language] ?? 'eng'] as never,
    onTry: () => undefined,
  })
  const { width, height } = read.straight ?? page
  return { ...page, width, height, textSource: 'ocr', words: read.straight?.words ?? read.words }
}
