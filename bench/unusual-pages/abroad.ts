import { typedPage } from './typed-page'

/** Of countries whose papers have a form of their own: Chile, Colombia, Argentina, Brazil, Ireland, Austria. */
export const abroad = [
  typedPage(
    `                                                                    R.U.T.: 76.447.118-2
COMERCIAL FERRETERA LOS BOLDOS LIMITADA                             FACTURA ELECTRONICA
Giro: Venta al por mayor de materiales de construcción              Nº 118204
Camino Melipilla 4471, Maipú                                        S.I.I. - MAIPU

SEÑOR(ES): CONSTRUCTORA ALTO LAS CONDES SPA                         Fecha Emisión: 4 de Marzo del 2026
R.U.T.: 77.118.204-4
GIRO: Obras menores                                                 Tipo de Compra: Del Giro
DIRECCION: Av. Apoquindo 1182, Las Condes
CONDICION DE VENTA: Crédito 30 días                                 Vencimiento: 03/04/2026

Codigo     Descripcion                           Cantidad       Precio     %Impto       Valor
CEM25      Cemento especial saco 25 kg           120 SACO        4.190                502.800
FIE10      Fierro estriado 10 mm x 6 m            80 UN          5.400                432.000
CLA03      Clavo corriente 3"                     10 KG          1.820                 18.200

Referencias: - Orden de Compra N° 4500118 del 2026-02-27

                                                   MONTO NETO $          953.000
                                                   I.V.A. 19% $          181.070
                                                   IMPUESTO ADICIONAL $        0
                                                   TOTAL $             1.134.070
Timbre Electrónico SII  Res. 80 de 2014  Verifique documento: www.sii.cl`,
    {
      name: 'Chile, box with tax number and kind',
      language: 'es',
      right: {
        document_type: 'invoice',
        invoice_number: '118204',
        issue_date: '2026-03-04',
        due_date: '2026-04-03',
        'seller.name': 'Comercial Ferretera Los Boldos Limitada',
        'seller.tax_id': '76.447.118-2',
        'buyer.name': 'Constructora Alto Las Condes SpA',
        'buyer.tax_id': '77.118.204-4',
        net_total: '953000.00',
        tax_total: '181070.00',
        grand_total: '1134070.00',
      },
      lines: [
        ['Cemento especial saco 25 kg', '120', '4190', '502800.00'],
        ['Fierro estriado 10 mm x 6 m', '80', '5400', '432000.00'],
        ['Clavo corriente 3"', '10', '1820', '18200.00'],
      ],
    },
  ),
  typedPage(
    `LOGÍSTICA Y BODEGAJE DEL CARIBE S.A.S.           FACTURA ELECTRÓNICA DE VENTA
NIT 900.447.118-2                                LBC 11820
Responsable de IVA - Actividad 5210
Vía 40 # 71-18, Barranquilla                     Fecha y hora de generación: 2026-03-02 10:18:44
Tel. 605 3444711                                 Fecha de vencimiento: 2026-04-01

Adquiriente: DISTRIBUIDORA LA SABANA S.A.        NIT: 860.118.204-7
Dirección: Cra. 44 # 118-20, Bogotá              Medio de pago: Transferencia - Crédito

#    Código    Descripción                        UM     Cant.     Vr. unitario    IVA %      Vr. total
1    BOD01     Bodegaje estiba mes febrero        94      44,00       38.500,00      19    1.694.000,00
2    MAN02     Cargue y descargue                 94      18,00       22.000,00      19      396.000,00

Valor en letras: DOS MILLONES CUATROCIENTOS TRES MIL    Total bruto factura         2.090.000,00
NOVECIENTOS PESOS M/CTE                                 Total IVA 19%                 397.100,00
                                                        Retefuente 4%                  83.600,00
                                                        Total a pagar               2.403.500,00

Resolución DIAN 18764000447118 del 2025-06-20, prefijo LBC del 10001 al 20000
CUFE: 44f711820b4c1182044711820d9e4471182044c7118204a7b118204471182f04`,
    {
      name: 'Colombia, CUFE, withheld at source',
      language: 'es',
      right: {
        document_type: 'invoice',
        invoice_number: ['LBC 11820', '11820'],
        issue_date: '2026-03-02',
        due_date: '2026-04-01',
        'seller.name': 'Logística y Bodegaje del Caribe S.A.S.',
        'seller.tax_id': '900.447.118-2',
        'buyer.name': 'Distribuidora La Sabana S.A.',
        'buyer.tax_id': '860.118.204-7',
        net_total: '2090000.00',
        tax_total: '397100.00',
        withheld_total: '83600.00',
        grand_total: ['2403500.00', '2487100.00'],
      },
      lines: [
        ['Bodegaje estiba mes febrero', '44', '38500', '1694000.00'],
        ['Cargue y descargue', '18', '22000', '396000.00'],
      ],
    },
  ),
  typedPage(
    `                            ORIGINAL
      Imprenta Del Plata S.A.          A           FACTURA
                                    COD. 01        Punto de Venta: 00004   Comp. Nro: 00011820
Razón Social: IMPRENTA DEL PLATA S.A.              Fecha de Emisión: 05/03/2026
Domicilio Comercial: Gral. Paz 447, Avellaneda     CUIT: 30-44711820-4
Condición frente al IVA: IVA Responsable Inscripto   Ingresos Brutos: 901-118204-4
                                                   Fecha de Inicio de Actividades: 01/04/2009
Período Facturado Desde: 01/02/2026   Hasta: 28/02/2026   Fecha de Vto. para el pago: 20/03/2026
CUIT: 30-71182044-7   Apellido y Nombre / Razón Social: EDITORIAL RIACHUELO S.R.L.
Condición frente al IVA: IVA Responsable Inscripto   Domicilio: Defensa 1182, CABA

Código  Producto / Servicio            Cantidad  U. Medida  Precio Unit.  % Bonif    Subtotal  Alícuota IVA  Subtotal c/IVA
044     Impresión offset folletos       5000,00  unidades         84,00      0,00  420000,00           21%       508200,00
118     Troquelado                      5000,00  unidades         12,00     10,00   54000,00           21%        65340,00

                                                        Importe Neto Gravado: $      474000,00
                                                        IVA 27%: $                        0,00
                                                        IVA 21%: $                    99540,00
                                                        IVA 10.5%: $                      0,00
                                                        Importe Otros Tributos: $     14220,00
                                                        Importe Total: $             587760,00
CAE N°: 74471182044711    Fecha de Vto. de CAE: 15/03/2026`,
    {
      name: 'Argentina, further taxes perceived',
      language: 'es',
      width: 640,
      right: {
        document_type: 'invoice',
        invoice_number: ['00011820', '00004-00011820', '0000400011820'],
        issue_date: '2026-03-05',
        due_date: '2026-03-20',
        'seller.name': 'Imprenta del Plata S.A.',
        'seller.tax_id': '30-44711820-4',
        'buyer.name': 'Editorial Riachuelo S.R.L.',
        'buyer.tax_id': '30-71182044-7',
        net_total: '474000.00',
        tax_total: ['99540.00', '113760.00'],
        grand_total: '587760.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Conectaí Telecomunicações Ltda                        NOTA FISCAL FATURA DE SERVIÇO DE COMUNICAÇÃO ELETRÔNICA
CNPJ 04.471.182/0001-44   IE 118.204.471.118
Rua Padre Chagas, 118 - Porto Alegre/RS               NFCom nº 000.447.118   Série 1
                                                      Emissão 01/03/2026
Pagador: METALÚRGICA SERRA NEGRA LTDA
CNPJ: 71.182.044/0001-18                              Referência: 02/2026
Rod. RS-118, km 44 - Gravataí/RS                      Código do assinante: 1182044

        VENCIMENTO                              VALOR TOTAL A PAGAR
        10/03/2026                              R$ 689,70

Item                                            Qtde      Preço unit.      Desconto      Valor
Link dedicado 200 Mbps                             1           540,00          0,00     540,00
IP fixo adicional                                  2            34,90          0,00      69,80
Suporte 24x7                                       1            79,90          0,00      79,90
                                                                        Total           689,70

Base de cálculo ICMS 689,70   Alíquota 17%   Valor ICMS 117,25   PIS 4,48   COFINS 20,69
Linha digitável: 10490.44718 11820.447118 20447.118204 4 98760000068970`,
    {
      name: 'Brazil, telecom, tax within the price, payer',
      language: 'pt',
      right: {
        document_type: 'invoice',
        invoice_number: ['000.447.118', '447118', '000447118'],
        issue_date: '2026-03-01',
        due_date: '2026-03-10',
        currency: 'BRL',
        'seller.name': 'Conectaí Telecomunicações Ltda',
        'seller.tax_id': '04.471.182/0001-44',
        'buyer.name': 'Metalúrgica Serra Negra Ltda',
        'buyer.tax_id': '71.182.044/0001-18',
        grand_total: '689.70',
      },
      lines: [
        ['Link dedicado 200 Mbps', '1', '540', '540.00'],
        ['IP fixo adicional', '2', '34.9', '69.80'],
        ['Suporte 24x7', '1', '79.9', '79.90'],
      ],
    },
  ),
  typedPage(
    `LIFFEY FACILITIES MANAGEMENT
Unit 18, Parkwest Business Park, Dublin 12 D12 T447

Tullamore Dairy Co-operative Society Ltd              Inv.        118204
Cloncollog                                            Dated       03/03/26
Tullamore                                             Job         HVAC-447
Co. Offaly                                            Terms       Net 30

   Callout - cold room 2, 17/02/26, 4 hrs labour                                   €340.00
   Compressor contactor, supplied and fitted                                       €118.20
   Mileage                                                                          €44.80
                                                                               ------------
                                                     Goods & services              €503.00
                                                     VAT @ 23% on €118.20           €27.19
                                                     VAT @ 13.5% on €384.80         €51.95
                                                                               ============
                                                     PLEASE PAY                    €582.14

IE4471182OA     CRO 447118     AIB Tullamore  IE44 AIBK 9320 8647 1182 04`,
    {
      name: 'Ireland, two rates on parts, bare tax number below',
      language: 'en',
      right: {
        document_type: 'invoice',
        invoice_number: '118204',
        issue_date: '2026-03-03',
        currency: 'EUR',
        'seller.name': 'Liffey Facilities Management',
        'seller.tax_id': 'IE4471182OA',
        'buyer.name': 'Tullamore Dairy Co-operative Society Ltd',
        net_total: '503.00',
        tax_total: '79.14',
        grand_total: '582.14',
      },
      lines: [
        ['Callout - cold room 2, 17/02/26, 4 hrs labour', null, null, '340.00'],
        ['Compressor contactor, supplied and fitted', null, null, '118.20'],
        ['Mileage', null, null, '44.80'],
      ],
    },
  ),
  typedPage(
    `Kaffeerösterei Nussdorf OG
1190 Wien, Heiligenstädter Straße 118
Tel. 01/447 11 82   UID: ATU44711820   FN 447118k

An
Hotel Rosenhügel Betriebsges.m.b.H.
Speisinger Straße 44
1130 Wien                                               Wien, am 27. Februar 2026

R E C H N U N G   2026/118                              Ihre UID: ATU71182044

Anz.   Artikel                                     USt     à EUR        EUR
 24    Hausmischung ganze Bohne 1 kg               10%     17,50     420,00
  6    Espresso Riserva 1 kg                       10%     21,00     126,00
  2    Wartung Siebträger, pauschal                20%     95,00     190,00

                                       Entgelt 10%       546,00
                                       + 10 % USt         54,60
                                       Entgelt 20%       190,00
                                       + 20 % USt         38,00
                                       zu bezahlen       828,60

Dankend erhalten per Überweisung binnen 8 Tagen. Leistungszeitraum = Rechnungsdatum.`,
    {
      name: 'Austria, base and tax by rate, no net',
      language: 'de',
      right: {
        document_type: 'invoice',
        invoice_number: '2026/118',
        issue_date: '2026-02-27',
        currency: 'EUR',
        'seller.name': 'Kaffeerösterei Nussdorf OG',
        'seller.tax_id': 'ATU44711820',
        'buyer.name': ['Hotel Rosenhügel Betriebsges.m.b.H.', 'Hotel Rosenhügel Betriebsgesmbh'],
        'buyer.tax_id': 'ATU71182044',
        net_total: ['736.00', null],
        tax_total: '92.60',
        grand_total: '828.60',
      },
      lines: [
        ['Hausmischung ganze Bohne 1 kg', '24', '17.5', '420.00'],
        ['Espresso Riserva 1 kg', '6', '21', '126.00'],
        ['Wartung Siebträger, pauschal', '2', '95', '190.00'],
      ],
    },
  ),
]
