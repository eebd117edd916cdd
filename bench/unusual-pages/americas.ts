import { typedPage } from './typed-page'

/** Invoices and receipts as firms of the Americas write them: sales tax, DANFE, two taxes by name, thousands without cents. */
export const americas = [
  typedPage(
    `CASCADE RESTAURANT SUPPLY, INC.                                                      INVOICE
2290 NW Industrial St.
Portland, OR 97210                                              Invoice #              SI-0048213
(503) 555-0148  ar@cascadersupply.com                           Date                   3/18/2026
                                                                Sales Order            SO-118204

Sold To                                     Deliver To
Blue Heron Bistro LLC                       Blue Heron Bistro
1410 Main Street                            Rear dock, 12 Alder Alley
Vancouver, WA 98660                         Vancouver, WA 98660

Cust. P.O.        Ship Via         Terms          Due Date        Sales Rep
PO 5581           Our truck        Net 30         4/17/2026       K. Ito

Ordered   Shipped   B/O    Item No.      Item                              Unit Price       Ext. Price
     12        12      0   PN-1180       Half size sheet pan                     8.75           105.00
      4         4      0   TH-0220       Digital probe thermometer              24.50            98.00
      2         1      1   SH-4410       Wire shelf kit 48 in.                 147.00           147.00

                                                                Merchandise                     350.00
                                                                Freight                          25.00
                                                                Sales Tax (8.8%)                 30.80
                                                                Invoice Total                  $405.80

Remit to: Cascade Restaurant Supply, Inc., PO Box 4471, Portland, OR 97208. Past due accounts: 1.5% per month.`,
    {
      name: 'sales tax, shipped and ordered',
      language: 'en',
      right: {
        invoice_number: 'SI-0048213',
        issue_date: '2026-03-18',
        due_date: '2026-04-17',
        currency: 'USD',
        'seller.name': 'Cascade Restaurant Supply, Inc.',
        'seller.tax_id': null,
        'buyer.name': ['Blue Heron Bistro LLC', 'Blue Heron Bistro'],
        net_total: ['350.00', '375.00'],
        tax_total: '30.80',
        grand_total: '405.80',
      },
      lines: [
        ['Half size sheet pan', '12', '8.75', '105.00'],
        ['Digital probe thermometer', '4', '24.50', '98.00'],
        ['Wire shelf kit 48 in.', '1', '147.00', '147.00'],
      ],
    },
  ),
  typedPage(
    `  RECEBEMOS DE CERÂMICA VALE DO ITAJAÍ LTDA OS PRODUTOS CONSTANTES DA NOTA FISCAL INDICADA AO LADO            NF-e
  DATA DE RECEBIMENTO          IDENTIFICAÇÃO E ASSINATURA DO RECEBEDOR                                      Nº 000.018.442
                                                                                                            SÉRIE 1

  CERÂMICA VALE DO ITAJAÍ LTDA             DANFE                      CHAVE DE ACESSO
  Rua das Olarias, 880 - Centro            Documento Auxiliar da      4226 0311 4447 7700 0161 5500 1000 0184 4210 0018 4425
  Indaial - SC - CEP 89080-000             Nota Fiscal Eletrônica
  Fone (47) 3333-0148                      0 - Entrada
                                           1 - Saída   1
                                           Nº 000.018.442
                                           SÉRIE 1   FOLHA 1/1

  NATUREZA DA OPERAÇÃO                               PROTOCOLO DE AUTORIZAÇÃO DE USO
  Venda de mercadoria                                342260000118204 12/03/2026 10:14:22
  INSCRIÇÃO ESTADUAL             CNPJ
  251.884.203                    11.444.777/0001-61

  DESTINATÁRIO / REMETENTE
  NOME / RAZÃO SOCIAL                                CNPJ / CPF                  DATA DA EMISSÃO
  Construtora Pedra Branca S.A.                      45.997.418/0001-53          12/03/2026
  ENDEREÇO                                           BAIRRO / DISTRITO           DATA DA SAÍDA
  Av. Atlântica, 2200                                Kobrasol                    13/03/2026

  CÁLCULO DO IMPOSTO
  BASE DE CÁLC. DO ICMS      VALOR DO ICMS       VALOR DO FRETE      DESCONTO       VALOR TOTAL DOS PRODUTOS
  3.600,00                   432,00              0,00                0,00           3.600,00
  VALOR DO SEGURO            OUTRAS DESPESAS     VALOR DO IPI        VALOR TOTAL DA NOTA
  0,00                       0,00                180,00              3.780,00

  DADOS DOS PRODUTOS / SERVIÇOS
  CÓDIGO    DESCRIÇÃO DO PRODUTO / SERVIÇO     NCM/SH      CFOP    UN     QUANT.    V. UNIT.   V. TOTAL
  PB60      Porcelanato bege 60x60             69072100    6101    M2    80,0000     35,0000   2.800,00
  RJ05      Rejunte cinza 5 kg                 38245000    6101    UN    40,0000     20,0000     800,00`,
    {
      name: 'DANFE, labels over values in boxes',
      language: 'pt',
      right: {
        invoice_number: ['000.018.442', '18442', '018442'],
        issue_date: '2026-03-12',
        currency: ['BRL', null],
        'seller.name': 'Cerâmica Vale do Itajaí Ltda',
        'seller.tax_id': '11.444.777/0001-61',
        'buyer.name': 'Construtora Pedra Branca S.A.',
        grand_total: '3780.00',
      },
      lines: [
        ['Porcelanato bege 60x60', '80', '35', '2800.00'],
        ['Rejunte cinza 5 kg', '40', '20', '800.00'],
      ],
    },
  ),
  typedPage(
    `Ferretería y Aceros La Sabana S.A.S.                              FACTURA ELECTRÓNICA DE VENTA
NIT 900.482.116-4                                                 FES 20418
Responsable de IVA - Régimen común
Cra 68 # 13-50, Bogotá D.C.                                       Generación:      22/02/2026 09:41:03
Tel. 601 555 0148                                                 Vencimiento:     24/03/2026
                                                                  Forma de pago:   Crédito

Adquiriente:  Constructora Monteverde Ltda.                       NIT/CC:          830.117.204-9
Dirección:    Calle 93 # 15-20                                    Ciudad:          Bogotá D.C.

#    Código      Descripción                     U/M     Cant.       Vr. Unitario       % IVA         Vr. Total
1    7704411     Varilla corrugada 1/2"          UND        60             32.500          19         1.950.000
2    7704418     Alambre negro cal. 18           KG         25              6.000          19           150.000

Son: DOS MILLONES CUATROCIENTOS NOVENTA Y NUEVE MIL PESOS M/CTE          Total bruto                  2.100.000
Resolución DIAN 18764052118204 del 2025/08/14                            Impuesto IVA 19%               399.000
Rango FES 20001 a FES 40000                                              TOTAL FACTURA              $ 2.499.000`,
    {
      name: 'pesos without cents',
      language: 'es',
      right: {
        invoice_number: ['FES 20418', '20418'],
        issue_date: '2026-02-22',
        due_date: '2026-03-24',
        currency: ['COP', null],
        'seller.name': 'Ferretería y Aceros La Sabana S.A.S.',
        'seller.tax_id': '900.482.116-4',
        'buyer.name': 'Constructora Monteverde Ltda.',
        net_total: '2100000.00',
        tax_total: '399000.00',
        grand_total: '2499000.00',
      },
      lines: [
        ['Varilla corrugada 1/2"', '60', '32500', '1950000'],
        ['Alambre negro cal. 18', '25', '6000', '150000'],
      ],
    },
  ),
  typedPage(
    `Atelier Boréal inc.                                         FACTURE
755, rue Saint-Joseph Est                                   No de facture : 10-2216
Québec (Québec)  G1K 3C7                                    Date de facturation : 2026-02-27
418 555-0148                                                Payable le : 2026-03-29

Facturé à                                                   Expédié à
Auberge du Fjord enr.                                       Auberge du Fjord enr.
12, chemin de l'Anse                                        12, chemin de l'Anse
Tadoussac (Québec)  G0T 2A0                                 Tadoussac (Québec)  G0T 2A0

QTÉ        ARTICLE                                          PRIX            MONTANT
6          Lampe de table en merisier                       85,00 $         510,00 $
3          Banc d'entrée                                    130,00 $        390,00 $

                                            Sous-total                      900,00 $
                                            TPS 5 % (812 334 507 RT0001)     45,00 $
                                            TVQ 9,975 % (1088220148 TQ0001)  89,78 $
                                            Solde à payer                 1 034,78 $`,
    {
      name: 'two taxes with their numbers in the label',
      language: 'fr',
      right: {
        invoice_number: '10-2216',
        issue_date: '2026-02-27',
        due_date: '2026-03-29',
        currency: ['CAD', null],
        'seller.name': 'Atelier Boréal inc.',
        'buyer.name': 'Auberge du Fjord enr.',
        net_total: '900.00',
        tax_total: '134.78',
        grand_total: '1034.78',
      },
      lines: [
        ['Lampe de table en merisier', '6', '85.00', '510.00'],
        ["Banc d'entrée", '3', '130.00', '390.00'],
      ],
    },
  ),
  typedPage(
    `EMISOR                                                   COMPROBANTE FISCAL DIGITAL POR INTERNET
REFRIGERACIÓN Y CLIMAS DEL NORTE                         Tipo de comprobante: I - Ingreso
RFC: RCN120618QX5                                        Serie y folio: RC-7741
Régimen fiscal: 601 General de Ley Personas Morales      Fecha y hora de emisión: 2026-03-09T12:44:18
Lugar de expedición: 64000                               Folio fiscal: 3F0C9A14-7B52-4E6D-9C1A-0D84E2B7A955

RECEPTOR
HOTELERA SIERRA MADRE                                    RFC: HSM981104TG2
Uso CFDI: G03 Gastos en general                          Domicilio fiscal: 66220

Clave SAT    Cantidad   Clave unidad   Descripción                               Valor unitario        Importe
72101511         2.00   E48            Mantenimiento preventivo a minisplit            1,450.00       2,900.00
40101701         1.00   H87            Motor ventilador 1/4 HP                         2,100.00       2,100.00

Moneda: MXN Peso Mexicano                                      Subtotal                              $5,000.00
Forma de pago: 03 Transferencia                                Impuestos trasladados  IVA 16.00%       $800.00
Método de pago: PUE                                            Impuestos retenidos    ISR 1.25%         $62.50
Total con letra: CINCO MIL SETECIENTOS TREINTA Y SIETE         Total                                 $5,737.50
PESOS 50/100 M.N.`,
    {
      name: 'printed CFDI, emisor over receptor, withheld tax',
      language: 'es',
      right: {
        invoice_number: ['RC-7741', '7741'],
        issue_date: '2026-03-09',
        currency: 'MXN',
        'seller.name': 'Refrigeración y Climas del Norte',
        'seller.tax_id': 'RCN120618QX5',
        'buyer.name': 'Hotelera Sierra Madre',
        'buyer.tax_id': 'HSM981104TG2',
        net_total: '5000.00',
        tax_total: '800.00',
        withheld_total: '62.50',
        grand_total: '5737.50',
        uuid: '3F0C9A14-7B52-4E6D-9C1A-0D84E2B7A955',
      },
      lines: [
        ['Mantenimiento preventivo a minisplit', '2', '1450.00', '2900.00'],
        ['Motor ventilador 1/4 HP', '1', '2100.00', '2100.00'],
      ],
    },
  ),
]
