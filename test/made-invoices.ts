import { PDFDocument, StandardFonts } from 'pdf-lib'

// Invoices made on the spot, as many as a test or a measurement needs, all different. Tax ids are those that the
// Mexican tax authority publishes for testing.

const seller = { name: 'ESCUELA KEMPER URGATE', taxId: 'EKU9003173C9' }
const buyer = { name: 'UNIVERSIDAD ROBOTICA ESPAÑOLA', taxId: 'URE180429TM6' }

function amounts(number: number): { net: string; tax: string; total: string } {
  const netCents = 100_000 + number * 25
  const taxCents = (netCents * 16) / 100
  const text = (cents: number) => (cents / 100).toFixed(2)
  return { net: text(netCents), tax: text(taxCents), total: text(netCents + taxCents) }
}

function uuidOf(number: number): string {
  return `6F9619FF-8B86-4D01-B42D-${number.toString(16).toUpperCase().padStart(12, '0')}`
}

/** CFDI 4.0 with one line, IVA 16 %; `number` makes folio, UUID and amounts its own. */
export function makeCfdi(number: number): string {
  const { net, tax, total } = amounts(number)
  return `<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="4.0" Serie="M" Folio="${number}" Fecha="2026-03-12T10:15:00" FormaPago="99" MetodoPago="PPD" SubTotal="${net}" Moneda="MXN" Total="${total}" TipoDeComprobante="I" Exportacion="01" LugarExpedicion="42501">
  <cfdi:Emisor Rfc="${seller.taxId}" Nombre="${seller.name}" RegimenFiscal="601"/>
  <cfdi:Receptor Rfc="${buyer.taxId}" Nombre="${buyer.name}" DomicilioFiscalReceptor="65000" RegimenFiscalReceptor="601" UsoCFDI="G03"/>
  <cfdi:Conceptos>
    <cfdi:Concepto ClaveProdServ="44121600" NoIdentificacion="PAP-${number}" Cantidad="1" ClaveUnidad="H87" Unidad="Pieza" Descripcion="Papelería de oficina, pedido ${number}" ValorUnitario="${net}" Importe="${net}" ObjetoImp="02">
      <cfdi:Impuestos><cfdi:Traslados><cfdi:Traslado Base="${net}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="${tax}"/></cfdi:Traslados></cfdi:Impuestos>
    </cfdi:Concepto>
  </cfdi:Conceptos>
  <cfdi:Impuestos TotalImpuestosTrasladados="${tax}"><cfdi:Traslados><cfdi:Traslado Base="${net}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.160000" Importe="${tax}"/></cfdi:Traslados></cfdi:Impuestos>
  <cfdi:Complemento><tfd:TimbreFiscalDigital Version="1.1" UUID="${uuidOf(number)}" FechaTimbrado="2026-03-12T10:16:00" RfcProvCertif="SPR190613I52" SelloCFD="x" NoCertificadoSAT="30001000000500003456" SelloSAT="x"/></cfdi:Complemento>
</cfdi:Comprobante>
`
}

/** One-page digital PDF of an invoice in Spanish, with a text layer. */
export async function makePdf(number: number): Promise<Uint8Array> {
  const { net, tax, total } = amounts(number)
  const pdf = await PDFDocument.create()
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  const page = pdf.addPage([612, 792])
  const regular = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const write = (text: string, x: number, y: number, size = 10, font = regular) =>
    page.drawText(text, { x, y, size, font })
  const writeRight = (text: string, right: number, y: number, font = regular) =>
    write(text, right - font.widthOfTextAtSize(text, 10), y, 10, font)

  write(seller.name, 50, 730, 16, bold)
  write(`RFC ${seller.taxId}`, 50, 714)
  write('FACTURA', 460, 730, 14, bold)
  write(`Folio: P-${number}`, 460, 714)
  write('Fecha: 12/03/2026', 460, 700)
  write('Vence: 11/04/2026', 460, 686)
  write(`Cliente: ${buyer.name}`, 50, 680)
  write(`RFC: ${buyer.taxId}`, 50, 666)
  for (const [text, x] of [
    ['Descripción', 50],
    ['Cantidad', 330],
    ['P. unitario', 400],
    ['Importe', 510],
  ] as const) {
    write(text, x, 620, 10, bold)
  }
  write(`Papelería de oficina, pedido ${number}`, 50, 600)
  writeRight('1', 370, 600)
  writeRight(net, 460, 600)
  writeRight(net, 555, 600)
  write('Subtotal', 420, 540)
  writeRight(net, 555, 540)
  write('IVA 16 %', 420, 524)
  writeRight(tax, 555, 524)
  write('TOTAL MXN', 420, 504, 10, bold)
  writeRight(total, 555, 504, bold)
  return pdf.save()
}
