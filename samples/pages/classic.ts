import type { Invoice } from '../invoice'
import { grouped } from '../invoice'
import type { Sheet } from './sheet'
import { inks } from './sheet'

const euro = (amount: string) => `${grouped(amount, 'es')} €`
const date = (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

/** A workshop's invoice: serif, centred heading, a table with every line ruled. Spanish, amounts as 1.234,56 €. */
export function drawClassic(sheet: Sheet, invoice: Invoice): void {
  const { seller, buyer } = invoice
  const [left, right, middle] = [60, sheet.width - 60, sheet.width / 2]
  sheet.text(middle, 70, seller.name, { font: 'serifBold', size: 20, align: 'center', ink: inks.brick })
  sheet.text(middle, 88, 'Muebles y trabajos en madera desde 1984', { font: 'serifItalic', size: 11, align: 'center' })
  const contact = [...seller.address, seller.contact ?? '', `CIF ${seller.taxId}`].join('  ·  ')
  sheet.text(middle, 106, contact, { font: 'serif', size: 9.5, align: 'center' })
  sheet.line(left, 118, right, 118, inks.brick, 1.4)
  sheet.line(left, 121, right, 121, inks.brick, 0.5)

  sheet.text(left, 156, 'FACTURA', { font: 'serifBold', size: 16 })
  sheet.text(left, 178, `Nº de factura: ${invoice.number}`, { font: 'serif', size: 11 })
  sheet.text(left, 194, `Fecha: ${date(invoice.issueDate)}`, { font: 'serif', size: 11 })
  sheet.text(left, 210, `Vencimiento: ${date(invoice.dueDate)}`, { font: 'serif', size: 11 })
  sheet.box(middle + 10, 140, right - middle - 10, 86, { border: inks.black })
  sheet.text(middle + 20, 156, 'Cliente', { font: 'serifItalic', size: 10, ink: inks.grey })
  const buyerLines = [buyer.name, ...buyer.address, `NIF/RFC: ${buyer.taxId}`]
  buyerLines.forEach((part, row) => {
    sheet.text(middle + 20, 171 + row * 11.5, part, { font: row === 0 ? 'serifBold' : 'serif', size: 9.5 })
  })

  const bottom = drawTable(sheet, invoice, 252)
  drawTotals(sheet, invoice, bottom + 20)
  sheet.text(left, sheet.height - 110, 'Forma de pago: transferencia a ES00 0000 0000 0000 0000 0158', {
    font: 'serif',
    size: 10,
  })
  sheet.paragraph(
    left,
    sheet.height - 84,
    right - left,
    'Inscrita en el Registro Mercantil de Madrid, tomo 0, folio 0, hoja M-000000. Los trabajos a medida tienen dos años de garantía.',
    { font: 'serifItalic', size: 8.5, ink: inks.grey },
  )
}

function drawTable(sheet: Sheet, { items }: Invoice, top: number): number {
  const edges = [60, 110, 332, 382, 458, sheet.width - 60] as const
  const headings = ['Ref.', 'Concepto', 'Cant.', 'Precio', 'Importe']
  sheet.box(edges[0], top, edges[5] - edges[0], 22, { fill: inks.wash, border: inks.black })
  headings.forEach((heading, column) => {
    const [from = 0, to = 0] = [edges[column], edges[column + 1]]
    sheet.text((from + to) / 2, top + 15, heading, { font: 'serifBold', size: 10, align: 'center' })
  })
  let y = top + 22
  for (const item of items) {
    sheet.text(edges[0] + 6, y + 16, item.code, { font: 'serif', size: 9.5 })
    sheet.text(edges[1] + 6, y + 16, item.description, { font: 'serif', size: 10 })
    sheet.text(edges[3] - 6, y + 16, grouped(item.quantity, 'es').replace(',00', ''), {
      font: 'serif',
      size: 10,
      align: 'right',
    })
    sheet.text(edges[4] - 6, y + 16, euro(item.unitPrice), { font: 'serif', size: 10, align: 'right' })
    sheet.text(edges[5] - 6, y + 16, euro(item.amount), { font: 'serif', size: 10, align: 'right' })
    y += 24
    sheet.line(edges[0], y, edges[5], y, inks.black, 0.5)
  }
  // Room for what a workshop would still write in.
  const bottom = y + 72
  for (const edge of edges) sheet.line(edge, top, edge, bottom, inks.black, 0.5)
  sheet.line(edges[0], bottom, edges[5], bottom, inks.black, 0.7)
  return bottom
}

function drawTotals(sheet: Sheet, invoice: Invoice, top: number): void {
  const right = sheet.width - 60
  const rows: [string, string][] = [
    ['Base imponible', invoice.net],
    [`IVA ${invoice.taxRate} %`, invoice.tax],
    ['TOTAL', invoice.total],
  ]
  sheet.box(right - 220, top, 220, 66, { border: inks.black })
  rows.forEach(([label, amount], row) => {
    const font = row === 2 ? 'serifBold' : 'serif'
    const size = row === 2 ? 12.5 : 10.5
    sheet.text(right - 210, top + 17 + row * 20, label, { font, size })
    sheet.text(right - 10, top + 17 + row * 20, euro(amount), { font, size, align: 'right' })
  })
  sheet.line(right - 220, top + 43, right, top + 43, inks.black, 0.5)
}
