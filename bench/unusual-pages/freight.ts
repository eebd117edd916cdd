import { typedPage } from './typed-page'

/** Forwarders, customs brokers, carriers: duties passed on, weights and tariffs, sums carried over the page. */
export const freight = [
  typedPage(
    `AGENCIA ADUANAL HINOJOSA Y ASOCIADOS, S.C.                         CUENTA DE GASTOS / FACTURA
R.F.C. AAH030211KL8                                                Folio: NL 118204
Blvd. Aeropuerto 4410, Nuevo Laredo, Tamps. C.P. 88000             Fecha: 27-feb-2026
Régimen Fiscal: 601 General de Ley Personas Morales                Pedimento: 26 24 3118 6004471

Facturado a:  TEXTILES LA ESPERANZA, S.A. DE C.V.                  Referencia: LRD26-00447
R.F.C.        TES9108154A2                                         Guía: MAEU 118204771
Domicilio     Km 14 Carr. Mty-Laredo, Ciénega de Flores, N.L.      Bultos: 40    Peso: 12,480 kg

                      PAGOS HECHOS POR CUENTA DEL CLIENTE
          Impuestos al comercio exterior (pedimento)                          84,220.00
          Maniobras recinto fiscalizado                                        6,380.00
          Flete terrestre                                                     18,560.00
                                                     Total de gastos         109,160.00

                      NUESTROS SERVICIOS
          Honorarios                                                           9,500.00
          Servicios complementarios                                            1,200.00
          Validación de pedimento                                                300.00
                                                     Subtotal                 11,000.00
                                                     IVA 16%                   1,760.00
                                                     Total factura            12,760.00

                                                     Total cuenta            121,920.00
                                                     Anticipos               100,000.00
                                                     Saldo a nuestro favor    21,920.00

Folio fiscal: 0C4471AB-1182-4F04-9A18-7720B1C4D811      Moneda: MXN    Forma de pago: 03    Método de pago: PUE`,
    {
      name: 'customs broker, duties passed on and advance',
      language: 'es',
      right: {
        invoice_number: ['NL 118204', '118204'],
        issue_date: '2026-02-27',
        currency: 'MXN',
        'seller.name': 'Agencia Aduanal Hinojosa y Asociados, S.C.',
        'seller.tax_id': 'AAH030211KL8',
        'buyer.name': 'Textiles La Esperanza, S.A. de C.V.',
        'buyer.tax_id': 'TES9108154A2',
        net_total: '11000.00',
        tax_total: '1760.00',
        grand_total: ['12760.00', '121920.00'],
        uuid: '0C4471AB-1182-4F04-9A18-7720B1C4D811',
      },
      lines: null,
    },
  ),
  typedPage(
    `Spedition Kranz & Söhne GmbH & Co. KG
Hafenstraße 118 · 68159 Mannheim

Spedition Kranz & Söhne · Hafenstr. 118 · 68159 Mannheim
Möbelwerke Osterfeld AG                                     Frachtrechnung
Kreditorenbuchhaltung                                       Rechnungsnummer      FR-26-04471
Postfach 1182                                               Rechnungsdatum       28.02.2026
32584 Löhne                                                 Debitor              104477
                                                            Seite                1 von 1

Wir berechnen für den Leistungszeitraum 16.02. - 28.02.2026:

Auftrag      Datum        von            nach             Colli      kg        LDM       Fracht      Maut      Diesel      Betrag
1182044      17.02.26     32584 Löhne    1220 Wien           12     4.820      4,80      780,00     64,20       54,60      898,80
1182101      19.02.26     32584 Löhne    80995 München       20     7.340      7,20      640,00     58,00       44,80      742,80
1182177      24.02.26     32584 Löhne    20457 Hamburg        8     2.110      2,40      310,00     21,70       21,70      353,40

                                                 Summe netto                                                    1.995,00 EUR
                                                 davon steuerfrei (§ 4 Nr. 3 UStG)                                  0,00 EUR
                                                 19,00 % USt. auf 1.995,00                                        379,05 EUR
                                                 Rechnungsendbetrag                                             2.374,05 EUR

Fällig ohne Abzug bis 14.03.2026.    IBAN DE02 6704 0031 0118 2044 00    BIC COBADEFFXXX
Sitz Mannheim, HRA 118204, USt-IdNr. DE143118204, St.-Nr. 38182/04471. Wir arbeiten nach den ADSp 2017.`,
    {
      name: 'forwarder, weights and tolls in the row',
      language: 'de',
      width: 700,
      right: {
        invoice_number: 'FR-26-04471',
        issue_date: '2026-02-28',
        due_date: ['2026-03-14', null],
        currency: 'EUR',
        'seller.name': 'Spedition Kranz & Söhne GmbH & Co. KG',
        'seller.tax_id': ['DE143118204', '38182/04471'],
        'buyer.name': 'Möbelwerke Osterfeld AG',
        net_total: '1995.00',
        tax_total: '379.05',
        grand_total: '2374.05',
      },
      lines: null,
    },
  ),
  typedPage(
    `NORTHSTAR LOGISTICS INC.                                             FREIGHT BILL
PO Box 77182, Chicago IL 60677                                       Remit to address on left

PRO NUMBER        SHIP DATE       DELIVERED       INVOICE DATE       TERMS
882-1182044       02/16/2026      02/19/2026      02/20/2026         NET 15

SHIPPER                                  CONSIGNEE                             BILL TO
Keystone Tool & Die                      Redwood Machine Supply                Keystone Tool & Die
1180 Forge Rd                            77 Wharf St                           1180 Forge Rd
Erie PA 16501                            Oakland CA 94607                      Erie PA 16501

PIECES   DESCRIPTION                          NMFC       CLASS    WEIGHT (LB)    RATE (CWT)    CHARGES
  4      PLTS MACHINE PARTS, STEEL            133300-6   70             3,200         38.50    1,232.00
         DISCOUNT 62.00%                                                                        -763.84
         FUEL SURCHARGE 31.50%                                                                   147.47
         LIFTGATE DELIVERY                                                                        85.00
                                              TOTAL WEIGHT              3,200
                                                                  PAY THIS AMOUNT              $ 700.63

Please reference PRO NUMBER with payment. SCAC: NSLX   FEIN 36-1182044`,
    {
      name: 'freight bill, three parties',
      language: 'en',
      right: {
        invoice_number: '882-1182044',
        issue_date: '2026-02-20',
        currency: ['USD', null],
        'seller.name': 'Northstar Logistics Inc.',
        'seller.tax_id': '36-1182044',
        'buyer.name': 'Keystone Tool & Die',
        tax_total: [null, '0.00'],
        grand_total: '700.63',
      },
      lines: null,
    },
  ),
  typedPage(
    `ÉTABLISSEMENTS VASSEUR MATÉRIAUX                                      FACTURE N° 2602-11844
SAS au capital de 240 000 €                                           du 27 février 2026
Route d'Arras - 62000 Dainville
Siret 477 118 204 00024 - TVA FR 18 477118204                         BÂTIMENT LEROUX ET FILS
                                                                      SARL
Code client : 411LEROU                                                9 rue du Moulin
Affaire : CHANTIER ÉCOLE                                              62123 Beaumetz
                                                                                                            Page 1/2

RÉF            DÉSIGNATION                                   U       QTÉ          PU NET       MONTANT HT
BL 88120 du 03/02/2026
PARP20         Parpaing creux 20x20x50                       U       600           1,280           768,00
CIM35          Ciment CEM II 35 kg                           SAC      40           7,950           318,00
BL 88177 du 11/02/2026
SAB04          Sable 0/4 lavé                                T      8,500         24,000           204,00
TREIL          Treillis soudé ST25C                          PN       10          31,500           315,00
                                                                       À reporter                1 605,00
\fÉTABLISSEMENTS VASSEUR MATÉRIAUX                                      FACTURE N° 2602-11844
                                                                                                            Page 2/2

RÉF            DÉSIGNATION                                   U       QTÉ          PU NET       MONTANT HT
                                                                       Report                    1 605,00
BL 88204 du 20/02/2026
OSB18          Panneau OSB 18 mm 2500x1250                   PN       15          22,000           330,00
VISB           Vis à bois 5x80 (200)                         BTE       5          13,000            65,00

Eco-contribution incluse                                  Total HT                               2 000,00
Mode de règlement : LCR à 45 jours fin de mois            TVA 20,00 %                              400,00
Échéance : 30/04/2026                                     Total TTC                              2 400,00
                                                          NET À PAYER                          2 400,00 €`,
    {
      name: 'builders merchant, carried over the page',
      language: 'fr',
      width: 640,
      right: {
        invoice_number: '2602-11844',
        issue_date: '2026-02-27',
        due_date: '2026-04-30',
        currency: 'EUR',
        'seller.name': 'Établissements Vasseur Matériaux',
        'seller.tax_id': 'FR18477118204',
        'buyer.name': ['Bâtiment Leroux et Fils SARL', 'Bâtiment Leroux et Fils'],
        net_total: '2000.00',
        tax_total: '400.00',
        grand_total: '2400.00',
      },
      lines: [
        ['Parpaing creux 20x20x50', '600', '1.280', '768.00'],
        ['Ciment CEM II 35 kg', '40', '7.950', '318.00'],
        ['Sable 0/4 lavé', '8.5', '24', '204.00'],
        ['Treillis soudé ST25C', '10', '31.5', '315.00'],
        ['Panneau OSB 18 mm 2500x1250', '15', '22', '330.00'],
        ['Vis à bois 5x80 (200)', '5', '13', '65.00'],
      ],
    },
  ),
]
