import type { Invoice } from '../invoice'
import { grouped } from '../invoice'
import type { Ink, Sheet } from './sheet'
import { inks } from './sheet'

/** Words and habits of a modern invoice in one language. */
export interface ModernLook {
  readonly accent: Ink
  readonly style: 'en' | 'es' | 'fr'
  readonly words: Readonly<
    Record<
      | 'title'
      | 'number'
      | 'issued'
      | 'due'
      | 'billTo'
      | 'taxId'
      | 'buyerTaxId'
      | 'item'
      | 'quantity'
      | 'price'
      | 'amount'
      | 'net'
      | 'tax'
      | 'total'
      | 'thanks'
      | 'pay',
      string
    >
  >
  readonly money: (amount: string) => string
  readonly date: (iso: string) => string
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const american: ModernLook = {
  accent: inks.navy,
  style: 'en',
  words: {
    title: 'Invoice',
    number: 'Invoice number',
    issued: 'Invoice date',
    due: 'Due date',
    billTo: 'Bill to',
    taxId: 'EIN',
    buyerTaxId: 'Tax ID',
    item: 'Description',
    quantity: 'Qty',
    price: 'Unit price',
    amount: 'Amount',
    net: 'Subtotal',
    tax: 'Sales tax',
    total: 'Total due (USD)',
    thanks: 'Thank you for your business.',
    pay: 'Please pay within 30 days by wire to First Harbor Bank, account 0091 4471 2086, quoting the invoice number.',
  },
  money: amount => `$${grouped(amount, 'en')}`,
  date: iso => `${months[Number(iso.slice(5, 7)) - 1] ?? ''} ${Number(iso.slice(8))}, ${iso.slice(0, 4)}`,
}

export const french: ModernLook = {
  accent: inks.teal,
  style: 'fr',
  words: {
    title: 'Facture',
    number: 'Facture n°',
    issued: 'Date de facture',
    due: 'Date d’échéance',
    billTo: 'Facturé à',
    taxId: 'N° TVA',
    buyerTaxId: 'N° TVA client',
    item: 'Désignation',
    quantity: 'Qté',
    price: 'Prix unitaire HT',
    amount: 'Montant HT',
    net: 'Total HT',
    tax: 'TVA',
    total: 'Total TTC',
    thanks: 'Merci de votre confiance.',
    pay: 'Paiement à 30 jours par virement. En cas de retard : pénalités de trois fois le taux légal et indemnité forfaitaire de 40 €.',
  },
  money: amount => `${grouped(amount, 'fr')}\u00a0€`,
  date: iso => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
}

/** A quiet page with a colour band, a meta column and one strong total. */
export function drawModern(sheet: Sheet, invoice: Invoice, look: ModernLook): void {
  const { words, accent, date } = look
  const { seller, buyer } = invoice
  const [left, right] = [54, sheet.width - 54]
  sheet.box(0, 0, sheet.width, 10, { fill: accent })
  drawMark(sheet, left, 44, accent)
  sheet.text(left + 40, 62, seller.name, { font: 'sansBold', size: 13 })
  sheet.text(left + 40, 76, seller.contact ?? '', { size: 8.5, ink: inks.grey })
  sheet.text(right, 66, words.title, { size: 26, ink: accent, align: 'right' })

  let y = 112
  for (const part of [...seller.address, `${words.taxId} ${seller.taxId}`]) {
    sheet.text(left, y, part, { size: 8.5, ink: inks.grey })
    y += 12.5
  }
  const meta: [string, string][] = [
    [words.number, invoice.number],
    [words.issued, date(invoice.issueDate)],
    [words.due, date(invoice.dueDate)],
  ]
  meta.forEach(([label, value], row) => {
    sheet.text(right - 200, 112 + row * 17, label, { size: 9, ink: inks.grey })
    sheet.text(right, 112 + row * 17, value, { font: 'sansBold', size: 9.5, align: 'right' })
    sheet.line(right - 200, 117 + row * 17, right, 117 + row * 17)
  })

  sheet.text(left, 196, words.billTo, { font: 'sansBold', size: 9, ink: accent })
  sheet.text(left, 211, buyer.name, { font: 'sansBold', size: 10 })
  const buyerLines = [...buyer.address, `${words.buyerTaxId} ${buyer.taxId}`]
  buyerLines.forEach((part, row) => sheet.text(left, 225 + row * 12.5, part, { size: 9 }))

  const bottom = drawItems(sheet, invoice, look, 300)
  drawTotals(sheet, invoice, look, bottom + 16)

  sheet.line(left, sheet.height - 92, right, sheet.height - 92)
  sheet.text(left, sheet.height - 76, words.thanks, { font: 'sansBold', size: 9, ink: accent })
  sheet.paragraph(left, sheet.height - 62, right - left, words.pay, { size: 8.5, ink: inks.grey })
}

function drawMark(sheet: Sheet, x: number, y: number, accent: Ink): void {
  sheet.box(x, y, 28, 28, { fill: accent })
  sheet.box(x + 7, y + 7, 6, 14, { fill: inks.white })
  sheet.box(x + 15, y + 7, 6, 14, { fill: inks.white })
  sheet.box(x + 7, y + 12, 14, 4, { fill: inks.white })
}

function drawItems(sheet: Sheet, { items }: Invoice, { words, accent, money, style }: ModernLook, top: number): number {
  const [left, right] = [54, sheet.width - 54]
  const columns = { quantity: right - 190, price: right - 95, amount: right }
  sheet.text(left, top, words.item, { font: 'sansBold', size: 8.5, ink: accent })
  sheet.text(columns.quantity, top, words.quantity, { font: 'sansBold', size: 8.5, ink: accent, align: 'right' })
  sheet.text(columns.price, top, words.price, { font: 'sansBold', size: 8.5, ink: accent, align: 'right' })
  sheet.text(columns.amount, top, words.amount, { font: 'sansBold', size: 8.5, ink: accent, align: 'right' })
  sheet.line(left, top + 7, right, top + 7, accent, 1.2)
  let y = top + 24
  for (const item of items) {
    sheet.text(left, y, item.description, { size: 9.5 })
    const quantity = style === 'en' ? item.quantity : item.quantity.replace('.', ',')
    sheet.text(columns.quantity, y, quantity, { size: 9.5, align: 'right' })
    sheet.text(columns.price, y, money(item.unitPrice), { size: 9.5, align: 'right' })
    sheet.text(columns.amount, y, money(item.amount), { size: 9.5, align: 'right' })
    sheet.line(left, y + 8, right, y + 8)
    y += 25
  }
  return y
}

function drawTotals(sheet: Sheet, invoice: Invoice, { words, accent, money }: ModernLook, top: number): void {
  const right = sheet.width - 54
  const rate = Number(invoice.taxRate)
  const rows: [string, string][] = [
    [words.net, invoice.net],
    [`${words.tax} ${rate} %`, invoice.tax],
  ]
  rows.forEach(([label, amount], row) => {
    sheet.text(right - 200, top + row * 18, label, { size: 9.5, ink: inks.grey })
    sheet.text(right, top + row * 18, money(amount), { size: 9.5, align: 'right' })
  })
  const y = top + rows.length * 18
  sheet.box(right - 212, y - 6, 212, 30, { fill: accent })
  sheet.text(right - 200, y + 13, words.total, { font: 'sansBold', size: 11, ink: inks.white })
  sheet.text(right - 12, y + 13, money(invoice.total), { font: 'sansBold', size: 12, ink: inks.white, align: 'right' })
}
