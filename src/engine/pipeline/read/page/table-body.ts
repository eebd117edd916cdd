import type { AmountFound } from './find-amounts'
import { fold } from './fold'
import { labelsByFirstWord, type LabelKind, type LabelPhrase } from './labels'
import { fitting } from './table-arithmetic'
import { sumOf } from './decimals'
import { cellsOfRow, isAnchor, type RowCells } from './table-cells'
import { headerAt, type TableColumn, type TableHeader } from './table-header'
import type { ColumnKind } from './table-headings'
import type { TextLine } from './text-lines'

export type AmountsByLine = ReadonlyMap<TextLine, readonly AmountFound[]>

/** Blank space of so many line heights ends a table. */
const endGap = 7
/** Lines at the top of a page that may stand before its first row. */
const mostLinesBeforeRows = 25
/** So many lines under a sum of a group may stand before the next item. */
const mostLinesInside = 6

/**
 * The rows under the headings, up to the totals; on further pages too, as long as rows of the same columns follow. Sums of
 * groups are among them, marked as such.
 */
export function bodyOf(header: TableHeader, lines: readonly TextLine[], amounts: AmountsByLine): RowCells[] {
  const body: RowCells[] = []
  const { columns } = header
  const cellsOf = (line: TextLine) => cellsOfRow(line, columns, amounts.get(line) ?? [])
  const last = Math.max(...header.rows)
  let bottom = header.bottom
  let page = header.line.page
  let waiting = 0
  let isFoot = false
  for (const line of lines.slice(last + 1)) {
    if (line.page !== page) {
      if (line.page !== page + 1 || body.length === 0) break
      page = line.page
      waiting = 0
      bottom = -Infinity
      isFoot = false
    }
    const isFresh = bottom === -Infinity
    const sum = sumKindOf(line, amounts)
    // What stands far below the rows is the foot of the page; rows may go on over it.
    if (!isFresh && (line.box.y - bottom) / Math.max(line.height, 1) > endGap) isFoot = true
    if (isFoot) {
      if (sum !== null) break
      continue
    }
    if (isCarried(line)) {
      bottom = line.box.y + line.box.height
      continue
    }
    if (isHeadOfTotals(line, lines, amounts)) break
    const row = cellsOf(line)
    const isSum = sum !== null && !isItemCalled(sum, row, body, columns)
    if (isSum && !goesOn(sum, row, following(line, lines), { cellsOf, columns, amounts, body })) break
    if (page !== header.line.page && isFresh) {
      // Letterhead of a further page: rows begin at the first line with a value in the column of totals.
      if (headerAt(line, lines) || waiting > mostLinesBeforeRows) break
      if (!isAnchor(row, columns)) {
        waiting += 1
        continue
      }
    }
    bottom = Math.max(bottom, line.box.y + line.box.height)
    body.push(isSum ? { ...row, isSum } : row)
  }
  return body
}

function following(line: TextLine, lines: readonly TextLine[]): readonly TextLine[] {
  return lines.slice(line.index + 1, line.index + 1 + mostLinesInside).filter(({ page }) => page === line.page)
}

interface Surroundings {
  readonly cellsOf: (line: TextLine) => RowCells
  readonly columns: readonly TableColumn[]
  readonly amounts: AmountsByLine
  readonly body: readonly RowCells[]
}

/** Whether the table goes on under a row that reads like a total: a sum of a group, or a discount within an item. */
function goesOn(kind: LabelKind, sum: RowCells, next: readonly TextLine[], surroundings: Surroundings): boolean {
  const { cellsOf, columns, amounts, body } = surroundings
  const isGroup = isSumOfGroup(sum, surroundings)
  return next.some(line => {
    const row = cellsOf(line)
    if (isFull(row) && isProduct(row)) return true
    // Rates and bases of taxes fill columns too: without a product only a charge or a group's own sum may stand before it.
    const mayFollow = isCharge(kind) || (isGroup && kindsOf(row).has('quantity'))
    return mayFollow && sumKindOf(line, amounts) === null && hasWords(row) && isLikeAbove(row, body, columns)
  })
}

function isCharge(kind: LabelKind): boolean {
  return kind === 'surcharge' || kind === 'deduction' || kind === 'prepaid'
}

/** Whether a row's amount is the sum of the items since the sum before it. */
function isSumOfGroup(sum: RowCells, { body, columns }: Surroundings): boolean {
  const since = body.slice(body.findLastIndex(row => row.isSum === true) + 1).filter(row => isAnchor(row, columns))
  const total = sum.numbers.at(-1)?.amount
  if (total === undefined || since.length === 0) return false
  const parts = since.map(row => row.numbers.findLast(cell => cell.column.kind === 'line_total')?.amount.value)
  const known = parts.flatMap(part => part ?? [])
  return known.length === parts.length && Math.abs(Number(sumOf(known)) - Number(total.value)) < 0.015
}

function hasWords({ texts }: RowCells): boolean {
  return /\p{L}{3}/u.test(texts.description ?? '')
}

