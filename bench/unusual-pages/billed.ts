import { typedPage } from './typed-page'

/** Continued, prepaid, converted, claimed: software in another currency, progress claims, medical fees, deposits, town halls. */
export const billed = [
  typedPage(
    `Quillstack                                                               Invoice

Invoice number      8F21C447-0018
Date of issue       February 27, 2026
Date due            February 27, 2026

Quillstack, Inc.                         Bill to
548 Market Street, PMB 44718             Cala Blanca Studio SL
San Francisco, California 94104          Carrer de Balmes 118
United States                            08008 Barcelona
billing@quillstack.example               Spain
EU OSS VAT EU372044718                   ES VAT ESB44711820

$348.00 USD due February 27, 2026

Description                                       Qty       Unit price       Tax           Amount
Team plan (per seat)                               12           $29.00       0%           $348.00
Feb 27 - Mar 27, 2026

                                                  Subtotal                                $348.00
                                                  Total excluding tax                     $348.00
                                                  VAT - Spain (0% on $348.00)               $0.00
                                                  Total                                   $348.00
                                                  Amount due                          $348.00 USD

[1] Tax to be paid on reverse charge basis
Page 1 of 1`,
    {
      name: 'software, reverse charge, trade name as title',
      language: 'en',
      right: {
        document_type: 'invoice',
        invoice_number: '8F21C447-0018',
        issue_date: '2026-02-27',
        due_date: '2026-02-27',
        currency: 'USD',
        'seller.name': ['Quillstack, Inc.', 'Quillstack'],
        'seller.tax_id': 'EU372044718',
        'buyer.name': 'Cala Blanca Studio SL',
        'buyer.tax_id': 'ESB44711820',
        net_total: '348.00',
        tax_total: '0.00',
        grand_total: '348.00',
      },
      lines: [['Team plan (per seat) Feb 27 - Mar 27, 2026', '12', '29', '348.00']],
    },
  ),
  typedPage(
    `WARATAH FORMWORK PTY LTD                                  PROGRESS CLAIM No. 4
ABN 44 118 204 471                                        TAX INVOICE
18 Hume Hwy, Yagoona NSW 2199
                                                          Claim date      28 Feb 2026
Principal:  Banksia Build Group Pty Ltd                   Invoice         PC4-1182
            ABN 71 182 044 711                            Project         Auburn Apartments
            Level 4, 44 Station St, Parramatta            Payment due     25 Mar 2026

                                        Contract value     % complete     Claimed to date     Previous      This claim
Slab formwork L1-L4                         180,000.00            75%          135,000.00    90,000.00       45,000.00
Columns and walls                            60,000.00            50%           30,000.00    18,000.00       12,000.00
Variations approved V1-V3                     8,400.00           100%            8,400.00     8,400.00            0.00
Total                                       248,400.00                         173,400.00   116,400.00       57,000.00
                                                          Less retention 5%                                  -2,850.00
                                                          Claim amount (excl. GST)                           54,150.00
                                                          GST 10%                                             5,415.00
                                                          Amount now due (incl. GST)                         59,565.00

This is a payment claim made under the Building and Construction Industry Security of Payment Act 1999 NSW.`,
    {
      name: 'progress claim, principal, retention',
      language: 'en',
      width: 640,
      right: {
        document_type: 'invoice',
        invoice_number: 'PC4-1182',
        issue_date: '2026-02-28',
        due_date: '2026-03-25',
        currency: ['AUD', null],
        'seller.name': 'Waratah Formwork Pty Ltd',
        'seller.tax_id': '44 118 204 471',
        'buyer.name': 'Banksia Build Group Pty Ltd',
        'buyer.tax_id': '71 182 044 711',
        net_total: '54150.00',
        tax_total: '5415.00',
        grand_total: '59565.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Gemeinde Stäfa                                        Rechnung Nr. 90447118
Steueramt und Gebühren                                Rechnungsdatum 02.03.2026
Goethestrasse 18                                      Zahlbar bis 01.04.2026
8712 Stäfa                                            Objekt-Nr. 1182
                                                      MWST CHE-118.204.471
Seebad Gastro GmbH
Seestrasse 44
8712 Stäfa

Gebühren 2026                               Menge    Einheit      Ansatz     Betrag CHF
Kehrichtgrundgebühr Gewerbe                     1    Stk          210.00         210.00
Wasserbezug                                   447    m3             1.40         625.80
Abwassergebühr                                447    m3             1.85         826.95

Zwischentotal                                                                  1'662.75
MWST 8.1% von 1'036.95                                                            84.00
MWST 2.6% von 625.80                                                              16.25
Total CHF                                                                      1'763.00

- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
Empfangsschein              Zahlteil                 Konto / Zahlbar an
Konto / Zahlbar an                                   CH44 3000 0118 2044 7118 2
CH44 3000 0118 2044 7118 2                           Gemeinde Stäfa
Gemeinde Stäfa                                       8712 Stäfa
8712 Stäfa                                           Referenz
Referenz                                             00 00000 04471 18204 47118 20446
Zahlbar durch               Währung   Betrag         Zahlbar durch
Seebad Gastro GmbH          CHF       1 763.00       Seebad Gastro GmbH
8712 Stäfa                                           8712 Stäfa`,
    {
      name: 'town, fees, payment slip with code',
      language: 'de',
      right: {
        document_type: 'invoice',
        invoice_number: '90447118',
        issue_date: '2026-03-02',
        due_date: '2026-04-01',
        currency: 'CHF',
        'seller.name': 'Gemeinde Stäfa',
        'seller.tax_id': 'CHE-118.204.471',
        'buyer.name': 'Seebad Gastro GmbH',
        net_total: '1662.75',
        tax_total: ['100.25', '100.26'],
        grand_total: '1763.00',
      },
      lines: [
        ['Kehrichtgrundgebühr Gewerbe', '1', '210', '210.00'],
        ['Wasserbezug', '447', '1.4', '625.80'],
        ['Abwassergebühr', '447', '1.85', '826.95'],
      ],
    },
  ),
  typedPage(
    `Van der Meulen Jachtbouw B.V.                    Aanbetalingsfactuur
Scheepswerfkade 18
9285 AB Buitenpost                               Nummer              V26-0118
btw NL 8447 11 820 B01                           Opgemaakt           2 maart 2026
KvK 01182044                                     Uiterlijk te voldoen op   16 maart 2026

                                                 Rederij Waddenzicht V.O.F.
                                                 Havenweg 44
                                                 8861 KX Harlingen

Betreft: bouwnummer 447, sloep 8,20 m, conform overeenkomst d.d. 18 februari 2026

Termijn                                                    Bedrag
1e termijn, 30 % van de aanneemsom (€ 82.000,00)        € 24.600,00
21 % btw                                                 € 5.166,00
Te voldoen                                              € 29.766,00

Resterende termijnen: 40 % bij tewaterlating, 30 % bij oplevering.
IBAN NL44 RABO 0118 2044 71 t.n.v. Van der Meulen Jachtbouw`,
    {
      name: 'deposit on a boat, drawn up',
      language: 'nl',
      right: {
        document_type: 'invoice',
        invoice_number: 'V26-0118',
        issue_date: '2026-03-02',
        due_date: '2026-03-16',
        currency: 'EUR',
        'seller.name': 'Van der Meulen Jachtbouw B.V.',
        'seller.tax_id': 'NL844711820B01',
        'buyer.name': 'Rederij Waddenzicht V.O.F.',
        net_total: '24600.00',
        tax_total: '5166.00',
        grand_total: '29766.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Studio Medico Associato Dott.ri Ferri e Bassani
Medicina del lavoro
Via Garibaldi 118 - 37121 Verona
Cod. Fisc. e P. IVA 04471182044

Alla cortese attenzione
Officine Meccaniche Lessini S.p.A.
Via dell'Industria 44
37030 Badia Calavena (VR)
C.F./P.IVA 01182044711

Verona, lì 28/02/2026                                        Ricevuta sanitaria / Fattura n. 118/2026

Visite mediche periodiche D.Lgs. 81/08            n. 18  x  € 42,00            €    756,00
Spirometrie                                       n. 18  x  € 18,00            €    324,00
Sopralluogo ambienti di lavoro                                                 €    220,00
                                                                               ___________
                                                  Totale prestazioni           €  1.300,00
                                                  Marca da bollo               €      2,00
                                                  Totale dovuto                €  1.302,00

Prestazioni esenti IVA art. 10 n. 18 DPR 633/72
Ritenuta d'acconto non dovuta. Pagamento: bonifico a vista fattura IT44 A 05034 11702 000000118204`,
    {
      name: 'doctors, exempt, stamp duty',
      language: 'it',
      right: {
        document_type: 'invoice',
        invoice_number: '118/2026',
        issue_date: '2026-02-28',
        currency: 'EUR',
        'seller.name': ['Studio Medico Associato Dott.ri Ferri e Bassani', 'Studio Medico Associato'],
        'seller.tax_id': '04471182044',
        'buyer.name': 'Officine Meccaniche Lessini S.p.A.',
        'buyer.tax_id': '01182044711',
        tax_total: [null, '0.00'],
        grand_total: '1302.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `  page 1

Meridian Translations Ltd                                        Invoice for services
44 Fore Street, Exeter EX4 3AN                                   MT/2026/0118
VAT no. 447 1182 04                                              4 March 2026

Lyon Mécanique SAS
18 cours Lafayette
69003 Lyon, France
TVA FR71182044711

Ref.       Work                                            Words      per 1000        GBP
TR-4471    Operating manual FR>EN, chapters 1-6            18,400        95.00   1,748.00
TR-4472    Operating manual FR>EN, chapters 7-9             8,200        95.00     779.00
TR-4473    Safety data sheets                               4,000       110.00     440.00
TR-4480    Revision of quotation templates                  1,500        60.00      90.00
\f  page 2                                                           MT/2026/0118

TR-4482    Website strings                                  2,000       120.00     240.00
TR-4490    Certified copy                                                           25.00

           Fee                                                                 £3,322.00
           UK VAT outside the scope - customer to account for VAT                  £0.00
           To pay                                                              £3,322.00
           Equivalent at 1.1820 EUR/GBP                                        €3,926.60

Please remit in sterling by 3 April 2026 to GB44 BARC 2011 8204 4711 82.`,
    {
      name: 'translator, over two pages, told in euros too',
      language: 'en',
      right: {
        document_type: 'invoice',
        invoice_number: 'MT/2026/0118',
        issue_date: '2026-03-04',
        due_date: ['2026-04-03', null],
        currency: 'GBP',
        'seller.name': 'Meridian Translations Ltd',
        'seller.tax_id': '447118204',
        'buyer.name': 'Lyon Mécanique SAS',
        'buyer.tax_id': 'FR71182044711',
        net_total: '3322.00',
        tax_total: ['0.00', null],
        grand_total: '3322.00',
      },
      lines: [
        ['Operating manual FR>EN, chapters 1-6', '18400', '95', '1748.00'],
        ['Operating manual FR>EN, chapters 7-9', '8200', '95', '779.00'],
        ['Safety data sheets', '4000', '110', '440.00'],
        ['Revision of quotation templates', '1500', '60', '90.00'],
        ['Website strings', '2000', '120', '240.00'],
        ['Certified copy', null, null, '25.00'],
      ],
    },
  ),
]
