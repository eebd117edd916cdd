import type { JournalEntry } from './journal-entries'

interface Invoice {
  readonly folio: string
  readonly seller?: { readonly name: string; readonly taxId: string }
  readonly kind?: 'I' | 'E'
  readonly currency?: { readonly code: string; readonly rate: string }
  /** Net amount of each line and its IVA rate. */
  readonly lines: readonly (readonly [net: string, rate: '0.160000' | '0.080000' | '0.000000'])[]
  readonly iva: readonly (readonly [rate: string, base: string, amount: string])[]
  /** Income tax and value added tax withheld. */
  readonly withheld?: { readonly isr: string; readonly iva: string }
  readonly net: string
  readonly total: string
  /** Paid in one go (PUE): its IVA may be credited at once; that of the others waits for the payment (PPD). */
  readonly isPaidAtOnce?: true
  /** Folio of the invoice a credit note is about. */
  readonly about?: string
  /** What the books must say, in cents of the ledger's currency; written by hand. */
  readonly entry: JournalEntry
}

const kemper = { name: 'ESCUELA KEMPER URGATE', taxId: 'EKU9003173C9' }
const sinceros = { name: 'XOCHILT CASAS CHAVEZ', taxId: 'CACX7605101P8' }

/** Account of every line here; in the ledger the person maps it to "Office expenses". */
export const costAccount = '601.55'

/** A month of a small office: plain bills, two rates, a border rate, fees with taxes withheld, dollars, a credit note. */
export const twelve: readonly Invoice[] = [
  ...(
    [
      ['T1', '1000.00', '160.00', '1160.00'],
      ['T2', '249.99', '40.00', '289.99'],
      ['T3', '87.50', '14.00', '101.50'],
      ['T4', '12345.67', '1975.31', '14320.98'],
      ['T5', '0.99', '0.16', '1.15'],
      ['T6', '560.00', '89.60', '649.60'],
    ] as const
  ).map(([folio, net, tax, total], index): Invoice => ({
    folio,
    ...(index % 2 === 1 ? { seller: sinceros } : {}),
    lines: [[net, '0.160000']],
    iva: [['0.160000', net, tax]],
    net,
    total,
    entry: { cost: cents(net), iva: cents(tax), payable: -cents(total) },
  })),
  {
    folio: 'T7',
    isPaidAtOnce: true,
    lines: [
      ['300.00', '0.160000'],
      ['45.50', '0.000000'],
    ],
    iva: [
      ['0.160000', '300.00', '48.00'],
      ['0.000000', '45.50', '0.00'],
    ],
    net: '345.50',
    total: '393.50',
    entry: { cost: 34_550, iva: 4_800, payable: -39_350 },
  },
  {
    folio: 'T8',
    lines: [['625.00', '0.080000']],
    iva: [['0.080000', '625.00', '50.00']],
    net: '625.00',
    total: '675.00',
    entry: { cost: 62_500, iva: 5_000, payable: -67_500 },
  },
  {
    folio: 'T9',
    seller: sinceros,
    lines: [['10000.00', '0.160000']],
    iva: [['0.160000', '10000.00', '1600.00']],
    withheld: { isr: '1000.00', iva: '1066.67' },
    net: '10000.00',
    total: '9533.33',
    entry: { cost: 1_000_000, iva: 160_000, isrWithheld: -100_000, ivaWithheld: -106_667, payable: -953_333 },
  },
  {
    folio: 'T10',
    currency: { code: 'USD', rate: '17.0500' },
    lines: [['100.00', '0.160000']],
    iva: [['0.160000', '100.00', '16.00']],
    net: '100.00',
    total: '116.00',
    entry: { cost: 170_500, iva: 27_280, payable: -197_780 },
  },
  {
    folio: 'T11',
    lines: [
      ['19.99', '0.160000'],
      ['5.01', '0.160000'],
    ],
    iva: [['0.160000', '25.00', '4.00']],
    net: '25.00',
    total: '29.00',
    entry: { cost: 2_500, iva: 400, payable: -2_900 },
  },
  {
    folio: 'T12',
    kind: 'E',
    about: 'T1',
    lines: [['100.00', '0.160000']],
    iva: [['0.160000', '100.00', '16.00']],
    net: '100.00',
    total: '116.00',
    entry: { cost: -10_000, iva: -1_600, payable: 11_600 },
  },
]

