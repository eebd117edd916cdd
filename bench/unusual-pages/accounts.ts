import { typedPage } from './typed-page'

/** Papers about other papers, which nobody pays by themselves: statements of account, summaries of invoices, reminders. */
export const accounts = [
  typedPage(
    `Hargrove Bearing & Supply, Inc.                                        STATEMENT
P.O. Box 4418, Toledo, OH 43604
(419) 555-0118                                                         Statement date:   02/28/2026
ar@hargrovebearing.example                                             Customer #:       C-20447

To:
Maumee Conveyor Works LLC
118 Illinois Ave
Maumee, OH 43537

Date          Transaction                            Due date        Amount         Balance
01/31/2026    Balance forward                                                      1,204.18
02/04/2026    INV #118204                            03/06/2026      447.10        1,651.28
02/11/2026    PMT #88214                                          -1,204.18          447.10
02/19/2026    INV #118377                            03/21/2026      820.44        1,267.54
02/26/2026    INV #118441                            03/28/2026      182.00        1,449.54

CURRENT         1-30 DAYS       31-60 DAYS      61-90 DAYS      OVER 90 DAYS     AMOUNT DUE
1,449.54             0.00             0.00            0.00              0.00     $1,449.54

Please return this portion with your remittance.`,
    {
      name: 'customer statement, transactions and ageing',
      language: 'en',
      right: {
        document_type: 'statement',
        issue_date: '2026-02-28',
        'seller.name': 'Hargrove Bearing & Supply, Inc.',
        'buyer.name': 'Maumee Conveyor Works LLC',
        net_total: null,
        tax_total: null,
      },
      lines: null,
    },
  ),
  typedPage(
    `Fournitures du Léman SA                          RELEVÉ DE FACTURES
ZI des Îles                                      Arrêté au 28/02/2026
74500 Évian-les-Bains                            Code client : 4471-RES
SIRET 471 182 044 00018                          Page 1/1

                                                 RESTAURANT LE PONTON
                                                 2 quai Baron de Blonay
                                                 74500 Évian-les-Bains

Veuillez trouver ci-dessous le détail des factures non réglées à ce jour :

N° facture        Date            Échéance          Montant TTC        Réglé           Solde
FA26-01182        12/01/2026      11/02/2026             418,20         0,00          418,20
FA26-01244        26/01/2026      25/02/2026             204,47         0,00          204,47
AV26-00018        30/01/2026                             -44,71         0,00          -44,71
FA26-01377        09/02/2026      11/03/2026             711,82       300,00          411,82

                                                 TOTAL DÛ EN EUROS                    989,78

Sauf erreur ou omission de notre part.`,
    {
      name: 'summary of unpaid invoices',
      language: 'fr',
      right: {
        document_type: 'statement',
        'seller.name': 'Fournitures du Léman SA',
        'buyer.name': 'Restaurant Le Ponton',
        tax_total: null,
      },
      lines: null,
    },
  ),
  typedPage(
    `SUMINISTROS INDUSTRIALES ARBOLEDA SL         CIF B20447118
Polígono Jundiz, c/ Zurrupitieta 18
01015 Vitoria-Gasteiz

Extracto de cuenta del cliente 4300.01182
ACERÍAS DEL ZADORRA SA                       Fecha: 02/03/2026
c/ Portal de Gamarra 44, 01013 Vitoria       Desde 01/01/2026 hasta 28/02/2026

FECHA         CONCEPTO                             DEBE          HABER          SALDO
01/01/2026    Saldo anterior                                                 2.118,20
14/01/2026    Ntra. factura 26/0118            1.447,16                      3.565,36
20/01/2026    Cobro recibo                                    2.118,20       1.447,16
11/02/2026    Ntra. factura 26/0204              820,40                      2.267,56
25/02/2026    Abono 26/A018                                     182,00       2.085,56

Saldo a nuestro favor: 2.085,56 EUR`,
    {
      name: 'account of a customer, debit and credit',
      language: 'es',
      right: {
        document_type: 'statement',
        'seller.name': 'Suministros Industriales Arboleda SL',
        'seller.tax_id': 'B20447118',
        'buyer.name': 'Acerías del Zadorra SA',
      },
      lines: null,
    },
  ),
  typedPage(
    `Werkzeug-Vertrieb Ahrens GmbH
Kieler Straße 118 · 24536 Neumünster

Werkzeug-Vertrieb Ahrens GmbH · Kieler Str. 118 · 24536 Neumünster
Metallbau Thomsen e.K.                                       Kundennummer      20447
Wasbeker Straße 44                                           Datum             04.03.2026
24534 Neumünster                                             Sachbearbeiterin  Frau Lühr

2. Mahnung

Sehr geehrte Damen und Herren,
auf unsere Zahlungserinnerung vom 16.02.2026 haben Sie leider nicht reagiert. Folgende Posten sind offen:

Rechnung        Rechnungsdatum       Fällig am          Betrag       Mahnstufe
260118          08.01.2026           07.02.2026        1.182,04          2
260204          15.01.2026           14.02.2026          447,10          1

Offener Betrag                                         1.629,14
Mahngebühr                                                 5,00
Gesamtforderung                                        1.634,14 EUR

Bitte überweisen Sie den Betrag bis zum 14.03.2026 auf DE47 2305 1030 0011 8204 47.`,
    {
      name: 'second reminder of two invoices',
      language: 'de',
      right: {
        document_type: ['statement', 'other'],
        issue_date: '2026-03-04',
        'seller.name': 'Werkzeug-Vertrieb Ahrens GmbH',
        'buyer.name': 'Metallbau Thomsen e.K.',
      },
      lines: null,
    },
  ),
]
