import type { Invoice } from '../invoice'
import { grouped } from '../invoice'
import type { Sheet } from './sheet'
import { inks } from './sheet'

const pesos = (amount: string) => `$${grouped(amount, 'en')}`
const date = (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

/** An ironmonger's half-page invoice, big print on yellowish paper: made to be photographed on a desk. */
export function drawShopSlip(sheet: Sheet, invoice: Invoice): void {
  const { seller, buyer } = invoice
  const [left, right, middle] = [34, sheet.width - 34, sheet.width / 2]
  sheet.box(0, 0, sheet.width, sheet.height, { fill: [0.992, 0.985, 0.955] })
  sheet.text(middle, 52, seller.name.toUpperCase(), { font: 'sansBold', size: 15, align: 'center' })
  sheet.text(middle, 69, `RFC: ${seller.taxId}`, { size: 11, align: 'center' })
  sheet.text(middle, 84, seller.address.join(', '), { size: 10, align: 'center' })
  sheet.text(middle, 98, seller.contact ?? '', { size: 10, align: 'center' })
  sheet.line(left, 110, right, 110, inks.black, 1.2)
  sheet.text(left, 132, `FACTURA No. ${invoice.number}`, { font: 'sansBold', size: 13 })
  sheet.text(right, 132, `Fecha: ${date(invoice.issueDate)}`, { font: 'sansBold', size: 12, align: 'right' })
  sheet.text(left, 152, `Cliente: ${buyer.name}`, { size: 10.5 })
  sheet.text(left, 167, `RFC: ${buyer.taxId}`, { size: 10.5 })
  sheet.line(left, 178, right, 178, inks.black, 0.8)

  const at = { quantity: left + 30, text: left + 44, price: right - 84, amount: right }
  const head = { font: 'sansBold', size: 10.5 } as const
  sheet.text(at.quantity, 194, 'Cant.', { ...head, align: 'right' })
  sheet.text(at.text, 194, 'Descripción', head)
  sheet.text(at.price, 194, 'P. unit.', { ...head, align: 'right' })
  sheet.text(at.amount, 194, 'Importe', { ...head, align: 'right' })
  sheet.line(left, 201, right, 201, inks.black, 0.8)
  let y = 220
  for (const item of invoice.items) {
    sheet.text(at.quantity, y, item.quantity, { size: 11, align: 'right' })
    sheet.text(at.text, y, item.description, { size: 11 })
    sheet.text(at.price, y, pesos(item.unitPrice), { size: 11, align: 'right' })
    sheet.text(at.amount, y, pesos(item.amount), { size: 11, align: 'right' })
    y += 21
  }
  sheet.line(left, y - 6, right, y - 6, inks.black, 0.8)
  const rows: [string, string][] = [
    ['Subtotal', invoice.net],
    [`IVA ${invoice.taxRate}%`, invoice.tax],
    ['TOTAL', invoice.total],
  ]
  rows.forEach(([label, amount], row) => {
    const font = row === 2 ? 'sansBold' : 'sans'
    sheet.text(right - 100, y + 16 + row * 21, label, { font, size: row === 2 ? 14 : 11.5, align: 'right' })
    sheet.text(right, y + 16 + row * 21, pesos(amount), { font, size: row === 2 ? 14 : 11.5, align: 'right' })
  })
  sheet.text(middle, sheet.height - 40, '¡Gracias por su compra!', { font: 'serifItalic', size: 13, align: 'center' })
}
