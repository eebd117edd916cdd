import type { PageReading } from '../../src/engine/pipeline/facts'
import type { Invented, InventedLine, Party } from './invoice'
import { letterWordings, paymentWordings } from './payment-wordings'
import type { Random } from './random'
import { Sheet } from './sheet'
import { slipWordings } from './slip-wordings'
import { amountText, dateText, type Style } from './style'

const left = 45
const right = 550
const bottom = 700

interface Column {
  readonly heading: readonly string[]
  /** Where its texts begin, or its numbers end. */
  readonly x: number
  readonly align: 'left' | 'right'
  readonly text: (line: InventedLine, at: number) => string
}

/** Sets an invented invoice in a layout drawn by chance; no layout is taken from a document. */
export function setInvoice(invoice: Invented, style: Style, random: Random): PageReading[] {
  const sheet = new Sheet()
  let y = head(sheet, invoice, style, random)
  const columns = columnsOf(invoice, style, random)
  y = headings(sheet, columns, y)
  const gap = random.pick([14, 17, 21])
  let carried = 0
  for (const [at, line] of invoice.lines.entries()) {
    if (y > bottom) {
      if (style.carries) row(sheet, y, invoice.wording.carried[0], amountText(carried, style))
      sheet.turn()
      sheet.put(left, 40, invoice.seller.name, 8)
      y = style.repeatsHeadings ? headings(sheet, columns, 90) : 90
      if (style.carries) {
        row(sheet, y, invoice.wording.carried[1], amountText(carried, style))
        y += gap
      }
    }
    for (const column of columns) sheet.put(column.x, y, column.text(line, at), 9, column.align)
    carried += line.total
    if (line.more !== '') {
      y += 11
      sheet.put(descriptionX(columns), y, line.more, 9)
    }
    y += gap
  }
  if (y > bottom - 90) {
    sheet.turn()
    y = 90
  }
  totals(sheet, invoice, style, random, y + 14)
  return sheet.read()
}

function row(sheet: Sheet, y: number, label: string, amount: string): void {
  sheet.put(right - 120, y, label, 9, 'right')
  sheet.put(right, y, amount, 9, 'right')
}

/** Letterhead, addressee, number and dates; returns where the table begins. */
function head(sheet: Sheet, invoice: Invented, style: Style, random: Random): number {
  const { wording, seller, buyer } = invoice
  const isSellerRight = random.chance(0.4)
  const sellerX = isSellerRight ? 360 : left
  const kind = random.pick(['letterhead', 'window', 'blocks', 'centred', 'buyerFirst', 'form'] as const)
  const isDatedTitle = random.chance(0.15) && invoice.kind !== 'quote'
  const isDatedLetter = !isDatedTitle && random.chance(0.1)
  const meta = metaOf(invoice, style, random).filter(
    ([label]) =>
      !(isDatedTitle && label === style.numberLabel) && !((isDatedTitle || isDatedLetter) && label === style.dateLabel),
  )
  if (kind === 'form') {
    form(sheet, 46, style.fromLabel, seller, invoice, style)
    form(sheet, 126, style.toLabel, { ...buyer, taxId: invoice.showsBuyerTaxId ? buyer.taxId : '' }, invoice, style)
  } else if (kind === 'centred') {
    sheet.put(297 - seller.name.length * 4, 36, seller.name, 16)
    const line = [seller.street, seller.town, taxIdText(seller, style)].filter(Boolean).join(' · ')
    sheet.put(297 - line.length * 2, 56, line, 8)
    sheet.put(left, 110, style.toLabel, 9)
    address(sheet, left, 124, buyer, invoice.showsBuyerTaxId ? taxIdText(buyer, style) : '', true)
  } else if (kind === 'buyerFirst') {
    address(sheet, left, 50, buyer, invoice.showsBuyerTaxId ? taxIdText(buyer, style) : '', true)
    sheet.put(360, 50, style.fromLabel, 9)
    address(sheet, 360, 64, seller, taxIdText(seller, style), true)
    footer(sheet, seller, style, 790)
  } else if (kind === 'letterhead') {
    sheet.put(sellerX, 40, seller.name, 14)
    address(sheet, sellerX, 60, seller, taxIdText(seller, style))
    sheet.put(left, 150, style.toLabel, 9)
    address(sheet, left, 164, buyer, '', true)
  } else if (kind === 'window') {
    sheet.put(360, 50, seller.name, 13)
    sheet.put(left, 120, `${seller.name} · ${seller.street} · ${seller.town}`, 6)
    address(sheet, left, 134, buyer, '', true)
    footer(sheet, seller, style, 790)
  } else {
    sheet.put(left, 60, style.fromLabel, 9)
    address(sheet, left, 74, seller, taxIdText(seller, style), true)
    sheet.put(320, 60, style.toLabel, 9)
    address(sheet, 320, 74, buyer, invoice.showsBuyerTaxId ? taxIdText(buyer, style) : '', true)
  }
  const { credit, quote } = slipWordings[invoice.language]
  const titles = { credit_note: credit, quote, invoice: wording.title, receipt: wording.title }
  const title = random.pick(titles[invoice.kind])
  const isTitleAbove = kind !== 'form' && kind !== 'blocks' && kind !== 'buyerFirst' && random.chance(0.5)
  const dated = `${style.numberLabel} ${invoice.number} ${random.pick(slipWordings[invoice.language].dated)}`
  const whole = isDatedTitle ? `${dated} ${dateText(invoice.issued, style, wording.months)}` : title
  sheet.put(
    isTitleAbove && !isDatedTitle ? 360 : left,
    isTitleAbove && !isDatedTitle ? 130 : 235,
    whole,
    isDatedTitle ? 11 : 17,
  )
  if (isDatedLetter) {
    const written = random.pick(letterWordings[invoice.language])
    const town = seller.town.replace(/^[\d -]+[A-Z]{0,2}\s|\s[A-Z\d]+ [A-Z\d]+$/g, '')
    sheet.put(
      right,
      222,
      `${town}, ${written} ${dateText(invoice.issued, style, wording.months)}`.replace(/ {2,}/g, ' '),
      9,
      'right',
    )
  }
  if (random.chance(0.25)) return metaRow(sheet, meta, 262)
  const x = random.chance(0.6) ? 330 : left
  const start = x === left || kind === 'form' ? 262 : 165
  const valueX = x + 105
  meta.forEach(([label, value], at) => {
    sheet.put(x, start + at * 13, style.colon ? `${label}:` : label)
    sheet.put(valueX, start + at * 13, value)
  })
  return Math.max(285, start + meta.length * 13 + 22)
}

