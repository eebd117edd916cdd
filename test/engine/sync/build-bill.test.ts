import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { minor } from '../../../src/shared/money'
import { billRequest } from '../../../src/engine/sync/bill-request'
import { chartOf, loadChart, type Account } from '../../../src/engine/pipeline/code/chart'
import { buildBill, type ApprovedInvoice } from '../../../src/engine/sync/build-bill'
import { chartPolicy } from '../../../src/engine/sync/mapping'
import { taxAccountIn } from '../../../src/engine/sync/tax-accounts'

const policy = { chart: 'sat', roundingTolerance: 1, differenceLimit: 100, differenceAccount: null } as const

const line = (description: string, lineTotal: number, accountCode: string | null = '601.84') => ({
  description,
  quantity: null,
  unit: null,
  unitPrice: null,
  lineTotal: minor(lineTotal),
  accountCode,
})

const invoice = (more: Partial<ApprovedInvoice> = {}): ApprovedInvoice => ({
  billNumber: 'PNO010203AB1-A-1',
  kind: 'bill',
  intakeNumber: 7,
  format: 'cfdi_4.0',
  issueDate: '2026-02-10',
  dueDate: null,
  currency: 'MXN',
  uuid: null,
  netTotal: minor(100_000),
  taxTotal: minor(16_000),
  withheldTotal: null,
  grandTotal: minor(116_000),
  acceptedDifference: minor(0),
  lines: [line('Papel', 100_000)],
  taxes: [{ kind: 'transferred', name: 'IVA', rate: '16', amount: minor(16_000) }],
  ...more,
})

const shortOf = (draft: ReturnType<typeof buildBill>) =>
  draft.lines.map(each => [each.description, each.accountCode, each.amount])

test('a cent between lines and total is a rounding line on the account of the largest line, never hidden', () => {
  const draft = buildBill(invoice({ grandTotal: minor(116_001) }), policy)
  expect(shortOf(draft)).toEqual([
    ['Papel', '601.84', 100_000],
    ['IVA 16%', '118.01', 16_000],
    ['Rounding', '601.84', 1],
  ])
  expect(draft.total).toBe(116_001)
})

test('three cents over two amounts is no rounding any more', () => {
  expect(() => buildBill(invoice({ grandTotal: minor(116_003) }), policy)).toThrow('bill_not_balanced')
})

test('a difference let pass on the document is a rounding line where the company says, as large as the limit and no larger', () => {
  const passed = (cents: number) => invoice({ grandTotal: minor(116_000 + cents), acceptedDifference: minor(cents) })
  const draft = buildBill(passed(60), { ...policy, differenceAccount: '701.10' })
  expect(shortOf(draft).at(-1)).toEqual(['Rounding', '701.10', 60])
  expect(draft.total).toBe(116_060)
  expect(buildBill(passed(100), policy).total).toBe(116_100)
  expect(() => buildBill(passed(101), policy)).toThrow('bill_not_balanced')
  expect(() => buildBill(passed(60), { ...policy, differenceLimit: 0 })).toThrow('bill_not_balanced')
})

test('a credit written with negative amounts carries the difference the other way', () => {
  const stated = invoice({
    kind: 'vendor_credit',
    netTotal: minor(-100_000),
    taxTotal: minor(-16_000),
    grandTotal: minor(-116_040),
    acceptedDifference: minor(40),
    lines: [line('Papel', -100_000)],
    taxes: [{ kind: 'transferred', name: 'IVA', rate: '16', amount: minor(-16_000) }],
  })
  expect(buildBill(stated, policy)).toMatchObject({ total: 116_040, lines: [{}, {}, { kind: 'rounding', amount: 40 }] })
})

test('a total printed before withholding (FatturaPA) is booked at what is owed', () => {
  const draft = buildBill(
    invoice({
      withheldTotal: minor(20_000),
      grandTotal: minor(116_000),
      taxes: [
        { kind: 'transferred', name: 'IVA', rate: '16', amount: minor(16_000) },
        { kind: 'withheld', name: 'ISR', rate: '20', amount: minor(20_000) },
      ],
    }),
    policy,
  )
  expect(draft.total).toBe(96_000)
  expect(shortOf(draft).at(-1)).toEqual(['ISR 20% (withheld)', '216.04', -20_000])
})

test('taxes listed wrongly give way to their approved sum', () => {
  const draft = buildBill(
    invoice({ taxes: [{ kind: 'transferred', name: 'IVA', rate: '16', amount: minor(32_000) }] }),
    policy,
  )
  expect(shortOf(draft)[1]).toEqual(['IVA', '118.01', 16_000])
})

