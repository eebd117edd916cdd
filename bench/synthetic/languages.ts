export type Language = 'en' | 'es' | 'de' | 'fr' | 'it' | 'nl' | 'pt'

/** What an invoice of a language says, and how it writes numbers and dates. Lists are alternatives. */
export interface Wording {
  readonly title: readonly string[]
  readonly number: readonly string[]
  readonly date: readonly string[]
  readonly due: readonly string[]
  readonly order: readonly string[]
  readonly customer: readonly string[]
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly taxId: readonly string[]
  readonly columns: {
    readonly position: readonly string[]
    readonly code: readonly string[]
    readonly description: readonly string[]
    readonly quantity: readonly string[]
    readonly unit: readonly string[]
    readonly price: readonly string[]
    readonly rate: readonly string[]
    readonly total: readonly string[]
  }
  /** Headings of price and total in two lines. */
  readonly tall: { readonly price: readonly [string, string]; readonly total: readonly [string, string] }
  readonly net: readonly string[]
  readonly tax: readonly string[]
  readonly total: readonly string[]
  readonly carried: readonly [string, string]
  readonly terms: readonly string[]
  readonly units: readonly string[]
  readonly items: readonly string[]
  readonly more: readonly string[]
  readonly companies: readonly string[]
  readonly forms: readonly string[]
  readonly streets: readonly string[]
  readonly towns: readonly string[]
  readonly rates: readonly number[]
  readonly currency: string
  readonly sign: readonly string[]
  readonly decimal: ',' | '.'
  readonly groups: readonly string[]
  readonly dates: readonly ('d.m.y' | 'd/m/y' | 'm/d/y' | 'y-m-d' | 'd-m-y' | 'long')[]
  readonly months: readonly string[]
}

const list = (text: string) => text.split('|')

