/**
 * Bounds for one document. The pool kills a worker that breaks its own; these let it stop by itself and say why. Times are
 * of the processor, as `within` counts them.
 */
export const limits = {
  /** Opening a PDF (structure only). */
  openMs: 10_000,
  /** Text of one PDF page. */
  textMs: 8_000,
  /** Listing what one PDF page paints; beyond it the page's text counts as not checked for invisibility. */
  paintListMs: 3_000,
  /** Drawing one PDF page for OCR. */
  drawMs: 12_000,
  /** OCR of one page picture; some ten times what a dense page takes on a slow machine. */
  ocrMs: 45_000,
  /** Pages of one document that are read by OCR; what an invoice says stands on the first and last of far fewer. */
  ocrPages: 40,
  /** After so many pictures in a row without a word the rest is left out. */
  barrenPages: 6,
  /** Reading stops when the process itself holds more than this (bytes); the pool's own limit lies above. */
  residentBytes: 900 * 1024 * 1024,
  /** Paint operations of one page that we are willing to draw. */
  paintOperations: 400_000,
  /** Words kept of one page: an invoice page has some hundreds. */
  wordsPerPage: 8_000,
  /** Characters of one text run; longer ones are not text of an invoice. */
  runCharacters: 4_000,
  /** Bytes of an embedded file that are looked at. */
  attachmentBytes: 8 * 1024 * 1024,
  attachments: 20,
  /** Decoded pixels of one picture, e.g. an A2 page at 300 dpi. */
  imagePixels: 100_000_000,
  /** Long side of a picture after downscaling, in pixels; one pixel is then one point of the page. */
  imageLongSide: 2_200,
  /** Resolution for OCR of PDF pages, and the most pixels drawn for it. */
  ocrDpi: 200,
  ocrPixels: 12_000_000,
} as const
