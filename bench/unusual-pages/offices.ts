import { typedPage } from './typed-page'

/** Sent from offices: notaries, architects, agencies, associations, schools, leasing, cleaning. */
export const offices = [
  typedPage(
    `Notarin Dr. Ulrike Saalbach
Amtssitz Göttingen
Weender Landstraße 44, 37073 Göttingen

Notarin Dr. Saalbach · Weender Landstr. 44 · 37073 Göttingen
Lindenhof Verwaltungs GmbH
Am Goldgraben 18
37073 Göttingen                                              Göttingen, 05.03.2026

Kostenrechnung Nr. 447/2026 S
UR-Nr. 118/2026 vom 20.02.2026 - Kaufvertrag
(§§ 3, 19, 97 GNotKG)                                        Geschäftswert: 240.000,00 EUR

KV-Nr.     Gegenstand                                                        Gebühr EUR
21100      Beurkundungsverfahren (2,0)                                         1.070,00
22110      Vollzugsgebühr (0,5)                                                  267,50
32001      Dokumentenpauschale                                                     9,50
32005      Auslagenpauschale Post                                                 20,00
           Zwischensumme                                                       1.367,00
32014      19 % Umsatzsteuer                                                     259,73
           Verauslagte Grundbuchabrufe (umsatzsteuerfrei)                         16,00
           Gesamtbetrag                                                        1.642,73

Steuer-Nr. 20/118/20447. Zahlbar innerhalb von zwei Wochen auf DE44 2605 0001 0000 1182 04.`,
    {
      name: 'notary, fees by number, passed on',
      language: 'de',
      right: {
        invoice_number: ['447/2026 S', '447/2026'],
        issue_date: '2026-03-05',
        currency: 'EUR',
        'seller.name': ['Notarin Dr. Ulrike Saalbach', 'Dr. Ulrike Saalbach', 'Notarin Dr. Saalbach'],
        'seller.tax_id': '20/118/20447',
        'buyer.name': 'Lindenhof Verwaltungs GmbH',
        net_total: ['1367.00', '1383.00'],
        tax_total: '259.73',
        grand_total: '1642.73',
      },
      lines: null,
    },
  ),
  typedPage(
    `ATELIER QUATRE VENTS                                     Note d'honoraires
Architectes D.P.L.G.                                     n° 26-NH-044
18 rue Sainte-Catherine                                  Lyon, le 3 mars 2026
69001 Lyon
N° TVA : FR 44 711 820 447                               Maître d'ouvrage :
                                                         SCI LES TILLEULS
                                                         4 montée des Soldats
                                                         69300 Caluire-et-Cuire

Opération : réhabilitation d'un immeuble de 6 logements - Marché du 12/06/2025

Mission          Montant du marché HT     Avancement      Cumul HT       Déjà facturé HT      À facturer HT
APS                       8 000,00            100 %        8 000,00             8 000,00             0,00
APD                      12 000,00            100 %       12 000,00             6 000,00         6 000,00
PRO / DCE                16 000,00             25 %        4 000,00                 0,00         4 000,00
Total                    36 000,00                        24 000,00            14 000,00        10 000,00

                                                         Montant HT de la présente note          10 000,00
                                                         TVA 20 %                                 2 000,00
                                                         Montant TTC à régler                    12 000,00 €`,
    {
      name: 'architects, progress of a contract',
      language: 'fr',
      width: 640,
      right: {
        invoice_number: '26-NH-044',
        issue_date: '2026-03-03',
        currency: 'EUR',
        'seller.name': 'Atelier Quatre Vents',
        'seller.tax_id': 'FR44711820447',
        'buyer.name': 'SCI Les Tilleuls',
        net_total: '10000.00',
        tax_total: '2000.00',
        grand_total: '12000.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `Agencia Literaria Sombra y Letra, S.L.U.
NIF B-84471182                        FECHA FACTURA      13 feb. 2026
C/ Barquillo 18, 28004 Madrid         NÚM.               2026/A/0044
administracion@sombrayletra.example   VENCIMIENTO        15 mar. 2026

A la atención de: Contabilidad
EDITORIAL PÁRAMO, S.A. - CIF A-08204471
Avda. Diagonal 118, 08019 Barcelona

DETALLE                                                         PALABRAS     TARIFA       EUROS
Traducción EN>ES "The Salt Road", cap. 1-10                       41.000      0,07      2.870,00
Corrección de estilo                                              41.000      0,01        410,00

   Total bruto   3.280,00      21% IVA   688,80      -15% IRPF   492,00      Líquido   3.476,80`,
    {
      name: 'literary agency, totals along a row',
      language: 'es',
      right: {
        invoice_number: '2026/A/0044',
        issue_date: '2026-02-13',
        due_date: '2026-03-15',
        currency: 'EUR',
        'seller.name': 'Agencia Literaria Sombra y Letra, S.L.U.',
        'seller.tax_id': 'B84471182',
        'buyer.name': 'Editorial Páramo, S.A.',
        'buyer.tax_id': 'A08204471',
        net_total: '3280.00',
        tax_total: '688.80',
        withheld_total: '492.00',
        grand_total: ['3476.80', '3968.80'],
      },
      lines: [
        ['Traducción EN>ES "The Salt Road", cap. 1-10', '41000', '0.07', '2870.00'],
        ['Corrección de estilo', '41000', '0.01', '410.00'],
      ],
    },
  ),
  typedPage(
    `CHAMBER OF MARINE TRADES                                MEMBERSHIP RENEWAL INVOICE
Harbour House, Portsmouth PO1 3AX                       Membership no.     CMT-4471
Company limited by guarantee no. 01182044               Invoice            R26/1182
VAT registration number 711 8204 47                     Raised             16 January 2026
                                                        Renewal due        1 March 2026
Solent Rigging Services Ltd
Shamrock Quay
Southampton SO14 5QL

Annual subscription 1 March 2026 - 28 February 2027 (band C, 11-25 employees)         £640.00
Legal helpline                                                                         £60.00
                                                                    Net               £700.00
                                                                    VAT               £140.00
                                                                    Payable           £840.00

A discount of £40 may be taken if paid by direct debit before 15 February 2026.`,
    {
      name: 'membership, raised and renewal due',
      language: 'en',
      right: {
        invoice_number: 'R26/1182',
        issue_date: '2026-01-16',
        due_date: ['2026-03-01', null],
        currency: 'GBP',
        'seller.name': 'Chamber of Marine Trades',
        'seller.tax_id': '711820447',
        'buyer.name': 'Solent Rigging Services Ltd',
        net_total: '700.00',
        tax_total: '140.00',
        grand_total: '840.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `ZÜRISAUBER REINIGUNGEN AG        Hardturmstrasse 118   8005 Zürich   MWST-Nr. CHE-447.118.204
                                 info@zuerisauber.example   PC-Konto 80-44711-8

                                                   Stiftung Altersheim Seeblick
                                                   Finanzabteilung
                                                   Seestrasse 44
                                                   8820 Wädenswil

Zürich, 2. März 2026
RECHNUNG 26-1182      Objekt: Altersheim Seeblick      Auftrag: Unterhaltsreinigung Februar 2026

Leistung                                     Std./Einheit        Ansatz            CHF
Unterhaltsreinigung gemäss Vertrag               Pauschal                      4'800.00
Fensterreinigung Südfassade                         18.50         62.00        1'147.00
Entkalkung Duschen                                   6.00         58.50          351.00

Total exkl. MWST                                                               6'298.00
8.1% MWST                                                                        510.14
Rundungsdifferenz                                                                  0.01
Rechnungsbetrag inkl. MWST                                                     6'808.15

Zahlungskonditionen: 30 Tage netto, 10 Tage 2% Skonto (6'671.99)`,
    {
      name: 'cleaning, rounded to five, early payment',
      language: 'de',
      right: {
        invoice_number: '26-1182',
        issue_date: '2026-03-02',
        currency: 'CHF',
        'seller.name': 'Zürisauber Reinigungen AG',
        'seller.tax_id': ['CHE-447.118.204', 'CHE-447.118.204 MWST'],
        'buyer.name': 'Stiftung Altersheim Seeblick',
        net_total: '6298.00',
        tax_total: ['510.14', '510.15'],
        grand_total: '6808.15',
      },
      lines: [
        ['Unterhaltsreinigung gemäss Vertrag', null, null, '4800.00'],
        ['Fensterreinigung Südfassade', '18.5', '62', '1147.00'],
        ['Entkalkung Duschen', '6', '58.5', '351.00'],
      ],
    },
  ),
  typedPage(
    `Leasing Atlântico - Instituição Financeira, S.A.
Av. da Liberdade 118, 1250-140 Lisboa - Capital Social 20.000.000 EUR - NIPC 500447118

FATURA                                             TRANSPORTES SERRA & IRMÃO, LDA
N.º FT LA26/0447118                                R. INDUSTRIAL 44
Data: 2026/03/01                                   3700-118 SÃO JOÃO DA MADEIRA
Contrato n.º 1182044-7                             CONTRIBUINTE N.º 502044718
Viatura: 18-TX-44

Renda n.º 14 de 48                  Vencimento 2026/03/05

Descrição                     Valor base         Taxa IVA          IVA            Total
Amortização de capital            612,30             23 %       140,83           753,13
Juros                              87,70             23 %        20,17           107,87
Despesas de cobrança                5,00             23 %         1,15             6,15
TOTAIS                            705,00                        162,15           867,15

Débito direto: PT50 0035 0118 0004 4711 8204 4    Autorização ADD 00118204471`,
    {
      name: 'leasing rate, tax in each row',
      language: 'pt',
      right: {
        invoice_number: ['FT LA26/0447118', 'LA26/0447118'],
        issue_date: '2026-03-01',
        due_date: '2026-03-05',
        currency: 'EUR',
        'seller.name': 'Leasing Atlântico - Instituição Financeira, S.A.',
        'seller.tax_id': '500447118',
        'buyer.name': 'Transportes Serra & Irmão, Lda',
        'buyer.tax_id': '502044718',
        net_total: '705.00',
        tax_total: '162.15',
        grand_total: '867.15',
      },
      lines: null,
    },
  ),
  typedPage(
    `SERVICIOS DE GRÚAS Y MANIOBRAS LA SILLA SA DE CV               REPRESENTACIÓN IMPRESA DE CFDI
SGM070911QJ2  601 General de Ley Personas Morales              Tipo: I Ingreso   Versión: 4.0
                                                               Serie: GM   Folio: 1182
Av. Ruiz Cortines 4471, Guadalupe, N.L. 67110                  Fecha: 06/03/2026 13:18:44
                                                               Expedida en: 67110
CLIENTE                                                        UUID: 44711820-4A7B-4C18-9D20-B44711820C55
ACEROS Y PERFILES DEL VALLE SA DE CV
APV991204HH7   601   C.P. 66350   USO: G03 Gastos en general

Cantidad   Unidad        Clave       Concepto                                 P. Unitario         Importe
1.00       E48 Servicio  78101803    Arrastre de grúa plataforma 40 km           4,200.00        4,200.00
3.00       HUR Hora      72141510    Maniobras con grúa 30 ton                   2,600.00        7,800.00

DOCE MIL NOVECIENTOS SESENTA PESOS 00/100 MXN                  SUBTOTAL                         12,000.00
Método: PPD Pago en parcialidades o diferido                   IVA TRASLADADO 002 16%            1,920.00
Forma: 99 Por definir                                          RET. IVA 002 4% S/FLETE             480.00
                                                               RET. ISR 001 4%                     480.00
                                                               TOTAL                            12,960.00`,
    {
      name: 'printed CFDI, series and folio apart, two withheld taxes',
      language: 'es',
      right: {
        invoice_number: ['GM 1182', 'GM1182', '1182'],
        issue_date: '2026-03-06',
        currency: 'MXN',
        'seller.name': 'Servicios de Grúas y Maniobras La Silla SA de CV',
        'seller.tax_id': 'SGM070911QJ2',
        'buyer.name': 'Aceros y Perfiles del Valle SA de CV',
        'buyer.tax_id': 'APV991204HH7',
        net_total: '12000.00',
        tax_total: '1920.00',
        withheld_total: '960.00',
        grand_total: '12960.00',
        uuid: '44711820-4A7B-4C18-9D20-B44711820C55',
      },
      lines: [
        ['Arrastre de grúa plataforma 40 km', '1', '4200', '4200.00'],
        ['Maniobras con grúa 30 ton', '3', '2600', '7800.00'],
      ],
    },
  ),
  typedPage(
    `Collège Saint-Exupéry a.s.b.l.                    Liège, le 27/02/2026
Rue des Wallons 118, 4000 Liège
N° d'entreprise 0447.118.204                      Famille Delvaux
                                                  44, avenue de l'Observatoire
                                                  4000 Liège
NOTE DE FRAIS n° 2026/1182

Élève : Delvaux Manon, 4e B

        Repas chauds janvier-février        28      4,50      126,00
        Garderie                            12      2,00       24,00
        Voyage à Bruges, solde                                 85,00

        À verser avant le 20/03/2026 :                        235,00 €

Compte : BE44 0682 1182 0447   Communication : +++118/2044/71845+++
Exonéré de TVA (art. 44 du Code).`,
    {
      name: 'school fees, no headings',
      language: 'fr',
      right: {
        invoice_number: '2026/1182',
        issue_date: '2026-02-27',
        due_date: '2026-03-20',
        currency: 'EUR',
        'seller.name': 'Collège Saint-Exupéry a.s.b.l.',
        'seller.tax_id': '0447118204',
        'buyer.name': 'Famille Delvaux',
        tax_total: [null, '0.00'],
        grand_total: '235.00',
      },
      lines: [
        ['Repas chauds janvier-février', '28', '4.50', '126.00'],
        ['Garderie', '12', '2.00', '24.00'],
        ['Voyage à Bruges, solde', null, null, '85.00'],
      ],
    },
  ),
]
