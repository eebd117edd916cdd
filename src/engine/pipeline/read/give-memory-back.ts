import { dropEngine } from './ocr/recognise'
import { endParseThread } from './pdf/parse-thread'

/** A warm parser and OCR engine hold about 350 MB; above this (bytes) a big document left something behind. */
const warmBytes = 550 * 1024 * 1024

/** After a memory-hungry document its parser and OCR engine are ended, so that the next one is not blamed for it. */
export function giveMemoryBack(): void {
  if (process.memoryUsage.rss() < warmBytes) return
  endParseThread()
  dropEngine()
}
