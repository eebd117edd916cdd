import type { Language } from './languages'

/** Column headings of tables as invoices of a language word them, beyond those of the plain invented invoices. */
export interface TableWording {
  readonly position: readonly string[]
  readonly code: readonly string[]
  readonly description: readonly string[]
  readonly quantity: readonly string[]
  readonly unit: readonly string[]
  readonly price: readonly string[]
  readonly per: readonly string[]
  readonly discount: readonly string[]
  readonly rate: readonly string[]
  readonly total: readonly string[]
  readonly subtotal: readonly string[]
  readonly group: readonly string[]
}

const list = (text: string) => text.split('|')

export const tableWordings: Readonly<Record<Language, TableWording>> = {
  en: {
    position: list('Line|Ln|Item no'),
    code: list('Part #|Stock no.|Material'),
    description: list('Goods supplied|Work carried out|Description of work|Scope'),
    quantity: list('Quantity invoiced|Qty shipped|No. of units|Quantity supplied'),
    unit: list('U/M|UoM|Measure'),
    price: list('Net price|Price ex VAT|Charge per unit|List price|Unit price GBP'),
    per: list('Per|Price per|Price unit'),
    discount: list('Disc. %|Discount|Less %'),
    rate: list('VAT rate|Tax code|VAT%'),
    total: list('Value GBP|Line value|Net value|Amount ex VAT|Goods value'),
    subtotal: list('Subtotal group|Sub-total|Section total'),
    group: list('Ground floor|Delivery note 4711|Materials|Labour'),
  },
  de: {
    position: list('Position|Lfd. Nr.|Zeile'),
    code: list('Materialnr.|Sachnummer|Bestellnr.'),
    description: list('Warenbezeichnung|Leistungstext|Artikeltext|Tätigkeit'),
    quantity: list('Liefermenge|Stückzahl|Anz. Std.|Menge/ME'),
    unit: list('ME|Mengeneinheit|Einh.'),
    price: list('Stückpreis|Nettopreis EUR|Einzelbetrag|Preis netto|Listenpreis'),
    per: list('PE|Preiseinheit|pro'),
    discount: list('Rab. %|Nachlass|Rabattsatz'),
    rate: list('Steuer|MwSt-Satz|USt-%'),
    total: list('Nettosumme|Positionswert|Gesamtnetto|Warenwert EUR|Zeilenwert'),
    subtotal: list('Zwischensumme|Summe Gruppe|Summe Titel 1'),
    group: list('Erdgeschoss|Lieferschein 80021|Material|Montage'),
  },
  fr: {
    position: list('Ligne|N°|Pos.'),
    code: list('Code art.|Référence produit|Réf. article'),
    description: list('Nature des travaux|Désignation article|Objet|Intitulé'),
    quantity: list('Qté livrée|Quantité facturée|Nb heures|Nbre'),
    unit: list('U.|Un.|Unité de mesure'),
    price: list('P.U. net|Prix unit. HT €|Tarif HT|PU net HT|Prix de vente'),
    per: list('Par|Base prix|UP'),
    discount: list('Rem. %|Remise %|Rabais'),
    rate: list('Tx TVA|Taux|TVA'),
    total: list('Montant net|Mt HT|Total ligne HT|Valeur HT|Prix total net'),
    subtotal: list('Sous-total|Sous total lot 1|Total partiel'),
    group: list('Lot 1 Gros œuvre|Bon de livraison 221|Fournitures|Pose'),
  },
  es: {
    position: list('Línea|Nº|Partida'),
    code: list('Ref. artículo|Cód. art.|Código interno'),
    description: list('Descripción del artículo|Trabajos realizados|Descripción de los trabajos|Detalle del servicio'),
    quantity: list('Cant. entregada|Nº uds.|Cdad.|Cantidad facturada'),
    unit: list('U.M.|Ud. medida|UM'),
    price: list('Precio ud.|Precio neto|Tarifa|P.V.P.|Precio sin IVA'),
    per: list('Por|Base|Ud. precio'),
    discount: list('% Dto.|Dcto.|Bonif. %'),
    rate: list('% I.V.A.|Tipo IVA|IVA'),
    total: list('Importe línea|Total neto|Importe sin IVA|Imp. neto|Base imponible línea'),
    subtotal: list('Subtotal|Suma parcial|Subtotal capítulo 1'),
    group: list('Capítulo 1|Albarán 2231|Materiales|Mano de obra'),
  },
  it: {
    position: list('Riga|N.|Pos'),
    code: list('Cod. art.|Codice articolo|Articolo'),
    description: list('Descrizione beni e servizi|Descrizione della merce|Oggetto|Natura dei beni'),
    quantity: list("Quantita'|Q.tà consegnata|Nr. ore|Qtà"),
    unit: list('UM|U.M.|Unità misura'),
    price: list('Prezzo netto|Prezzo unit. €|P. unitario|Pr. unitario|Costo unitario'),
    per: list('Per|Base prezzo|UP'),
    discount: list('Sc. %|Sconto %|Sconti'),
    rate: list('Cod. IVA|% IVA|Al. IVA'),
    total: list('Importo netto|Imponibile riga|Valore|Tot. riga|Importo €'),
    subtotal: list('Subtotale|Totale parziale|Totale capitolo'),
    group: list('Piano terra|DDT 331 del mese|Materiali|Manodopera'),
  },
  nl: {
    position: list('Regel|Nr|Pos'),
    code: list('Art.nr.|Artikelcode|Bestelnummer'),
    description: list('Werkzaamheden|Artikelomschrijving|Specificatie|Dienst'),
    quantity: list('Geleverd|Aantal uren|Stuks|Aantal geleverd'),
    unit: list('Eenh.|Per eenheid|ME'),
    price: list('Stukprijs|Prijs netto|Prijs excl.|Uurtarief|Bruto prijs'),
    per: list('Per|Prijseenheid|PE'),
    discount: list('Krt. %|Korting %|Korting'),
    rate: list('BTW-tarief|% BTW|Btw'),
    total: list('Regelbedrag|Bedrag netto|Totaal excl.|Netto bedrag|Bedrag €'),
    subtotal: list('Subtotaal|Tussentotaal|Tussentelling'),
    group: list('Begane grond|Pakbon 5561|Materiaal|Arbeid'),
  },
  pt: {
    position: list('Linha|N.º|Item'),
    code: list('Cód. artigo|Referência|Ref.ª'),
    description: list('Designação|Descrição do artigo|Discriminação dos serviços|Trabalhos efetuados'),
    quantity: list('Qtd. fornecida|Qt.|Quant.|N.º horas'),
    unit: list('Unid.|UN|Un. med.'),
    price: list('Preço líquido|P. unit.|Pr. unitário|Preço s/ IVA|Preço unitário €'),
    per: list('Por|Base|UP'),
    discount: list('Desc. %|% Desc.|Desconto'),
    rate: list('Taxa IVA|% IVA|Taxa'),
    total: list('Total líquido|Valor líquido|Total s/ IVA|Montante|Importância'),
    subtotal: list('Subtotal|Soma parcial|Total parcial'),
    group: list('Rés do chão|Guia 8812|Materiais|Mão de obra'),
  },
}
