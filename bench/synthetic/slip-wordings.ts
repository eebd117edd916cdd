import type { Language } from './languages'

/** What credit notes and till slips say, and what stands beside the facts of an invoice. Lists are alternatives. */
export interface SlipWording {
  readonly credit: readonly string[]
  /** Asks for no payment: pro forma invoices and quotes. */
  readonly quote: readonly string[]
  readonly receipt: readonly string[]
  /** Dates that are not the invoice's. */
  readonly otherDates: readonly string[]
  readonly till: { readonly cash: string; readonly change: string; readonly served: string; readonly thanks: string }
  readonly slipTotal: readonly string[]
  /** Between an invoice's number and its date, where the title names both. */
  readonly dated: readonly string[]
  /** Labels inside a party's block: name and address. */
  readonly form: readonly [name: string, address: string]
  /** Sellers that are persons or shops, without a legal form. */
  readonly sellers: readonly string[]
}

const list = (text: string) => text.split('|')

export const slipWordings: Readonly<Record<Language, SlipWording>> = {
  en: {
    credit: list('CREDIT NOTE|Credit note|Credit memo'),
    quote: list('PRO FORMA INVOICE|Proforma invoice|Pro forma|QUOTE|Quotation|Estimate'),
    receipt: list('RECEIPT|Receipt|Tax invoice|Sales receipt||'),
    otherDates: list('Delivery date|Order date|Date of supply|Printed on'),
    till: { cash: 'Cash', change: 'Change', served: 'Served by', thanks: 'Thank you, please come again' },
    slipTotal: list('TOTAL|Total|Total incl. GST|Balance due|Amount'),
    dated: list('dated|of'),
    form: ['Name', 'Address'],
    sellers: list('Harriet Lowe|THE CORNER BAKERY|Quayside Hardware|Tom Ashby Plumbing|GREEN BASKET|Hotel Marlowe'),
  },
  es: {
    credit: list('NOTA DE CRÉDITO|Nota de crédito|Factura rectificativa'),
    quote: list('FACTURA PROFORMA|Factura pro forma|Proforma|PRESUPUESTO|Cotización'),
    receipt: list('TICKET|Recibo|Factura simplificada||'),
    otherDates: list('Fecha de entrega|Fecha de pedido|Fecha de certificación|Fecha de impresión'),
    till: { cash: 'Efectivo', change: 'Cambio', served: 'Le atendió', thanks: 'Gracias por su compra' },
    slipTotal: list('TOTAL|Total|Total a pagar|Importe total'),
    dated: list('de fecha|de'),
    form: ['Nombre', 'Dirección'],
    sellers: list(
      'Lucía Ferrer Prats|PANADERÍA LA ESPIGA|Ferretería El Yunque|Taller Robledo|FRUTAS DEL VALLE|Hostal Miramar',
    ),
  },
  de: {
    credit: list('GUTSCHRIFT|Gutschrift|Rechnungskorrektur'),
    quote: list('PROFORMA-RECHNUNG|Proformarechnung|Angebot|ANGEBOT|Kostenvoranschlag'),
    receipt: list('Kassenbon|Quittung|Rechnung|BON||'),
    otherDates: list('Lieferdatum|Leistungsdatum|Bestelldatum|Auftragsdatum'),
    till: { cash: 'Bar', change: 'Rückgeld', served: 'Es bediente Sie', thanks: 'Vielen Dank für Ihren Einkauf' },
    slipTotal: list('SUMME|Gesamtbetrag|Summe EUR|Zu zahlen'),
    dated: list('vom'),
    form: ['Name', 'Anschrift'],
    sellers: list(
      'Jutta Reimers|BÄCKEREI KORNBLUME|Schlosserei Windeck|Dr. Paul Seiler|Gasthof Linde|Malerbetrieb Ohlsen',
    ),
  },
  fr: {
    credit: list('AVOIR|Avoir|Facture d’avoir|Note de crédit'),
    quote: list('FACTURE PROFORMA|Facture pro forma|Proforma|DEVIS|Devis'),
    receipt: list('TICKET|Reçu|Ticket de caisse||'),
    otherDates: list('Date de livraison|Date de commande|Date de prestation|Imprimé le'),
    till: { cash: 'Espèces', change: 'Rendu', served: 'Servi par', thanks: 'Merci de votre visite' },
    slipTotal: list('TOTAL|Total TTC|TOTAL A PAYER|Montant dû'),
    dated: list('du'),
    form: ['Nom', 'Adresse'],
    sellers: list('Claire Aubin|BOULANGERIE DU PONT|Garage Lemoine|Cabinet Roussel|LE PETIT MARCHÉ|Hôtel des Tilleuls'),
  },
  it: {
    credit: list('NOTA DI CREDITO|Nota di credito|Nota di accredito'),
    quote: list('FATTURA PROFORMA|Fattura pro forma|Proforma|PREVENTIVO|Preventivo'),
    receipt: list('SCONTRINO|Ricevuta|Documento commerciale||'),
    otherDates: list('Data consegna|Data ordine|Data DDT|Data di stampa'),
    till: { cash: 'Contanti', change: 'Resto', served: 'Operatore', thanks: 'Grazie e arrivederci' },
    slipTotal: list('TOTALE|Totale complessivo|TOTALE EURO|Totale da pagare'),
    dated: list('del'),
    form: ['Nome', 'Indirizzo'],
    sellers: list('Marta Bellini|PANIFICIO DEL BORGO|Officina Sartori|Studio Conti|FRUTTA E VERDURA|Albergo Stella'),
  },
  nl: {
    credit: list('CREDITNOTA|Creditnota|Creditfactuur'),
    quote: list('PROFORMA FACTUUR|Pro forma factuur|Offerte|OFFERTE'),
    receipt: list('KASSABON|Bon|Kwitantie||'),
    otherDates: list('Leverdatum|Besteldatum|Datum levering|Afgedrukt op'),
    till: { cash: 'Contant', change: 'Wisselgeld', served: 'U bent geholpen door', thanks: 'Bedankt en tot ziens' },
    slipTotal: list('TOTAAL|Totaal|Totaal EUR|Te betalen'),
    dated: list('van'),
    form: ['Naam', 'Adres'],
    sellers: list('Sanne Hoekstra|BAKKERIJ DE AAR|Timmerwerken Postma|Praktijk Bos|GROENTEHAL|Hotel De Zwaan'),
  },
  pt: {
    credit: list('NOTA DE CRÉDITO|Nota de crédito'),
    quote: list('FATURA PROFORMA|Fatura pro forma|Proforma|ORÇAMENTO|Orçamento'),
    receipt: list('TALÃO|Recibo|Fatura simplificada||'),
    otherDates: list('Data de entrega|Data da encomenda|Data de impressão'),
    till: { cash: 'Dinheiro', change: 'Troco', served: 'Atendido por', thanks: 'Obrigado pela sua visita' },
    slipTotal: list('TOTAL|Total a pagar|Valor total|TOTAL EUR'),
    dated: list('de'),
    form: ['Nome', 'Morada'],
    sellers: list('Inês Carvalho|PADARIA CENTRAL|Oficina Teixeira|Clínica Moreira|MERCADO NOVO|Pensão Flor'),
  },
}
