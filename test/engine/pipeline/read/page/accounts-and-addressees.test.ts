import { expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function read(rows: readonly string[]) {
  const { chosen, lines } = readPageFacts([typedPage(rows)], readOptions)
  const value = (field: keyof typeof chosen) => chosen[field]?.value ?? null
  return { value, lines: lines.map(line => [line.description, line.lineTotal]) }
}

test('a list of unpaid invoices with their sum is a statement, nothing that is paid by itself', () => {
  const { value } = read([
    'Quincaillerie Bonnard SARL                         Relevé de factures',
    '4 rue des Forges, 21000 Dijon                      Arrêté au 28/02/2026',
    '',
    'N° facture       Date            Échéance          Montant TTC         Solde',
    'FA26-0118        12/01/2026      11/02/2026             418,20        418,20',
    'FA26-0124        26/01/2026      25/02/2026             204,47        204,47',
    '                                 Total dû                             622,67',
  ])
  expect(value('document_type')).toBe('statement')
})

test('an account with debit, credit and balance is a statement under a title that no list has', () => {
  const { value } = read([
    'Hierros del Duero SL          CIF B20447118',
    'Movimientos del cliente 4300.0118              Fecha: 02/03/2026',
    '',
    'FECHA         CONCEPTO                  DEBE         HABER         SALDO',
    '14/01/2026    Ntra. factura 26/0118     1.447,16                 1.447,16',
    '20/01/2026    Cobro recibo                           1.000,00      447,16',
    '11/02/2026    Ntra. factura 26/0204       820,40                 1.267,56',
    '',
    'Saldo a nuestro favor: 1.267,56 EUR',
  ])
  expect(value('document_type')).toBe('statement')
})

test.each(['2. Mahnung', 'Zahlungserinnerung', 'Payment reminder', 'Sollecito di pagamento', 'Aanmaning'])(
  '"%s" claims what an invoice claims already: it is no invoice',
  title => {
    const { value } = read([
      'Werkzeug-Vertrieb Ohlsen GmbH',
      'Kieler Straße 118, 24536 Neumünster               04.03.2026',
      '',
      title,
      '',
      'Rechnung        Rechnungsdatum       Fällig am          Betrag',
      '260118          08.01.2026           07.02.2026        1.182,04',
      '260204          15.01.2026           14.02.2026          447,10',
      '                                     Gesamt            1.629,14',
    ])
    expect(value('document_type')).toBe('statement')
  },
)

test('a final invoice that lists the payments on account before it stays an invoice', () => {
  const { value } = read([
    'Bauunternehmung Kessler GmbH                       Schlussrechnung Nr. 26-0118',
    'Steinbruchweg 9, 35745 Herborn                     Datum: 04.03.2026',
    '',
    'Leistung laut Aufmaß                                           20.000,00',
    'Rechnung 25-0411 vom 10.11.2025                                -5.000,00',
    'Rechnung 25-0502 vom 15.12.2025                                -5.000,00',
    'Nettobetrag                                                    10.000,00',
    'zzgl. 19 % MwSt.                                                1.900,00',
    'Gesamtbetrag                                                   11.900,00',
  ])
  expect(value('document_type')).toBe('invoice')
})

test.each([
  ['Adquiriente: Distribuidora La Sabana S.A.', 'Distribuidora La Sabana S.A.'],
  ['Klant: 118 Hoveniersbedrijf Bos', 'Hoveniersbedrijf Bos'],
  ['Bill to: Lakeside Dental Ltd., 44 Harvey Ave, Kelowna BC V1Y 6C7', 'Lakeside Dental Ltd'],
  ['Billed to Lakeside Dental Ltd., 44 Harvey Ave, Kelowna BC V1Y 6C7, Canada', 'Lakeside Dental Ltd'],
  ['Cliente: Aceros del Valle SA de CV - RFC APV991204HH7', 'Aceros del Valle SA de CV'],
])('"%s" names the buyer', (line, name) => {
  const { value } = read([
    'Northgate Supplies Ltd        Invoice no. 20881        Date: 12/02/2026',
    '18 Mill Lane, Leeds LS1 4AP',
    '',
    line,
    '',
    'Total                                                      748.00',
  ])
  expect(value('buyer.name')?.replace(/\.$/, '')).toBe(name.replace(/\.$/, ''))
})

test.each([
  'Uiterlijk te voldoen op',
  'Payment to be made before',
  'Bitte zahlen Sie bis',
  'À régler au plus tard le',
  'Pagável até',
  'Da versare entro il',
])('"%s" announces the last day to pay', label => {
  const { value } = read([
    'Northgate Supplies Ltd        Invoice no. 20881',
    `Date              12/02/2026`,
    `${label}          14/03/2026`,
    'Total             748.00',
  ])
  expect(value('due_date')).toBe('2026-03-14')
})

test('"Paid on" announces no last day to pay', () => {
  const { value } = read([
    'Northgate Supplies Ltd        Invoice no. 20881',
    'Invoice date      12/02/2026',
    'Paid on           14/02/2026',
    'Total             748.00',
  ])
  expect(value('due_date')).toBeNull()
})

test('rows without headings end where an amount comes to their sum, whatever it is called', () => {
  const { lines } = read([
    'LIFFEY FACILITIES              Inv. 118204          Dated 03/03/26',
    '',
    'Callout - cold room 2, 17/02/26, 4 hrs labour                 €340.00',
    'Compressor contactor, supplied and fitted                     €118.20',
    'Mileage                                                        €44.80',
    'Goods & services                                              €503.00',
    'VAT                                                            €79.14',
    'PLEASE PAY                                                    €582.14',
  ])
  expect(lines).toEqual([
    ['Callout - cold room 2, 17/02/26, 4 hrs labour', '340.00'],
    ['Compressor contactor, supplied and fitted', '118.20'],
    ['Mileage', '44.80'],
  ])
})

test('the number of an article of law is no amount of tax', () => {
  const { value } = read([
    'Studio Ferri e Bassani               Fattura n. 118/2026 del 28/02/2026',
    'Totale dovuto                                            1.302,00',
    'Prestazioni esenti IVA art. 10 n. 18 DPR 633/72',
  ])
  expect(['18', '18.00']).not.toContain(value('tax_total'))
})

test('the account of a Canadian business number is part of it', () => {
  const { value } = read(['Okanagan Print Inc.', 'GST/HST 44711 8204 RT0001', 'Invoice no. 20881', 'Total $550.00'])
  expect(value('seller.tax_id')).toBe('44711 8204 RT0001')
})

test('a street with its number on a slip is nobody who is billed', () => {
  const { value } = read(['Contoso', 'C. de Dom Juan, 35', '28002 Madrid', '', 'Total      12,00'])
  expect(value('buyer.name')).toBeNull()
})
