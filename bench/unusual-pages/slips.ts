import { typedPage } from './typed-page'

/** Slips of tills, pumps and card readers: simplified invoices, fuel, tips, taxes in a table of letters. */
export const slips = [
  typedPage(
    `      SUPERMERCADOS LA HUERTA, S.A.
        C.I.F.: A-46103834
     AVDA. DEL PUERTO 112, 46023 VALENCIA
        TELÉFONO: 961 180 447
   18/02/2026 19:31    OP: 1187402
   FACTURA SIMPLIFICADA: 2204-014-118730

   Descripción           P. Unit    Importe
 2 LECHE ENTERA 1L          0,92       1,84
 1 PAN DE MOLDE                        1,35
 3 TOMATE FRITO             0,80       2,40
 1 PLÁTANO
   1,236 kg             1,99 €/kg      2,46
 1 PAPEL HIGIÉNICO 12                  4,95

                      TOTAL (€)       13,00
              TARJETA BANCARIA        13,00

    IVA     BASE IMPONIBLE (€)    CUOTA (€)
     4%               5,76            0,23
    10%               2,18            0,22
    21%               3,81            0,80
  TOTAL              11,75            1,25

   TARJ. BANCARIA: **** **** **** 4471
   N.C: 118204471      AUT: 771820
   AID: A0000000031010   ARC: 3030
   Importe: 13,00 €     Visa DEBIT
     SE ADMITEN DEVOLUCIONES CON TICKET`,
    {
      name: 'supermarket, simplified invoice',
      language: 'es',
      width: 290,
      right: {
        invoice_number: '2204-014-118730',
        issue_date: '2026-02-18',
        currency: 'EUR',
        'seller.name': 'Supermercados La Huerta, S.A.',
        'seller.tax_id': 'A46103834',
        net_total: ['11.75', null],
        tax_total: '1.25',
        grand_total: '13.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `        RELAIS DES DEUX VALLEES
           STATION SERVICE 24/24
        RN 20   09100 PAMIERS
      SIRET 418 204 477 00018
      TVA INTRA FR 31 418204477

   TICKET CLIENT     N° 008841
   LE 11/03/26   A 07:52

   POMPE 04          GAZOLE
   VOLUME              41,82 L
   PRIX UNITAIRE       1,679 EUR/L
   MONTANT TTC         70,22 EUR

   MONTANT HT          58,52 EUR
   TVA 20,00 %         11,70 EUR

   CB  SANS CONTACT
   ************7718
   DEBIT               70,22 EUR
   NO AUTO 448120
   TICKET A CONSERVER
   MERCI ET BONNE ROUTE`,
    {
      name: 'fuel, pump and price a litre',
      language: 'fr',
      width: 230,
      right: {
        invoice_number: ['008841', null],
        issue_date: '2026-03-11',
        currency: 'EUR',
        'seller.name': 'Relais des Deux Vallées',
        'seller.tax_id': ['FR31418204477', '41820447700018'],
        net_total: '58.52',
        tax_total: '11.70',
        grand_total: '70.22',
      },
      lines: null,
    },
  ),
  typedPage(
    `          Copper Kettle Diner
          2204 Larimer St
          Denver, CO 80205
          (303) 555-0148

   Server: Maya          Table 12
   Check #: 40871        Guests: 2
   03/07/2026  12:48 PM

   1 Reuben                   14.50
   1 Cobb Salad               13.25
     add avocado               2.00
   2 Iced Tea                  6.50

   Subtotal                   36.25
   Tax                         2.90
   Total                      39.15

   VISA    xxxxxxxxxxxx7702
   Auth Code: 08812Z

   Tip:                        7.85
                         __________
   Amount Charged             47.00

   Suggested gratuity
   18% = 6.53    20% = 7.25   22% = 7.98
     Thank you, come again!`,
    {
      name: 'diner, tip written by hand',
      language: 'en',
      width: 250,
      right: {
        document_type: ['receipt', 'invoice'],
        invoice_number: ['40871', null],
        issue_date: '2026-03-07',
        currency: ['USD', null],
        'seller.name': 'Copper Kettle Diner',
        'seller.tax_id': null,
        net_total: '36.25',
        tax_total: '2.90',
        grand_total: ['39.15', '47.00'],
      },
      lines: null,
    },
  ),
  typedPage(
    `      BAUMARKT HOLZINGER GMBH
       Industriestr. 44
       86153 Augsburg
       Tel. 0821/5501480
       USt-IdNr. DE 811204471

 Schrauben TX 4x40      2 x 7,49     14,98 A
 Bohrer SDS 8 mm                      6,29 A
 Blumenerde 40 l        3 x 4,99     14,97 B
 Pfand                                0,25 A

 SUMME  EUR                          36,49
 Geg. EC-Karte                       36,49

 MwSt       Netto     MwSt     Brutto
 A 19%      18,08     3,44      21,52
 B  7%      13,99     0,98      14,97
 Gesamt     32,07     4,42      36,49

 24.02.2026  16:08  Filiale 118
 Bon-Nr. 4471   Kasse 3  Bed. 0204
 * * K U N D E N B E L E G * *
 Terminal-ID  54001182
 TA-Nr. 007718  Beleg-Nr. 1204
 girocard   PAN ##########4471 0
 Betrag EUR              36,49
 Zahlung erfolgt
 TSE-Signatur: hG7k0bVx2q==
 Vielen Dank für Ihren Einkauf!`,
    {
      name: 'builders market with card slip',
      language: 'de',
      width: 270,
      right: {
        invoice_number: ['4471', '1204', null],
        issue_date: '2026-02-24',
        currency: 'EUR',
        'seller.name': 'Baumarkt Holzinger GmbH',
        'seller.tax_id': 'DE811204471',
        net_total: '32.07',
        tax_total: '4.42',
        grand_total: '36.49',
      },
      lines: null,
    },
  ),
  typedPage(
    `        TRATTORIA DA NINETTA
       DI CONTI SERGIO & C. SAS
       VIA DEI MACELLI 18
       56126 PISA (PI)
       P.IVA 01844710502
       TEL. 050 551204

        DOCUMENTO COMMERCIALE
     di vendita o prestazione

  DESCRIZIONE          IVA    Prezzo(€)
  2 X 2,50
  COPERTO             10,00%       5,00
  SPAGHETTI VONGOLE   10,00%      16,00
  TAGLIATA            10,00%      22,00
  ACQUA MINERALE      10,00%       3,00
  VINO CASA 1/2       10,00%       7,00

  SUBTOTALE                       53,00
  SCONTO                          -3,00
  TOTALE COMPLESSIVO              50,00
  di cui IVA                       4,55

  Pagamento contante               0,00
  Pagamento elettronico           50,00
  Importo pagato                  50,00

       14-02-2026  22:17
     DOCUMENTO N. 0447-0118
     RT 99MEX018204`,
    {
      name: 'trattoria, commercial document',
      language: 'it',
      width: 250,
      right: {
        invoice_number: ['0447-0118', null],
        issue_date: '2026-02-14',
        currency: 'EUR',
        'seller.name': ['Trattoria da Ninetta di Conti Sergio & C. sas', 'Trattoria da Ninetta'],
        'seller.tax_id': '01844710502',
        tax_total: '4.55',
        grand_total: '50.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `           Bakkerij 't Haantje
        Brink 14  7411 BR Deventer
            0570 - 551 204

   2  Volkoren heel        3,10     6,20
   6  Krentenbol           0,95     5,70
   1  Appeltaart                   12,50
   1  Draagtas                      0,20

      4 artikelen        Totaal    24,60
                         PIN       24,60

   BTW        OVER         EUR
   9,00%     22,39        2,01
   21,00%     0,17        0,03

   Bonnr 20260314-0118   Kassa 1
   14-03-2026 10:22
   KvK 08118204  BTW NL118204477B01
     Bedankt en tot ziens!`,
    {
      name: 'bakery, taxes under the total',
      language: 'nl',
      width: 240,
      right: {
        invoice_number: ['20260314-0118', null],
        issue_date: '2026-03-14',
        currency: 'EUR',
        'seller.name': "Bakkerij 't Haantje",
        'seller.tax_id': 'NL118204477B01',
        tax_total: '2.04',
        grand_total: '24.60',
      },
      lines: null,
    },
  ),
]
