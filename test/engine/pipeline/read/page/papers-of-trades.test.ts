import { expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function read(rows: readonly string[]) {
  const { chosen } = readPageFacts([typedPage(rows)], readOptions)
  return (field: keyof typeof chosen) => chosen[field]?.value ?? null
}

test('net and tax of a till that adds its rates up nowhere are the sums of its rows', () => {
  const value = read([
    'BAKKERIJ HAANTJE',
    'Brink 14, 7411 BR Deventer',
    'Bonnr 20260314-0118      14-03-2026',
    'Totaal                    24,40',
    'BTW       OVER      EUR',
    '9,00%     20,00     1,80',
    '21,00%     2,15     0,45',
  ])
  expect([value('tax_total'), value('grand_total')]).toEqual(['2.25', '24.40'])
})

test('what a tax is withheld from is not the tax', () => {
  const value = read([
    'Studio Valenti            Parcella n. 18 del 10/03/2026',
    'Totale onorari                                  2.000,00',
    'IVA 22%                                           440,00',
    'Totale parcella                                 2.440,00',
    "Ritenuta d'acconto 20% su € 2.000,00              400,00",
    'Netto a pagare                                  2.040,00',
  ])
  expect(value('withheld_total')).toBe('400.00')
})

test('two taxes withheld in rows of their own are added', () => {
  const value = read([
    'GRÚAS LA SILLA SA DE CV      RFC SGM070911QJ2      Factura GM-1182',
    'Fecha: 06/03/2026',
    'SUBTOTAL                  12,000.00',
    'IVA 16%                    1,920.00',
    'RET. IVA 4%                  480.00',
    'RET. ISR 1.25%               150.00',
    'TOTAL                     13,290.00',
  ])
  expect([value('withheld_total'), value('grand_total')]).toEqual(['630.00', '13290.00'])
})

test('net, tax and total stand in the last row of a table with tax in every row', () => {
  const value = read([
    'Leasing Atlântico, S.A.      NIPC 500447118      Fatura n.º LA26/0447118',
    'Capital Social 20.000.000 EUR      Data: 2026/03/01',
    '',
    'Descrição            Valor base      Taxa IVA        IVA         Total',
    'Amortização              612,30         23 %       140,83        753,13',
    'Juros                     87,70         23 %        20,17        107,87',
    'TOTAIS                   700,00                    161,00        861,00',
  ])
  expect([value('net_total'), value('tax_total'), value('grand_total')]).toEqual(['700.00', '161.00', '861.00'])
})

test.each([
  ['FATURA N.º FT LA26/0447118', 'FT LA26/0447118'],
  ['Kostenrechnung Nr. 447/2026', '447/2026'],
  ['PRO NUMBER: 882-1182044', '882-1182044'],
  ['Fattura accompagnatoria N. 44/2026', '44/2026'],
])('"%s" names its number', (title, number) => {
  const value = read(['Foundry Lane Print Pty Ltd', title, 'Order ref: KC-118204', 'Total 550,00'])
  expect(value('invoice_number')).toBe(number)
})

test('a number of a certified program is no number of the invoice', () => {
  const value = read(['Taxi Central Coimbra', 'Fatura simplificada FS 44/1182', 'Total 9,85', 'nº 1182/AT'])
  expect(value('invoice_number')).toBe('FS 44/1182')
})

test('one date under two labels with a stroke between them is the date of both', () => {
  const value = read([
    'Kettle & Crumb Ltd      Invoice # 44711820',
    'Invoice date / Delivery date      2 March 2026',
    'Total      £55.00',
  ])
  expect(value('issue_date')).toBe('2026-03-02')
})

test('the nights of a hotel bill are not the day it was written on', () => {
  const value = read([
    'Hôtel Beau Rivage                           Genève, le 15.02.2026',
    'Facture No 88204',
    'Date           Libellé               Débit CHF',
    '12.02.2026     Nuitée                   310.00',
    '13.02.2026     Nuitée                   310.00',
    '14.02.2026     Nuitée                   310.00',
    'Total                                   930.00',
  ])
  expect(value('issue_date')).toBe('2026-02-15')
})

test('a Mexican tax number in three parts is one, and a Spanish one is named with dots', () => {
  expect(read(['Farmacias SA de CV', 'RFC FBA 040622 7H1', 'Total $232.00'])('seller.tax_id')).toBe('FBA0406227H1')
  expect(read(['Procurador Ibarra', 'N.I.F. 15118204T', 'Total 232,00 €'])('seller.tax_id')).toBe('15118204T')
})

test('a doctor lives in no drive: what follows "Dr." is a name', () => {
  const value = read([
    'Notarin Dr. Ulrike Saalbach',
    'Weender Landstraße 44',
    '37073 Göttingen',
    'Rechnung Nr. 447/2026',
  ])
  expect(value('seller.name')).toBe('Notarin Dr. Ulrike Saalbach')
})

test('an avoir with its number beside it is a credit note, whatever invoice it refers to', () => {
  const value = read([
    'LABORATOIRES FONTVIEILLE      AVOIR N° A2600118',
    'Date : 06/03/2026      En référence à la facture FA2600771',
    'Total HT                    160,00',
    'TVA 20 %                     32,00',
    'Total TTC                   192,00',
  ])
  expect([value('document_type'), value('invoice_number')]).toEqual(['credit_note', 'A2600118'])
})
