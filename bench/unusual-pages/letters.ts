import { typedPage } from './typed-page'

/** Credit notes, reverse charge, pro forma, statements, exports, service notes of towns: what is not a plain invoice. */
export const letters = [
  typedPage(
    `LABORATOIRES FONTVIEILLE                            AVOIR N° A2600118
ZA des Cadeneaux - 13170 Les Pennes-Mirabeau        Date : 06/03/2026
SIRET 392 118 204 00031                             Votre compte : C04471
TVA FR92392118204                                   En référence à la facture FA2600771 du 19/02/2026

                                                    PHARMACIE DU VIEUX PORT
                                                    SELARL RICCI
                                                    22 quai de Rive Neuve
                                                    13007 MARSEILLE

Motif : retour de marchandise défectueuse

Code         Article                            Lot         Qté        PU HT      Total HT
FV118        Gel hydroalcoolique 500 ml         L2204        24         3,10         74,40
FV204        Masques FFP2 (boîte de 20)         M0447        10         8,56         85,60

                                                         Total HT                   160,00
                                                         TVA 20 %                    32,00
                                                         Total TTC à votre crédit   192,00 €

Cet avoir sera déduit de votre prochain règlement.`,
    {
      name: 'credit note for returned goods',
      language: 'fr',
      right: {
        document_type: 'credit_note',
        invoice_number: 'A2600118',
        issue_date: '2026-03-06',
        currency: 'EUR',
        'seller.name': 'Laboratoires Fontvieille',
        'seller.tax_id': ['FR92392118204', '39211820400031'],
        'buyer.name': ['Pharmacie du Vieux Port', 'SELARL Ricci'],
        net_total: '160.00',
        tax_total: '32.00',
        grand_total: '192.00',
      },
      lines: [
        ['Gel hydroalcoolique 500 ml', '24', '3.10', '74.40'],
        ['Masques FFP2 (boîte de 20)', '10', '8.56', '85.60'],
      ],
    },
  ),
  typedPage(
    `Straalbedrijf Van Wijk
Sluisweg 44, 3371 EV Hardinxveld-Giessendam
KvK: 23118204 | Btw-id: NL002044718B33 | IBAN: NL44 RABO 0118 2044 71

Bouwcombinatie Merwede VOF
T.a.v. de administratie
Postbus 118
4200 AC Gorinchem
Btw-id: NL856204471B01

FACTUUR

Factuurnummer : 26.0118                  Uw kenmerk    : werk 7718 Sluis II
Factuurdatum  : 5 mrt 2026               Ons kenmerk   : JvW
Vervaldatum   : 4 apr 2026               Mandagenreg.  : week 8 en 9

Omschrijving                                            Uren/m2        Tarief              Totaal
Stralen stalen damwand SA 2,5                               340         € 14,50          € 4.930,00
Conserveren 2-laags                                         340          € 9,00          € 3.060,00
Aan- en afvoer materieel                                      1        € 510,00            € 510,00

                                                                       Subtotaal         € 8.500,00
                                                                       Btw verlegd           € 0,00
                                                                       Te betalen        € 8.500,00
waarvan op g-rekening NL99 RABO 0991 1820 44 (25% loonsom)                               € 1.275,00

Btw verlegd naar NL856204471B01. Betaling binnen 30 dagen o.v.v. factuurnummer.`,
    {
      name: 'reverse charge, blocked account',
      language: 'nl',
      right: {
        invoice_number: '26.0118',
        issue_date: '2026-03-05',
        due_date: '2026-04-04',
        currency: 'EUR',
        'seller.name': 'Straalbedrijf Van Wijk',
        'seller.tax_id': 'NL002044718B33',
        'buyer.name': 'Bouwcombinatie Merwede VOF',
        'buyer.tax_id': 'NL856204471B01',
        net_total: ['8500.00', null],
        tax_total: ['0.00', null],
        grand_total: '8500.00',
      },
      lines: [
        ['Stralen stalen damwand SA 2,5', '340', '14.50', '4930.00'],
        ['Conserveren 2-laags', '340', '9.00', '3060.00'],
        ['Aan- en afvoer materieel', '1', '510', '510.00'],
      ],
    },
  ),
  typedPage(
    `                     MARLOW & FINCH TIMBER LTD
              Registered office: Dock Road, Ipswich IP3 0AA
                        VAT No. GB 118 2044 71

STATEMENT OF ACCOUNT                              Account       BRAD004
Bradwell Joinery                                  Date          28/02/2026
Unit 4 Mill Lane                                  Page          1
Colchester CO2 8YX

Date            Type        Reference       Due             Debit         Credit        Balance
01/02/2026      B/F                                                                      1,204.40
05/02/2026      Invoice     SI-44718        07/03/2026       318.00                      1,522.40
11/02/2026      Payment     BACS                                          1,204.40         318.00
19/02/2026      Invoice     SI-44801        21/03/2026       552.60                        870.60
24/02/2026      Credit      SC-00447                                         48.00         822.60

Current             30 days            60 days            90 days+            Amount outstanding
822.60                 0.00               0.00                0.00                     £822.60`,
    {
      name: 'statement of account, ageing',
      language: 'en',
      right: {
        document_type: 'statement',
        'seller.name': 'Marlow & Finch Timber Ltd',
        'buyer.name': 'Bradwell Joinery',
      },
      lines: null,
    },
  ),
  typedPage(
    `EQUIPOS DE LABORATORIO ARAGÓN, S.L.
Pol. Malpica, C/ E, nave 18 · 50016 Zaragoza · CIF B50118204

FACTURA PROFORMA Nº 26/0118                         Fecha: 11 de marzo de 2026
                                                    Validez: 30 días
Universidad de la Ribera
Departamento de Química
Campus Sur s/n, 31500 Tudela                        Q3100447C

Cantidad     Descripción                                      Precio        Dto.         Total
    1        Agitador magnético con calefacción               420,00         10%        378,00
    4        Matraz aforado 500 ml clase A                     31,50          0%        126,00

                                                    Base imponible                      504,00 €
                                                    IVA 21%                             105,84 €
                                                    TOTAL PROFORMA                      609,84 €

Este documento no tiene valor de factura.`,
    {
      name: 'pro forma',
      language: 'es',
      right: {
        document_type: 'quote',
        issue_date: '2026-03-11',
        currency: 'EUR',
        'seller.name': 'Equipos de Laboratorio Aragón, S.L.',
        'seller.tax_id': 'B50118204',
        'buyer.name': 'Universidad de la Ribera',
        net_total: '504.00',
        tax_total: '105.84',
        grand_total: '609.84',
      },
      lines: null,
    },
  ),
  typedPage(
    `HELVETIC PRÄZISIONSTEILE AG                                     COMMERCIAL INVOICE
Industriering 44, CH-2540 Grenchen                              No. 90118204
UID CHE-204.471.182 MWST                                        Date 03-Mar-2026
www.helvetic-praezision.example                                 Customer 20447
                                                                Incoterms FCA Grenchen
Sold to:                                Ship to:
Aeroparts Manufacturing Corp.           Aeroparts Plant 2
1182 Runway Blvd                        400 Hangar Way
Wichita, KS 67209, USA                  Wichita, KS 67215, USA

Pos   Material No.     Description                   HS code         Qty        Price/100        Amount USD
10    47-1182          Bushing 8x12 hardened         848330        2'000           312.50          6'250.00
20    47-2044          Shaft pin 4 h6                731824        5'000            84.00          4'200.00
30    99-0001          Packing and export papers                       1                             150.00

Total goods value                                                                                 10'600.00
VAT 0% (export)                                                                                        0.00
Invoice total                                                                              USD    10'600.00
Equivalent                                                                                 CHF     9'349.20
Exchange rate 1 USD = 0.8820 CHF

Payment: 30 days net, USD account CH93 0076 2011 6238 5295 7. Net weight 41.2 kg, gross 44.7 kg, 2 cartons.`,
    {
      name: 'export, apostrophes, second currency',
      language: 'en',
      right: {
        invoice_number: '90118204',
        issue_date: '2026-03-03',
        currency: 'USD',
        'seller.name': 'Helvetic Präzisionsteile AG',
        'seller.tax_id': ['CHE-204.471.182', 'CHE-204.471.182 MWST'],
        'buyer.name': 'Aeroparts Manufacturing Corp.',
        net_total: '10600.00',
        tax_total: ['0.00', null],
        grand_total: '10600.00',
      },
      lines: [
        ['Bushing 8x12 hardened', '2000', '3.125', '6250.00'],
        ['Shaft pin 4 h6', '5000', '0.84', '4200.00'],
        ['Packing and export papers', '1', null, '150.00'],
      ],
    },
  ),
  typedPage(
    `P. HARGREAVES ROOFING                                Invoice: 0447
18 Fell View, Kendal LA9 5AB                         Date / tax point: 27 Feb 26
UTR 11820 44718    VAT 204 4718 11                   Order ref: KC-1182

Kirkland Construction Ltd
Shap Road Industrial Estate
Kendal LA9 6NZ

Labour - strip and reslate rear elevation                                   £3,200.00
Materials - Westmorland slate, battens, felt                                £1,850.00
Scaffold hire 3 wks @ £120                                                    £360.00
                                                     Gross                  £5,410.00
                                                     CIS deduction 20%       -£640.00
                                                     Net payment due        £4,770.00

Domestic reverse charge applies: customer to account for the VAT of £1,082.00 to HMRC.
Sort 40-11-82  Acc 20447118  P Hargreaves`,
    {
      name: 'roofer, tax on construction deducted',
      language: 'en',
      right: {
        invoice_number: '0447',
        issue_date: '2026-02-27',
        currency: 'GBP',
        'seller.name': ['P. Hargreaves Roofing', 'P Hargreaves'],
        'seller.tax_id': '204471811',
        'buyer.name': 'Kirkland Construction Ltd',
        withheld_total: ['640.00', null],
        grand_total: ['5410.00', '4770.00'],
        payable: ['4770.00', null],
      },
      lines: null,
    },
  ),
  typedPage(
    `PREFEITURA DO MUNICÍPIO DE SANTA AURORA                        Número da Nota
SECRETARIA MUNICIPAL DA FAZENDA                                00011820
NOTA FISCAL DE SERVIÇOS ELETRÔNICA - NFS-e                     Data e Hora de Emissão
                                                               04/03/2026 15:20:11
                                                               Código de Verificação
                                                               KX7Q-2044
PRESTADOR DE SERVIÇOS
CNPJ: 11.820.447/0001-18                      Inscrição Municipal: 2.044.718-0
Nome/Razão Social: LUMEN CONSULTORIA AMBIENTAL LTDA
Endereço: RUA DAS ACÁCIAS 118, CENTRO - CEP: 13200-044
Município: SANTA AURORA      UF: SP

TOMADOR DE SERVIÇOS
Nome/Razão Social: USINA BOA VISTA S/A
CPF/CNPJ: 44.718.204/0001-71                  Inscrição Municipal: ----
Endereço: ROD SP 118 KM 44
Município: PIRACICABA      UF: SP      E-mail: fiscal@boavista.example

DISCRIMINAÇÃO DOS SERVIÇOS
Estudo de impacto ambiental, etapa 2, conforme contrato 044/2025.
Vencimento: 03/04/2026

VALOR TOTAL DO SERVIÇO = R$ 18.000,00
INSS (R$)        IRRF (R$)        CSLL (R$)        COFINS (R$)        PIS/PASEP (R$)
0,00             270,00           180,00           540,00             117,00
Código do Serviço
07.03 - Elaboração de planos diretores, estudos de viabilidade
Valor Total das Deduções (R$)    Base de Cálculo (R$)    Alíquota (%)    Valor do ISS (R$)    Crédito (R$)
0,00                             18.000,00               2,00%           360,00               0,00
VALOR LÍQUIDO: R$ 16.893,00`,
    {
      name: 'NFS-e, provider and taker',
      language: 'pt',
      right: {
        invoice_number: ['00011820', '11820'],
        issue_date: '2026-03-04',
        due_date: ['2026-04-03', null],
        currency: 'BRL',
        'seller.name': 'Lumen Consultoria Ambiental Ltda',
        'seller.tax_id': '11820447000118',
        'buyer.name': 'Usina Boa Vista S/A',
        'buyer.tax_id': '44718204000171',
        grand_total: ['18000.00', '16893.00'],
      },
      lines: null,
    },
  ),
  typedPage(
    `TOTAAL TE VOLDOEN  € 302,50              vóór 31 maart 2026

Dansschool Allegro                        Factuur          DA-2026-118
Stationsstraat 44                         Datum            17 maart 2026
2000 Antwerpen                            Ondernemingsnr.  BE 0711.820.447
info@allegro-dans.example                 Rekening         BE71 0961 2345 6769

Voor:  Feestcomité Sint-Job vzw, Kerkplein 2, 2960 Brecht

   1 x  Zaalhuur zaterdagavond 14 maart                        € 200,00
   2 x  Lesgever workshop salsa                à € 25,00        € 50,00
                                               Subtotaal       € 250,00
                                               Btw 21 %         € 52,50
                                               Totaal          € 302,50

Dank voor uw vertrouwen!`,
    {
      name: 'dance school, owed as the first line',
      language: 'nl',
      right: {
        invoice_number: 'DA-2026-118',
        issue_date: '2026-03-17',
        due_date: ['2026-03-31', null],
        currency: 'EUR',
        'seller.name': 'Dansschool Allegro',
        'seller.tax_id': 'BE0711820447',
        'buyer.name': 'Feestcomité Sint-Job vzw',
        net_total: '250.00',
        tax_total: '52.50',
        grand_total: '302.50',
      },
      lines: null,
    },
  ),
]