export const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    title: list('INVOICE|Invoice|Tax Invoice'),
    number: list('Invoice number|Invoice No.|Invoice #'),
    date: list('Invoice date|Date of issue|Date'),
    due: list('Due date|Payment due|Due on'),
    order: list('PO number|Your order|Purchase order'),
    customer: list('Customer no.|Account number'),
    from: list('From|Seller|Supplier'),
    to: list('Bill to|Invoice to|Customer|Billed to'),
    taxId: list('VAT No.|VAT registration number|VAT ID'),
    columns: {
      position: list('#|No.|Pos'),
      code: list('Code|SKU|Item code'),
      description: list('Description|Item|Product|Service'),
      quantity: list('Qty|Quantity|Hours'),
      unit: list('Unit|UOM'),
      price: list('Unit price|Price|Rate'),
      rate: list('VAT|VAT %|Tax rate'),
      total: list('Amount|Total|Line total|Net amount'),
    },
    tall: { price: ['Unit', 'price'], total: ['Net', 'amount'] },
    net: list('Subtotal|Net total|Total excl. VAT|Net amount'),
    tax: list('VAT|Sales tax|Total VAT'),
    total: list('Total|Grand total|Invoice total|Total due'),
    carried: ['Carried forward', 'Brought forward'],
    terms: list('Please pay within 30 days.|Payment terms: 14 days net.|Thank you for your business.'),
    units: list('pcs|h|kg|box'),
    items: list(
      'Garden bench oak|Site survey|Consulting on network security|Paper A4 white|Steel bolt M8|Annual maintenance|Lamp shade linen|Translation of manual|Freight pallet|Cleaning of windows',
    ),
    more: list('delivered to the workshop|second instalment|including travel|colour natural'),
    companies: list(
      'Harbour Lane Joinery|Northfield Supplies|Bluestone Analytics|Mill Road Printing|Oakham Tools|Silver Birch Catering',
    ),
    forms: list('Ltd|Limited|LLP|Inc.'),
    streets: list('12 Mill Road|48 Harbour Street|7 Station Road|103 Kings Avenue'),
    towns: list('Leeds LS1 4AP|Bristol BS2 8QT|Oxford OX1 2JD'),
    rates: [20, 5],
    currency: 'GBP',
    sign: list('£|GBP'),
    decimal: '.',
    groups: list(',|'),
    dates: ['d/m/y', 'long', 'y-m-d'],
    months: list('January|February|March|April|May|June|July|August|September|October|November|December'),
  },
  de: {
    title: list('Rechnung|RECHNUNG'),
    number: list('Rechnungsnummer|Rechnung Nr.|Rechnungs-Nr.'),
    date: list('Rechnungsdatum|Datum|Belegdatum'),
    due: list('Fällig am|Zahlbar bis|Fälligkeitsdatum'),
    order: list('Bestellnummer|Ihre Bestellung|Auftrags-Nr.'),
    customer: list('Kundennummer|Kunden-Nr.'),
    from: list('Verkäufer|Lieferant|Rechnungssteller'),
    to: list('Rechnungsempfänger|Kunde|Rechnung an|Käufer'),
    taxId: list('USt-IdNr.|USt-ID|Umsatzsteuer-ID'),
    columns: {
      position: list('Pos.|Nr.|Pos'),
      code: list('Art.-Nr.|Artikelnummer'),
      description: list('Bezeichnung|Beschreibung|Artikel|Leistung'),
      quantity: list('Menge|Anzahl'),
      unit: list('Einheit|ME'),
      price: list('Einzelpreis|Preis|E-Preis'),
      rate: list('MwSt|USt %|MwSt.'),
      total: list('Gesamt|Betrag|Gesamtpreis|Summe'),
    },
    tall: { price: ['Einzel-', 'preis'], total: ['Gesamt-', 'preis'] },
    net: list('Nettobetrag|Summe netto|Zwischensumme|Gesamt netto'),
    tax: list('MwSt|Umsatzsteuer|zzgl. MwSt'),
    total: list('Gesamtbetrag|Rechnungsbetrag|Bruttobetrag|Endbetrag'),
    carried: ['Übertrag', 'Übertrag'],
    terms: list(
      'Zahlbar innerhalb 30 Tagen netto.|Wir danken für Ihren Auftrag.|Bitte überweisen Sie den Betrag innerhalb von 14 Tagen.',
    ),
    units: list('Stk|Std|kg|m'),
    items: list(
      'Gartenbank Eiche|Montage vor Ort|Beratung Netzwerk|Druckpapier weiß|Schrauben verzinkt|Wartung jährlich|Leuchte Leinen|Übersetzung Handbuch|Transport Palette|Fensterreinigung',
    ),
    more: list('geliefert frei Haus|zweite Rate|inklusive Anfahrt|Farbe natur'),
    companies: list(
      'Tischlerei Hollbach|Nordlicht Bürobedarf|Steinbruch Analytik|Druckhaus Mühlweg|Werkzeug Ahrens|Birkenhof Feinkost',
    ),
    forms: list('GmbH|AG|KG|GmbH & Co. KG'),
    streets: list('Mühlweg 12|Hafenstraße 48|Bahnhofstr. 7|Königsallee 103'),
    towns: list('20095 Hamburg|50667 Köln|01067 Dresden'),
    rates: [19, 7],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list('.|'),
    dates: ['d.m.y', 'long', 'y-m-d'],
    months: list('Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'),
  },
  fr: {
    title: list('FACTURE|Facture'),
    number: list('Facture N°|Numéro de facture|N° de facture'),
    date: list('Date de facture|Date|Date de facturation'),
    due: list("Date d'échéance|Échéance|À payer avant le"),
    order: list('Votre commande|N° de commande|Bon de commande'),
    customer: list('N° client|Code client'),
    from: list('Émetteur|Vendeur|Fournisseur'),
    to: list('Client|Facturé à|Destinataire|Adresse de facturation'),
    taxId: list('N° TVA|TVA intracommunautaire|TVA'),
    columns: {
      position: list('#|N°'),
      code: list('Réf.|Référence|Code article'),
      description: list('Désignation|Description|Prestation|Libellé'),
      quantity: list('Quantité|Qté'),
      unit: list('Unité'),
      price: list('Prix unitaire|P.U. HT|Prix unitaire HT'),
      rate: list('TVA|Taux TVA|TVA %'),
      total: list('Montant HT|Total HT|Montant'),
    },
    tall: { price: ['Prix', 'unitaire'], total: ['Montant', 'HT'] },
    net: list('Total HT|Montant HT|Sous-total'),
    tax: list('TVA|Total TVA|Montant TVA'),
    total: list('Total TTC|Montant TTC|Net à payer|Total TTC à payer'),
    carried: ['À reporter', 'Report'],
    terms: list('Paiement à 30 jours.|Merci de votre confiance.|Règlement par virement sous 14 jours.'),
    units: list('u|h|kg|pce'),
    items: list(
      'Banc de jardin en chêne|Relevé sur site|Conseil en sécurité réseau|Papier A4 blanc|Boulon acier M8|Maintenance annuelle|Abat-jour en lin|Traduction du manuel|Transport palette|Nettoyage de vitres',
    ),
    more: list("livré à l'atelier|deuxième tranche|déplacement compris|couleur naturelle"),
    companies: list(
      'Menuiserie du Port|Fournitures Lavoisier|Analyses Pierrebleue|Imprimerie du Moulin|Outillage Garnier|Traiteur Bouleau',
    ),
    forms: list('SARL|SAS|SA|EURL'),
    streets: list('12 rue du Moulin|48 avenue du Port|7 place de la Gare|103 boulevard Royal'),
    towns: list('69002 Lyon|44000 Nantes|33000 Bordeaux'),
    rates: [20, 5.5],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list(' |.'),
    dates: ['d/m/y', 'long', 'd.m.y'],
    months: list('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'),
  },
  es: {
    title: list('FACTURA|Factura'),
    number: list('Número de factura|Factura Nº|Nº de factura'),
    date: list('Fecha de factura|Fecha|Fecha de emisión'),
    due: list('Fecha de vencimiento|Vencimiento|Vence el'),
    order: list('Nº de pedido|Su pedido|Orden de compra'),
    customer: list('Nº cliente|Código cliente'),
    from: list('Emisor|Proveedor|Vendedor'),
    to: list('Cliente|Facturar a|Datos del cliente|Receptor'),
    taxId: list('NIF|CIF|N.I.F.'),
    columns: {
      position: list('#|Nº'),
      code: list('Código|Referencia|Ref.'),
      description: list('Descripción|Concepto|Producto|Artículo'),
      quantity: list('Cantidad|Cant.|Uds'),
      unit: list('Unidad'),
      price: list('Precio unitario|Precio|P. Unit'),
      rate: list('IVA|IVA %|% IVA'),
      total: list('Importe|Total|Subtotal'),
    },
    tall: { price: ['Precio', 'unitario'], total: ['Importe', 'neto'] },
    net: list('Base imponible|Subtotal|Importe neto|Total sin IVA'),
    tax: list('IVA|Total IVA|Cuota IVA'),
    total: list('Total|Total factura|Total a pagar|Importe total'),
    carried: ['Suma y sigue', 'Suma anterior'],
    terms: list('Pago a 30 días.|Gracias por su confianza.|Forma de pago: transferencia.'),
    units: list('ud|h|kg|caja'),
    items: list(
      'Banco de jardín de roble|Medición en obra|Asesoría de redes|Papel A4 blanco|Perno de acero M8|Mantenimiento anual|Pantalla de lino|Traducción del manual|Transporte de palé|Limpieza de ventanas',
    ),
    more: list('entregado en taller|segundo plazo|desplazamiento incluido|color natural'),
    companies: list(
      'Carpintería del Puerto|Suministros Norte|Análisis Piedra Azul|Imprenta del Molino|Herramientas Robles|Catering Abedul',
    ),
    forms: list('S.L.|S.A.|SL'),
    streets: list('Calle Molino 12|Avenida del Puerto 48|Plaza Mayor 7|Calle Real 103'),
    towns: list('28013 Madrid|46001 Valencia|41001 Sevilla'),
    rates: [21, 10],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list('.|'),
    dates: ['d/m/y', 'd-m-y', 'long'],
    months: list('enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'),
  },
  it: {
    title: list('FATTURA|Fattura'),
    number: list('Numero fattura|Fattura N.|Fattura n°'),
    date: list('Data fattura|Data|Data di emissione'),
    due: list('Data scadenza|Scadenza|Data di scadenza'),
    order: list('Vostro ordine|Numero ordine|N. ordine'),
    customer: list('Codice cliente|Numero cliente'),
    from: list('Fornitore|Venditore|Cedente'),
    to: list('Cliente|Destinatario|Intestata a|Spettabile'),
    taxId: list('Partita IVA|P.IVA|P. IVA'),
    columns: {
      position: list('#|N.'),
      code: list('Codice|Cod.'),
      description: list('Descrizione|Prodotto|Servizio'),
      quantity: list('Quantità|Q.tà'),
      unit: list('U.M.|Unità'),
      price: list('Prezzo unitario|Prezzo'),
      rate: list('IVA|IVA %|Aliquota'),
      total: list('Importo|Totale'),
    },
    tall: { price: ['Prezzo', 'unitario'], total: ['Totale', 'riga'] },
    net: list('Imponibile|Totale imponibile|Totale netto'),
    tax: list('IVA|Totale IVA|Imposta'),
    total: list('Totale fattura|Totale documento|Totale da pagare'),
    carried: ['A riportare', 'Riporto'],
    terms: list('Pagamento a 30 giorni.|Grazie per la fiducia.|Pagamento con bonifico.'),
    units: list('pz|h|kg|cf'),
    items: list(
      'Panca da giardino in rovere|Rilievo in cantiere|Consulenza sulla rete|Carta A4 bianca|Bullone in acciaio M8|Manutenzione annuale|Paralume in lino|Traduzione del manuale|Trasporto pallet|Pulizia vetri',
    ),
    more: list('consegnato in officina|seconda rata|trasferta inclusa|colore naturale'),
    companies: list(
      'Falegnameria del Porto|Forniture Settentrione|Analisi Pietrablu|Tipografia Mulino|Utensili Rovere|Catering Betulla',
    ),
    forms: list('S.r.l.|SpA|SRL'),
    streets: list('Via del Mulino 12|Corso Porto 48|Piazza Stazione 7|Viale Reale 103'),
    towns: list('20121 Milano|10121 Torino|40121 Bologna'),
    rates: [22, 10],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list('.|'),
    dates: ['d/m/y', 'd.m.y', 'long'],
    months: list('gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'),
  },
  nl: {
    title: list('FACTUUR|Factuur'),
    number: list('Factuurnummer|Factuurnr.|Factuur nr.'),
    date: list('Factuurdatum|Datum'),
    due: list('Vervaldatum|Uiterste betaaldatum'),
    order: list('Ordernummer|Bestelnummer|Uw referentie'),
    customer: list('Klantnummer|Debiteurnummer'),
    from: list('Leverancier|Verkoper|Afzender'),
    to: list('Klant|Factuuradres|Factuur aan|Koper'),
    taxId: list('BTW-nummer|BTW nr.|BTW-id'),
    columns: {
      position: list('#|Nr.'),
      code: list('Code|Artikelnummer'),
      description: list('Omschrijving|Artikel|Product'),
      quantity: list('Aantal|Hoeveelheid'),
      unit: list('Eenheid'),
      price: list('Prijs|Stuksprijs|Prijs per stuk'),
      rate: list('BTW|BTW %'),
      total: list('Bedrag|Totaal'),
    },
    tall: { price: ['Prijs', 'per stuk'], total: ['Totaal', 'excl. BTW'] },
    net: list('Subtotaal|Totaal excl. BTW|Netto bedrag'),
    tax: list('BTW|Totaal BTW|BTW bedrag'),
    total: list('Totaal incl. BTW|Totaalbedrag|Te betalen|Factuurbedrag'),
    carried: ['Transport', 'Transport'],
    terms: list('Betaling binnen 30 dagen.|Bedankt voor uw opdracht.|Gelieve te betalen binnen 14 dagen.'),
    units: list('st|uur|kg|doos'),
    items: list(
      'Tuinbank eiken|Opmeting op locatie|Advies netwerkbeveiliging|Papier A4 wit|Stalen bout M8|Jaarlijks onderhoud|Lampenkap linnen|Vertaling handleiding|Transport pallet|Glazenwassen',
    ),
    more: list('geleverd in de werkplaats|tweede termijn|inclusief reistijd|kleur naturel'),
    companies: list(
      'Timmerbedrijf Haven|Noorderlicht Kantoor|Blauwsteen Analyse|Drukkerij Molenweg|Gereedschap Eikhof|Berkenhof Catering',
    ),
    forms: list('B.V.|BV|V.O.F.'),
    streets: list('Molenweg 12|Havenstraat 48|Stationsplein 7|Koningslaan 103'),
    towns: list('1012 AB Amsterdam|3011 CD Rotterdam|9712 EF Groningen'),
    rates: [21, 9],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list('.|'),
    dates: ['d-m-y', 'long', 'd/m/y'],
    months: list('januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'),
  },
  pt: {
    title: list('FATURA|Fatura'),
    number: list('Fatura Nº|Número da fatura|Fatura nº'),
    date: list('Data da fatura|Data|Data de emissão'),
    due: list('Data de vencimento|Vencimento'),
    order: list('Nº do pedido|Encomenda|Vossa referência'),
    customer: list('Código do cliente|Nº cliente'),
    from: list('Fornecedor|Emitente|Emissor'),
    to: list('Cliente|Faturar a|Adquirente|Dados do cliente'),
    taxId: list('NIF|Contribuinte|Nº contribuinte'),
    columns: {
      position: list('#|Nº'),
      code: list('Código|Ref.'),
      description: list('Descrição|Produto|Serviço'),
      quantity: list('Quantidade|Qtd'),
      unit: list('Unidade|Un'),
      price: list('Preço unitário|Preço'),
      rate: list('IVA|IVA %'),
      total: list('Total|Valor total|Montante'),
    },
    tall: { price: ['Preço', 'unitário'], total: ['Valor', 'total'] },
    net: list('Total sem IVA|Subtotal|Total ilíquido'),
    tax: list('IVA|Total do IVA|Valor do IVA'),
    total: list('Total|Total da fatura|Total com IVA|Total a pagar'),
    carried: ['A transportar', 'Transporte'],
    terms: list('Pagamento a 30 dias.|Obrigado pela preferência.|Pagamento por transferência.'),
    units: list('un|h|kg|cx'),
    items: list(
      'Banco de jardim em carvalho|Levantamento em obra|Consultoria de redes|Papel A4 branco|Parafuso de aço M8|Manutenção anual|Abajur de linho|Tradução do manual|Transporte de palete|Limpeza de vidros',
    ),
    more: list('entregue na oficina|segunda prestação|deslocação incluída|cor natural'),
    companies: list(
      'Carpintaria do Porto|Material Norte|Análises Pedra Azul|Gráfica do Moinho|Ferramentas Carvalho|Catering Bétula',
    ),
    forms: list('Lda|Lda.|S.A.'),
    streets: list('Rua do Moinho 12|Avenida do Porto 48|Praça da Estação 7|Rua Real 103'),
    towns: list('1100-001 Lisboa|4000-001 Porto|3000-001 Coimbra'),
    rates: [23, 6],
    currency: 'EUR',
    sign: list('€|EUR'),
    decimal: ',',
    groups: list('.| '),
    dates: ['d/m/y', 'd-m-y', 'y-m-d'],
    months: list('janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro'),
  },
}
