import type { Invoice } from '../invoice'
import { grouped } from '../invoice'
import type { Sheet } from './sheet'
import { inks } from './sheet'

const pounds = (amount: string) => `£${grouped(amount, 'en')}`
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const date = (iso: string) => `${Number(iso.slice(8))} ${months[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`

/** A British print shop's invoice, made to be scanned: plain black, a ruled table, and the receiver's stamp on it. */
export function drawPrintShop(sheet: Sheet, invoice: Invoice): void {
  const { seller, buyer } = invoice
  const [left, right] = [60, sheet.width - 60]
  sheet.box(left, 52, right - left, 46, { fill: inks.black })
  sheet.text(left + 14, 82, seller.name.toUpperCase(), { font: 'sansBold', size: 20, ink: inks.white })
  const contact = [...seller.address, seller.contact ?? '', `VAT Reg No ${seller.taxId}`]
  contact.forEach((part, row) => sheet.text(left, 118 + row * 13.5, part, { size: 10 }))
  sheet.text(right, 124, 'INVOICE', { font: 'sansBold', size: 24, align: 'right' })

  sheet.text(left, 206, 'Invoice to', { font: 'sansBold', size: 10 })
  const buyerLines = [buyer.name, ...buyer.address]
  buyerLines.forEach((part, row) => sheet.text(left, 221 + row * 13.5, part, { size: 10 }))
  const meta: [string, string][] = [
    ['Invoice No', invoice.number],
    ['Date', date(invoice.issueDate)],
    ['Due date', date(invoice.dueDate)],
  ]
  meta.forEach(([label, value], row) => {
    sheet.box(right - 200, 194 + row * 22, 90, 22, { fill: inks.wash, border: inks.black })
    sheet.box(right - 110, 194 + row * 22, 110, 22, { border: inks.black })
    sheet.text(right - 193, 209 + row * 22, label, { font: 'sansBold', size: 10 })
    sheet.text(right - 103, 209 + row * 22, value, { size: 10 })
  })

  const bottom = drawItems(sheet, invoice, 300)
  const rows: [string, string][] = [
    ['Net total', invoice.net],
    [`VAT ${invoice.taxRate}%`, invoice.tax],
    ['Total', invoice.total],
  ]
  rows.forEach(([label, amount], row) => {
    const font = row === 2 ? 'sansBold' : 'sans'
    sheet.text(right - 190, bottom + 26 + row * 19, label, { font, size: row === 2 ? 12.5 : 11 })
    sheet.text(right - 8, bottom + 26 + row * 19, pounds(amount), { font, size: row === 2 ? 12.5 : 11, align: 'right' })
  })
  sheet.line(right - 196, bottom + 50, right, bottom + 50, inks.black, 1)
  drawStamp(sheet, 96, bottom + 96)
  sheet.text(left, sheet.height - 70, 'Payment within 30 days to Pennine Bank, sort code 00-00-00, account 00409260.', {
    size: 9.5,
  })
}

function drawItems(sheet: Sheet, { items }: Invoice, top: number): number {
  const [left, right] = [60, sheet.width - 60]
  const at = { text: left + 8, quantity: right - 190, price: right - 100, amount: right - 8 }
  sheet.box(left, top, right - left, 24, { fill: inks.light, border: inks.black })
  sheet.text(at.text, top + 16, 'Description', { font: 'sansBold', size: 10.5 })
  sheet.text(at.quantity, top + 16, 'Quantity', { font: 'sansBold', size: 10.5, align: 'right' })
  sheet.text(at.price, top + 16, 'Unit price', { font: 'sansBold', size: 10.5, align: 'right' })
  sheet.text(at.amount, top + 16, 'Amount', { font: 'sansBold', size: 10.5, align: 'right' })
  let y = top + 24
  for (const item of items) {
    sheet.text(at.text, y + 18, item.description, { size: 10.5 })
    sheet.text(at.quantity, y + 18, item.quantity, { size: 10.5, align: 'right' })
    sheet.text(at.price, y + 18, pounds(item.unitPrice), { size: 10.5, align: 'right' })
    sheet.text(at.amount, y + 18, pounds(item.amount), { size: 10.5, align: 'right' })
    y += 27
    sheet.line(left, y, right, y, inks.black, 0.6)
  }
  sheet.box(left, top, right - left, y - top, { border: inks.black, thickness: 1 })
  return y
}

function drawStamp(sheet: Sheet, x: number, y: number): void {
  const turned = { font: 'monoBold', turn: 7, ink: [0.35, 0.35, 0.42] } as const
  sheet.text(x, y + 24, 'RECEIVED', { ...turned, size: 24 })
  sheet.text(x + 4, y + 42, '14 OCT 2026', { ...turned, size: 15 })
}
