import { expect, test } from 'vitest'
import { FieldName } from '../../../../src/shared/invoice'
import type { LineId } from '../../../../src/shared/ids'
import { minor } from '../../../../src/shared/money'
import { defaultSettings } from '../../../../src/shared/settings'
import { checkAddressee } from '../../../../src/engine/pipeline/check/check-addressee'
import { checkCreditNote } from '../../../../src/engine/pipeline/check/check-credit-note'
import { checkDueAmount } from '../../../../src/engine/pipeline/check/check-due-amount'
import { checkIssueDate } from '../../../../src/engine/pipeline/check/check-issue-date'
import { checkLineAmounts } from '../../../../src/engine/pipeline/check/check-line-amounts'
import { checkSeal } from '../../../../src/engine/pipeline/check/check-seal'
import { checkTaxes } from '../../../../src/engine/pipeline/check/check-taxes'
import { ruleId } from '../../../../src/engine/pipeline/check/rule-ids'
import type { CheckSubject, FieldNow, LineNow, TaxNow } from '../../../../src/engine/pipeline/check/subject'

const absent: FieldNow = { value: null, probability: 0, origin: null, byPerson: false, candidates: [] }
const inXml = { kind: 'xml', path: '/Invoice' } as const

function subjectOf(values: Partial<Record<FieldName, string>>, changes: Partial<CheckSubject> = {}): CheckSubject {
  const fields = FieldName.options.map(field => {
    const value = values[field] ?? null
    return [field, value === null ? absent : { ...absent, value, probability: 1, origin: inXml }] as const
  })
  return {
    now: Date.UTC(2026, 2, 16),
    settings: defaultSettings,
    format: 'ubl_invoice',
    fields: Object.fromEntries(fields) as CheckSubject['fields'],
    lines: [],
    vendor: { match: 'unnamed' },
    twins: [],
    isEnteredByHand: false,
    ...changes,
  }
}

function tax(rate: string | null, base: number, amount: number): TaxNow {
  return { kind: 'transferred', name: 'IVA', rate, base: minor(base), amount: minor(amount), origin: inXml }
}

test('a tax total of 900.00 over rows that add up to 800.00 breaks BR-CO-14', () => {
  const subject = subjectOf({ currency: 'EUR', tax_total: '900.00' }, { taxes: [tax('16', 500_000, 80_000)] })
  expect(checkTaxes(subject)).toMatchObject([
    {
      key: 'tax_mismatch',
      severity: 'medium',
      subject: { field: 'tax_total' },
      params: { rule: 'BR-CO-14', computed: '800.00', told: '900.00', difference: '100.00', direction: 'more' },
    },
  ])
})

test('a cent of rounding between many rows is no mismatch', () => {
  const rows = [tax('16', 1_000, 160), tax('8', 1_006, 80), tax('0', 500, 0)]
  expect(checkTaxes(subjectOf({ currency: 'MXN', tax_total: '2.41' }, { taxes: rows }))).toEqual([])
})

test('22 % of 705.20 is 155.14 and not 149.41: a remark with the rule it breaks', () => {
  const subject = subjectOf(
    { currency: 'EUR', tax_total: '149.41' },
    { format: 'fatturapa', taxes: [tax('22', 70_520, 14_941)] },
  )
  expect(checkTaxes(subject)).toMatchObject([
    { key: 'tax_mismatch', severity: 'low', params: { variant: 'rate', rule: 'SdI 00421', computed: '155.14' } },
  ])
})

test('exempt rows, quotas per litre and rows read from a page are not held against a rate', () => {
  const fromPage = { ...tax('16', 10_000, 100), origin: null }
  const subject = subjectOf({ currency: 'MXN', tax_total: '5.00' }, { taxes: [tax(null, 10_000, 500), fromPage] })
  expect(checkTaxes(subject)).toEqual([])
})

test('593.75 less 93.75 paid in advance leaves 500.00 to pay, and nothing to ask', () => {
  const details = [{ key: 'prepaid', value: '93.75', origin: inXml }] as const
  const subject = subjectOf({ currency: 'EUR', grand_total: '593.75', payable: '500.00' }, { details })
  expect(checkDueAmount(subject)).toEqual([])
})