/** A party as forms have it: a heading, then a label beside each of its facts. */
function form(sheet: Sheet, y: number, heading: string, party: Party, { language }: Invented, style: Style): void {
  const [name, address] = slipWordings[language].form
  const rows = [
    [name, party.name],
    [address, party.street],
    ['', party.town],
    [style.taxIdLabel, party.taxId],
  ] as const
  sheet.put(left, y, heading, 10)
  rows
    .filter(([, value]) => value !== '')
    .forEach(([label, value], at) => {
      sheet.put(left, y + 15 + at * 12, label === '' ? '' : `${label}:`)
      sheet.put(left + 150, y + 15 + at * 12, value)
    })
}

/** Labels in one row, their values under them. */
function metaRow(sheet: Sheet, meta: readonly (readonly [string, string])[], y: number): number {
  meta.forEach(([label, value], at) => {
    sheet.put(left + at * 125, y, label, 8)
    sheet.put(left + at * 125, y + 13, value)
  })
  return y + 45
}

function metaOf(invoice: Invented, style: Style, random: Random): [string, string][] {
  const { wording } = invoice
  const meta: [string, string][] = [
    [style.numberLabel, invoice.number],
    [style.dateLabel, dateText(invoice.issued, style, wording.months)],
    ...(invoice.due === '' ? [] : [[style.dueLabel, dateText(invoice.due, style, wording.months)] as [string, string]]),
  ]
  if (random.chance(0.3)) {
    const other = new Date(Date.parse(invoice.issued) - random.whole(1, 20) * 86_400_000).toISOString().slice(0, 10)
    const label = random.pick(slipWordings[invoice.language].otherDates)
    meta.splice(random.whole(0, meta.length), 0, [label, dateText(other, style, wording.months)])
  }
  if (random.chance(0.4))
    meta.splice(random.whole(0, 3), 0, [random.pick(wording.order), `PO-${random.whole(1000, 9999)}`])
  else if (random.chance(0.3)) meta.push([random.pick(wording.customer), String(random.whole(10_000, 99_999))])
  return meta
}

function taxIdText({ taxId }: Party, style: Style): string {
  return taxId === '' ? '' : `${style.taxIdLabel}: ${taxId}`
}

function address(sheet: Sheet, x: number, y: number, party: Party, taxId: string, withName = false): void {
  const rows = [...(withName ? [party.name] : []), party.street, party.town, taxId].filter(Boolean)
  rows.forEach((text, at) => sheet.put(x, y + at * 12, text))
}

function footer(sheet: Sheet, seller: Party, style: Style, y: number): void {
  sheet.put(left, y, seller.name, 7)
  sheet.put(left, y + 9, seller.street, 7)
  sheet.put(230, y, 'IBAN XX00 1234 5678 9012 3456', 7)
  sheet.put(420, y, taxIdText(seller, style), 7)
}

