import { typedPage } from './typed-page'

/** Invoices and receipts as firms of Europe write them: payment slips, withheld fees, no tax, quantities first, prices with tax. */
export const europe = [
  typedPage(
    `Gartenbau Zürcher & Söhne                                                             Bern, 4. März 2026
Murtenstrasse 88, 3008 Bern
CHE-109.322.551 MWST

                                                           Stockwerkeigentümerschaft Länggasse
                                                           c/o Verwaltung Aebi AG
                                                           Postfach 114
                                                           3001 Bern

Rechnung 26-0114

Wir erlauben uns, Ihnen für die ausgeführten Arbeiten in Rechnung zu stellen:

Leistung                                      Std./Stk.         Ansatz            Betrag CHF
Heckenschnitt                                      6.50          88.00                572.00
Abfuhr Grüngut                                     2.00          64.00                128.00

Betrag exkl. MWST                                                                     700.00
8.1% MWST                                                                              56.70
Betrag inkl. MWST                                                                     756.70

Zahlbar innert 30 Tagen netto

Empfangsschein                           Zahlteil                        Konto / Zahlbar an
Konto / Zahlbar an                                                       CH44 3199 9123 0008 8901 2
CH44 3199 9123 0008 8901 2                                               Gartenbau Zürcher & Söhne
Gartenbau Zürcher & Söhne                                                Murtenstrasse 88
Murtenstrasse 88                                                         3008 Bern
3008 Bern
                                                                         Referenz
Referenz                                                                 21 00000 00003 13947 14300 09017
21 00000 00003 13947 14300 09017
                                                                         Zahlbar durch
Zahlbar durch                                                            Stockwerkeigentümerschaft Länggasse
Stockwerkeigentümerschaft Länggasse                                      Postfach 114
Postfach 114                                                             3001 Bern
3001 Bern
Währung     Betrag                       Währung     Betrag
CHF         756.70                       CHF         756.70

            Annahmestelle`,
    {
      name: 'Swiss payment slip under the invoice',
      language: 'de',
      right: {
        invoice_number: '26-0114',
        issue_date: '2026-03-04',
        currency: 'CHF',
        'seller.name': 'Gartenbau Zürcher & Söhne',
        'seller.tax_id': ['CHE-109.322.551', 'CHE-109.322.551 MWST'],
        'buyer.name': ['Stockwerkeigentümerschaft Länggasse', 'Verwaltung Aebi AG'],
        net_total: '700.00',
        tax_total: '56.70',
        grand_total: '756.70',
      },
      lines: [
        ['Heckenschnitt', '6.5', '88.00', '572.00'],
        ['Abfuhr Grüngut', '2', '64.00', '128.00'],
      ],
    },
  ),
  typedPage(
    `Studio Tecnico Ing. Marta Galli
Via Verdi 14 - 24121 Bergamo
C.F. GLLMRT78C55A794K   P. IVA 03348810163                       Spett.le
                                                                 Immobiliare Colle Alto S.r.l.
                                                                 Via Broseta 60 - 24128 Bergamo
                                                                 P. IVA 02918840162

Bergamo, lì 20/02/2026

PARCELLA N. 9/2026

Oggetto: direzione lavori cantiere di via Moroni, secondo acconto

Onorario                                                                           1.500,00 €
Contributo Inarcassa 4%                                                               60,00 €
Imponibile IVA                                                                     1.560,00 €
IVA 22%                                                                              343,20 €
Totale documento                                                                   1.903,20 €
Ritenuta d'acconto 20% su 1.500,00                                                  -300,00 €
Netto a pagare                                                                     1.603,20 €

Coordinate bancarie: IT60X0542811101000000123456`,
    {
      name: 'engineer, fund and withheld tax',
      language: 'it',
      right: {
        invoice_number: ['9/2026', '9'],
        issue_date: '2026-02-20',
        currency: 'EUR',
        'seller.name': ['Studio Tecnico Ing. Marta Galli', 'Ing. Marta Galli'],
        'seller.tax_id': ['03348810163', 'GLLMRT78C55A794K'],
        'buyer.name': 'Immobiliare Colle Alto S.r.l.',
        net_total: '1560.00',
        tax_total: '343.20',
        grand_total: ['1903.20', '1603.20'],
      },
      lines: null,
    },
  ),
  typedPage(
    `                                                                 Timmerbedrijf Van der Veen
Klant                                                            Havenkade 7
Scheepswerf De Hoop B.V.                                         8754 BG Makkum
t.a.v. crediteurenadministratie                                  KvK 01148820
Suderséwei 2                                                     Btw-id NL001884207B91
8754 AA Makkum                                                   IBAN NL91 ABNA 0417 1643 00


FACTUUR

Factuurnr.          Factuurdatum          Uw kenmerk          Vervaldatum
2026-041            16-03-2026            Werf 3              30-03-2026

Aantal      Eenheid     Omschrijving                              Tarief          Bedrag      btw
14,5        uur         Betimmering kajuit                         52,00          754,00      21%
3           plaat       Watervast multiplex 18 mm                  82,00          246,00      21%

Totaal exclusief btw                                                            1.000,00
21% btw over 1.000,00                                                             210,00
Te voldoen                                                                    € 1.210,00

Gelieve het bedrag binnen 14 dagen over te maken onder vermelding van het factuurnummer.`,
    {
      name: 'seller on the right, quantity first',
      language: 'nl',
      right: {
        invoice_number: '2026-041',
        issue_date: '2026-03-16',
        due_date: '2026-03-30',
        currency: 'EUR',
        'seller.name': 'Timmerbedrijf Van der Veen',
        'seller.tax_id': 'NL001884207B91',
        'buyer.name': 'Scheepswerf De Hoop B.V.',
        net_total: '1000.00',
        tax_total: '210.00',
        grand_total: '1210.00',
      },
      lines: [
        ['Betimmering kajuit', '14.5', '52.00', '754.00'],
        ['Watervast multiplex 18 mm', '3', '82.00', '246.00'],
      ],
    },
  ),
  typedPage(
    `Clémence Aubert - Photographe
Micro-entreprise - SIRET 851 224 307 00018
27 rue des Lices, 84000 Avignon

A l'attention de :
Domaine des Oliviers SCEA
Route de Gordes
84220 Cabrières

NOTE D'HONORAIRES 2026/07                                   Avignon, le 3 mars 2026

Prestation                                                                      Tarif
Reportage vendanges, une journée                                            650,00 EUR
Retouche de 40 images                                                       200,00 EUR
Frais de déplacement                                                         48,00 EUR

A régler                                                                    898,00 EUR

TVA non applicable, art. 293 B du CGI
Règlement à réception par virement : FR76 3000 4000 0312 3456 7890 143`,
    {
      name: 'no tax by law, prices alone',
      language: 'fr',
      right: {
        invoice_number: '2026/07',
        issue_date: '2026-03-03',
        currency: 'EUR',
        'seller.name': ['Clémence Aubert - Photographe', 'Clémence Aubert'],
        'buyer.name': 'Domaine des Oliviers SCEA',
        tax_total: [null, '0.00'],
        grand_total: '898.00',
      },
      lines: [
        ['Reportage vendanges, une journée', null, null, '650.00'],
        ['Retouche de 40 images', null, null, '200.00'],
        ['Frais de déplacement', null, null, '48.00'],
      ],
    },
  ),
  typedPage(
    `ELEKTRO BRANDL MEISTERBETRIEB
Inh. Josef Brandl · Am Weiher 2 · 83022 Rosenheim · Tel. 08031 555014

Herrn und Frau                                               Kd.-Nr.            4417
Pension Alpenrose                                            Beleg-Nr.          AR260097
Kirchweg 11                                                  Belegdatum         11.03.26
83229 Aschau                                                 Ausführung         KW 10
                                                             Bearbeiter         Brandl

R E C H N U N G

Pos   Menge   ME     Bezeichnung                               EP          GP
01     8,00   Std    Monteurstunden                         58,00      464,00
02    12,00   Stk    LED-Einbauleuchte                      21,50      258,00
03     1,00   psch   Kleinmaterial                          28,00       28,00

                     Summe                                             750,00
                     zzgl. 19 % Mehrwertsteuer                         142,50
                     Rechnungsendbetrag                        EUR     892,50

Bei Zahlung bis 21.03.26 gewähren wir 2 % Skonto (17,85), zahlbar rein netto bis 10.04.26.
Steuernummer 156/211/40387 · Sparkasse Rosenheim · IBAN DE89 3704 0044 0532 0130 00`,
    {
      name: 'trade, discount for early payment',
      language: 'de',
      right: {
        invoice_number: 'AR260097',
        issue_date: '2026-03-11',
        due_date: ['2026-04-10', null],
        currency: 'EUR',
        'seller.name': ['Elektro Brandl Meisterbetrieb', 'Elektro Brandl', 'Josef Brandl'],
        'seller.tax_id': '156/211/40387',
        'buyer.name': 'Pension Alpenrose',
        net_total: '750.00',
        tax_total: '142.50',
        grand_total: '892.50',
      },
      lines: [
        ['Monteurstunden', '8', '58.00', '464.00'],
        ['LED-Einbauleuchte', '12', '21.50', '258.00'],
        ['Kleinmaterial', '1', '28.00', '28.00'],
      ],
    },
  ),
  typedPage(
    `SUMINISTROS HOSTELEROS IGLESIAS S.L.
Pol. Ind. O Ceao, nave 31 - 27003 Lugo
N.I.F.: B27114408

  Factura          Fecha          Cliente      Vencimientos
  A/260771         27/02/26       000412       29/03/26   463,26

  CAFÉ BAR MUIÑO
  ANTONIO MUIÑO REGO
  RÚA NOVA 44
  27001 LUGO
  N.I.F.: 33318820W

 REF.      ARTÍCULO                          UDS.      PRECIO      DTO      NETO
 Albarán 118204 de 12/02/26
 V0330     VASO SIDRA 50 CL C/12               10       18,00       0       180,00
 C2208     CAFETERA ÉMBOLO 1 L                  5       24,00       0       120,00
 Albarán 118377 de 20/02/26
 M0100     MANTEL PAPEL 100X100 C/400           4       16,77       0        67,08

 BASE IMP.       % IVA      CUOTA IVA       % R.E.      CUOTA R.E.         TOTAL A PAGAR
 367,08          21,00      77,09           5,20        19,09              463,26 €

 Domiciliación bancaria`,
    {
      name: 'equivalence surcharge, totals in one row',
      language: 'es',
      right: {
        invoice_number: 'A/260771',
        issue_date: '2026-02-27',
        due_date: '2026-03-29',
        currency: 'EUR',
        'seller.name': 'Suministros Hosteleros Iglesias S.L.',
        'seller.tax_id': 'B27114408',
        'buyer.name': ['Café Bar Muiño', 'Antonio Muiño Rego'],
        net_total: '367.08',
        grand_total: '463.26',
      },
      lines: [
        ['VASO SIDRA 50 CL C/12', '10', '18.00', '180.00'],
        ['CAFETERA ÉMBOLO 1 L', '5', '24.00', '120.00'],
        ['MANTEL PAPEL 100X100 C/400', '4', '16.77', '67.08'],
      ],
    },
  ),
  typedPage(
    `     THE PLOUGH & ANCHOR
     Quayside, Whitby YO21 1DH
      VAT Reg: 331 7740 18

 Table 14        Covers 3
 Chk 220418   21/02/2026 20:14

 2 Fish & chips             33.00
 1 Steak & ale pie          16.50
 3 Yorkshire bitter         15.60
 1 Sticky toffee pudding     7.50

 Sub Total                  72.60
 Service 10%                 7.26
 To pay                    £79.86

 Incl. VAT @20%             12.10

 Visa ****4471             £79.86
      THANK YOU`,
    {
      name: 'pub, prices with tax, service',
      language: 'en',
      width: 260,
      right: {
        invoice_number: ['220418', null],
        issue_date: '2026-02-21',
        currency: 'GBP',
        'seller.name': 'The Plough & Anchor',
        'seller.tax_id': '331774018',
        tax_total: '12.10',
        grand_total: '79.86',
      },
      lines: [
        ['Fish & chips', '2', null, '33.00'],
        ['Steak & ale pie', '1', null, '16.50'],
        ['Yorkshire bitter', '3', null, '15.60'],
        ['Sticky toffee pudding', '1', null, '7.50'],
      ],
    },
  ),
]
