import { typedPage } from './typed-page'

/** Typed after the reader was looked at with all other pages, to see what carries over. */
export const further = [
  typedPage(
    `TEESIDE FASTENERS (PTY) LTD                                              TAX INVOICE
Reg. No. 2009/014482/07                                                  Document No: IN118842
VAT Reg. No. 4880251190                                                  Date: 12/02/2026
14 Fitter Road, Spartan, Kempton Park                                    Account: VAL004
                                                                         Our Ref: Q7712
Valley Irrigation CC
PO Box 882
Ceres 6835
Customer VAT No: 4630118207

Code        Description                 Qty      Price excl     Disc %      Total excl        VAT      Total incl
HXB1250     Hex bolt M12x50 (100)         4          312.50       0.00        1,250.00     187.50        1,437.50
NYL12       Nyloc nut M12 (100)           4          150.00       0.00          600.00      90.00          690.00
THR1M       Threaded rod 1 m             10           15.00       0.00          150.00      22.50          172.50

Terms: 30 days from statement                             Total Exclusive            R 2,000.00
                                                          Total VAT @ 15%            R   300.00
Bank: FNB, Branch 250655, Acc 62011884471                 Total Inclusive            R 2,300.00`,
    {
      name: 'prices without and with tax in each row',
      language: 'en',
      right: {
        invoice_number: 'IN118842',
        issue_date: '2026-02-12',
        'seller.name': 'Teeside Fasteners (Pty) Ltd',
        'seller.tax_id': '4880251190',
        'buyer.name': 'Valley Irrigation CC',
        net_total: '2000.00',
        tax_total: '300.00',
        grand_total: '2300.00',
      },
      lines: [
        ['Hex bolt M12x50 (100)', '4', '312.50', '1250.00'],
        ['Nyloc nut M12 (100)', '4', '150.00', '600.00'],
        ['Threaded rod 1 m', '10', '15.00', '150.00'],
      ],
    },
  ),
  typedPage(
    `Lampenwelt Nordlicht
ein Angebot der NL Handels GmbH · Speicherstraße 12 · 24103 Kiel

Frau
Sabine Krüger
Kastanienallee 5
10435 Berlin

Ihre Rechnung zur Bestellung 302-5518841

Rechnungs-Nr.:       NL-2026-30117
Rechnungsdatum:      19.02.2026
Bestelldatum:        17.02.2026
Kunden-Nr.:          881204

Artikel                                            Anzahl      Einzelpreis          Gesamtpreis
Pendelleuchte Kupfer, 30 cm                             1         119,00 €             119,00 €
Leuchtmittel E27, warmweiß                              3           7,90 €              23,70 €
Versand                                                             4,95 €               4,95 €

                                                     Gesamtsumme (inkl. MwSt)          147,65 €
                                                     darin 19 % MwSt                    23,57 €
                                                     Nettowert                         124,08 €

Zahlungsart: PayPal - der Betrag wurde bereits beglichen.
NL Handels GmbH, Geschäftsführerin: A. Petersen, HRB 20117 KI, USt-ID: DE298114470`,
    {
      name: 'shop, prices with tax, net last',
      language: 'de',
      right: {
        invoice_number: 'NL-2026-30117',
        issue_date: '2026-02-19',
        currency: 'EUR',
        'seller.name': ['NL Handels GmbH', 'Lampenwelt Nordlicht'],
        'seller.tax_id': 'DE298114470',
        'buyer.name': 'Sabine Krüger',
        net_total: '124.08',
        tax_total: '23.57',
        grand_total: '147.65',
      },
      lines: [
        ['Pendelleuchte Kupfer, 30 cm', '1', '119.00', '119.00'],
        ['Leuchtmittel E27, warmweiß', '3', '7.90', '23.70'],
        ['Versand', null, '4.95', '4.95'],
      ],
    },
  ),
  typedPage(
    `FORNITURE ALBERGHIERE BENACO S.R.L.
Via Gardesana 211 - 37011 Bardolino (VR) - C.F. e P.IVA 02877140234

TIPO DOCUMENTO            NUMERO            DATA              COD. CLIENTE       PAGINA
Fattura differita         482/A             28/02/2026        C01190             1/1

DESTINATARIO                                          LUOGO DI DESTINAZIONE
HOTEL MIRALAGO DI ZENI F.LLI SNC                      HOTEL MIRALAGO
LUNGOLAGO 14                                          LUNGOLAGO 14
37011 BARDOLINO VR                                    37011 BARDOLINO VR

PAGAMENTO                 SCADENZA          IBAN
R.B. 30 GG FM             31/03/2026        IT60X0542811101000000123456

ARTICOLO     DESCRIZIONE                          UM       Q.TÀ       PREZZO     SC.%       IMPORTO     IVA
LEN240       Lenzuolo matrimoniale percalle       PZ         20        24,00        5        456,00     22
ASC100       Asciugamano spugna 100x50            PZ         60         6,40                 384,00     22
CRT05        Carta mani intercalata               CT          8        20,00                 160,00     22

TOTALE MERCE       SPESE TRASPORTO       IMPONIBILE       ALIQ.       IMPOSTA          TOTALE FATTURA EUR
    1.000,00                 15,00         1.015,00        22%         223,30                    1.238,30`,
    {
      name: 'boxes of labels over values, transport added',
      language: 'it',
      right: {
        invoice_number: '482/A',
        issue_date: '2026-02-28',
        due_date: '2026-03-31',
        currency: 'EUR',
        'seller.name': 'Forniture Alberghiere Benaco S.r.l.',
        'seller.tax_id': '02877140234',
        'buyer.name': ['Hotel Miralago di Zeni F.lli snc', 'Hotel Miralago'],
        net_total: '1015.00',
        tax_total: '223.30',
        grand_total: '1238.30',
      },
      lines: [
        ['Lenzuolo matrimoniale percalle', '20', '24.00', '456.00'],
        ['Asciugamano spugna 100x50', '60', '6.40', '384.00'],
        ['Carta mani intercalata', '8', '20.00', '160.00'],
      ],
    },
  ),
  typedPage(
    `                                   A            FACTURA
LIBRERÍA Y PAPELERÍA PAMPA S.A.   Cód. 01       Punto de Venta: 00004   Comp. Nro: 00018822
Av. Rivadavia 4410, CABA                        Fecha de Emisión: 06/03/2026
IVA Responsable Inscripto                       CUIT: 30-70911823-4
                                                Ingresos Brutos: 901-118204-7

CUIT: 30-68204417-9                Apellido y Nombre / Razón Social: ESTUDIO JURÍDICO QUIROGA
Condición frente al IVA: IVA Responsable Inscripto        Domicilio: Tucumán 950 Piso 3 - CABA
Condición de venta: Cuenta Corriente

Código   Producto / Servicio        Cantidad   U. Medida   Precio Unit.   % Bonif   Subtotal    Alícuota IVA   Subtotal c/IVA
1180     Resma A4 75 g                 20,00   unidades         5000,00      0,00   100000,00        21%           121000,00
2204     Tóner negro 85A                2,00   unidades        30000,00      0,00    60000,00        21%            72600,00

                                                        Importe Neto Gravado: $                          160000,00
                                                        IVA 21%: $                                        33600,00
                                                        Importe Otros Tributos: $                             0,00
                                                        Importe Total: $                                 193600,00

CAE N°: 76118204471180                                  Fecha de Vto. de CAE: 16/03/2026`,
    {
      name: 'factura A, point of sale and number',
      language: 'es',
      right: {
        invoice_number: ['00018822', '00004-00018822', '00004 00018822'],
        issue_date: '2026-03-06',
        currency: ['ARS', null],
        'seller.name': 'Librería y Papelería Pampa S.A.',
        'seller.tax_id': '30-70911823-4',
        'buyer.name': 'Estudio Jurídico Quiroga',
        net_total: '160000.00',
        tax_total: '33600.00',
        grand_total: '193600.00',
      },
      lines: [
        ['Resma A4 75 g', '20', '5000', '100000'],
        ['Tóner negro 85A', '2', '30000', '60000'],
      ],
    },
  ),
  typedPage(
    `Drukkerij De Leeuw bv                                      FACTUUR
Industrielaan 9                                            Nummer         26/00418
8800 Roeselare                                             Datum          4 maart 2026
BTW BE 0448.826.918                                        Vervaldag      3 april 2026
                                                           Klantnr.       1180

                                                           Gemeente Lichtervelde
                                                           Marktplein 1
                                                           8810 Lichtervelde
                                                           BTW BE 0207.487.541

Omschrijving                                     Hoeveelheid      Eenheidsprijs          Totaal
Infoblad, 16 pagina's, vierkleur                        4.000              0,35        1.400,00
Enveloppen bedrukt C5                                   2.000              0,10          200,00

                                 Maatstaf van heffing 21 %                             1.600,00
                                 BTW 21 %                                                336,00
                                 Te betalen                                   EUR      1.936,00

Gelieve te storten op BE68 5390 0754 7034 met vermelding +++118/2044/71182+++`,
    {
      name: 'Belgian, taxable measure',
      language: 'nl',
      right: {
        invoice_number: '26/00418',
        issue_date: '2026-03-04',
        due_date: '2026-04-03',
        currency: 'EUR',
        'seller.name': 'Drukkerij De Leeuw bv',
        'seller.tax_id': 'BE0448826918',
        'buyer.name': 'Gemeente Lichtervelde',
        net_total: '1600.00',
        tax_total: '336.00',
        grand_total: '1936.00',
      },
      lines: [
        ["Infoblad, 16 pagina's, vierkleur", '4000', '0.35', '1400.00'],
        ['Enveloppen bedrukt C5', '2000', '0.10', '200.00'],
      ],
    },
  ),
  typedPage(
    `Grosbois Distribution SAS                                       FACTURE  FA-118-2602
Z.I. des Granges, 70200 Lure                                    Émise le 25/02/2026
Tél. 03 84 55 01 48                                             Client n° 41188

Livré à :                                                       Facturé à :
Camping de la Saline                                            SARL Camping de la Saline
Chemin de l'étang                                               12 place Hôtel de ville
70200 Lure                                                      70200 Lure

Réf.       Désignation                       Cdé    Livré     P.U. brut    Rem.     P.U. net     Total HT   T
GB-110     Papier toilette (x48)              10       10         26,00     10%        23,40       234,00   1
GB-204     Détergent sol 5 L                   6        6         11,00      0%        11,00        66,00   1
GB-330     Eau 1,5 L (x6)                     50       50          2,00      0%         2,00       100,00   2

  Code    Base HT     Taux     Montant TVA                      Total brut HT                 400,00
  1        300,00    20,00%          60,00                      Total TVA                      65,50
  2        100,00     5,50%           5,50                      Total TTC                     465,50
                                                                Acompte                        65,50
Échéance : 27/03/2026 par LCR                                   NET À PAYER                  400,00 €

SAS au capital de 80 000 € - RCS Vesoul 447 118 204 - TVA FR 58 447118204`,
    {
      name: 'ordered and delivered, taxes beside totals, prepaid',
      language: 'fr',
      right: {
        invoice_number: 'FA-118-2602',
        issue_date: '2026-02-25',
        due_date: '2026-03-27',
        currency: 'EUR',
        'seller.name': 'Grosbois Distribution SAS',
        'seller.tax_id': 'FR58447118204',
        'buyer.name': 'SARL Camping de la Saline',
        net_total: '400.00',
        tax_total: '65.50',
        grand_total: '465.50',
        payable: '400.00',
      },
      lines: [
        ['Papier toilette (x48)', '10', '23.40', '234.00'],
        ['Détergent sol 5 L', '6', '11.00', '66.00'],
        ['Eau 1,5 L (x6)', '50', '2.00', '100.00'],
      ],
    },
  ),
]
