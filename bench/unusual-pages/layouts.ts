import { typedPage } from './typed-page'

/** Pages set otherwise than most: values before labels, landscape, two columns, forms, credit notes, receipts. */
export const layouts = [
  typedPage(
    `                              STATEMENT OF CHARGES / TAX INVOICE

       MERIDIAN PRINT WORKS PTY LTD                     ABN 51 824 753 556
       9 Foundry Lane, Fitzroy VIC 3065

       INV-20881          Invoice number
       11/02/2026         Invoice date
       25/02/2026         Payment due
       Yarra Valley Cellars Pty Ltd          Customer

            250      Wine labels, gold foil            1.20           300.00
            100      Shelf talkers                     2.00           200.00

         $500.00     Subtotal
          $50.00     GST
         $550.00     TOTAL`,
    {
      name: 'values before their labels',
      language: 'en',
      right: {
        invoice_number: 'INV-20881',
        issue_date: '2026-02-11',
        due_date: '2026-02-25',
        currency: ['AUD', null],
        'seller.name': 'Meridian Print Works Pty Ltd',
        'seller.tax_id': '51824753556',
        'buyer.name': 'Yarra Valley Cellars Pty Ltd',
        net_total: '500.00',
        tax_total: '50.00',
        grand_total: '550.00',
      },
      lines: [
        ['Wine labels, gold foil', '250', '1.20', '300.00'],
        ['Shelf talkers', '100', '2.00', '200.00'],
      ],
    },
  ),
  typedPage(
    `DISTRIBUIDORA FARMACÉUTICA DEL SURESTE SA DE CV                                                                          FACTURA  C 48817
RFC DFS0811035T2     Régimen 601     Av. Colosio 410, Mérida, Yucatán                                                    Fecha: 2026-03-04
Cliente: Farmacias La Ceiba SA de CV     RFC FCE150922HN1     Calle 60 No. 310, Mérida                                    Condiciones: crédito 30 días

Clave      Descripción                             Lote         Caducidad     Cant.   Unidad    P. Lista    Desc. %    P. Neto      Importe      IVA
PAR500     Paracetamol 500 mg c/20                 A1187        2027-10         100   Caja         20.00       10.00      18.00     1,800.00     0%
ALC070     Alcohol 70% 1 L                         K0091        2028-01          50   Pieza        30.00        0.00      30.00     1,500.00     16%
GAS010     Gasa estéril 10x10 c/100                G7712        2029-06          20   Paquete      40.00       12.50      35.00       700.00     16%

Importe con letra: CUATRO MIL TRESCIENTOS CINCUENTA Y DOS PESOS 00/100 M.N.                                    Subtotal              4,000.00
Forma de pago: 99 Por definir     Método de pago: PPD     Uso CFDI: G01                                        IVA 16%                 352.00
Folio fiscal: 7C0B1D52-9E44-4F0A-8B1C-22D1A90E5F31                                                             Total               $4,352.00`,
    {
      name: 'landscape, twelve columns',
      language: 'es',
      width: 842,
      height: 595,
      right: {
        invoice_number: ['C 48817', '48817'],
        issue_date: '2026-03-04',
        currency: 'MXN',
        'seller.name': 'Distribuidora Farmacéutica del Sureste SA de CV',
        'seller.tax_id': 'DFS0811035T2',
        'buyer.name': 'Farmacias La Ceiba SA de CV',
        net_total: '4000.00',
        tax_total: '352.00',
        grand_total: '4352.00',
        uuid: '7C0B1D52-9E44-4F0A-8B1C-22D1A90E5F31',
      },
      lines: [
        ['Paracetamol 500 mg c/20', '100', '18.00', '1800.00'],
        ['Alcohol 70% 1 L', '50', '30.00', '1500.00'],
        ['Gasa estéril 10x10 c/100', '20', '35.00', '700.00'],
      ],
    },
  ),
  typedPage(
    `Brasserie de l'Écluse SA            Livraisons du mois
Chemin du Lac 7                     Désignation              Nb     Prix      CHF
1400 Yverdon-les-Bains              Fût blonde 20 l           6    95.00    570.00
CHE-114.882.307 TVA                 Caisse ambrée 24x33       5    46.00    230.00
                                    Consigne fûts             4    50.00    200.00
FACTURE
No       260188                     Total HT                               1000.00
Date     05.02.2026                 TVA 8.1%                                 81.00
Délai    07.03.2026                 Total CHF                              1081.00

Destinataire
Café du Port Sàrl
Quai 2
1400 Yverdon-les-Bains              Merci de votre confiance`,
    {
      name: 'two columns, the rows on the right',
      language: 'fr',
      right: {
        invoice_number: '260188',
        issue_date: '2026-02-05',
        due_date: '2026-03-07',
        currency: 'CHF',
        'seller.name': "Brasserie de l'Écluse SA",
        'seller.tax_id': ['CHE-114.882.307', 'CHE-114.882.307 TVA'],
        'buyer.name': 'Café du Port Sàrl',
        net_total: '1000.00',
        tax_total: '81.00',
        grand_total: '1081.00',
      },
      lines: [
        ['Fût blonde 20 l', '6', '95.00', '570.00'],
        ['Caisse ambrée 24x33', '5', '46.00', '230.00'],
        ['Consigne fûts', '4', '50.00', '200.00'],
      ],
    },
  ),
  typedPage(
    `Loja Azulejo Online, Lda                                                   Original
Rua do Almada 118, 4050-032 Porto
Contribuinte n.º 514882093

Fatura-Recibo FR 1/4482

Exmo.(s) Sr.(s)
Atelier Foz Arquitetos Lda
Av. Brasil 210, 4150-151 Porto
Contribuinte: 507331184

Data de emissão     Vencimento     Moeda     Câmbio
2026-02-19          2026-02-19     EUR       1,00

Artigo      Descrição                        Qtd.      Pr. Unitário      Desc.      IVA      Valor
AZ-114      Azulejo pintado à mão             40              3,50       0,00       23       140,00
AZ-220      Cola cerâmica 5 kg                 2             30,00       0,00       23        60,00

Quadro resumo do IVA
Taxa/Valor      Incidência      Total IVA            Mercadoria/Serviços          200,00
23,00             200,00            46,00            Desconto comercial             0,00
                                                     Portes                         0,00
                                                     IVA                           46,00
                                                     Total ( EUR )                246,00`,
    {
      name: 'shop, summary of taxes beside the totals',
      language: 'pt',
      right: {
        invoice_number: ['FR 1/4482', '1/4482'],
        issue_date: '2026-02-19',
        due_date: ['2026-02-19', null],
        currency: 'EUR',
        'seller.name': 'Loja Azulejo Online, Lda',
        'seller.tax_id': '514882093',
        'buyer.name': 'Atelier Foz Arquitetos Lda',
        net_total: '200.00',
        tax_total: '46.00',
        grand_total: '246.00',
      },
      lines: [
        ['Azulejo pintado à mão', '40', '3.50', '140.00'],
        ['Cola cerâmica 5 kg', '2', '30.00', '60.00'],
      ],
    },
  ),
  typedPage(
    `        FRESHFIELD GROCERS
     114 Station Parade, Harrogate
       VAT No 770 1184 23
  04/03/26  17:42   Till 3   Op 118
  Receipt no 0311882

  Semi skimmed milk 2L       1.45
  Sourdough loaf             2.80
  Bananas
   0.842 kg @ £0.95/kg       0.80
  Teabags 160                4.20
   2 for £8 saving          -0.40
  Teabags 160                4.20
  Printer paper A4           4.50

  BALANCE DUE    7 items    £17.55
  VISA DEBIT                £17.55
  CHANGE                     £0.00

  VAT 20.0%  net 3.75  VAT 0.75`,
    {
      name: 'grocer, as text',
      language: 'en',
      width: 226,
      right: {
        document_type: 'receipt',
        invoice_number: ['0311882', null],
        issue_date: '2026-03-04',
        currency: 'GBP',
        'seller.name': 'Freshfield Grocers',
        'seller.tax_id': '770118423',
        grand_total: '17.55',
      },
      lines: null,
    },
  ),
  typedPage(
    `Kantoorvakhandel De Griffel                                      CREDITNOTA
Oude Gracht 88 | 3511 AV Utrecht                                 Nummer        C2026-0044
BTW-nummer NL003881204B72                                        Datum         24 februari 2026
                                                                 Betreft       factuur 2026-0871
Stichting Lentehof
t.a.v. crediteurenadministratie
Parkweg 3, 3603 AA Maarssen

Artikel         Omschrijving                    Aantal     Stuksprijs     Bedrag
BS-330          Bureaustoel, retour                 -2         150,00     -300,00
VK-001          Verzendkosten                       -1          10,00      -10,00

                                       Totaal excl. btw                   -310,00
                                       Btw 21%                             -65,10
                                       Totaal incl. btw                   -375,10

Het bedrag wordt binnen 14 dagen teruggestort op uw rekening.`,
    {
      name: 'credit note, printed negative',
      language: 'nl',
      right: {
        document_type: 'credit_note',
        invoice_number: 'C2026-0044',
        issue_date: '2026-02-24',
        'seller.name': 'Kantoorvakhandel De Griffel',
        'seller.tax_id': 'NL003881204B72',
        'buyer.name': 'Stichting Lentehof',
        net_total: '310.00',
        tax_total: '65.10',
        grand_total: '375.10',
      },
      lines: [
        ['Bureaustoel, retour', '2', '150.00', '300.00'],
        ['Verzendkosten', '1', '10.00', '10.00'],
      ],
    },
  ),
  typedPage(
    `+--------------------------------------------------------------------------------------+

  From:   Quarry Hill Catering            To:     Westmere Primary School
          3 Quarry Hill                           Westmere Road
          Sheffield S6 2PT                        Sheffield S7 1RR

  Inv. date    17.03.2026                 Inv. #     QH-331              PO     WPS-2209

+--------------------------------------------------------------------------------------+

  Staff lunch for 24 people, 16 March, as agreed by telephone with Mrs Holt, including
  hire of crockery and service ................................................. £432.00

  Additional vegetarian platters, 3 at £16.00 ..................................  £48.00

                                                      Sum due                    £480.00
                                                      We are not registered for VAT.

  Pay to: Quarry Hill Catering, sort code 20-00-00, account 12345678`,
    {
      name: 'running text with dots, no tax',
      language: 'en',
      right: {
        invoice_number: 'QH-331',
        issue_date: '2026-03-17',
        currency: 'GBP',
        'seller.name': 'Quarry Hill Catering',
        'seller.tax_id': null,
        'buyer.name': 'Westmere Primary School',
        tax_total: [null, '0.00'],
        grand_total: '480.00',
      },
      lines: null,
    },
  ),
]
