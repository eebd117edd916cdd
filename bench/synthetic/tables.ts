import type { Truth, TruthLine } from '../reading-accuracy/truth'
import type { SyntheticDocument } from './documents'
import { languages } from './invoice'
import { wordings, type Language, type Wording } from './languages'
import { asOcr } from './noise'
import { seeded, type Random } from './random'
import { Sheet } from './sheet'
import { amountText, styleOf, type Style } from './style'
import { tableWordings, type TableWording } from './table-wordings'

/** A difficulty of a table; each is drawn for itself, so that what goes wrong can be told apart. */
export const traits = ['headless', 'discount', 'perHundred', 'gluedUnit', 'wrapped', 'groups', 'priceless'] as const
export type Trait = (typeof traits)[number]

interface Row {
  readonly description: readonly string[]
  readonly code: string
  readonly quantity: number
  readonly unit: string
  /** In cents, for `per` units. */
  readonly price: number
  readonly per: number
  /** Percent. */
  readonly discount: number
  readonly total: number
}

interface Column {
  readonly heading: string
  readonly x: number
  readonly align: 'left' | 'right'
  readonly text: (row: Row, at: number) => string
}

export interface TableDocument extends SyntheticDocument {
  readonly traits: readonly Trait[]
}

const [left, right, foot] = [42, 553, 690]

/**
 * Pages with tables harder than those of the plain invented invoices: no headings, discounts, prices for a hundred, units in
 * the cell of the quantity, descriptions over several rows, groups with subtotals, rows without a price. Same seeds, same pages.
 */
export function tableDocuments(from: number, count: number): TableDocument[] {
  return Array.from({ length: count }, (_, at) => tableDocument(from + at))
}

function tableDocument(seed: number): TableDocument {
  const random = seeded(seed)
  const language = languages[seed % languages.length] ?? 'en'
  const wording = wordings[language]
  const style = styleOf(wording, random)
  const drawn = traits.filter(() => random.chance(0.28))
  const has = (trait: Trait) => drawn.includes(trait)
  const count = random.chance(0.2) ? random.whole(24, 36) : random.whole(2, 9)
  const rows = Array.from({ length: count }, () => rowOf(random, wording, has))
  const sheet = new Sheet()
  const columns = columnsOf(tableWordings[language], style, random, has)
  head(sheet, wording, style, random)
  const y = has('headless') ? 250 : headings(sheet, columns, random)
  const end = body(sheet, rows, columns, y, { wording, table: tableWordings[language], style, random, has })
  const net = rows.reduce((sum, row) => sum + row.total, 0)
  const rate = wording.rates[0] ?? 20
  const tax = Math.round((net * rate) / 100)
  totals(sheet, wording, style, end, net, rate, tax)
  const set = sheet.read()
  const showsPrice = !has('priceless')
  return {
    traits: drawn,
    pages: random.chance(0.2) ? asOcr(set, random) : set,
    truth: truthOf(
      language,
      seed,
      wording,
      { net, tax },
      rows.map(row => lineOf(row, showsPrice)),
    ),
  }
}

function rowOf(random: Random, wording: Wording, has: (trait: Trait) => boolean): Row {
  const per = has('perHundred') && random.chance(0.7) ? 100 : 1
  const quantity =
    per === 100 ? random.whole(2, 60) * 50 : random.chance(0.2) ? random.whole(3, 30) / 2 : random.whole(1, 24)
  const price = random.whole(120, 64_000)
  const discount = has('discount') && random.chance(0.6) ? random.pick([5, 10, 12.5, 25]) : 0
  const first = random.pick(wording.items)
  const extra = has('wrapped') ? Array.from({ length: random.whole(0, 2) }, () => random.pick(wording.more)) : []
  return {
    description: [first, ...extra],
    code: `${random.pick(['M', 'ZX', 'P-', '70'])}${random.whole(100, 9999)}`,
    quantity,
    unit: random.pick(wording.units),
    price,
    per,
    discount,
    total: Math.round(((quantity * price) / per) * (1 - discount / 100)),
  }
}

function columnsOf(table: TableWording, style: Style, random: Random, has: (trait: Trait) => boolean): Column[] {
  const money = (cents: number) => amountText(cents, style) + (style.signInRows ? ` ${style.sign}` : '')
  const found: Column[] = []
  let x = left
  const hasPosition = random.chance(0.4)
  if (hasPosition) {
    found.push({ heading: random.pick(table.position), x, align: 'left', text: (_, at) => String(at + 1) })
    x += 45
  }
  if (random.chance(0.35)) {
    found.push({ heading: random.pick(table.code), x, align: 'left', text: row => row.code })
    x += 85
  }
  found.push({ heading: random.pick(table.description), x, align: 'left', text: row => row.description[0] ?? '' })
  const isGlued = has('gluedUnit')
  found.push({
    heading: random.pick(table.quantity),
    x: 318,
    align: 'right',
    text: row => amountText(row.quantity * 100, style, true) + (isGlued ? ` ${row.unit}` : ''),
  })
  if (!isGlued && random.chance(0.4))
    found.push({ heading: random.pick(table.unit), x: 326, align: 'left', text: row => row.unit })
  if (!has('priceless')) {
    found.push({ heading: random.pick(table.price), x: 425, align: 'right', text: row => money(row.price) })
    if (has('perHundred'))
      found.push({ heading: random.pick(table.per), x: 448, align: 'right', text: row => String(row.per) })
  }
  if (has('discount'))
    found.push({
      heading: random.pick(table.discount),
      x: 484,
      align: 'right',
      text: ({ discount }) => (discount === 0 ? '' : `${String(discount).replace('.', style.decimal)}%`),
    })
  else if (random.chance(0.3))
    found.push({ heading: random.pick(table.rate), x: 484, align: 'right', text: () => `${random.pick([7, 19, 21])}%` })
  found.push({ heading: random.pick(table.total), x: right, align: 'right', text: row => money(row.total) })
  return found
}

