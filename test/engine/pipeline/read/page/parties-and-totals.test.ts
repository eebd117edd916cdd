import { expect, test } from 'vitest'
import { readPageFacts } from '../../../../../src/engine/pipeline/read/page/read-page-facts'
import { readOptions, typedPage } from './page-fixture'

function read(...rows: string[]) {
  const { chosen, taxes } = readPageFacts([typedPage(rows)], readOptions)
  const values = Object.fromEntries(Object.entries(chosen).map(([field, candidate]) => [field, candidate.value]))
  return { values, taxes }
}

test('a window letter names its addressee under the small line of the sender', () => {
  const { values } = read(
    '                                                  Tischlerei Hollbach GmbH',
    '',
    'Tischlerei Hollbach GmbH · Mühlweg 12 · 20095 Hamburg',
    'Theodora Beispiel',
    'Bahnhofstr. 7',
    '50667 Köln',
    '',
    'Rechnung Nr. 4711 vom 03.10.2025',
    '',
    'Gesamtbetrag:                119,00 €',
  )
  expect(values).toMatchObject({
    'buyer.name': 'Theodora Beispiel',
    'seller.name': 'Tischlerei Hollbach GmbH',
    invoice_number: '4711',
    issue_date: '2025-10-03',
  })
})

test('small words do not turn the name of an authority into a sentence', () => {
  const { values } = read(
    'Destinataire',
    'Communauté de communes du Val de Loire',
    '2 place de la Mairie',
    '41000 Blois',
    '',
    'Total TTC     12,00 €',
  )
  expect(values['buyer.name']).toBe('Communauté de communes du Val de Loire')
})

test('the tax number of the client is not the seller’s', () => {
  const { values } = read(
    'Au bon four SARL - 12 rue du Moulin - 84340 Malaucène',
    'TVA : FR40303265045',
    '',
    'Facture N°: F-17',
    'N° TVA client        FR83404833048',
    '',
    'Total TTC     12,00 €',
  )
  expect(values['seller.tax_id']).toBe('FR40303265045')
})

test('taxes of two rates add up to the tax, and a rate is no part of a tax’s name', () => {
  const { values, taxes } = read(
    'Factura',
    'Base imponible:                  300,00 €',
    'IVA 21%:                         42,00 €',
    'IVA 10%:                         10,00 €',
    'Total factura:                   352,00 €',
  )
  expect(values).toMatchObject({ net_total: '300.00', tax_total: '52.00', grand_total: '352.00' })
  expect(taxes.map(({ name, rate, amount }) => [name, rate, amount])).toEqual([
    ['IVA', '21', '42.00'],
    ['IVA', '10', '10.00'],
  ])
})

test('thirty days to pay are no amount to pay', () => {
  const { values } = read('Invoice No. 17', 'Total:     $99.50', '', 'Please pay within 30 days')
  expect(values['payable']).toBeUndefined()
})

test('dollars of a seller in the United States stay dollars, whoever buys', () => {
  const { values } = read(
    'Bluestone Analytics Inc.',
    '103 Kings Avenue, Austin, TX 78701',
    '',
    'Bill to: Comercial del Norte, Monterrey, México  RFC CNO9001011A1',
    'Invoice No. 17',
    'Total:     $99.50',
  )
  expect(values['currency']).toBe('USD')
})

test('eight digits are a date beside a word that says so, and only there', () => {
  const { values } = read('Facture N° 20260101', 'Date : 20260815', '', 'Total TTC     12,00 €')
  expect(values).toMatchObject({ invoice_number: '20260101', issue_date: '2026-08-15' })
})

test('what is left to pay after taxes were withheld is not the net amount', () => {
  const { values } = read(
    'DANFSe v2.0',
    'VALOR TOTAL DA NFS-E             R$ 10.000,00',
    'Total das Retenções:             R$ 1.115,00',
    'Valor Líquido da NFS-e:          R$ 8.885,00',
  )
  expect(values).toMatchObject({ grand_total: '10000.00', withheld_total: '1115.00' })
  expect(values['tax_total']).toBeUndefined()
  expect(values['net_total'] ?? '10000.00').toBe('10000.00')
})

test('an order number under "Total" is no money where money has decimals', () => {
  const page = typedPage(['Coffee  3.50', 'Cake  4.50', 'Tea  3.00', 'Total  1363047385', 'Total  11.00'])
  const totals = readPageFacts([page], readOptions).candidates.filter(({ field }) => field === 'grand_total')
  expect(totals.map(({ value }) => value)).not.toContain('1363047385')
  expect(totals.map(({ value }) => value)).toContain('11.00')
})

test('whom cheques are to be made out to is the seller, also at the end of a sentence', () => {
  const { values } = read(
    'INVOICE                         Invoice no: 2041',
    'Bill to: John Doe',
    'Invoice date: 2026-03-17',
    'Energy charges                                  384.71',
    'Total                                           384.71',
    'Please return this slip with your payment. Make checks payable to Northern Electricity Company',
  )
  expect(values['seller.name']).toBe('Northern Electricity Company')
})