test('an amount to pay that forgets the advance breaks BR-CO-16', () => {
  const details = [{ key: 'prepaid', value: '93.75', origin: inXml }] as const
  const subject = subjectOf({ currency: 'EUR', grand_total: '593.75', payable: '593.75' }, { details })
  expect(checkDueAmount(subject)).toMatchObject([
    {
      key: 'payable_mismatch',
      severity: 'medium',
      params: { rule: 'BR-CO-16', computed: '500.00', difference: '93.75', prepaid: '93.75' },
    },
  ])
})

test('tax that the buyer withholds is left out of the amount to pay in Turkey, and not in Colombia', () => {
  const withheld = { currency: 'TRY', grand_total: '12000.00', withheld_total: '1800.00' }
  expect(checkDueAmount(subjectOf({ ...withheld, payable: '10200.00' }))).toEqual([])
  expect(checkDueAmount(subjectOf({ ...withheld, payable: '12000.00' }))).toEqual([])
  expect(checkDueAmount(subjectOf({ ...withheld, payable: '10000.00' }))).toMatchObject([
    { key: 'payable_mismatch', params: { computed: '10200.00', difference: '200.00' } },
  ])
})

test('a CFDI asks for its total: there is no advance to subtract and nothing to compare', () => {
  const subject = subjectOf({ currency: 'MXN', grand_total: '1160.00', payable: '1160.00' }, { format: 'cfdi_4.0' })
  expect(checkDueAmount(subject)).toEqual([])
})

const ours = { ...defaultSettings, companyTaxIds: ['OBS-140820-H35', 'B85473213'] }

test('an invoice made out to another company cannot be approved in passing', () => {
  const subject = subjectOf({ 'buyer.tax_id': 'PNO180312Q55', 'buyer.name': 'Papelera del Norte' }, { settings: ours })
  expect(checkAddressee(subject)).toMatchObject([
    {
      key: 'not_addressed_to_us',
      severity: 'high',
      params: { variant: 'other' },
      suggestions: [{ key: 'reject_not_ours' }, {}],
    },
  ])
})

test.each(['OBS140820H35', 'obs 140820 h35', 'ESB85473213'])('%s is one of our tax ids', taxId => {
  expect(checkAddressee(subjectOf({ 'buyer.tax_id': taxId }, { settings: ours }))).toEqual([])
})

test('without our own tax ids, or without the buyer’s, nobody asks whom the invoice is for', () => {
  expect(checkAddressee(subjectOf({ 'buyer.tax_id': 'PNO180312Q55' }))).toEqual([])
  expect(checkAddressee(subjectOf({}, { settings: ours }))).toEqual([])
})

test('an invoice to the general public is asked about, not refused', () => {
  const subject = subjectOf({ 'buyer.tax_id': 'XAXX010101000' }, { settings: ours })
  expect(checkAddressee(subject)).toMatchObject([{ severity: 'medium', params: { variant: 'generic' } }])
})

test('an e-invoice dated next month, or eleven years ago, is unusual; last year’s is not', () => {
  const variantOf = (issue_date: string) => checkIssueDate(subjectOf({ issue_date }))[0]?.params['variant']
  expect(variantOf('2026-04-20')).toBe('future')
  expect(variantOf('2015-03-01')).toBe('old')
  expect(variantOf('2025-03-17')).toBeUndefined()
  expect(variantOf('2026-03-17')).toBeUndefined()
})

test('a credit note that names no invoice is remarked on', () => {
  expect(checkCreditNote(subjectOf({ document_type: 'credit_note' }))).toMatchObject([
    { key: 'credit_note_unlinked', severity: 'low' },
  ])
  const details = [{ key: 'credited_invoice', value: 'A-17', origin: inXml }] as const
  expect(checkCreditNote(subjectOf({ document_type: 'credit_note' }, { details }))).toEqual([])
  expect(checkCreditNote(subjectOf({ document_type: 'invoice' }))).toEqual([])
})

