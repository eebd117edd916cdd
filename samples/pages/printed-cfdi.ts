import type { Invoice } from '../invoice'
import { grouped } from '../invoice'
import { fakeSignature, seeded } from '../random'
import { folioFiscal } from '../xml/cfdi'
import type { Sheet } from './sheet'
import { inks } from './sheet'

const pesos = (amount: string) => `$${grouped(amount, 'en')}`

/** The printed representation of a CFDI as billing programs make it: boxes, codes, a QR code and seals at the foot. */
export function drawPrintedCfdi(sheet: Sheet, invoice: Invoice): void {
  const { seller, buyer } = invoice
  const [left, right] = [36, sheet.width - 36]
  sheet.box(left, 36, right - left, 74, { fill: inks.wash })
  sheet.box(left, 36, 6, 74, { fill: inks.teal })
  sheet.text(left + 18, 56, seller.name, { font: 'sansBold', size: 13 })
  sheet.text(left + 18, 71, `RFC: ${seller.taxId}`, { size: 9 })
  sheet.text(left + 18, 84, 'Régimen fiscal: 601 General de Ley Personas Morales', { size: 8, ink: inks.grey })
  sheet.text(left + 18, 96, seller.address.join(', '), { size: 8, ink: inks.grey })
  sheet.text(right - 12, 56, 'FACTURA', { font: 'sansBold', size: 14, ink: inks.teal, align: 'right' })
  sheet.text(right - 12, 71, `Serie y folio: ${invoice.series ?? ''} ${invoice.folio}`, {
    font: 'sansBold',
    size: 9.5,
    align: 'right',
  })
  sheet.text(right - 12, 84, `Fecha de emisión: ${invoice.issueDate} 10:24:31`, { size: 8.5, align: 'right' })
  sheet.text(right - 12, 96, 'Comprobante: I – Ingreso   CFDI 4.0', { size: 8, ink: inks.grey, align: 'right' })

  sheet.text(left, 130, 'RECEPTOR', { font: 'sansBold', size: 8, ink: inks.teal })
  sheet.text(left, 144, buyer.name, { font: 'sansBold', size: 10 })
  sheet.text(left, 157, `RFC: ${buyer.taxId}   Uso CFDI: G03 Gastos en general`, { size: 8.5 })
  sheet.text(left, 169, buyer.address.slice(0, 2).join(', '), { size: 8.5 })
  sheet.text(right, 130, 'FOLIO FISCAL (UUID)', { font: 'sansBold', size: 8, ink: inks.teal, align: 'right' })
  sheet.text(right, 144, folioFiscal(invoice), { font: 'mono', size: 8.5, align: 'right' })
  sheet.text(right, 157, 'Moneda: MXN   Método de pago: PPD', { size: 8.5, align: 'right' })
  sheet.text(right, 169, 'Forma de pago: 99 Por definir', { size: 8.5, align: 'right' })

  const bottom = drawItems(sheet, invoice, 190)
  drawTotals(sheet, invoice, bottom + 18)
  drawFoot(sheet, invoice)
}

function drawItems(sheet: Sheet, { items }: Invoice, top: number): number {
  const [left, right] = [36, sheet.width - 36]
  const at = {
    key: left + 6,
    quantity: left + 110,
    unit: left + 122,
    text: left + 162,
    price: right - 90,
    amount: right - 6,
  }
  sheet.box(left, top, right - left, 18, { fill: inks.teal })
  const head = { font: 'sansBold', size: 8, ink: inks.white } as const
  sheet.text(at.key, top + 12, 'Clave SAT', head)
  sheet.text(at.quantity, top + 12, 'Cantidad', { ...head, align: 'right' })
  sheet.text(at.unit, top + 12, 'Unidad', head)
  sheet.text(at.text, top + 12, 'Descripción', head)
  sheet.text(at.price, top + 12, 'Valor unitario', { ...head, align: 'right' })
  sheet.text(at.amount, top + 12, 'Importe', { ...head, align: 'right' })
  let y = top + 18
  for (const item of items) {
    sheet.text(at.key, y + 14, item.classification ?? '', { size: 8.5 })
    sheet.text(at.quantity, y + 14, item.quantity, { size: 8.5, align: 'right' })
    sheet.text(at.unit, y + 14, item.unit, { size: 8.5 })
    sheet.text(at.text, y + 14, item.description, { size: 8.5 })
    sheet.text(at.price, y + 14, pesos(item.unitPrice), { size: 8.5, align: 'right' })
    sheet.text(at.amount, y + 14, pesos(item.amount), { size: 8.5, align: 'right' })
    sheet.line(left, y + 21, right, y + 21)
    y += 21
  }
  return y
}

function drawTotals(sheet: Sheet, invoice: Invoice, top: number): void {
  const right = sheet.width - 36
  const rows: [string, string][] = [
    ['Subtotal', invoice.net],
    ['IVA 16 %', invoice.tax],
    ['Total', invoice.total],
  ]
  rows.forEach(([label, amount], row) => {
    const font = row === 2 ? 'sansBold' : 'sans'
    sheet.text(right - 170, top + row * 16, label, { font, size: row === 2 ? 11 : 9.5 })
    sheet.text(right - 6, top + row * 16, pesos(amount), { font, size: row === 2 ? 11 : 9.5, align: 'right' })
  })
  sheet.line(right - 176, top + 20, right, top + 20, inks.teal, 1)
}

function drawFoot(sheet: Sheet, invoice: Invoice): void {
  const random = seeded(Number(invoice.folio) + 1)
  const [left, top] = [36, sheet.height - 150]
  drawQr(sheet, left, top, 92, random)
  const texts: [string, string][] = [
    ['Sello digital del CFDI', fakeSignature(random, 172)],
    ['Sello digital del SAT', fakeSignature(random, 172)],
  ]
  let y = top + 8
  for (const [label, seal] of texts) {
    sheet.text(left + 106, y, label, { font: 'sansBold', size: 7 })
    for (let start = 0; start < seal.length; start += 88) {
      y += 9
      sheet.text(left + 106, y, seal.slice(start, start + 88), { font: 'mono', size: 6, ink: inks.grey })
    }
    y += 15
  }
  sheet.text(
    left + 106,
    y + 4,
    'Este documento es una representación impresa de un CFDI. Ejemplo sin validez fiscal.',
    {
      size: 7.5,
      ink: inks.grey,
    },
  )
}

/** Looks like a QR code; says nothing. */
function drawQr(sheet: Sheet, left: number, top: number, size: number, random: () => number): void {
  const cells = 33
  const cell = size / cells
  const corners = [
    [0, 0],
    [cells - 7, 0],
    [0, cells - 7],
  ] as const
  const inCorner = (x: number, y: number) =>
    corners.some(([cx, cy]) => x >= cx - 1 && x <= cx + 7 && y >= cy - 1 && y <= cy + 7)
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      if (random() < 0.48 && !inCorner(x, y))
        sheet.box(left + x * cell, top + y * cell, cell, cell, { fill: inks.black })
    }
  }
  for (const [x, y] of corners) {
    sheet.box(left + x * cell, top + y * cell, 7 * cell, 7 * cell, { fill: inks.black })
    sheet.box(left + (x + 1) * cell, top + (y + 1) * cell, 5 * cell, 5 * cell, { fill: inks.white })
    sheet.box(left + (x + 2) * cell, top + (y + 2) * cell, 3 * cell, 3 * cell, { fill: inks.black })
  }
}
