import type { PageReading } from '../../src/engine/pipeline/facts'
import type { ScoredField, Truth } from '../reading-accuracy/truth'
import { Sheet } from '../synthetic/sheet'

/** A page typed by hand, with what a right reading gives. */
export interface TypedPage {
  readonly pages: readonly PageReading[]
  readonly truth: Truth
}

/** Right values of a page; several where any of them counts, null among them where leaving the field empty is right. */
export type Right = Partial<Record<ScoredField, string | readonly (string | null)[] | null>>

/** Description, quantity, unit price and line total as printed; null where the row has none. */
export type RightLine = readonly [string, string | null, string | null, string]

interface Typed {
  readonly name: string
  readonly language: string
  readonly right: Right
  /** null where it is a matter of taste which rows are lines. */
  readonly lines: readonly RightLine[] | null
  /** Points; A4 upright unless told otherwise. */
  readonly width?: number
  readonly height?: number
}

const [margin, size, lineStep] = [30, 9, 12.5]

/**
 * Sets rows of text on a grid, as `pdftotext -layout` would show the page: two or more spaces part cells. A form feed begins another
 * page.
 */
export function typedPage(rows: string, { name, language, right, lines, width, height }: Typed): TypedPage {
  const sheet = new Sheet(width, height)
  for (const [page, text] of rows.split('\f').entries()) {
    if (page > 0) sheet.turn()
    for (const [at, row] of text.split('\n').entries()) sheet.put(margin, margin + at * lineStep, row, size)
  }
  const fields = Object.fromEntries(
    Object.entries(right).map(([field, value]) => [field, Array.isArray(value) ? value : [value]]),
  )
  const truth: Truth = {
    id: name,
    path: name,
    file: name,
    group: 'unusual',
    language,
    family: name,
    isPayable: true,
    isUnreadable: false,
    names: 'likeness',
    fields,
    lines:
      lines?.map(([description, quantity, price, total]) => ({
        description,
        quantity,
        unit_price: price,
        line_total: total,
      })) ?? null,
  }
  return { pages: sheet.read(), truth }
}
