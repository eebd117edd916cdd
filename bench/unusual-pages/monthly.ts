import { typedPage } from './typed-page'

/** Bills that come every month: telephone, power, water, software, rooms. */
export const monthly = [
  typedPage(
    `TELEMONTE COMUNICACIONES, S.A.U.                                              Factura
CIF A-82118204 · Gran Vía 44, 28013 Madrid                                    Nº de factura:   TM26-00447118
                                                                              Fecha de emisión:   01/03/2026
FERRETERÍA OLMOS, C.B.                                                        Periodo:   01/02/2026 a 28/02/2026
C/ Mayor 18                                                                   Nº de cuenta:   771820447
19001 GUADALAJARA                                                             NIF:   E19118204

Resumen de tu factura
    Cuotas mensuales                                                                                72,7273 €
    Consumos                                                                                         4,1322 €
    Descuentos y promociones                                                                       -10,0000 €
    Total (base imponible)                                                                          66,8595 €
    IVA 21,00%                                                                                      14,0405 €
    Total a pagar                                                                                     80,90 €

Cobro por domiciliación a partir del día 07/03/2026 en la cuenta ES61 2100 **** **** **** 4471

Detalle por línea
    949 118 204        Fibra 600 Mb + fijo                           1            38,0165              38,0165 €
                       Llamadas a 902                         00:14:22                                  2,4793 €
    655 011 844        Tarifa móvil ilimitada                        1            34,7108              34,7108 €
                       Mensajes premium                              3             0,5510               1,6529 €
                       Promoción 3 meses                                                              -10,0000 €
    Total                                                                                              66,8595 €

Atención al cliente 1551. Compara tu consumo de los últimos meses: dic 79,10 € · ene 84,35 € · feb 80,90 €`,
    {
      name: 'telephone, summary and detail, four decimals',
      language: 'es',
      right: {
        invoice_number: 'TM26-00447118',
        issue_date: '2026-03-01',
        due_date: ['2026-03-07', null],
        currency: 'EUR',
        'seller.name': 'Telemonte Comunicaciones, S.A.U.',
        'seller.tax_id': 'A82118204',
        'buyer.name': 'Ferretería Olmos, C.B.',
        'buyer.tax_id': 'E19118204',
        net_total: ['66.8595', '66.86'],
        tax_total: ['14.0405', '14.04'],
        grand_total: '80.90',
      },
      lines: null,
    },
  ),
  typedPage(
    `Stadtwerke Auental eG                          Kundenservice 0800 551 20 44
Energieplatz 1, 07318 Saalfeld                 Mo-Fr 8-18 Uhr

Herrn                                          Vertragskonto      2 004 471 182
Uwe Pohl                                       Rechnungsnummer    VK-118204471
Gartenstr. 44                                  Datum              06.02.2026
07318 Saalfeld                                 Zählernummer       1EMH0011820447

Ihre Stromrechnung für die Zeit vom 01.02.2025 bis 31.01.2026

Zählerstand alt      Zählerstand neu      Verbrauch      Ermittlung
31.01.2025           31.01.2026
18.204 kWh           20.704 kWh           2.500 kWh      abgelesen

                              Menge             Preis                      Betrag
Arbeitspreis              2.500 kWh       28,00 Ct/kWh                   700,00 €
Grundpreis                 365 Tage       120,00 €/Jahr                  120,00 €
Nettobetrag                                                              820,00 €
Umsatzsteuer 19 %                                                        155,80 €
Rechnungsbetrag                                                          975,80 €
abzüglich gezahlter Abschläge (11 x 84,00 €)                            -924,00 €
Nachzahlung                                                               51,80 €

Der Betrag von 51,80 € wird am 20.02.2026 von Ihrem Konto abgebucht.
Ihr neuer Abschlag ab März 2026: 89,00 €, fällig jeweils zum 1. des Monats.
USt-IdNr. DE 150 118 204 · Gläubiger-ID DE44STW00000118204`,
    {
      name: 'power, meter readings and instalments',
      language: 'de',
      right: {
        invoice_number: 'VK-118204471',
        issue_date: '2026-02-06',
        due_date: ['2026-02-20', null],
        currency: 'EUR',
        'seller.name': 'Stadtwerke Auental eG',
        'seller.tax_id': 'DE150118204',
        'buyer.name': 'Uwe Pohl',
        net_total: '820.00',
        tax_total: '155.80',
        grand_total: '975.80',
        payable: ['51.80', null],
      },
      lines: null,
    },
  ),
  typedPage(
    `Águas do Vale do Sousa, E.M.                             Fatura n.º  FT AVS26/118204
Rua da Fonte 44 - 4560-118 Penafiel                      Data de emissão  09 Mar 2026
NIPC 507118204                                           Data limite de pagamento  30 Mar 2026
                                                         Período de faturação  05 Fev a 06 Mar 2026
CONFEITARIA BOLO REI, LDA
LARGO DA AJUDA 7                                         Valor a pagar      46,43 €
4560-004 PENAFIEL
NIF 509044718                                            N.º de cliente 771820

Leitura anterior      Leitura atual      Consumo m3
      1182                  1207               25

Descrição                                       Qtd        Preço unit.          Valor        IVA
Água - tarifa fixa                          30 dias           0,2500             7,50         6%
Água - tarifa variável                        25 m3           0,8000            20,00         6%
Saneamento - tarifa fixa                    30 dias           0,1000             3,00         6%
Saneamento - tarifa variável                  25 m3           0,4000            10,00         6%
Resíduos sólidos urbanos                          1           3,5000             3,50         0%

Taxa        Incidência        IVA
0%               3,50        0,00
6%              40,50        2,43
Total           44,00        2,43

Pagamento por multibanco   Entidade 21182   Referência 044 718 204   Montante 46,43 €
ATCUD: JX7K118-204`,
    {
      name: 'water, amount owed beside the head',
      language: 'pt',
      right: {
        invoice_number: ['FT AVS26/118204', 'AVS26/118204'],
        issue_date: '2026-03-09',
        due_date: '2026-03-30',
        currency: 'EUR',
        'seller.name': 'Águas do Vale do Sousa, E.M.',
        'seller.tax_id': '507118204',
        'buyer.name': 'Confeitaria Bolo Rei, Lda',
        'buyer.tax_id': '509044718',
        net_total: '44.00',
        tax_total: '2.43',
        grand_total: '46.43',
      },
      lines: null,
    },
  ),
  typedPage(
    `Invoice                                                                   Loomdeck

Invoice number    7F20B118-0004
Date of issue     March 3, 2026
Date due          March 3, 2026

Loomdeck, Inc.                               Bill to
447 Bryant Street                            Fennimore Analytics
San Francisco, California 94107              Ada Fennimore
United States                                18 Cannon Row
billing@loomdeck.example                     London SW1A 2JL
GB VAT EU372004471                           United Kingdom

$216.00 USD due March 3, 2026

Pay online

Description                                   Qty        Unit price        Tax          Amount
Team plan
Mar 3 - Apr 3, 2026                             6            $30.00        20%         $180.00

                                              Subtotal                                 $180.00
                                              Total excluding tax                      $180.00
                                              VAT - United Kingdom (20% on $180.00)     $36.00
                                              Total                                    $216.00
                                              Amount due                           $216.00 USD
[1] Tax: £28.41 GBP (20% on £142.03)`,
    {
      name: 'software by the seat, due in words',
      language: 'en',
      right: {
        invoice_number: '7F20B118-0004',
        issue_date: '2026-03-03',
        due_date: ['2026-03-03', null],
        currency: 'USD',
        'seller.name': ['Loomdeck, Inc.', 'Loomdeck'],
        'seller.tax_id': 'EU372004471',
        'buyer.name': ['Fennimore Analytics', 'Ada Fennimore'],
        net_total: '180.00',
        tax_total: '36.00',
        grand_total: '216.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `HÔTEL BEAU RIVAGE LÉMAN                                            Genève, le 15.02.2026
Quai Wilson 118 - 1201 Genève
Tél. +41 22 555 01 18

Facture No        88204                            M. Thomas Keller
Chambre           412                              Keller Consulting AG
Arrivée           12.02.2026                       Bahnhofstrasse 44
Départ            15.02.2026                       8001 Zürich
Caissier          LMB

Date           Libellé                          Débit CHF        Crédit CHF
12.02.2026     Nuitée avec petit-déjeuner          310.00
12.02.2026     Taxe de séjour                        3.75
13.02.2026     Nuitée avec petit-déjeuner          310.00
13.02.2026     Taxe de séjour                        3.75
13.02.2026     Restaurant Le Quai                   96.50
14.02.2026     Nuitée avec petit-déjeuner          310.00
14.02.2026     Taxe de séjour                        3.75
14.02.2026     Parking                              60.00
15.02.2026     Carte Visa XX4471                                    1'097.75

               Total                             1'097.75           1'097.75
               Solde CHF                                                0.00

TVA incluse         Taux          Net           TVA          Brut
                    3.80 %       895.95       34.05        930.00
                    8.10 %       144.77       11.73        156.50
                    0.00 %        11.25        0.00         11.25
N° TVA CHE-118.204.471 TVA`,
    {
      name: 'hotel folio, debit and credit, paid',
      language: 'fr',
      right: {
        invoice_number: '88204',
        issue_date: '2026-02-15',
        currency: 'CHF',
        'seller.name': 'Hôtel Beau Rivage Léman',
        'seller.tax_id': ['CHE-118.204.471', 'CHE-118.204.471 TVA'],
        'buyer.name': ['Keller Consulting AG', 'Thomas Keller', 'M. Thomas Keller'],
        net_total: ['1051.97', '1040.72', null],
        tax_total: '45.78',
        grand_total: '1097.75',
      },
      lines: null,
    },
  ),
  typedPage(
    `                                                         FACTURA
    Café Altura de Coatepec                              Serie y folio:  CAC 2044
    Emisor                                               Folio fiscal:   A71182C0-4471-4D0B-8E18-204477118204
    ROSALBA MENDIETA LAGUNES                             No. de certificado SAT:  00001000000711820447
    RFC: MELR750918QX2                                   Fecha y hora de emisión:  2026-03-02T11:04:47
    Régimen fiscal: 626 - Régimen Simplificado           Fecha y hora de certificación:  2026-03-02T11:05:01
    de Confianza                                         Lugar de expedición:  91500
                                                         Efecto de comprobante: I - Ingreso
    Receptor
    HOTELERA MOCAMBO SA DE CV                            Uso CFDI:  G01 - Adquisición de mercancías
    RFC: HMO940207RT5       C.P. 94299                   Régimen fiscal:  601 - General de Ley

    Cant.    Clave ProdServ    Clave unidad    Descripción                     Valor unitario       Importe
    30.00    50201706          KGM             Café tostado molido 1 kg            $ 180.0000    $ 5,400.00
                                               Objeto imp: 02  Traslado IVA 0.000000  $ 0.00
     4.00    48101709          H87             Molino de café manual               $ 650.0000    $ 2,600.00
                                               Objeto imp: 02  Traslado IVA 0.160000  $ 416.00

    Moneda: MXN Peso Mexicano                                      Subtotal                      $ 8,000.00
    Forma de pago: 03 Transferencia                                IVA Trasladado 16.00%           $ 416.00
    Método de pago: PUE                                            ISR Retenido 1.25%              $ 100.00
                                                                   Total                         $ 8,316.00
    OCHO MIL TRESCIENTOS DIECISÉIS PESOS 00/100 M.N.

    Sello digital del CFDI: k7V0pQ2m118xY==        RFC Prov. Certif.: SPR190613I52
    Este documento es una representación impresa de un CFDI 4.0`,
    {
      name: 'printed CFDI, natural person, income tax withheld',
      language: 'es',
      right: {
        invoice_number: ['CAC 2044', '2044', 'CAC2044'],
        issue_date: '2026-03-02',
        currency: 'MXN',
        'seller.name': 'Rosalba Mendieta Lagunes',
        'seller.tax_id': 'MELR750918QX2',
        'buyer.name': 'Hotelera Mocambo SA de CV',
        'buyer.tax_id': 'HMO940207RT5',
        net_total: '8000.00',
        tax_total: '416.00',
        withheld_total: '100.00',
        grand_total: '8316.00',
        uuid: 'A71182C0-4471-4D0B-8E18-204477118204',
      },
      lines: [
        ['Café tostado molido 1 kg', '30', '180', '5400.00'],
        ['Molino de café manual', '4', '650', '2600.00'],
      ],
    },
  ),
]
