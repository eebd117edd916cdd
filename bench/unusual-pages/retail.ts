import { typedPage } from './typed-page'

/** Bought over a counter or online: pharmacy, car park, taxi, market place, wine, tyres, garden centre. */
export const retail = [
  typedPage(
    `   FARMACIAS DEL BAJÍO S.A. DE C.V.
      RFC FBA 040622 7H1
   SUC. 118 LEÓN CENTRO
   BLVD. LÓPEZ MATEOS 2044
   C.P. 37000 LEÓN, GTO.

   TICKET: 0118-4471-2026
   FECHA: 05/MAR/2026   HORA: 18:44
   CAJERO: PAOLA R.

   CANT DESCRIPCION          IMPORTE
   2    LORATADINA 10MG        98.00
   1    TERMOMETRO DIGITAL    116.00
   1    AGUA 1.5L              18.00

   SUBTOTAL                   216.00
   IVA 16%                     16.00
   TOTAL                     $232.00
   EFECTIVO                  $250.00
   CAMBIO                     $18.00
   SON: DOSCIENTOS TREINTA Y DOS
   PESOS 00/100 M.N.

   FACTURE SU COMPRA EN LINEA ANTES
   DEL 31/03/2026`,
    {
      name: 'pharmacy, cash and change',
      language: 'es',
      width: 250,
      right: {
        invoice_number: ['0118-4471-2026', null],
        issue_date: '2026-03-05',
        currency: 'MXN',
        'seller.name': 'Farmacias del Bajío S.A. de C.V.',
        'seller.tax_id': ['FBA0406227H1', 'FBA 040622 7H1'],
        net_total: '216.00',
        tax_total: '16.00',
        grand_total: '232.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `     PARKHAUS AM DOM
   Contipark-Nord GmbH
   Domplatz 4, 39104 Magdeburg
   USt-ID: DE 204 471 182

   QUITTUNG  Nr. 0118204

   Einfahrt   27.02.26  08:14
   Ausfahrt   27.02.26  17:51
   Parkdauer  9 Std 37 Min

   Bezahlt           EUR  14,50
   inkl. 19% MwSt    EUR   2,32
   netto             EUR  12,18

   Bezahlt mit: Maestro
   Gute Fahrt!`,
    {
      name: 'car park, entry and exit',
      language: 'de',
      width: 220,
      right: {
        invoice_number: ['0118204', null],
        issue_date: '2026-02-27',
        currency: 'EUR',
        'seller.name': ['Contipark-Nord GmbH', 'Parkhaus am Dom'],
        'seller.tax_id': 'DE204471182',
        net_total: '12.18',
        tax_total: '2.32',
        grand_total: '14.50',
      },
      lines: null,
    },
  ),
  typedPage(
    `    TAXI RÁDIO CENTRAL COIMBRA CRL
     NIF 504471182
    FATURA SIMPLIFICADA FS T44/1182
      Original

    Data: 12-03-2026   Hora: 09:08
    Viatura: 44-LX-18
    Cliente: Consumidor final

    Serviço urbano              7,45
    Suplemento bagagem          1,60
    Chamada                     0,80
    ---------------------------------
    TOTAL EUR                   9,85
    IVA incluído 6%             0,56
    Base                        9,29

    Numerário                  10,00
    Troco                       0,15
    Processado por programa certificado
    nº 1182/AT   ATCUD: J44K7-1182`,
    {
      name: 'taxi, base under the total',
      language: 'pt',
      width: 250,
      right: {
        invoice_number: ['FS T44/1182', 'T44/1182'],
        issue_date: '2026-03-12',
        currency: 'EUR',
        'seller.name': 'Taxi Rádio Central Coimbra CRL',
        'seller.tax_id': '504471182',
        net_total: '9.29',
        tax_total: '0.56',
        grand_total: '9.85',
      },
      lines: null,
    },
  ),
  typedPage(
    `Invoice                                                            kettle&crumb
                                                                   marketplace seller

Sold by                         Billing address                    Delivery address
Kettle & Crumb Supplies Ltd     Priya Nair                         Priya Nair
Unit 18, Tannery Yard           Nair Design Studio                 Nair Design Studio
Leeds LS9 8AG                   44 Hanover Street                  44 Hanover Street
VAT # GB447118204               Bristol BS1 6QA                    Bristol BS1 6QA

Order # 204-1182044-7718204     Order date 1 March 2026            Invoice # INV-GB-44711820
Invoice date / Delivery date    2 March 2026

Description                                     Qty   Unit price    VAT    Unit price   Item subtotal
                                                      (excl. VAT)   rate   (incl. VAT)  (incl. VAT)
Electric kettle 1.7L brushed steel                1        £32.50    20%        £39.00         £39.00
ASIN: B0K44711820
Descaler sachets pack of 6                        2         £5.00    20%         £6.00         £12.00
ASIN: B0D18204477
Shipping charges                                           £3.33                 £4.00          £4.00

                                                                    Invoice total              £55.00
                                     VAT rate    Item subtotal (excl. VAT)      VAT subtotal
                                     20%                           £45.83              £9.17
                                     Total                         £45.83              £9.17`,
    {
      name: 'market place, three addresses',
      language: 'en',
      right: {
        invoice_number: 'INV-GB-44711820',
        issue_date: '2026-03-02',
        currency: 'GBP',
        'seller.name': 'Kettle & Crumb Supplies Ltd',
        'seller.tax_id': 'GB447118204',
        'buyer.name': ['Priya Nair', 'Nair Design Studio'],
        net_total: '45.83',
        tax_total: '9.17',
        grand_total: '55.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `CANTINE FRATELLI MORANDO                     FATTURA ACCOMPAGNATORIA
Società Agricola s.s.                        N. 44/2026     del  04.03.2026
Loc. Bricco 18 - 14049 Nizza Monferrato (AT)
P.I. 01182040050   Cap. Soc. 90.000
                                             Cliente: ENOTECA DEL PONTE
Porto: franco     Colli: 12                  di Serra Lucia
Aspetto: cartoni                             Via Po 118 - 10124 TORINO
                                             P.I. 08204471189

Q.tà    Descrizione                     Annata    Prezzo       Sconto     Totale
  60    Barbera d'Asti sup. bt 0,75      2022       7,80        5%         444,60
  36    Moscato d'Asti bt 0,75           2025       6,50                   234,00
  12    Grappa bt 0,50                              14,20                  170,40

Imponibile 849,00        IVA 22% 186,78        Totale EUR 1.035,78
Pagamento: rimessa diretta 30 gg d.f.f.m.   Scadenza 04/04/2026`,
    {
      name: 'winery, totals in one sentence',
      language: 'it',
      right: {
        invoice_number: '44/2026',
        issue_date: '2026-03-04',
        due_date: '2026-04-04',
        currency: 'EUR',
        'seller.name': 'Cantine Fratelli Morando',
        'seller.tax_id': '01182040050',
        'buyer.name': ['Enoteca del Ponte di Serra Lucia', 'Enoteca del Ponte'],
        net_total: '849.00',
        tax_total: '186.78',
        grand_total: '1035.78',
      },
      lines: [
        ["Barbera d'Asti sup. bt 0,75", '60', '7.80', '444.60'],
        ["Moscato d'Asti bt 0,75", '36', '6.50', '234.00'],
        ['Grappa bt 0,50', '12', '14.20', '170.40'],
      ],
    },
  ),
  typedPage(
    `  DISCOUNT TIRE & LUBE #44
  1182 N. Mesa St. El Paso TX 79902
  915-555-0171

  INVOICE 4471182         03/09/26 2:51 PM
  CUSTOMER: RIO GRANDE PLUMBING CO
  2019 FORD F-150   PLATE KXB-4471   MILES 88,204

  QTY  PART#      DESCRIPTION            EACH        EXT
   4   T27565R18  ALL TERRAIN 275/65R18  182.00    728.00
   4   MB         MOUNT AND BALANCE       22.00     88.00
   4   DISP       TIRE DISPOSAL FEE        3.00     12.00

       PARTS   728.00   LABOR   88.00   FEES   12.00
                         SALES TAX 8.25%         60.06
                         INVOICE TOTAL          888.06
                         VISA 7718             -888.06
                         BALANCE                  0.00`,
    {
      name: 'tyres, parts labour fees',
      language: 'en',
      width: 480,
      right: {
        invoice_number: '4471182',
        issue_date: '2026-03-09',
        currency: ['USD', null],
        'seller.name': ['Discount Tire & Lube #44', 'Discount Tire & Lube'],
        'seller.tax_id': null,
        'buyer.name': 'Rio Grande Plumbing Co',
        net_total: ['828.00', '728.00', null],
        tax_total: '60.06',
        grand_total: '888.06',
      },
      lines: [
        ['ALL TERRAIN 275/65R18', '4', '182', '728.00'],
        ['MOUNT AND BALANCE', '4', '22', '88.00'],
        ['TIRE DISPOSAL FEE', '4', '3', '12.00'],
      ],
    },
  ),
  typedPage(
    `Tuincentrum De Groene Vallei          | Kassabon / factuur
Veldweg 118, 6705 Wageningen          | Bon        : 2044718
BTW: NL 8118.20.447.B.01              | Datum      : za 28-02-2026
                                      | Klant      : 118 Hoveniersbedrijf Bos

  Art.nr     Omschrijving           Aant.    Prijs incl.   Korting     Bedrag incl.
  118204     Buxus 40/50               25          6,54       10%          147,15
  204471     Potgrond 40L              20          5,45                    109,00
  900001     Bezorging                  1         24,20                     24,20

                                              Totaal incl. BTW             280,35
  BTW laag   9% over  235,00 =  21,15
  BTW hoog  21% over   20,00 =   4,20
                                              Op rekening                  280,35`,
    {
      name: 'garden centre, prices with tax, two rates',
      language: 'nl',
      width: 560,
      right: {
        invoice_number: '2044718',
        issue_date: '2026-02-28',
        'seller.name': 'Tuincentrum De Groene Vallei',
        'seller.tax_id': 'NL811820447B01',
        'buyer.name': 'Hoveniersbedrijf Bos',
        net_total: ['255.00', null],
        tax_total: '25.35',
        grand_total: '280.35',
      },
      lines: null,
    },
  ),
]
