import type { PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../../../../shared/document'
import type { Word } from '../../facts'
import { loadPdfjs } from './parse-thread'
import { multiply } from './page-words'
import { hasRemappedDigits } from './remapped-digits'

type Matrix = readonly [number, number, number, number, number, number]
type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Ops = Awaited<ReturnType<typeof loadPdfjs>>['OPS']

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const invisibleMode = 3
/** A run is matched to words whose base line is at most this far away, in points. */
const nearness = 1.5

interface State {
  ctm: Matrix
  text: Matrix
  line: Matrix
  leading: number
  size: number
  mode: number
  white: boolean
  spacing: number
}

/**
 * Marks words that the page draws without anybody seeing them: render mode 3, or white with nothing dark painted below.
 * Read from the list of paint operations, so nothing is drawn.
 */
export async function markInvisible(
  words: readonly Word[],
  list: OperatorList,
  page: PDFPageProxy,
): Promise<SeenWords> {
  const { OPS } = await loadPdfjs()
  const viewport = page.getViewport({ scale: 1 })
  const { runs, picture } = paintedOn(list, OPS, viewport.transform as unknown as Matrix)
  const marked = words.map(word =>
    word.hidden || !runs.some(run => covers(run, word.box)) ? word : { ...word, hidden: true },
  )
  const pictureShare = picture / (viewport.width * viewport.height)
  return { words: marked, pictureShare, hasRemappedDigits: hasRemappedDigits(list, OPS) }
}

export interface SeenWords {
  readonly words: readonly Word[]
  /** Share of the page that its largest picture covers. */
  readonly pictureShare: number
  /** A font may say other digits than it draws. */
  readonly hasRemappedDigits: boolean
}

function covers(run: Run, box: Box): boolean {
  const middle = box.x + box.width / 2
  const baseLine = box.y + box.height * 0.78
  return Math.abs(run.y - baseLine) < nearness && middle > run.from - nearness && middle < run.to + nearness
}

/** One drawn string nobody sees, in points of the shown page. */
interface Run {
  readonly from: number
  readonly to: number
  readonly y: number
}

function paintedOn(list: OperatorList, ops: Ops, viewport: Matrix): { runs: Run[]; picture: number } {
  let picture = 0
  const runs: Run[] = []
  const painted: Box[] = []
  const stack: State[] = []
  let state: State = {
    ctm: viewport,
    text: identity,
    line: identity,
    leading: 0,
    size: 0,
    mode: 0,
    white: false,
    spacing: 0,
  }
  const fills: readonly number[] = [
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]
  const images: readonly number[] = [
    ops.paintImageXObject,
    ops.paintInlineImageXObject,
    ops.paintImageMaskXObject,
    ops.paintImageXObjectRepeat,
  ]
  const move = (x: number, y: number) => {
    state.line = multiply(state.line, [1, 0, 0, 1, x, y])
    state.text = state.line
  }
  const steps: Partial<Record<number, (args: unknown[]) => void>> = {
    [ops.save]: () => void stack.push({ ...state }),
    [ops.restore]: () => void (state = stack.pop() ?? state),
    [ops.transform]: args => void (state.ctm = multiply(state.ctm, args as unknown as Matrix)),
    [ops.paintFormXObjectBegin]: ([matrix]) => {
      stack.push({ ...state })
      if (Array.isArray(matrix)) state.ctm = multiply(state.ctm, matrix as unknown as Matrix)
    },
    [ops.paintFormXObjectEnd]: () => void (state = stack.pop() ?? state),
    [ops.beginText]: () => void (state.text = state.line = identity),
    [ops.setFont]: ([, size]) => void (state.size = Number(size)),
    [ops.setLeading]: ([leading]) => void (state.leading = -Number(leading)),
    [ops.setCharSpacing]: ([spacing]) => void (state.spacing = Number(spacing)),
    [ops.setTextRenderingMode]: ([mode]) => void (state.mode = Number(mode)),
    [ops.setFillRGBColor]: ([color]) => void (state.white = /^#f[c-f]f[c-f]f[c-f]$/i.test(String(color))),
    [ops.setFillColorN]: () => void (state.white = false),
    [ops.setTextMatrix]: args => {
      const matrix = args.length === 1 ? (args[0] as ArrayLike<number>) : (args as number[])
      state.text = state.line = Array.from(matrix) as unknown as Matrix
    },
    [ops.moveText]: ([x, y]) => move(Number(x), Number(y)),
    [ops.setLeadingMoveText]: ([x, y]) => {
      state.leading = Number(y)
      move(Number(x), Number(y))
    },
    [ops.nextLine]: () => move(0, state.leading < 0 ? state.leading : -state.leading),
    [ops.constructPath]: ([operation, , bounds]) => {
      if (fills.includes(Number(operation)) && !state.white && bounds)
        painted.push(boundsOf(bounds as ArrayLike<number>, state.ctm))
    },
    [ops.showText]: ([glyphs]) => {
      const width = runWidth(glyphs, state)
      const start = multiply(state.ctm, state.text)
      state.text = multiply(state.text, [1, 0, 0, 1, width, 0])
      const end = multiply(state.ctm, state.text)
      const run = { from: Math.min(start[4], end[4]), to: Math.max(start[4], end[4]), y: start[5] }
      if (state.mode === invisibleMode || (state.white && !isOn(run, painted))) runs.push(run)
    },
  }
  for (let at = 0; at < list.fnArray.length; at += 1) {
    const operation = list.fnArray[at] ?? -1
    if (images.includes(operation)) {
      const box = boundsOf([0, 0, 1, 1], state.ctm)
      painted.push(box)
      picture = Math.max(picture, box.width * box.height)
    } else steps[operation]?.((list.argsArray[at] as unknown[] | null) ?? [])
  }
  return { runs, picture }
}

function runWidth(glyphs: unknown, { size, spacing }: State): number {
  let width = 0
  if (!Array.isArray(glyphs)) return 0
  for (const glyph of glyphs as (number | { width?: number } | null)[])
    if (typeof glyph === 'number') width -= (glyph / 1000) * size
    else width += ((glyph?.width ?? 0) / 1000) * size + spacing
  return width
}

function boundsOf(bounds: ArrayLike<number>, ctm: Matrix): Box {
  const corner = (x: number, y: number) => multiply(ctm, [1, 0, 0, 1, x, y])
  const [a, b] = [corner(bounds[0] ?? 0, bounds[1] ?? 0), corner(bounds[2] ?? 0, bounds[3] ?? 0)]
  const [x, y] = [Math.min(a[4], b[4]), Math.min(a[5], b[5])]
  return { x, y, width: Math.abs(a[4] - b[4]), height: Math.abs(a[5] - b[5]) }
}

function isOn(run: Run, painted: readonly Box[]): boolean {
  const middle = (run.from + run.to) / 2
  return painted.some(
    box => middle >= box.x && middle <= box.x + box.width && run.y >= box.y - 1 && run.y <= box.y + box.height + 1,
  )
}
