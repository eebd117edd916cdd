import { typedPage } from './typed-page'

/** Garages, builders, lawyers, doctors, wholesalers: hours and goods, payments on account, discounts. */
export const trades = [
  typedPage(
    `GARAGE DU CANAL                                    Facture n° : F26-0318
Entretien et réparation toutes marques             Date : 09/03/2026
M. Besson - EI                                     Véhicule : Kangoo - FA-118-KD
18 quai du Canal                                   Kilométrage : 84 120 km
31000 Toulouse
TVA intracommunautaire : FR 64 812 330 945         Client : Boulangerie Artigue
                                                   4 place du Marché, 31200 Toulouse

Code        Libellé                                Qté      P.U. HT    Rem. %     Total HT
MO1         Main d'oeuvre mécanique               2,50        62,00                  155,00
FLH22       Filtre à huile                        1,00        14,00        10         12,60
PLQ07       Jeu de plaquettes avant               1,00        58,00        20         46,40
HU5W30      Huile 5W30 (litre)                    4,50         8,00                   36,00

Main d'oeuvre HT      155,00
Pièces HT              95,00                              Total HT            250,00
                                                          TVA 20 %             50,00
Règlement par carte bancaire                              Net à payer        300,00 €`,
    {
      name: 'garage, discounts in rows',
      language: 'fr',
      right: {
        invoice_number: 'F26-0318',
        issue_date: '2026-03-09',
        currency: 'EUR',
        'seller.name': ['Garage du Canal', 'M. Besson - EI'],
        'seller.tax_id': 'FR64812330945',
        'buyer.name': 'Boulangerie Artigue',
        net_total: '250.00',
        tax_total: '50.00',
        grand_total: '300.00',
      },
      lines: [
        ["Main d'oeuvre mécanique", '2.50', '62.00', '155.00'],
        ['Filtre à huile', '1.00', '14.00', '12.60'],
        ['Jeu de plaquettes avant', '1.00', '58.00', '46.40'],
        ['Huile 5W30 (litre)', '4.50', '8.00', '36.00'],
      ],
    },
  ),
  typedPage(
    `Fenwick & Rowe LLP                                              INVOICE
Solicitors                                                      Invoice no: 2026/00417
21 Castle Row, Bristol BS1 3AE                                  Date: 31 January 2026
VAT Reg No: GB 338 4471 26                                      Our ref: AR/HOL0014/2

Holloway Timber Limited
Unit 4, Dock Road
Avonmouth BS11 8AX

Re: Lease of Unit 5

Professional charges
Date            Fee earner        Narrative                          Hours       Rate         Amount
06/01/2026      AR                Reviewing draft lease              2.00      240.00         480.00
12/01/2026      JT                Correspondence with landlord       1.50      160.00         240.00
20/01/2026      AR                Meeting with client                1.00      240.00         240.00
                                  Total professional charges                                  960.00

Disbursements
Land Registry search fee                                                                       40.00

Total excluding VAT                                                                         1,000.00
VAT @ 20.00%                                                                                  200.00
Total amount due                                                                           £1,200.00

Payment is due within 14 days.`,
    {
      name: 'solicitors, time and disbursements',
      language: 'en',
      right: {
        invoice_number: '2026/00417',
        issue_date: '2026-01-31',
        currency: 'GBP',
        'seller.name': 'Fenwick & Rowe LLP',
        'seller.tax_id': 'GB338447126',
        'buyer.name': 'Holloway Timber Limited',
        net_total: '1000.00',
        tax_total: '200.00',
        grand_total: '1200.00',
      },
      lines: [
        ['Reviewing draft lease', '2.00', '240.00', '480.00'],
        ['Correspondence with landlord', '1.50', '160.00', '240.00'],
        ['Meeting with client', '1.00', '240.00', '240.00'],
        ['Land Registry search fee', null, null, '40.00'],
      ],
    },
  ),
  typedPage(
    `Praxis für Orthopädie                                       Dr. med. Silke Harms
Dr. med. Silke Harms, Lange Reihe 4, 28203 Bremen

Bremer Werftdienst GmbH
Hafenstraße 11                                              Bremen, den 12.02.2026
28217 Bremen

Rechnung Nr. 2026-0290
Behandlung: Jens Petersen, geb. 02.11.1979

Datum          Ziffer     Leistung                          Faktor     Anzahl     Betrag
03.02.2026     1          Beratung                           2,30        1         10,72
03.02.2026     7          Untersuchung                       2,30        1         21,45
10.02.2026     5030       Röntgen Handgelenk                 1,80        2         75,54

                          Gesamtbetrag                                            107,71 EUR

Umsatzsteuerfrei nach § 4 Nr. 14 UStG. Bitte überweisen Sie bis zum 05.03.2026.
IBAN DE44 2905 0101 0001 2345 67      Steuernummer 60/118/22071`,
    {
      name: 'doctor, no tax',
      language: 'de',
      right: {
        invoice_number: '2026-0290',
        issue_date: '2026-02-12',
        due_date: '2026-03-05',
        currency: 'EUR',
        'seller.name': ['Dr. med. Silke Harms', 'Praxis für Orthopädie'],
        'seller.tax_id': '60/118/22071',
        'buyer.name': 'Bremer Werftdienst GmbH',
        tax_total: [null, '0.00'],
        grand_total: '107.71',
      },
      lines: null,
    },
  ),
  typedPage(
    `Bauunternehmung Kessler GmbH & Co. KG
Steinbruchweg 9 - 35745 Herborn - Tel. 02772 55810

Firma
Autohaus Reitz GmbH
Industriestraße 2                                              Herborn, 30.01.2026
35683 Dillenburg

2. Abschlagsrechnung  Nr. 26-0087        Bauvorhaben: Neubau Werkstatt, Dillenburg

Pos.   Leistung                                 Menge        EP netto       GP netto
01     Erdarbeiten                              120,00 m³       25,00        3.000,00
02     Fundamente Beton C25/30                   40,00 m³      180,00        7.200,00
03     Bodenplatte                              140,00 m²       70,00        9.800,00

Leistungsstand netto                                                        20.000,00 EUR
abzgl. 1. Abschlagsrechnung vom 15.12.2025 netto                           -10.000,00 EUR
Nettobetrag                                                                 10.000,00 EUR
zzgl. 19 % MwSt.                                                             1.900,00 EUR
Zahlbetrag                                                                  11.900,00 EUR

Zahlbar innerhalb von 14 Tagen ohne Abzug.
USt-IdNr. DE 267 114 885`,
    {
      name: 'building, less the first payment on account',
      language: 'de',
      right: {
        invoice_number: '26-0087',
        issue_date: '2026-01-30',
        currency: 'EUR',
        'seller.name': 'Bauunternehmung Kessler GmbH & Co. KG',
        'seller.tax_id': 'DE267114885',
        'buyer.name': 'Autohaus Reitz GmbH',
        net_total: '10000.00',
        tax_total: '1900.00',
        grand_total: '11900.00',
      },
      lines: [
        ['Erdarbeiten', '120', '25.00', '3000.00'],
        ['Fundamente Beton C25/30', '40', '180.00', '7200.00'],
        ['Bodenplatte', '140', '70.00', '9800.00'],
      ],
    },
  ),
  typedPage(
    `FERRAMENTA BELLONI S.N.C.                                 Fattura accompagnatoria
di Belloni Carlo & C.
Via Emilia Est 204                                        Numero          Data            Pagina
41122 Modena                                              1184/A          27/02/2026      1
P.IVA 02883410362
                                                          Spett.le
                                                          IMPIANTI RIGHI SRL
                                                          Via Canaletto 15
                                                          41123 Modena
                                                          P.IVA 03119920367

Codice      Descrizione                     UM      Quantità     Prezzo      Sc.%       Importo     IVA
TB2012      TUBO MULTISTRATO 20X2           MT        100,00      1,2000     25,00         90,00     22
RC0090      RACCORDO A 90 GRADI             PZ         40,00      3,0000     50,00         60,00     22
GN1000      GUANTI DA LAVORO                PA         10,00      5,0000                   50,00     22

Totale merce         Spese trasporto        Imponibile         Imposta         Totale documento
200,00               0,00                   200,00             44,00           244,00

Modalità di pagamento            Scadenze
R.B. 30 gg. d.f. f.m.            31/03/2026      244,00`,
    {
      name: 'wholesale, totals over each other',
      language: 'it',
      right: {
        invoice_number: '1184/A',
        issue_date: '2026-02-27',
        due_date: '2026-03-31',
        'seller.name': 'Ferramenta Belloni S.n.c.',
        'seller.tax_id': '02883410362',
        'buyer.name': 'Impianti Righi Srl',
        net_total: '200.00',
        tax_total: '44.00',
        grand_total: '244.00',
      },
      lines: [
        ['TUBO MULTISTRATO 20X2', '100', '1.2', '90.00'],
        ['RACCORDO A 90 GRADI', '40', '3', '60.00'],
        ['GUANTI DA LAVORO', '10', '5', '50.00'],
      ],
    },
  ),
  typedPage(
    `                                          TAX INVOICE
M/s Kaveri Packaging Solutions                                        Invoice No.    KPS/25-26/1187
Plot 18, MIDC Bhosari, Pune 411026                                    Dated          14-Mar-2026
GSTIN/UIN: 27AABFK7719P1ZL                                            Delivery Note  DN-882
State Name: Maharashtra, Code: 27

Buyer (Bill to)
Orchid Foods Private Limited
Survey No. 44, Chakan, Pune 410501
GSTIN/UIN: 27AADCO4418M1Z3

Sl No.   Description of Goods          HSN/SAC    Quantity      Rate      per       Amount
1        Corrugated box 5 ply          48191010   500 Nos       42.00     Nos     21,000.00
2        BOPP tape 48 mm               39191000    60 Roll      50.00     Roll     3,000.00
                                       CGST @ 9%                                   2,160.00
                                       SGST @ 9%                                   2,160.00
                                       Total                                   ₹ 28,320.00

Amount Chargeable (in words)
INR Twenty Eight Thousand Three Hundred Twenty Only
Taxable Value 24,000.00      Central Tax 2,160.00      State Tax 2,160.00      Total Tax Amount 4,320.00`,
    {
      name: 'goods, two taxes at one rate',
      language: 'en',
      right: {
        invoice_number: 'KPS/25-26/1187',
        issue_date: '2026-03-14',
        currency: 'INR',
        'seller.name': 'Kaveri Packaging Solutions',
        'seller.tax_id': '27AABFK7719P1ZL',
        'buyer.name': 'Orchid Foods Private Limited',
        net_total: '24000.00',
        tax_total: '4320.00',
        grand_total: '28320.00',
      },
      lines: [
        ['Corrugated box 5 ply', '500', '42.00', '21000.00'],
        ['BOPP tape 48 mm', '60', '50.00', '3000.00'],
      ],
    },
  ),
]
