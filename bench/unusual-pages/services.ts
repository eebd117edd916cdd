import { typedPage } from './typed-page'

/** Subscriptions, advertising, insurance, rent and freelancers. */
export const services = [
  typedPage(
    `Invoice                                                                    Tallyhook

Invoice number      9F2C41D0-0007
Date of issue       March 1, 2026
Date due            March 1, 2026

Tallyhook, Inc.                         Bill to
2261 Market Street #4410                Larkspur Design Co
San Francisco, California 94114         18 Wharf Road
United States                           London N1 7GR
billing@tallyhook.example               United Kingdom
                                        accounts@larkspur.example

$96.00 USD due March 1, 2026

Description                                     Qty        Unit price           Amount
Team plan (per seat)                              8            $10.00           $80.00
Mar 1 – Apr 1, 2026
Extra storage                                     1             $0.00            $0.00
Mar 1 – Apr 1, 2026

                                                Subtotal                        $80.00
                                                Total excluding tax             $80.00
                                                VAT - United Kingdom (20%)      $16.00
                                                Total                           $96.00
                                                Amount due                  $96.00 USD`,
    {
      name: 'subscription, owed as a headline',
      language: 'en',
      right: {
        invoice_number: '9F2C41D0-0007',
        issue_date: '2026-03-01',
        due_date: '2026-03-01',
        currency: 'USD',
        'seller.name': ['Tallyhook, Inc.', 'Tallyhook'],
        'buyer.name': 'Larkspur Design Co',
        net_total: '80.00',
        tax_total: '16.00',
        grand_total: '96.00',
      },
      lines: [
        ['Team plan (per seat)', '8', '10.00', '80.00'],
        ['Extra storage', '1', '0.00', '0.00'],
      ],
    },
  ),
  typedPage(
    `HÉBERGEUR DES CÉVENNES SAS
Capital 40 000 € - RCS Nîmes 812 447 009 - TVA FR52812447009

FACTURE HC-2026-02-1183                                           Nîmes, le 28 février 2026
Association Les Tisseurs
22 rue Haute, 30120 Le Vigan                                      Échéance : 15 mars 2026

Service                          Période                          Durée       Prix mensuel      Prix
Serveur virtuel M                01/02/2026 - 28/02/2026          1 mois           18,00 €      18,00 €
Nom de domaine .fr               12/02/2026 - 12/02/2027          12 mois           0,75 €       9,00 €
Sauvegarde 100 Go                01/02/2026 - 28/02/2026          1 mois            5,00 €       5,00 €

          Prix HT : 32,00 €          TVA (20 %) : 6,40 €          Prix TTC : 38,40 €

Prélèvement automatique le 15 mars 2026`,
    {
      name: 'hosting, totals in one row',
      language: 'fr',
      right: {
        invoice_number: 'HC-2026-02-1183',
        issue_date: '2026-02-28',
        due_date: '2026-03-15',
        currency: 'EUR',
        'seller.name': 'Hébergeur des Cévennes SAS',
        'seller.tax_id': 'FR52812447009',
        'buyer.name': 'Association Les Tisseurs',
        net_total: '32.00',
        tax_total: '6.40',
        grand_total: '38.40',
      },
      lines: [
        ['Serveur virtuel M', '1', '18.00', '18.00'],
        ['Nom de domaine .fr', '12', '0.75', '9.00'],
        ['Sauvegarde 100 Go', '1', '5.00', '5.00'],
      ],
    },
  ),
  typedPage(
    `Beacon Ads Ireland Limited                                          Invoice
Harbour House, Dublin 2                                             Invoice number: 4188203371
Ireland
VAT number: IE 9771340C
                                                                    Details
Bill to                                                             Invoice date       31 Jan 2026
Ofimuebles Duero S.L.                                               Billing ID         8821-4471-0093
C/ Recondo 8, 47007 Valladolid                                      Account ID         448-118-2290
Spain
VAT number: ESB47118827

                                                                    Summary for 1 Jan 2026 - 31 Jan 2026
                                                                    Subtotal in EUR                 €412.55
                                                                    VAT (0%)                          €0.00
                                                                    Total in EUR                    €412.55

Services subject to the reverse charge - VAT to be accounted for by the recipient.

Description                             Quantity      Units           Amount(€)
Spring campaign                             1180      Clicks             300.05
Brand search                                 450      Clicks             112.50`,
    {
      name: 'advertising, summary before the rows',
      language: 'en',
      right: {
        invoice_number: '4188203371',
        issue_date: '2026-01-31',
        currency: 'EUR',
        'seller.name': 'Beacon Ads Ireland Limited',
        'seller.tax_id': 'IE9771340C',
        'buyer.name': 'Ofimuebles Duero S.L.',
        net_total: '412.55',
        tax_total: ['0.00', null],
        grand_total: '412.55',
      },
      lines: null,
    },
  ),
  typedPage(
    `Mutua Costa Brava de Seguros                                              RECIBO DE PRIMA
Rambla de la Llibertat 12, 17004 Girona          CIF V17220184

Tomador del seguro                               Recibo nº           R-2026-772104
Transportes Pla i Fills, S.L.                    Póliza              55-0081-2240
Polígon Mas Xirgu 30, 17005 Girona               Fecha de emisión    02/01/2026
                                                 Efecto              01/02/2026
                                                 Vencimiento         01/02/2027
Riesgo: flota de vehículos

Prima neta                       1.400,00
Recargo de fraccionamiento          42,00
Consorcio                           18,00
Impuestos (IPS 8%)                 115,36
Total prima                      1.575,36 €`,
    {
      name: 'insurance premium',
      language: 'es',
      right: {
        invoice_number: 'R-2026-772104',
        issue_date: '2026-01-02',
        currency: 'EUR',
        'seller.name': 'Mutua Costa Brava de Seguros',
        'seller.tax_id': 'V17220184',
        'buyer.name': 'Transportes Pla i Fills, S.L.',
        tax_total: '115.36',
        grand_total: '1575.36',
      },
      lines: null,
    },
  ),
  typedPage(
    `                                                       Vastgoed De Schelde B.V.
                                                       Kaaistraat 51, 4331 PM Middelburg
                                                       KvK 22055190   BTW NL819344027B01

Aan: Drukkerij Zeeuws Licht
     Nieuwe Haven 4
     4301 DG Zierikzee

Factuur       HR-260301           Factuurdatum  01-03-2026         Vervaldatum  15-03-2026

Huur bedrijfsruimte Nieuwe Haven 4, maart 2026                    €      1.450,00
Servicekosten, voorschot maart 2026                               €        150,00
                                                                  ---------------
Totaal exclusief btw                                              €      1.600,00
Btw hoog 21%                                                      €        336,00
Te voldoen                                                        €      1.936,00

Wij verzoeken u het bedrag over te maken op NL20 INGB 0001 2345 67`,
    {
      name: 'rent, no headings',
      language: 'nl',
      right: {
        invoice_number: 'HR-260301',
        issue_date: '2026-03-01',
        due_date: '2026-03-15',
        currency: 'EUR',
        'seller.name': 'Vastgoed De Schelde B.V.',
        'seller.tax_id': 'NL819344027B01',
        'buyer.name': 'Drukkerij Zeeuws Licht',
        net_total: '1600.00',
        tax_total: '336.00',
        grand_total: '1936.00',
      },
      lines: [
        ['Huur bedrijfsruimte Nieuwe Haven 4, maart 2026', null, null, '1450.00'],
        ['Servicekosten, voorschot maart 2026', null, null, '150.00'],
      ],
    },
  ),
  typedPage(
    `LUCÍA ARANDA MESTRE
Traductora jurada · NIF 44218820K
C/ Pintor Sorolla 3, 2º, 46002 Valencia

FACTURA                                            DATOS DEL CLIENTE
Número: 11/2026                                    Notaría Campos y Gil, S.C.P.
Fecha: 15 de marzo de 2026                         CIF J46330218
                                                   Gran Vía 40, 46005 Valencia

Base:           500,00 €          Traducción de escrituras: 5.000 palabras a 0,08 €      400,00 €
IVA (21%):      105,00 €          Jura de documento: 2 uds. a 50,00 €                    100,00 €
IRPF (-15%):    -75,00 €
TOTAL:          530,00 €

Transferencia a ES76 2100 0418 4502 0005 1332 antes del 14/04/2026`,
    {
      name: 'freelancer, totals on the left',
      language: 'es',
      right: {
        invoice_number: '11/2026',
        issue_date: '2026-03-15',
        due_date: ['2026-04-14', null],
        currency: 'EUR',
        'seller.name': 'Lucía Aranda Mestre',
        'seller.tax_id': '44218820K',
        'buyer.name': 'Notaría Campos y Gil, S.C.P.',
        net_total: '500.00',
        tax_total: '105.00',
        withheld_total: '75.00',
        grand_total: '530.00',
      },
      lines: null,
    },
  ),
]