/** The number a posting has in the ledger. */
export function billNumberOf({ folio, seller = kemper }: Invoice): string {
  return `${seller.taxId}-${folio}`
}

/** CFDI 4.0 of one of them. */
export function cfdiOf(invoice: Invoice): string {
  const {
    folio,
    seller = kemper,
    kind = 'I',
    currency,
    lines,
    iva,
    withheld,
    net,
    total,
    about,
    isPaidAtOnce,
  } = invoice
  const taxes = iva.reduce((sum, [, , amount]) => sum + cents(amount), 0)
  const money = currency ? `Moneda="${currency.code}" TipoCambio="${currency.rate}"` : 'Moneda="MXN"'
  const payment = isPaidAtOnce ? 'FormaPago="03" MetodoPago="PUE"' : 'FormaPago="99" MetodoPago="PPD"'
  const concepts = lines.map(
    ([amount, rate], index) => `
    <cfdi:Concepto ClaveProdServ="44121600" NoIdentificacion="P-${index}" Cantidad="1" ClaveUnidad="H87" Descripcion="Papelería ${folio} ${index + 1}" ValorUnitario="${amount}" Importe="${amount}" ObjetoImp="02">
      <cfdi:Impuestos><cfdi:Traslados><cfdi:Traslado Base="${amount}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${rate}" Importe="${((cents(amount) * Number(rate)) / 100).toFixed(2)}"/></cfdi:Traslados>${
        withheld
          ? `<cfdi:Retenciones><cfdi:Retencion Base="${amount}" Impuesto="001" TipoFactor="Tasa" TasaOCuota="0.100000" Importe="${withheld.isr}"/><cfdi:Retencion Base="${amount}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.106667" Importe="${withheld.iva}"/></cfdi:Retenciones>`
          : ''
      }</cfdi:Impuestos>
    </cfdi:Concepto>`,
  )
  const related = about
    ? `<cfdi:CfdiRelacionados TipoRelacion="01"><cfdi:CfdiRelacionado UUID="${uuidOf(about)}"/></cfdi:CfdiRelacionados>`
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="4.0" Folio="${folio}" Fecha="2026-03-12T10:15:00" ${payment} SubTotal="${net}" ${money} Total="${total}" TipoDeComprobante="${kind}" Exportacion="01" LugarExpedicion="42501">
  ${related}
  <cfdi:Emisor Rfc="${seller.taxId}" Nombre="${seller.name}" RegimenFiscal="601"/>
  <cfdi:Receptor Rfc="URE180429TM6" Nombre="UNIVERSIDAD ROBOTICA ESPAÑOLA" DomicilioFiscalReceptor="65000" RegimenFiscalReceptor="601" UsoCFDI="G03"/>
  <cfdi:Conceptos>${concepts.join('')}
  </cfdi:Conceptos>
  <cfdi:Impuestos ${withheld ? `TotalImpuestosRetenidos="${((cents(withheld.isr) + cents(withheld.iva)) / 100).toFixed(2)}" ` : ''}TotalImpuestosTrasladados="${(taxes / 100).toFixed(2)}">${
    withheld
      ? `<cfdi:Retenciones><cfdi:Retencion Impuesto="001" Importe="${withheld.isr}"/><cfdi:Retencion Impuesto="002" Importe="${withheld.iva}"/></cfdi:Retenciones>`
      : ''
  }<cfdi:Traslados>${iva
    .map(
      ([rate, base, amount]) =>
        `<cfdi:Traslado Base="${base}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${rate}" Importe="${amount}"/>`,
    )
    .join('')}</cfdi:Traslados></cfdi:Impuestos>
  <cfdi:Complemento><tfd:TimbreFiscalDigital Version="1.1" UUID="${uuidOf(folio)}" FechaTimbrado="2026-03-12T10:16:00" RfcProvCertif="SPR190613I52" SelloCFD="x" NoCertificadoSAT="30001000000500003456" SelloSAT="x"/></cfdi:Complemento>
</cfdi:Comprobante>
`
}

function uuidOf(folio: string): string {
  return `6F9619FF-8B86-4D01-B42D-${folio.slice(1).padStart(12, '0')}`
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100)
}
