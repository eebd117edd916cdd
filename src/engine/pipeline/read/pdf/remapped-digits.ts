import type { PDFPageProxy } from 'pdfjs-dist'
import type { loadPdfjs } from './parse-thread'

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Ops = Awaited<ReturnType<typeof loadPdfjs>>['OPS']

/** With fewer different digits a font says nothing about the order of its glyphs. */
const leastDigits = 5
/** Digits whose places lie further apart were numbered together with letters. */
const widestBlock = 12

/**
 * True when a font of the page may say other digits than it draws: its glyphs for digits stand side by side, but not in the order 0 to
 * 9. Fonts that number their glyphs as they are first used are as they should be.
 */
export function hasRemappedDigits(list: OperatorList, ops: Ops): boolean {
  const fonts = new Map<string, Map<number, number>>()
  let font = ''
  for (let at = 0; at < list.fnArray.length; at += 1) {
    const args = list.argsArray[at] as unknown[] | null
    if (list.fnArray[at] === ops.setFont) font = String(args?.[0])
    if (list.fnArray[at] !== ops.showText || !Array.isArray(args?.[0])) continue
    const digits = fonts.get(font) ?? new Map<number, number>()
    fonts.set(font, digits)
    for (const glyph of args[0] as (number | { readonly unicode?: string; readonly fontChar?: string } | null)[]) {
      if (typeof glyph !== 'object' || !/^\d$/.test(glyph?.unicode ?? '')) continue
      // pdf.js numbers the glyphs of a font in the order of their codes.
      const place = glyph?.fontChar?.codePointAt(0)
      if (place !== undefined && !digits.has(place)) digits.set(place, Number(glyph?.unicode))
    }
  }
  return [...fonts.values()].some(isRemapped)
}

/** @param digits  by place in their font, in the order of first use */
function isRemapped(digits: ReadonlyMap<number, number>): boolean {
  const used = [...digits.keys()]
  const places = used.toSorted((one, other) => one - other)
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  if (places.length < leastDigits || last - first > widestBlock) return false
  const isByFirstUse = places.every((place, at) => place === used[at])
  const values = places.map(place => digits.get(place) ?? 0)
  return !isByFirstUse && values.some((value, at) => at > 0 && value < (values[at - 1] ?? 0))
}