/** Headings that would run into the one before go on in a second line. */
function headings(sheet: Sheet, columns: readonly Column[], random: Random): number {
  const y = 236
  const isSplit = random.chance(0.5)
  for (const { heading, x, align } of columns) {
    const words = heading.split(' ')
    const [upper, lower] = isSplit && words.length > 1 ? [words[0] ?? '', words.slice(1).join(' ')] : ['', heading]
    const size = lower.length > 9 ? 6 : 8
    if (upper !== '') sheet.put(x, y, upper, size, align)
    sheet.put(x, y + 9, lower, size, align)
  }
  return y + 28
}

interface Setting {
  readonly wording: Wording
  readonly table: TableWording
  readonly style: Style
  readonly random: Random
  readonly has: (trait: Trait) => boolean
}

function body(sheet: Sheet, rows: readonly Row[], columns: readonly Column[], from: number, setting: Setting): number {
  const { wording, table, style, random, has } = setting
  const step = random.pick([15, 18, 22])
  const groupOf = random.whole(2, 4)
  const descriptionX = columns.filter(column => column.align === 'left' && column.x < 300).at(-1)?.x ?? left
  let y = from
  let carried = 0
  let group = 0
  for (const [at, row] of rows.entries()) {
    if (y > foot) {
      if (style.carries) amountRow(sheet, y, wording.carried[0], amountText(carried, style))
      sheet.turn()
      y = 90
      if (style.carries) {
        amountRow(sheet, y, wording.carried[1], amountText(carried, style))
        y += step
      }
    }
    if (has('groups') && at % groupOf === 0) {
      sheet.put(descriptionX, y, random.pick(table.group), 9)
      y += step
    }
    for (const column of columns) sheet.put(column.x, y, column.text(row, at), 8, column.align)
    for (const more of row.description.slice(1)) sheet.put(descriptionX, (y += 10), more, 8)
    y += step
    carried += row.total
    group += row.total
    if (has('groups') && (at % groupOf === groupOf - 1 || at === rows.length - 1)) {
      sheet.put(descriptionX, y, random.pick(table.subtotal), 9)
      sheet.put(right, y, amountText(group, style), 9, 'right')
      y += step
      group = 0
    }
  }
  return y + 12
}

function amountRow(sheet: Sheet, y: number, label: string, amount: string): void {
  sheet.put(right - 120, y, label, 8, 'right')
  sheet.put(right, y, amount, 8, 'right')
}

function head(sheet: Sheet, wording: Wording, style: Style, random: Random): void {
  sheet.put(left, 44, `${random.pick(wording.companies)} ${random.pick(wording.forms)}`, 14)
  sheet.put(left, 64, random.pick(wording.streets))
  sheet.put(left, 76, random.pick(wording.towns))
  sheet.put(left, 110, style.toLabel)
  sheet.put(left, 123, `${random.pick(wording.companies)} ${random.pick(wording.forms)}`)
  sheet.put(left, 180, random.pick(wording.title), 16)
  sheet.put(340, 180, style.numberLabel)
  sheet.put(460, 180, `F${random.whole(10_000, 99_999)}`)
}

function totals(
  sheet: Sheet,
  wording: Wording,
  style: Style,
  from: number,
  net: number,
  rate: number,
  tax: number,
): void {
  let y = from
  if (y > foot + 40) {
    sheet.turn()
    y = 90
  }
  const put = (label: string, cents: number) => {
    sheet.put(360, y, style.colon ? `${label}:` : label)
    sheet.put(right, y, `${amountText(cents, style)} ${style.sign}`, 9, 'right')
    y += 15
  }
  put(style.netLabel, net)
  put(`${style.taxLabel} ${String(rate).replace('.', style.decimal)}%`, tax)
  put(style.totalLabel, net + tax)
  sheet.put(left, y + 20, wording.terms[0] ?? '', 8)
}

function lineOf(row: Row, showsPrice: boolean): TruthLine {
  return {
    description: row.description.join(' '),
    quantity: String(row.quantity),
    unit_price: showsPrice ? (row.price / 100).toFixed(2) : null,
    line_total: (row.total / 100).toFixed(2),
  }
}

function truthOf(
  language: Language,
  seed: number,
  { currency }: Wording,
  { net, tax }: { readonly net: number; readonly tax: number },
  lines: readonly TruthLine[],
): Truth {
  const file = `table ${seed}`
  return {
    id: file,
    path: file,
    file,
    group: 'table',
    language,
    family: file,
    isPayable: true,
    isUnreadable: false,
    names: 'likeness',
    fields: {
      currency: [currency],
      net_total: [(net / 100).toFixed(2)],
      tax_total: [(tax / 100).toFixed(2)],
      grand_total: [((net + tax) / 100).toFixed(2)],
    },
    lines,
  }
}