test('IEPS has an account of its own; a lodging tax cannot be recovered and stays with the cost', () => {
  const taxes = [
    { kind: 'transferred', name: 'IEPS', rate: '8', amount: minor(8_000) },
    { kind: 'transferred', name: 'ISH', rate: '3', amount: minor(3_000) },
    { kind: 'transferred', name: 'IVA', rate: '16', amount: minor(16_000) },
  ] as const
  const draft = buildBill(invoice({ taxes, taxTotal: minor(27_000), grandTotal: minor(127_000) }), policy)
  expect(draft.lines.map(each => each.accountCode)).toEqual(['601.84', '118.03', '601.84', '118.01'])
})

test('a remark without amount needs no account; a free sample of 0.00 books nothing wrong', () => {
  const draft = buildBill(invoice({ lines: [line('Papel', 100_000), line('Gracias por su compra', 0, null)] }), policy)
  expect(shortOf(draft)).toHaveLength(2)
})

const amounts = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 40 })

test('whatever the lines, a bill that is built adds up to its total to the cent, also in the numbers sent', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 900_000 }), fc.integer({ min: -3, max: 3 }), (nets, tax, off) => {
      const net = nets.reduce((sum, each) => sum + each, 0)
      const built = buildBill(
        invoice({
          lines: nets.map((each, index) => line(`L${index}`, each, ['601.84', '602.50', '501.01'][index % 3] ?? null)),
          netTotal: minor(net),
          taxTotal: minor(tax),
          taxes: [{ kind: 'transferred', name: 'IVA', rate: null, amount: minor(tax) }],
          grandTotal: minor(net + tax + off),
        }),
        { ...policy, roundingTolerance: 3 },
      )
      expect(built.lines.reduce((sum, each) => sum + each.amount, 0)).toBe(built.total)
      const accountIds = new Map(['601.84', '602.50', '501.01', '118.01'].map((code, index) => [code, 2000 + index]))
      const request = billRequest(built, { vendorId: 1, itemId: 1000, accountIds })
      const sent = request.entries.reduce((sum, entry) => sum + Math.round(entry.rate * 100), 0)
      expect(sent).toBe(built.total)
    }),
  )
})

test('an amount the ledger cannot store is refused here and not by a 500 there', () => {
  const draft = buildBill(
    invoice({
      lines: [line('Planta', 1_000_000_000_000)],
      taxes: [],
      taxTotal: minor(0),
      grandTotal: minor(1_000_000_000_000),
    }),
    policy,
  )
  const ids = { vendorId: 1, itemId: 1, accountIds: new Map([['601.84', 2000]]) }
  expect(() => billRequest(draft, ids)).toThrow('bill_incomplete')
})

const sat = loadChart(join(import.meta.dirname, '../../../resources'), 'sat')

const rentFromPerson = (accountCode: string) =>
  invoice({
    withheldTotal: minor(20_667),
    grandTotal: minor(95_333),
    lines: [line('Renta', 100_000, accountCode)],
    taxes: [
      { kind: 'transferred', name: 'IVA', rate: '16', amount: minor(16_000) },
      { kind: 'withheld', name: 'ISR', rate: '10', amount: minor(10_000) },
      { kind: 'withheld', name: 'IVA', rate: '10.6667', amount: minor(10_667) },
    ],
  })

test('income tax withheld from rent is owed as such, from fees as fees', () => {
  const accounts = (code: string) =>
    buildBill(rentFromPerson(code), chartPolicy(sat, policy)).lines.map(each => each.accountCode)
  expect(accounts('601.45')).toEqual(['601.45', '118.01', '216.03', '216.10'])
  expect(accounts('604.45')).toEqual(['604.45', '118.01', '216.03', '216.10'])
  expect(accounts('601.34')).toEqual(['601.34', '118.01', '216.04', '216.10'])
})

test('taxes go to the accounts of a company’s own chart that stand for their códigos agrupadores', () => {
  const account = (code: string, standsFor: string): Account => ({
    code,
    name: { en: code, es: code },
    parent: null,
    level: 0,
    isPostable: true,
    isActive: true,
    standsFor,
    keywords: [],
  })
  const accounts = [account('5100', '601.45'), account('1190', '118.01'), account('2160', '216.03')]
  const own = chartOf('own', accounts, join(import.meta.dirname, '../../../resources'))
  const draft = buildBill(rentFromPerson('5100'), chartPolicy(own, { ...policy, chart: 'own' }))
  expect(draft.lines.map(each => each.accountCode)).toEqual(['5100', '1190', '2160', '216.10'])
  expect(taxAccountIn(own, { kind: 'withheld', name: 'IVA' })).toBeUndefined()
  expect(taxAccountIn(own, { kind: 'transferred', name: 'ISH' })).toBeNull()
})
