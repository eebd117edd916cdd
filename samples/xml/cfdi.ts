import Big from 'big.js'
import type { Invoice, PricedItem } from '../invoice'
import { fakeSignature, seeded, uuidFrom } from '../random'
import { xml } from './escape'

/** Folio fiscal of a sample: the same number gives the same UUID, in the XML and on its printed page. */
export function folioFiscal(invoice: Invoice): string {
  return uuidFrom(seeded(Number(invoice.folio) * 7919))
}

const fraction = (rate: string) => new Big(rate).div(100).toFixed(6)
/** CFDI 4.0 writes the taxpayer's name without its legal form. */
const taxpayer = (name: string) => xml(name.replace(/ S\.?A\.? de C\.?V\.?$/i, '').toUpperCase())

/** Writes a stamped-looking CFDI 4.0. Certificate, seals and folio fiscal are made up and verify nowhere. */
export function cfdiXml(invoice: Invoice): string {
  const { seller, buyer, series = '', folio } = invoice
  const random = seeded(Number(folio))
  const rate = fraction(invoice.taxRate)
  const withheldRate = fraction(invoice.withheldRate ?? '0')
  const isWithheld = Number(invoice.withheld) > 0
  const item = (
    line: PricedItem,
  ) => `    <cfdi:Concepto ClaveProdServ="${line.classification ?? '01010101'}" NoIdentificacion="${xml(line.code)}" Cantidad="${line.quantity}" ClaveUnidad="${line.unit}" Descripcion="${xml(line.description)}" ValorUnitario="${line.unitPrice}" Importe="${line.amount}" ObjetoImp="02">
      <cfdi:Impuestos>
        <cfdi:Traslados>
          <cfdi:Traslado Base="${line.amount}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${rate}" Importe="${line.tax}"/>
        </cfdi:Traslados>${
          isWithheld
            ? `
        <cfdi:Retenciones>
          <cfdi:Retencion Base="${line.amount}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${withheldRate}" Importe="${line.withheld}"/>
        </cfdi:Retenciones>`
            : ''
        }
      </cfdi:Impuestos>
    </cfdi:Concepto>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sat.gob.mx/cfd/4 http://www.sat.gob.mx/sitio_internet/cfd/4/cfdv40.xsd http://www.sat.gob.mx/TimbreFiscalDigital http://www.sat.gob.mx/sitio_internet/cfd/TimbreFiscalDigital/TimbreFiscalDigitalv11.xsd" Version="4.0" Serie="${xml(series)}" Folio="${folio}" Fecha="${invoice.issueDate}T10:24:31" Sello="${fakeSignature(random, 88)}" NoCertificado="30001000000500000000" Certificado="" SubTotal="${invoice.net}" Moneda="${invoice.currency}" Total="${invoice.total}" TipoDeComprobante="I" Exportacion="01" MetodoPago="PPD" FormaPago="99" LugarExpedicion="44100">
  <cfdi:Emisor Rfc="${seller.taxId}" Nombre="${taxpayer(seller.name)}" RegimenFiscal="601"/>
  <cfdi:Receptor Rfc="${buyer.taxId}" Nombre="${taxpayer(buyer.name)}" DomicilioFiscalReceptor="44100" RegimenFiscalReceptor="601" UsoCFDI="G03"/>
  <cfdi:Conceptos>
${invoice.items.map(item).join('\n')}
  </cfdi:Conceptos>
  <cfdi:Impuestos${isWithheld ? ` TotalImpuestosRetenidos="${invoice.withheld}"` : ''} TotalImpuestosTrasladados="${invoice.tax}">${
    isWithheld
      ? `
    <cfdi:Retenciones>
      <cfdi:Retencion Impuesto="002" Importe="${invoice.withheld}"/>
    </cfdi:Retenciones>`
      : ''
  }
    <cfdi:Traslados>
      <cfdi:Traslado Base="${invoice.net}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${rate}" Importe="${invoice.tax}"/>
    </cfdi:Traslados>
  </cfdi:Impuestos>
  <cfdi:Complemento>
    <tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="1.1" UUID="${folioFiscal(invoice)}" FechaTimbrado="${invoice.issueDate}T10:25:02" RfcProvCertif="AAA010101AAA" SelloCFD="${fakeSignature(random, 88)}" NoCertificadoSAT="30001000000500000001" SelloSAT="${fakeSignature(random, 88)}"/>
  </cfdi:Complemento>
</cfdi:Comprobante>
`
}