function columnsOf(invoice: Invented, style: Style, random: Random): Column[] {
  const { wording } = invoice
  const { columns } = wording
  const isTall = random.chance(0.25)
  const price = isTall ? wording.tall.price : ['', random.pick(columns.price)]
  const total = isTall ? wording.tall.total : ['', random.pick(columns.total)]
  const one = (text: string) => ['', text]
  const found: Column[] = []
  let x = left
  if (random.chance(0.45)) {
    found.push({ heading: one(random.pick(columns.position)), x, align: 'left', text: (_, at) => String(at + 1) })
    x += 32
  }
  const isQuantityFirst = random.chance(0.2)
  const quantity = (at: number, align: 'left' | 'right'): Column => ({
    heading: one(random.pick(columns.quantity)),
    x: at,
    align,
    text: line => amountText(line.quantity * 100, style, true),
  })
  if (isQuantityFirst) {
    found.push(quantity(x, 'left'))
    x += 60
  }
  if (random.chance(0.3)) {
    found.push({ heading: one(random.pick(columns.code)), x, align: 'left', text: line => line.code })
    x += 78
  }
  found.push({ heading: one(random.pick(columns.description)), x, align: 'left', text: line => line.description })
  if (!isQuantityFirst) found.push(quantity(345, 'right'))
  if (random.chance(0.3))
    found.push({ heading: one(random.pick(columns.unit)), x: 352, align: 'left', text: line => line.unit })
  const money = (cents: number) => amountText(cents, style) + (style.signInRows ? ` ${style.sign}` : '')
  found.push({ heading: price, x: 455, align: 'right', text: line => money(line.price) })
  if (random.chance(0.4))
    found.push({
      heading: one(random.pick(columns.rate)),
      x: 492,
      align: 'right',
      text: line => `${String(line.rate).replace('.', style.decimal)}%`,
    })
  found.push({ heading: total, x: right, align: 'right', text: line => money(line.total) })
  return found
}

function descriptionX(columns: readonly Column[]): number {
  return columns.filter(column => column.align === 'left' && column.x < 300).at(-1)?.x ?? left
}

function headings(sheet: Sheet, columns: readonly Column[], y: number): number {
  for (const { heading, x, align } of columns) {
    const [upper = '', lower = ''] = heading
    if (upper !== '') sheet.put(x, y, upper, 9, align)
    sheet.put(x, y + 10, lower, 9, align)
  }
  return y + 30
}

function totals(sheet: Sheet, invoice: Invented, style: Style, random: Random, from: number): void {
  const payment = paymentWordings[invoice.language]
  const money = (cents: number) =>
    style.signBefore ? `${style.sign} ${amountText(cents, style)}` : `${amountText(cents, style)} ${style.sign}`
  const minus = (cents: number) => `-${amountText(cents, style)} ${style.sign}`
  const rows = [
    [style.netLabel, money(invoice.net)],
    ...invoice.taxes.map(({ rate, tax }) => [`${style.taxLabel} ${rateText(rate, style)}`, money(tax)] as const),
    [style.totalLabel, money(invoice.total)],
    ...(invoice.paid === 0
      ? []
      : [
          [random.pick(payment.paid), minus(invoice.paid)] as const,
          [random.pick(payment.left), money(invoice.total - invoice.paid)] as const,
        ]),
  ] as const
  const end = random.chance(0.12)
    ? totalsInRow(sheet, rows, from)
    : random.chance(0.06)
      ? amountsFirst(sheet, rows, from)
      : totalsInColumn(sheet, rows, style, from)
  sheet.put(left, end + 20, style.terms, 8)
}

function rateText(rate: number, { decimal }: Style): string {
  return `${String(rate).replace('.', decimal)}%`
}

type Totals = readonly (readonly [label: string, amount: string])[]

function totalsInColumn(sheet: Sheet, rows: Totals, style: Style, from: number): number {
  let y = from
  const [x, align] = style.totalsLeft ? ([330, 'left'] as const) : ([right - 110, 'right'] as const)
  for (const [label, amount] of rows) {
    sheet.put(x, y, style.colon ? `${label}:` : label, 9, align)
    sheet.put(right, y, amount, 9, 'right')
    y += 15
  }
  return y
}

/** As forms have it: the amount, and to the right of it what it is called. */
function amountsFirst(sheet: Sheet, rows: Totals, from: number): number {
  for (const [at, [label, amount]] of rows.entries()) {
    sheet.put(400, from + at * 15, amount, 9, 'right')
    sheet.put(420, from + at * 15, label)
  }
  return from + rows.length * 15
}

/** Labels side by side, each over its amount. */
function totalsInRow(sheet: Sheet, rows: Totals, from: number): number {
  const width = (right - left) / rows.length
  for (const [at, [label, amount]] of rows.entries()) {
    sheet.put(left + at * width, from, label, 7)
    sheet.put(left + at * width, from + 12, amount, 9)
  }
  return from + 24
}
