import { createWorker, OEM, type Worker, type WorkerParams } from 'tesseract.js'
import { AppError } from '../../../../shared/result'
import type { Box } from '../../../../shared/document'
import { within } from '../deadline'
import { limits } from '../limits'
import { languageFolder } from './language-data'
import { toPgm, type GreyImage } from './pgm'

/** A word as Tesseract saw it; box in pixels of the picture, confidence 0 to 1. */
export interface OcrWord {
  readonly text: string
  readonly box: Box
  readonly confidence: number
}

interface Engine {
  readonly languages: string
  readonly worker: Worker
}

let engine: Engine | undefined

const startMs = 20_000
/** How Tesseract parts a page: by itself, one column of differing sizes, one block, or scattered words. */
export type Segmentation = '3' | '4' | '6' | '11'

/** How Tesseract tells ink from paper: by one grey for the whole picture (Otsu), or by one for each part of it. */
export type Threshold = '0' | '1'

/**
 * Reads a grey picture with Tesseract, offline. The engine stays warm for the next page.
 * @throws AppError `resource_limit` when the page takes too long, `corrupt_document` when Tesseract refuses the picture
 */
export async function recognise(
  image: GreyImage,
  languages: readonly string[],
  dpi: number,
  segmentation: Segmentation = '3',
  threshold: Threshold = '0',
): Promise<OcrWord[]> {
  const { worker } = await engineFor(languages.join('+'), languages)
  const job = worker
    .setParameters({
      user_defined_dpi: String(Math.round(dpi)),
      tessedit_pageseg_mode: segmentation as never,
      thresholding_method: threshold,
    } as Partial<WorkerParams>)
    .then(() => worker.recognize(Buffer.from(toPgm(image)), {}, { text: false, blocks: true }))
    // Tesseract rejects with plain strings.
    .catch((thrown: unknown) =>
      Promise.reject(new AppError('corrupt_document', { step: 'ocr' }, 'never', { cause: thrown })),
    )
  const { data } = await within(job, limits.ocrMs, 'ocr', dropEngine)
  const words: OcrWord[] = []
  for (const block of data.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const word of line.words) {
          const { x0, y0, x1, y1 } = word.bbox
          const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
          if (word.text.trim() !== '') words.push({ text: word.text.trim(), box, confidence: word.confidence / 100 })
        }
  return words
}

async function engineFor(key: string, languages: readonly string[]): Promise<Engine> {
  if (engine?.languages === key) return engine
  dropEngine()
  // `createWorker` never settles when it cannot start, so its error handler must end the wait.
  const { promise: failed, reject } = Promise.withResolvers<never>()
  const starting = createWorker(key, OEM.LSTM_ONLY, {
    langPath: languageFolder(languages),
    cacheMethod: 'none',
    gzip: true,
    logger: () => undefined,
    errorHandler: (reason: unknown) =>
      reject(new AppError('worker_crashed', { step: 'ocr' }, 'later', { cause: reason })),
  })
  failed.catch(() => undefined)
  const worker = await within(Promise.race([starting, failed]), startMs, 'ocr_start', dropEngine)
  engine = { languages: key, worker }
  return engine
}

/** Ends the engine; a job in it never answers, which is why callers race it with a deadline. */
export function dropEngine(): void {
  const worker = engine?.worker
  engine = undefined
  void worker?.terminate()
}