test('each standard has its own number for the same rule', () => {
  expect(['ubl_invoice', 'cii_d16b', 'cfdi_4.0', 'cfdi_3.3', 'page'].map(format => ruleId(format, 'total'))).toEqual([
    'BR-CO-15',
    'BR-CO-15',
    'CFDI40119',
    'CFDI33118',
    null,
  ])
})

test('a broken seal is looked at before the invoice is paid; one that could not be checked is not doubted', () => {
  const withSeal = (value: string) => subjectOf({}, { details: [{ key: 'seal', value, origin: inXml }] })
  expect(checkSeal(withSeal('broken'))).toMatchObject([{ key: 'seal_broken', severity: 'medium' }])
  expect(checkSeal(withSeal('unchecked_rules'))).toEqual([])
  expect(checkSeal(withSeal('valid'))).toEqual([])
})

test('a CFDI sealed with the certificate of another company than the seller is looked at before it is paid', () => {
  const details = [
    { key: 'seal', value: 'valid', origin: inXml },
    { key: 'certificate_owner', value: 'EKU9003173C9', origin: inXml },
  ] as const
  expect(checkSeal(subjectOf({ 'seller.tax_id': 'XIQB891116QE4' }, { details }))).toMatchObject([
    { severity: 'medium', params: { variant: 'owner', owner: 'EKU9003173C9', seller: 'XIQB891116QE4' } },
  ])
  expect(checkSeal(subjectOf({ 'seller.tax_id': 'EKU9003173C9' }, { details }))).toEqual([])
})

test('an invoice that names another certificate than the one it carries is remarked on', () => {
  const details = [
    { key: 'seal', value: 'valid', origin: inXml },
    { key: 'certificate_number', value: '00001000000700000001', origin: inXml },
    { key: 'certificate_serial', value: '00001000000500003416', origin: inXml },
  ] as const
  expect(checkSeal(subjectOf({}, { details }))).toMatchObject([
    {
      severity: 'low',
      params: { variant: 'number', declared: '00001000000700000001', serial: '00001000000500003416' },
    },
  ])
  expect(checkSeal(subjectOf({}, { details: details.slice(0, 2) }))).toEqual([])
})

test('an invoice dated before its certificate began is remarked on', () => {
  const details = [
    { key: 'seal', value: 'valid', origin: inXml },
    { key: 'certificate_from', value: '2026-03-10', origin: inXml },
    { key: 'certificate_until', value: '2030-03-10', origin: inXml },
  ] as const
  expect(checkSeal(subjectOf({ issue_date: '2026-03-09' }, { details }))).toMatchObject([
    { severity: 'low', params: { variant: 'certificate', from: '2026-03-10' } },
  ])
  expect(checkSeal(subjectOf({ issue_date: '2026-03-10' }, { details }))).toEqual([])
})

function line(changes: Partial<LineNow>): LineNow {
  const id = 'line-1' as LineId
  return {
    id,
    position: 1,
    role: 'item',
    description: '',
    quantity: '1',
    unitPrice: '1',
    lineTotal: null,
    origin: inXml,
    ...changes,
  }
}

test('2,000 pieces at 20.00 per hundred are 400.00, and with a surcharge of 6.00 they are 406.00', () => {
  const perHundred = { quantity: '2000', unitPrice: '20.00', priceBase: '100' }
  const lines = [
    line({ ...perHundred, lineTotal: minor(40_000), adjustment: minor(0) }),
    line({ ...perHundred, lineTotal: minor(40_600), adjustment: minor(600) }),
  ]
  expect(checkLineAmounts(subjectOf({ currency: 'EUR' }, { lines }))).toEqual([])
})

test('a row below quantity times price is questioned only where its format tells discounts as amounts', () => {
  const short = { quantity: '10', unitPrice: '12.00', lineTotal: minor(10_000) }
  const about = (adjustment: number | null) =>
    checkLineAmounts(
      subjectOf(
        { currency: 'EUR' },
        { lines: [line({ ...short, adjustment: adjustment === null ? null : minor(adjustment) })] },
      ),
    )
  expect(about(null)).toEqual([])
  expect(about(-2_000)).toEqual([])
  expect(about(0)).toMatchObject([{ key: 'line_mismatch', severity: 'low', params: { difference: '20.00' } }])
})