/** Two numbers of a row multiply to its total, less a discount or for so many units where the row says so. */
function isProduct({ numbers }: RowCells): boolean {
  const of = (kind: ColumnKind) =>
    Math.abs(Number(numbers.find(({ column }) => column.kind === kind)?.amount.value ?? 0))
  const discount = 1 - of('discount') / 100
  const base = of('price_base') || 1
  const scales = [1, discount, 1 / base, discount / base]
  const totals = numbers.filter(({ column, amount }) => column.kind === 'line_total' && !amount.isPercent)
  return totals.some(({ amount: total }) => {
    const before = numbers.filter(({ amount }) => amount.to <= total.from && !amount.isPercent).map(cell => cell.amount)
    return before.some((one, at) =>
      before.slice(at + 1).some(other => scales.some(scale => fitting(one, other, total, scale) !== null)),
    )
  })
}

/** An item, though it mentions a discount or is called "Freight"; a total may fill the same columns as the items. */
function isItemCalled(
  sum: LabelKind,
  row: RowCells,
  body: readonly RowCells[],
  columns: readonly TableColumn[],
): boolean {
  return isFull(row) || (isCharge(sum) && isLikeAbove(row, body, columns))
}

/** A text, a quantity, a price and a total. */
function isFull(row: RowCells): boolean {
  const own = kindsOf(row)
  return row.texts.description !== undefined && numbersOfItem.every(kind => own.has(kind))
}

const numbersOfItem = ['quantity', 'unit_price', 'line_total'] as const

/** Fills the columns that every item above it fills, of which there are more than the one of totals. */
function isLikeAbove(row: RowCells, body: readonly RowCells[], columns: readonly TableColumn[]): boolean {
  const above = body.filter(other => other.isSum !== true && isAnchor(other, columns)).map(kindsOf)
  const [first, ...others] = above
  if (first === undefined || row.texts.description === undefined || !isAnchor(row, columns)) return false
  const own = kindsOf(row)
  const common = [...first].filter(kind => others.every(kinds => kinds.has(kind)))
  return common.length > 1 && common.every(kind => own.has(kind))
}

function kindsOf({ numbers, texts }: RowCells): ReadonlySet<ColumnKind> {
  const kinds = numbers.map(cell => cell.column.kind)
  return new Set(texts.product_code === undefined ? kinds : [...kinds, 'product_code'])
}

/** Sums carried from page to page are no lines. */
const carried =
  /^(?:amount |sum )?(?:carried (?:forward|over)|brought forward|balance (?:brought|carried) forward|ubertrag|seitensumme|seitenubertrag|a reporter|report|total page|suma y sigue|suma anterior|transporte?|a transportar|riporto|a riportare|over te brengen|page total)(?: (?:from|to|of|von|auf|de|da|van)? ?(?:page|seite|pagina)? ?\d*)?$/

export function isCarried(line: TextLine): boolean {
  return line.text.split('\t').some(cell => carried.test(fold(cell).trim()))
}

/**
 * "Base imponible | % IVA | Cuota IVA | Total": what the totals are called, over their amounts. Headings of items may name net, tax and
 * total too, but how many as well.
 */
export function isHeadOfTotals(line: TextLine, lines: readonly TextLine[], amounts: AmountsByLine): boolean {
  if ((amounts.get(line) ?? []).some(amount => !amount.isPercent)) return false
  const kinds = line.words.flatMap((word, at) => {
    const opens = at === 0 || line.words[at - 1]?.cell !== word.cell
    return opens ? (totalBeginning(line, at)?.kind ?? []) : []
  })
  const totals = new Set(kinds).size
  if (totals < leastTotalsBeside) return false
  const header = headerAt(line, lines)
  return header === null || (totals > leastTotalsBeside && header.columns.every(({ kind }) => kind !== 'quantity'))
}

/** So many kinds of totals side by side are no row of an item. */
const leastTotalsBeside = 2

const totalKinds = new Set<LabelKind>([
  'net_total',
  'tax_total',
  'grand_total',
  'payable',
  'deduction',
  'prepaid',
  'surcharge',
])

/** What a row is called that begins with "Subtotal", "Tax", "Total" … and ends in an amount; null for other rows. */
export function sumKindOf(line: TextLine, amounts: AmountsByLine): LabelKind | null {
  for (const [at, word] of line.words.entries()) {
    if (at > 0 && line.words[at - 1]?.cell === word.cell) continue
    const begins = totalBeginning(line, at)
    if (!begins) continue
    const rest = line.words.slice(at + begins.words.length).filter(other => /\p{L}{4,}/u.test(other.text))
    const hasAmount = (amounts.get(line) ?? []).some(amount => amount.from >= word.to)
    if (rest.length <= 3 && (hasAmount || (at === 0 && rest.length === 0))) return begins.kind
  }
  return null
}

/** The longest phrase for a total that begins with a word of the line and stays in its cell. */
function totalBeginning(line: TextLine, at: number): LabelPhrase | undefined {
  const word = line.words[at]
  return (labelsByFirstWord.get(word?.folded ?? '') ?? []).find(
    ({ words, strength, kind }) =>
      strength === 'strong' &&
      totalKinds.has(kind) &&
      words.every((part, offset) => {
        const next = line.words[at + offset]
        return next?.folded === part && next.cell === word?.cell
      }),
  )
}
