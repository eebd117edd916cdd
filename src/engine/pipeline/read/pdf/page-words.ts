import type { PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../../../../shared/document'
import type { Word } from '../../facts'
import { limits } from '../limits'
import { weightOf } from '../letter-widths'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>
type Matrix = readonly [number, number, number, number, number, number]

/** Share of the font height that stands above the base line, for boxes; fonts rarely tell the truth about it. */
const ascent = 0.78
const descent = 0.22
/** Pieces closer than this share of the height are one word that was drawn in parts. */
const joinGap = 0.08

/** Words of one page's text layer; boxes in points of the page as shown, origin top left. */
export function pageWords(content: TextContent, page: PDFPageProxy): Word[] {
  const viewport = page.getViewport({ scale: 1 })
  const pieces: Piece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.length === 0 || item.str.length > limits.runCharacters) continue
    pieces.push(
      ...splitRun(
        item,
        multiply(viewport.transform as unknown as Matrix, item.transform as unknown as Matrix),
        viewport.scale,
      ),
    )
    if (pieces.length > limits.wordsPerPage) break
  }
  return joinPieces(pieces)
    .filter(piece => piece.text.length > 0)
    .map(({ text, box, size }) => ({ text, box, confidence: 1, hidden: isUnseen(box, size, viewport) }))
}

interface Piece {
  text: string
  box: Box
  size: number
  upright: boolean
  /** False when white space stood before it in its run. */
  mayJoin: boolean
}

function splitRun(item: TextItem, at: Matrix, pageScale: number): Piece[] {
  const size = Math.hypot(at[2], at[3])
  const length = item.width * pageScale
  const angle = Math.atan2(at[1], at[0])
  const total = weightOf(item.str)
  const pieces: Piece[] = []
  let done = 0
  for (const part of item.str.split(/(\s+)/)) {
    const weight = weightOf(part)
    if (part.trim().length > 0) {
      const from = total === 0 ? 0 : (done / total) * length
      const width = total === 0 ? length : (weight / total) * length
      pieces.push({
        // Fonts without a map for their dash give a control character.
        text: part.replace(/\p{Cc}/gu, '-'),
        box: boxAlong(at[4], at[5], from, width, size, angle),
        size,
        upright: Math.abs(angle) < 0.1,
        mayJoin: done === 0,
      })
    }
    done += weight
  }
  return pieces
}

function boxAlong(x: number, y: number, from: number, width: number, size: number, angle: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corners = [
    { along: from, across: -size * ascent },
    { along: from + width, across: -size * ascent },
    { along: from, across: size * descent },
    { along: from + width, across: size * descent },
  ].map(({ along, across }) => [x + along * cos - across * sin, y + along * sin + across * cos] as const)
  const xs = corners.map(corner => corner[0])
  const ys = corners.map(corner => corner[1])
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && piece.mayJoin && last.upright && piece.upright && touches(last, piece)) {
      last.text += piece.text
      last.box = { ...last.box, width: piece.box.x + piece.box.width - last.box.x }
    } else joined.push({ ...piece })
  }
  return joined
}

function touches(left: Piece, right: Piece): boolean {
  const gap = right.box.x - (left.box.x + left.box.width)
  const sameLine = Math.abs(left.box.y + left.box.height - right.box.y - right.box.height) < left.size * 0.1
  // Two amounts of neighbouring columns may touch; they are still two.
  if (/\d[.,]\d{2}$/.test(left.text) && /^[\d$€£-]/.test(right.text)) return false
  return sameLine && Math.abs(left.size - right.size) < 0.5 && gap > -left.size * 0.3 && gap < left.size * joinGap
}

function isUnseen(box: Box, size: number, page: { width: number; height: number }): boolean {
  const offPage = box.x + box.width < 0 || box.y + box.height < 0 || box.x > page.width || box.y > page.height
  return offPage || size < 1
}

/** Product of two PDF matrices: first `right`, then `left`. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  return [
    left[0] * right[0] + left[2] * right[1],
    left[1] * right[0] + left[3] * right[1],
    left[0] * right[2] + left[2] * right[3],
    left[1] * right[2] + left[3] * right[3],
    left[0] * right[4] + left[2] * right[5] + left[4],
    left[1] * right[4] + left[3] * right[5] + left[5],
  ]
}
