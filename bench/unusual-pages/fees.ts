import { typedPage } from './typed-page'

/** Lawyers, accountants, craftsmen, contractors: hours by person, funds, withheld tax, retainage, no tax by law. */
export const fees = [
  typedPage(
    `                           ALDERTON FISK LLP
                           Attorneys at Law
                    1180 Peachtree Street, Suite 2200
                         Atlanta, Georgia 30309
                          Tax ID 58-2204471

February 28, 2026                                            Bill No. 118204
                                                             Client.Matter  04471.0012
Harbor Point Marina, Inc.
Attn: General Counsel
77 Dock Street
Savannah, GA 31401

Re:  Lease dispute with Coastal Fuel

PROFESSIONAL SERVICES RENDERED THROUGH FEBRUARY 15, 2026

Date         Atty     Description                                             Hours        Rate          Amount
02/03/26     KLA      Review lease and correspondence                          2.40      450.00       $1,080.00
02/05/26     MTR      Legal research re holdover                               3.00      280.00         $840.00
02/11/26     KLA      Draft demand letter; call with client                    1.60      450.00         $720.00

                                                          TOTAL FEES           7.00                   $2,640.00

DISBURSEMENTS ADVANCED
          Filing fee                                                                                    $215.00
          Overnight delivery                                                                             $45.00
                                                          TOTAL DISBURSEMENTS                           $260.00

                                                          TOTAL THIS BILL                             $2,900.00
                                                          PREVIOUS BALANCE            $1,500.00
                                                          PAYMENTS RECEIVED          ($1,500.00)
                                                          BALANCE DUE                                 $2,900.00

Payment is due upon receipt. Interest of 1% per month accrues after 30 days.`,
    {
      name: 'attorneys, hours by person',
      language: 'en',
      right: {
        invoice_number: '118204',
        issue_date: '2026-02-28',
        currency: ['USD', null],
        'seller.name': 'Alderton Fisk LLP',
        'seller.tax_id': '58-2204471',
        'buyer.name': 'Harbor Point Marina, Inc.',
        tax_total: [null, '0.00'],
        grand_total: '2900.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Dott.ssa Chiara Valenti
Commercialista - Revisore legale
Corso Italia 118 - 34122 Trieste
C.F. VLNCHR78D52L424K   P.IVA 01118200322
PEC chiara.valenti@pec.esempio.it

                                                          Spett.le
                                                          NAUTICA SAN GIUSTO S.R.L.
                                                          Riva Grumula 4
                                                          34123 TRIESTE (TS)
                                                          P.IVA 01044710326

PARCELLA N. 18 DEL 10/03/2026

Oggetto: assistenza fiscale I trimestre 2026

     Tenuta contabilità                                        €  1.200,00
     Dichiarazione IVA annuale                                 €    350,00
     Consulenza contrattuale                                   €    450,00

     Totale onorari                                            €  2.000,00
     Contributo integrativo C.N.P.A.D.C. 4%                    €     80,00
     Imponibile IVA                                            €  2.080,00
     IVA 22%                                                   €    457,60
     Spese anticipate art. 15 DPR 633/72                       €     16,00
     Totale parcella                                           €  2.553,60
     Ritenuta d'acconto 20% su € 2.000,00                      € -  400,00
     Netto a pagare                                            €  2.153,60

IBAN IT28 W080 0000 2921 0064 5211 151 - pagamento a 30 gg.`,
    {
      name: 'accountant, fund, advances, withheld tax',
      language: 'it',
      right: {
        invoice_number: '18',
        issue_date: '2026-03-10',
        currency: 'EUR',
        'seller.name': 'Dott.ssa Chiara Valenti',
        'seller.tax_id': ['01118200322', 'VLNCHR78D52L424K'],
        'buyer.name': 'Nautica San Giusto S.r.l.',
        'buyer.tax_id': '01044710326',
        net_total: ['2080.00', '2096.00', '2000.00'],
        tax_total: '457.60',
        withheld_total: '400.00',
        grand_total: ['2553.60', '2153.60'],
        payable: ['2153.60', null],
      },
      lines: null,
    },
  ),
  typedPage(
    `Camille Roussel
Graphiste indépendante - Entrepreneur individuel
14 rue des Lices, 49100 Angers
SIRET : 881 204 477 00013 - APE 7410Z
camille@roussel-graphisme.example - 06 55 50 11 84

FACTURE 2026-011                                    À l'attention de :
Date de facturation : 12 mars 2026                  Association Le Fil d'Ariane
Date de prestation : février 2026                   Maison des associations
Échéance : 11 avril 2026                            2 place Imbach, 49100 Angers

Prestation                                        Nb jours        Tarif jour          Montant
Conception de l'affiche du festival                    2,5          320,00 €         800,00 €
Déclinaison pour les réseaux sociaux                     1          320,00 €         320,00 €
Suivi d'impression                                     0,5          320,00 €         160,00 €

                                                               Somme à régler      1 280,00 €

TVA non applicable, article 293 B du CGI. Dispensé d'immatriculation au RCS.
En cas de retard, une indemnité forfaitaire de 40 € sera exigée.
Virement : FR76 1180 2044 7118 2044 7118 204`,
    {
      name: 'freelance, no tax, days',
      language: 'fr',
      right: {
        invoice_number: '2026-011',
        issue_date: '2026-03-12',
        due_date: '2026-04-11',
        currency: 'EUR',
        'seller.name': ['Camille Roussel', 'Camille Roussel Graphiste'],
        'seller.tax_id': ['88120447700013', null],
        'buyer.name': "Association Le Fil d'Ariane",
        tax_total: [null, '0.00'],
        grand_total: '1280.00',
      },
      lines: [
        ["Conception de l'affiche du festival", '2.5', '320', '800.00'],
        ['Déclinaison pour les réseaux sociaux', '1', '320', '320.00'],
        ["Suivi d'impression", '0.5', '320', '160.00'],
      ],
    },
  ),
  typedPage(
    `BRIDGEWATER CONCRETE & PAVING LLC                              APPLICATION FOR PAYMENT / INVOICE
4471 Quarry Lane, Tulsa, OK 74107                              Invoice #        2026-118
Ph. 918-555-0120                                               Invoice date     Mar 5, 2026
                                                               Application #    4
TO:   Summit General Contractors, Inc.                         Period to        Feb 28, 2026
      900 S Boston Ave                                         Contract date    Sep 12, 2025
      Tulsa, OK 74119                                          Project          Riverside Lofts

Item    Description of work        Scheduled value    Previous        This period     Completed to date     %
1       Mobilization                     12,000.00    12,000.00              0.00             12,000.00   100
2       Footings                         48,000.00    36,000.00         12,000.00             48,000.00   100
3       Slab on grade                    60,000.00         0.00         18,000.00             18,000.00    30
        TOTALS                          120,000.00    48,000.00         30,000.00             78,000.00    65

        Total completed and stored to date                                               $78,000.00
        Less 10% retainage                                                                $7,800.00
        Total earned less retainage                                                      $70,200.00
        Less previous certificates for payment                                           $43,200.00
        CURRENT PAYMENT DUE                                                              $27,000.00
        Balance to finish, including retainage                                           $49,800.00`,
    {
      name: 'contractor, retainage',
      language: 'en',
      right: {
        invoice_number: '2026-118',
        issue_date: '2026-03-05',
        currency: ['USD', null],
        'seller.name': 'Bridgewater Concrete & Paving LLC',
        'seller.tax_id': null,
        'buyer.name': 'Summit General Contractors, Inc.',
        tax_total: [null, '0.00'],
        grand_total: ['27000.00', '30000.00'],
      },
      lines: null,
    },
  ),
  typedPage(
    `Malermeister Jörg Deppe          Lohstraße 18 - 49074 Osnabrück - Tel. 0541 551204 - info@maler-deppe.example

Eheleute
Renate und Klaus Wiebe
Am Kirchkamp 7
49078 Osnabrück                                                        Osnabrück, den 9. März 2026

RECHNUNG NR. 260044
Bauvorhaben: Flur und Wohnzimmer, Am Kirchkamp 7          Kundennummer 11820          ausgeführt: KW 9/2026

Pos      Menge   Einh.    Leistung                                        EP in EUR         GP in EUR
1.         86,00 m²       Wände streichen, zweimaliger Anstrich                6,50            559,00
                          inkl. Abkleben und Abdecken
2.         24,00 m        Fußleisten schleifen und lackieren                   9,00            216,00
3.          6,00 Std.     Spachtelarbeiten auf Nachweis                       52,00            312,00
4.          1,00 psch     Material und Anfahrt                               113,00            113,00

                          Zwischensumme netto                                                1.200,00
                          + 19 % Mehrwertsteuer                                                228,00
                          RECHNUNGSSUMME                                                     1.428,00

Im Rechnungsbetrag sind Lohnkosten in Höhe von 1.034,00 EUR zzgl. MwSt. 196,46 EUR = 1.230,46 EUR enthalten,
die nach § 35a EStG begünstigt sind. Aufbewahrungspflicht: 2 Jahre. Zahlbar bis 23.03.2026 rein netto.
Sparkasse Osnabrück, IBAN DE11 2655 0105 0011 8204 47        Steuernummer 66/118/20447`,
    {
      name: 'painter, share of wages below the total',
      language: 'de',
      right: {
        invoice_number: '260044',
        issue_date: '2026-03-09',
        due_date: ['2026-03-23', null],
        currency: 'EUR',
        'seller.name': ['Malermeister Jörg Deppe', 'Jörg Deppe'],
        'seller.tax_id': '66/118/20447',
        'buyer.name': ['Renate und Klaus Wiebe', 'Eheleute Renate und Klaus Wiebe'],
        net_total: '1200.00',
        tax_total: '228.00',
        grand_total: '1428.00',
      },
      lines: [
        ['Wände streichen, zweimaliger Anstrich inkl. Abkleben und Abdecken', '86', '6.5', '559.00'],
        ['Fußleisten schleifen und lackieren', '24', '9', '216.00'],
        ['Spachtelarbeiten auf Nachweis', '6', '52', '312.00'],
        ['Material und Anfahrt', '1', '113', '113.00'],
      ],
    },
  ),
  typedPage(
    `Fernando Ibarra Etxeberria                                             Factura
Procurador de los Tribunales                                           F-2026/0044
N.I.F. 15118204T                                                       San Sebastián, a 4 de marzo de 2026
Avda. de la Libertad 18, 4º dcha.
20004 Donostia-San Sebastián

Cliente: CONSTRUCCIONES ARRIETA, S.A.     C.I.F. A20044718     Paseo de Errotaburu 1, 20018 Donostia

Procedimiento ordinario 118/2025, Juzgado de 1ª Instancia nº 4

Concepto                                                                          Euros
Derechos arancelarios (R.D. 434/2024)                                            600,00
Copias y otros                                                                    40,00
                                             Base imponible                      640,00
                                             21 % I.V.A.                         134,40
                                             15 % Retención I.R.P.F.             -96,00
                                             Suma                                678,40
Suplidos (exentos)
Tasa judicial                                                                    150,00
                                             Total a abonar                      828,40
                                             Provisión de fondos                -300,00
                                             Saldo a nuestro favor               528,40`,
    {
      name: 'court agent, withheld tax, advances, provision',
      language: 'es',
      right: {
        invoice_number: 'F-2026/0044',
        issue_date: '2026-03-04',
        currency: 'EUR',
        'seller.name': 'Fernando Ibarra Etxeberria',
        'seller.tax_id': '15118204T',
        'buyer.name': 'Construcciones Arrieta, S.A.',
        'buyer.tax_id': 'A20044718',
        net_total: ['640.00', '790.00'],
        tax_total: '134.40',
        withheld_total: '96.00',
        grand_total: ['828.40', '924.40'],
      },
      lines: null,
    },
  ),
]
