import type { PageReading } from '../../src/engine/pipeline/facts'
import { ocrPage, type OcrPage } from '../../src/engine/pipeline/read/ocr/ocr-page'
import { asRead, readAgain, withOcr, type Judge } from '../../src/engine/pipeline/read/ocr/read-pages'
import { drawn, type Scene } from './scenes'

const languages: Readonly<Record<string, string>> = { de: 'deu', fr: 'fra', it: 'ita', nl: 'nld', pt: 'por', es: 'spa' }

/** Draws a typed page, does to the picture what the scene does, and reads it by OCR. */
export async function readDrawn(page: PageReading, scene: Scene, language: string): Promise<PageReading> {
  const read = await ocrOfDrawn(page, scene, language)
  const { width, height } = read.straight ?? page
  return { ...page, width, height, textSource: 'ocr', words: read.straight?.words ?? read.words }
}

/** What the second look at a page takes and changes. */
export interface SecondLook {
  /** The judge was not convinced by the first reading: a document of this page is looked at twice. */
  readonly isTaken: boolean
  readonly firstMs: number
  readonly secondMs: number
  /** The page as read at first, and as kept. */
  readonly first: PageReading
  readonly kept: PageReading
}

/** Reads a drawn page and looks at it again in both other ways, whether the judge is convinced or not: what that takes is asked here. */
export async function lookTwice(page: PageReading, scene: Scene, language: string, judge: Judge): Promise<SecondLook> {
  const begun = performance.now()
  const first = withOcr(page, await ocrOfDrawn(page, scene, language))
  const judged = performance.now()
  const [kept = first] = await readAgain([first], pages => ({ ...judge(pages), isConvincing: false }))
  const done = performance.now()
  const isTaken = !judge([first]).isConvincing
  return { isTaken, firstMs: judged - begun, secondMs: done - judged, first: asRead(first), kept: asRead(kept) }
}

function ocrOfDrawn(page: PageReading, scene: Scene, language: string): Promise<OcrPage> {
  const image = scene(drawn(page))
  return ocrPage({
    image,
    pixelsPerPoint: image.width / page.width,
    dpi: 200,
    languages: [languages[language] ?? 'eng'] as never,
    onTry: () => undefined,
  })
}
