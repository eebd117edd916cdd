import { typedPage } from './typed-page'

/** Bills of water, power, gas and telephone: many amounts, earlier balances, and one that is owed. */
export const utilities = [
  typedPage(
    `NORTHGATE ENERGY                                                       Your electricity bill
Northgate Energy Supply Ltd                                   Bill number         88213407
PO Box 112, Leeds LS1 4XY                                     Bill date           14 March 2026
                                                              Account number      40 1187 2265
                                                              Billing period      11 Feb 2026 - 10 Mar 2026
Carter Bakery Ltd
12 Mill Lane
York YO1 7HZ

Your account at a glance
Balance on your last bill                                        £142.18
Payment received 20 Feb 2026, thank you                         -£142.18
Balance brought forward                                            £0.00
Charges for this period                                          £176.40
VAT at 20%                                                        £35.28
Total to pay                                                     £211.68
Please pay by 28 March 2026

How we worked out your charges
Previous reading       Latest reading       Units used      Price per unit       Amount
14 208                 14 788               580 kWh         27.00p              £156.60
Standing charge        28 days at 70.71p                                         £19.80
Total charges excluding VAT                                                     £176.40
VAT at 20% on £176.40                                                            £35.28



VAT registration number GB 412 7789 03
Northgate Energy Supply Ltd. Registered in England No. 02238191`,
    {
      name: 'power, earlier balance',
      language: 'en',
      right: {
        invoice_number: '88213407',
        issue_date: '2026-03-14',
        due_date: '2026-03-28',
        currency: 'GBP',
        'seller.name': ['Northgate Energy Supply Ltd', 'Northgate Energy'],
        'seller.tax_id': 'GB412778903',
        'buyer.name': 'Carter Bakery Ltd',
        net_total: '176.40',
        tax_total: '35.28',
        grand_total: '211.68',
      },
      lines: null,
    },
  ),
  typedPage(
    `Stadtwerke Auental GmbH                                              Seite 1 von 1
Werkstraße 8, 04229 Auental

Stadtwerke Auental GmbH · Werkstraße 8 · 04229 Auental
Schreinerei Vogt GmbH                                    Kundennummer        7781120
Am Anger 3                                               Verbrauchsstelle    Am Anger 3, Halle
04229 Auental                                            Rechnungsnummer     JR-2026-118820
                                                         Rechnungsdatum      06.02.2026

Ihre Jahresabrechnung Erdgas für den Zeitraum 01.01.2025 bis 31.12.2025

Zählernummer     Zählerstand alt     Zählerstand neu     Verbrauch m³     Verbrauch kWh
44871190              12.004              13.104              1.100           12.000

Arbeitspreis       12.000 kWh     9,00 ct/kWh          1.080,00 €
Grundpreis         12 Monate     10,00 €/Monat           120,00 €
Summe netto                                            1.200,00 €
Umsatzsteuer 19 %                                        228,00 €
Rechnungsbetrag brutto                                 1.428,00 €
abzüglich geleistete Abschlagszahlungen               -1.140,00 €
Nachzahlung                                              288,00 €

Den Betrag von 288,00 € buchen wir am 20.02.2026 von Ihrem Konto ab.
Ihr neuer monatlicher Abschlag beträgt 119,00 €.

Stadtwerke Auental GmbH · Geschäftsführer: Dr. J. Brandt · Amtsgericht Leipzig HRB 22107 · USt-IdNr. DE811904402`,
    {
      name: 'gas, a year less instalments',
      language: 'de',
      right: {
        invoice_number: 'JR-2026-118820',
        issue_date: '2026-02-06',
        currency: 'EUR',
        'seller.name': 'Stadtwerke Auental GmbH',
        'seller.tax_id': 'DE811904402',
        'buyer.name': 'Schreinerei Vogt GmbH',
        net_total: '1200.00',
        tax_total: '228.00',
        grand_total: '1428.00',
        payable: '288.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Régie des Eaux du Vallon
3 quai de la Source, 07200 Aubenas                                   FACTURE D'EAU
SIRET 21070019300014                                                 n° 2026-E-004417
                                                                     du 12/01/2026
Référence client : 118-4402
                                                                     SARL La Fournée
                                                                     9 rue du Four
                                                                     07200 Aubenas

                                        Quantité     Prix unitaire HT      Montant HT     TVA
Distribution de l'eau
Abonnement                                     1            30,00            30,00     5,5 %
Consommation                                  80             1,50           120,00     5,5 %
Collecte et traitement des eaux usées
Abonnement                                     1            20,00            20,00      10 %
Consommation                                  80             1,00            80,00      10 %

Total HT                                                  250,00
TVA 5,5 % sur 150,00                                        8,25
TVA 10 % sur 100,00                                        10,00
Total TTC                                                 268,25
Solde antérieur                                             0,00
Montant à payer avant le 02/02/2026                    268,25 €`,
    {
      name: 'water, two tax rates',
      language: 'fr',
      right: {
        invoice_number: '2026-E-004417',
        issue_date: '2026-01-12',
        due_date: '2026-02-02',
        currency: 'EUR',
        'seller.name': 'Régie des Eaux du Vallon',
        'buyer.name': 'SARL La Fournée',
        net_total: '250.00',
        tax_total: '18.25',
        grand_total: '268.25',
      },
      lines: [
        ['Abonnement', '1', '30.00', '30.00'],
        ['Consommation', '80', '1.50', '120.00'],
        ['Abonnement', '1', '20.00', '20.00'],
        ['Consommation', '80', '1.00', '80.00'],
      ],
    },
  ),
  typedPage(
    `Voz Clara Telecomunicaciones, S.A.
Pº de la Ría 40, 48009 Bilbao     CIF A48227718

Titular: Talleres Urbieta S.L.                       Resumen de su factura
CIF: B20441879
C/ Zubiaurre 5                                       Nº de factura       TA6C0118827
20018 Donostia                                       Fecha de emisión    01/02/2026
                                                     Periodo             01/01/2026 a 31/01/2026

Línea 943 118 220
Cuotas                                                                  42,0000
Consumos                                                                 3,2000
Descuentos                                                              -5,2000
Línea 655 402 118
Cuotas                                                                  30,0000
Consumos                                                                 0,0000

Total base imponible                                                    70,0000 €
IVA 21,00%                                                              14,7000 €
TOTAL A PAGAR                                                             84,70 €

Se cargará en su cuenta ES91 **** **** **** **** 1332 a partir del 06/02/2026`,
    {
      name: 'telephone, four decimals',
      language: 'es',
      right: {
        invoice_number: 'TA6C0118827',
        issue_date: '2026-02-01',
        currency: 'EUR',
        'seller.name': 'Voz Clara Telecomunicaciones, S.A.',
        'seller.tax_id': 'A48227718',
        'buyer.name': 'Talleres Urbieta S.L.',
        net_total: '70.00',
        tax_total: '14.70',
        grand_total: '84.70',
      },
      lines: null,
    },
  ),
  typedPage(
    `LINEA SERENA S.p.A.                                        Bolletta per la fornitura di servizi telefonici
Via dei Mille 22 - 10123 Torino - P.IVA 07719940018

                                                           Spett.le
                                                           Officina Garofalo S.r.l.
                                                           Corso Trapani 91
                                                           10139 Torino

Fattura n. 8A00219944                emessa il 10/02/2026               scadenza 10/03/2026
Codice cliente 0084419920            Periodo di riferimento: gennaio - febbraio 2026

DETTAGLIO DEI COSTI                                                Importo €        IVA
Abbonamento fibra ufficio                                              58,00        22%
Noleggio apparati                                                      10,00        22%
Chiamate verso mobili                                                   2,00        22%
Totale imponibile                                                      70,00
Totale IVA                                                             15,40
TOTALE DA PAGARE                                                       85,40

Il pagamento avverrà con addebito sul conto corrente.`,
    {
      name: 'telephone, prices alone',
      language: 'it',
      right: {
        invoice_number: '8A00219944',
        issue_date: '2026-02-10',
        due_date: '2026-03-10',
        currency: 'EUR',
        'seller.name': 'Linea Serena S.p.A.',
        'seller.tax_id': '07719940018',
        'buyer.name': 'Officina Garofalo S.r.l.',
        net_total: '70.00',
        tax_total: '15.40',
        grand_total: '85.40',
      },
      lines: [
        ['Abbonamento fibra ufficio', null, null, '58.00'],
        ['Noleggio apparati', null, null, '10.00'],
        ['Chiamate verso mobili', null, null, '2.00'],
      ],
    },
  ),
  typedPage(
    `LUZ DEL BAJÍO, S.A. DE C.V.                                             RECIBO DE ENERGÍA
RFC LBA9203117Q4                                             No. de recibo: 0091 1820
Blvd. Aeropuerto 1200, León, Gto.                            Fecha de emisión: 05 FEB 2026
                                                             Límite de pago: 20 FEB 2026
CERÁMICA SAN JUDAS S DE RL DE CV
CALLE HIDALGO 14, SILAO, GTO.                                TOTAL A PAGAR
RFC: CSJ110504KH8                                            $1,160.00

Concepto              Lectura actual     Lectura anterior     Consumo kWh      Precio       Importe
Energía                   20,500              20,000              500           1.80         900.00
Cargo fijo                                                                                   100.00
Subtotal                                                                                   1,000.00
IVA 16%                                                                                      160.00
Facturación del periodo                                                                    1,160.00
Adeudo anterior                                                                              980.00
Su pago                                                                                     -980.00
Total                                                                                     $1,160.00`,
    {
      name: 'power, owed at the top',
      language: 'es',
      right: {
        invoice_number: ['0091 1820', '00911820'],
        issue_date: '2026-02-05',
        due_date: '2026-02-20',
        currency: 'MXN',
        'seller.name': 'Luz del Bajío, S.A. de C.V.',
        'seller.tax_id': 'LBA9203117Q4',
        'buyer.name': 'Cerámica San Judas S de RL de CV',
        net_total: '1000.00',
        tax_total: '160.00',
        grand_total: '1160.00',
      },
      lines: null,
    },
  ),
]
