import { typedPage } from './typed-page'

/** What else an office's post brings: rented workwear, couriers, fuel cards, courts and town halls, advice of payment. */
export const everyday = [
  typedPage(
    `CASCADE LINEN & UNIFORM                                         INVOICE  0118-44718
Remit to: PO Box 44718, Portland OR 97208
Questions? 503-555-0144                                         SERVICE DATE   03/05/2026
                                                                ROUTE 44  STOP 118
BILL TO 20447                         DELIVER TO                TERMS  NET 10TH EOM
ROSE CITY BREWING                     ROSE CITY BREWING
PO BOX 1182                           2044 SE WATER AVE
PORTLAND OR 97214                     PORTLAND OR 97214

ITEM    DESCRIPTION                 INV      QTY     RATE      EXT
4471    SHIRT, WORK                  44       22     .95     20.90
1182    APRON, BIB                   60       60     .38     22.80
0204    MAT 4X6                       8        8    4.75     38.00
0447    TOWEL, BAR                  400      400     .12     48.00
9001    SERVICE CHARGE                                       11.82

                                          SUBTOTAL          141.52
                                          TAXABLE .00   TAX    .00
                                          INVOICE TOTAL     141.52

RECEIVED BY ____________________     A LATE CHARGE OF 1.5% APPLIES`,
    {
      name: 'workwear, cents without a nought, no tax',
      language: 'en',
      right: {
        document_type: 'invoice',
        invoice_number: '0118-44718',
        issue_date: '2026-03-05',
        currency: ['USD', null],
        'seller.name': 'Cascade Linen & Uniform',
        'buyer.name': 'Rose City Brewing',
        net_total: '141.52',
        tax_total: ['0.00', null],
        grand_total: '141.52',
      },
      lines: [
        ['SHIRT, WORK', '22', '0.95', '20.90'],
        ['APRON, BIB', '60', '0.38', '22.80'],
        ['MAT 4X6', '8', '4.75', '38.00'],
        ['TOWEL, BAR', '400', '0.12', '48.00'],
        ['SERVICE CHARGE', null, null, '11.82'],
      ],
    },
  ),
  typedPage(
    `Okanagan Cloud Accounting Inc.                          Invoice OCA-11820
1182 Bernard Avenue, Kelowna BC V1Y 6R2                 March 1, 2026
GST/HST 44711 8204 RT0001   PST-1182-0447

Billed to Lakeside Orthodontics Ltd., 44 Harvey Ave, Kelowna BC V1Y 6C7

Plan                         Term                            Price
Practice Suite, 10 users     Mar 1 2026 to Mar 31 2026      $450.00
Data residency add-on        Mar 1 2026 to Mar 31 2026       $60.00
Promo code WINTER                                           -$51.00

Charges before tax                                          $459.00
GST 5%                                                       $22.95
PST 7%                                                       $32.13
Charged to Visa ending 4471 on March 1, 2026                $514.08
Balance                                                       $0.00

All amounts in CAD`,
    {
      name: 'Canada, two taxes, charged to a card, balance nought',
      language: 'en',
      right: {
        document_type: ['invoice', 'receipt'],
        invoice_number: 'OCA-11820',
        issue_date: '2026-03-01',
        currency: 'CAD',
        'seller.name': 'Okanagan Cloud Accounting Inc.',
        'seller.tax_id': ['44711 8204 RT0001', '447118204RT0001'],
        'buyer.name': 'Lakeside Orthodontics Ltd.',
        net_total: '459.00',
        tax_total: '55.08',
        grand_total: '514.08',
      },
      lines: null,
    },
  ),
  typedPage(
    `Corporativo Aduanal del Pacífico, S.C.
Patente 1182 - Blvd. Costero 447, Ensenada, B.C. 22800 - CAP9803114K7

CUENTA DE GASTOS  26-04471                            Ensenada, B.C. a 3 de marzo de 2026
Cargo a: VINÍCOLA TRES VALLES SA DE CV                Referencia: I26-0118
RFC: VTV051120HA4                                     Pedimento: 26 11 1182 6000447
Contenedor: TGHU 447118-2                             Valor aduana: 820,447.00

PAGOS HECHOS POR SU CUENTA
Impuestos al comercio exterior                                           64,118.00
Maniobras terminal portuaria                                             11,820.40
Desconsolidación                                                          4,471.00
                                       Suma de pagos                     80,409.40
NUESTROS SERVICIOS
Honorarios 0.45%                                                          3,692.01
Servicios complementarios                                                 1,850.00
                                       Suma de servicios                  5,542.01
                                       IVA 16%                              886.72
                                       Total de la cuenta                86,838.13
                                       Menos anticipo 27/02/2026         80,000.00
                                       Saldo a nuestro favor              6,838.13`,
    {
      name: 'customs agent, paid for the client, advance',
      language: 'es',
      right: {
        document_type: 'invoice',
        invoice_number: '26-04471',
        issue_date: '2026-03-03',
        currency: ['MXN', null],
        'seller.name': 'Corporativo Aduanal del Pacífico, S.C.',
        'seller.tax_id': 'CAP9803114K7',
        'buyer.name': 'Vinícola Tres Valles SA de CV',
        'buyer.tax_id': 'VTV051120HA4',
        tax_total: '886.72',
        grand_total: '86838.13',
        payable: '6838.13',
      },
      lines: null,
    },
  ),
  typedPage(
    `Pennine Quarry Products Ltd
Accounts Payable, Buxton SK17 9AB

REMITTANCE ADVICE

Dale Plant Hire Ltd                           Payment date     27/02/2026
44 Smithfield, Bakewell DE45 1FT              BACS reference   P118204
                                              Your account     DALE01

Your ref        Our ref        Date            Gross       Discount          Paid
INV-4471        PI-11820       12/01/2026   1,182.04          0.00       1,182.04
INV-4502        PI-11877       19/01/2026     447.11          0.00         447.11
CN-0118         PC-00204       22/01/2026     -82.00          0.00         -82.00
                                                       Total paid        1,547.15

Funds will reach your account within three working days.`,
    {
      name: 'advice of payment',
      language: 'en',
      right: { document_type: 'payment' },
      lines: null,
    },
  ),
  typedPage(
    `TANKNETZ Flottenservice GmbH  Postfach 118204  40044 Düsseldorf

TANKNETZ Flottenservice GmbH, PF 118204, 40044 Düsseldorf
Spedition Kaltenbach KG
Fuhrparkleitung                                              Sammelabrechnung    4471-0226
Industriestraße 118                                          Abrechnungsdatum    28.02.2026
79541 Lörrach                                                Kundenkonto         20447118
                                                             Fälligkeit          15.03.2026 (SEPA-Lastschrift)
                                                             Ihre USt-IdNr.      DE118204471
                                                             Unsere USt-IdNr.    DE447118204

Karte      Kennzeichen      Produkt         Menge        Preis/Einheit     Netto EUR     MwSt 19%     Brutto EUR
0118       LÖ-KS 44         Diesel        1.204,40 l          1,320        1.589,81       302,06       1.891,87
0119       LÖ-KS 71         Diesel          987,20 l          1,320        1.303,10       247,59       1.550,69
0119       LÖ-KS 71         AdBlue           60,00 l          0,700           42,00         7,98          49,98
0120       LÖ-KS 82         Maut                                             418,20         0,00         418,20

           Lieferungen Deutschland                                         2.934,91       557,63       3.492,54
           Maut, nicht steuerbar                                             418,20                      418,20
           Servicegebühr Karten                                               12,00         2,28          14,28
           Abbuchungsbetrag                                                3.365,11       559,91       3.925,02`,
    {
      name: 'fuel cards, sums by kind across columns',
      language: 'de',
      width: 640,
      right: {
        document_type: 'invoice',
        invoice_number: '4471-0226',
        issue_date: '2026-02-28',
        due_date: '2026-03-15',
        currency: 'EUR',
        'seller.name': 'TANKNETZ Flottenservice GmbH',
        'seller.tax_id': 'DE447118204',
        'buyer.name': 'Spedition Kaltenbach KG',
        'buyer.tax_id': 'DE118204471',
        net_total: '3365.11',
        tax_total: '559.91',
        grand_total: '3925.02',
      },
      lines: null,
    },
  ),
  typedPage(
    `Cartotecnica Valdarno S.r.l.
Via Aretina 118 - 52025 Montevarchi (AR) - P.IVA 01182044718

                                                        Spett.le
                                                        BOTTEGA DEL LIBRO S.N.C.
                                                        Corso Italia 44
                                                        52100 Arezzo

Montevarchi, 04/03/2026
Oggetto: sollecito di pagamento

Dai nostri controlli risultano non saldate le seguenti fatture:

Fattura n.        Data               Scadenza           Importo €
118/26            12/01/2026         11/02/2026            447,11
204/26            22/01/2026         21/02/2026            182,04
                                     Totale                629,15

Vi preghiamo di provvedere al saldo entro 8 giorni dal ricevimento della presente.
Qualora aveste già provveduto, Vi preghiamo di non tenere conto della presente.`,
    {
      name: 'reminder as a letter',
      language: 'it',
      right: {
        document_type: ['statement', 'other'],
        'seller.name': 'Cartotecnica Valdarno S.r.l.',
        'buyer.name': 'Bottega del Libro S.n.c.',
      },
      lines: null,
    },
  ),
  typedPage(
    `AYUNTAMIENTO DE VALDERROBLES                     CARTA DE PAGO
Negociado de Rentas y Exacciones                 Nº LIQUIDACIÓN   2026/000447118
Plaza Mayor 1 - 44580 Valderrobles (Teruel)      FECHA            18/02/2026
CIF P4411820A                                    FIN PLAZO VOLUNTARIO   20/04/2026

SUJETO PASIVO:  HORNOS MATARRAÑA SL
NIF:            B44118204
DOMICILIO:      C/ La Balsa 18

CONCEPTO: TASA POR RECOGIDA DE RESIDUOS - LOCAL COMERCIAL - EJERCICIO 2026

TARIFA     UNIDADES      CUOTA
B-3               1     182,40

IMPORTE PRINCIPAL       RECARGO       INTERESES      COSTAS       TOTAL A INGRESAR
182,40                  0,00          0,00           0,00         182,40

Lugar de pago: ES44 2085 0118 2044 7118 2044`,
    {
      name: 'town hall, fee without tax',
      language: 'es',
      right: {
        document_type: ['invoice', 'receipt'],
        invoice_number: '2026/000447118',
        issue_date: '2026-02-18',
        due_date: '2026-04-20',
        currency: ['EUR', null],
        'seller.name': 'Ayuntamiento de Valderrobles',
        'seller.tax_id': 'P4411820A',
        'buyer.name': 'Hornos Matarraña SL',
        'buyer.tax_id': 'B44118204',
        tax_total: ['0.00', null],
        grand_total: '182.40',
      },
      lines: null,
    },
  ),
  typedPage(
    `        Mercado da Ria
  Ria Alimentar - Supermercados, S.A.
  Av. Lourenço Peixinho 118 - Aveiro
        NIF 504471182

  Fatura Simplificada FS 118/20447
  Original        2026-03-04 18:44
  Contribuinte: 501182044

  (C) ARROZ CAROLINO 1KG   2 x 1,49
                              2,98
  (C) LEITE MG 6X1L           5,10
  (A) DETERGENTE LOIÇA        2,47
  (B) AGUA TONICA 6X          3,24
  POUPANCA                   -0,50

  SUBTOTAL                   13,79
  TOTAL A PAGAR              13,29
  Cartao Debito              13,29

  %IVA    Tot.Liq.   IVA    Total
  (C) 6%   7,14     0,43    7,57
  (B) 13%  2,87     0,37    3,24
  (A) 23%  2,02     0,46    2,48

  ATCUD:JF44T8KL-20447
  Processado por programa certificado n 1182/AT`,
    {
      name: 'supermarket, three rates by letter',
      language: 'pt',
      width: 240,
      height: 480,
      right: {
        document_type: ['receipt', 'invoice'],
        invoice_number: ['FS 118/20447', '118/20447'],
        issue_date: '2026-03-04',
        'seller.name': ['Ria Alimentar - Supermercados, S.A.', 'Mercado da Ria', 'Ria Alimentar'],
        'seller.tax_id': '504471182',
        grand_total: '13.29',
        tax_total: ['1.26', null],
      },
      lines: null,
    },
  ),
  typedPage(
    `DELVAUX & HENROTTE                                    Liège, le 2 mars 2026
Cabinet d'avocats SRL
Quai de Rome 118                                      SA Verrerie du Condroz
4000 Liège                                            Chaussée de Marche 44
BE 0447.118.204                                       5330 Assesse
                                                      T.V.A. BE 0711.820.447

ÉTAT DE FRAIS ET HONORAIRES  2026-118
Dossier : Verrerie du Condroz c/ Transports Lesage (n/réf. 20447/PH)

Prestations du 05/01/2026 au 27/02/2026
   7 h 30 à 145,00 €                                                   1.087,50
Frais de dossier et dactylographie                                       118,20
Débours (exonérés) : frais d'huissier                                    204,47

Total soumis à TVA                                                     1.205,70
TVA 21 %                                                                 253,20
Débours                                                                  204,47
Total général                                                          1.663,37
Provisions reçues                                                       -500,00
Solde à verser sous 15 jours sur BE44 3631 1820 4471                   1.163,37`,
    {
      name: 'Belgian lawyers, disbursements, provisions received',
      language: 'fr',
      right: {
        document_type: 'invoice',
        invoice_number: '2026-118',
        issue_date: '2026-03-02',
        currency: 'EUR',
        'seller.name': ['Delvaux & Henrotte', "Cabinet d'avocats Delvaux & Henrotte SRL"],
        'seller.tax_id': 'BE0447118204',
        'buyer.name': 'SA Verrerie du Condroz',
        'buyer.tax_id': 'BE0711820447',
        net_total: ['1205.70', '1410.17'],
        tax_total: '253.20',
        grand_total: '1663.37',
        payable: '1163.37',
      },
      lines: null,
    },
  ),
  typedPage(
    `  FietsExpres Koeriers                          Weeknota  2026-09 / 11820
  Utrecht - Amersfoort - Zeist

  Tandtechniek Domstad                          Datum nota    01-03-2026
  t.a.v. de crediteurenadministratie            Relatie       4471
  Croeselaan 118                                Incasso op    15-03-2026
  3521 CB Utrecht

  Dag       Ritten      Omschrijving                     Tarief       Totaal
  23-02          4      binnen de ring                     8,95        35,80
  25-02          2      Zeist retour                      17,50        35,00
  26-02          1      spoed < 1 uur                     24,00        24,00
                        brandstoftoeslag                                0,00

                                        Bedrag zonder btw              94,80
                                        Btw hoog 21%                   19,91
                                        Automatisch af te schrijven   114,71

  FietsExpres Koeriers is een handelsnaam van Velopost Midden B.V.
  btw NL004471182B18    kvk 71182044    NL44INGB0001182044`,
    {
      name: 'courier, rides of a week, collected',
      language: 'nl',
      right: {
        document_type: 'invoice',
        invoice_number: ['2026-09 / 11820', '2026-09/11820', '11820'],
        issue_date: '2026-03-01',
        due_date: ['2026-03-15', null],
        currency: ['EUR', null],
        'seller.name': ['FietsExpres Koeriers', 'Velopost Midden B.V.'],
        'seller.tax_id': 'NL004471182B18',
        'buyer.name': 'Tandtechniek Domstad',
        net_total: '94.80',
        tax_total: '19.91',
        grand_total: '114.71',
      },
      lines: [
        ['binnen de ring', '4', '8.95', '35.80'],
        ['Zeist retour', '2', '17.50', '35.00'],
        ['spoed < 1 uur', '1', '24.00', '24.00'],
        ['brandstoftoeslag', null, null, '0.00'],
      ],
    },
  ),
  typedPage(
    `webberge
                                                        Facture acquittée
webberge SAS au capital de 40 000 €                     WB-FR-2602-44718
118 rue de la République, 69002 Lyon                    26/02/2026
RCS Lyon 447 118 204 - TVA FR18447118204

Association Les Amis du Canal
M. Paul Vernet
2 chemin du Halage
71100 Chalon-sur-Saône

Désignation                               Période                      Prix HT
Nom de domaine amisducanal.example        26/02/2026 - 25/02/2027        11,82
Hébergement Perso 10 Go                   26/02/2026 - 25/02/2027        44,71
Remise fidélité                                                          -4,47

HT 52,06 €   -   TVA (20,00 %) 10,41 €   -   TTC 62,47 €
Réglée par carte bancaire le 26/02/2026. Reste dû : 0,00 €`,
    {
      name: 'domain and hosting, paid, totals in a sentence',
      language: 'fr',
      right: {
        document_type: ['invoice', 'receipt'],
        invoice_number: 'WB-FR-2602-44718',
        issue_date: '2026-02-26',
        currency: 'EUR',
        'seller.name': ['webberge SAS', 'webberge'],
        'seller.tax_id': 'FR18447118204',
        'buyer.name': 'Association Les Amis du Canal',
        net_total: '52.06',
        tax_total: '10.41',
        grand_total: '62.47',
      },
      lines: null,
    },
  ),
]
