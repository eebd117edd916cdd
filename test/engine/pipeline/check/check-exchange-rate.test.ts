import { expect, test } from 'vitest'
import { FieldName } from '../../../../src/shared/invoice'
import { defaultSettings } from '../../../../src/shared/settings'
import { checkExchangeRate } from '../../../../src/engine/pipeline/check/check-exchange-rate'
import type { CheckSubject, FieldNow } from '../../../../src/engine/pipeline/check/subject'
import { readXmlDocument } from '../../../../src/engine/pipeline/read/einvoice/read-xml-document'

const absent: FieldNow = { value: null, probability: 0, origin: null, byPerson: false, candidates: [] }

function subjectOf(
  currency: string,
  rate: { value: string; byPerson: boolean } | null,
  more: Partial<CheckSubject> = {},
): CheckSubject {
  const fields = Object.fromEntries(FieldName.options.map(field => [field, absent])) as CheckSubject['fields']
  return {
    now: 0,
    settings: defaultSettings,
    format: 'page',
    fields: {
      ...fields,
      currency: { ...absent, value: currency },
      exchange_rate: rate ? { ...absent, ...rate } : absent,
    },
    lines: [],
    vendor: { match: 'unnamed' },
    twins: [],
    isEnteredByHand: false,
    ledgerCurrency: 'MXN',
    ...more,
  }
}

test('a bill in dollars for books in pesos asks for its exchange rate, with the field to type it in', () => {
  expect(checkExchangeRate(subjectOf('USD', null))).toMatchObject([
    {
      key: 'exchange_rate_needed',
      severity: 'high',
      params: { currency: 'USD', ledgerCurrency: 'MXN' },
      suggestions: [{ fix: { type: 'edit_field', field: 'exchange_rate' } }],
    },
  ])
})

test('not in pesos, not without a ledger, not when a person typed it, not when a CFDI states it in pesos', () => {
  const byDocument = { value: '17.05', byPerson: false }
  expect(checkExchangeRate(subjectOf('MXN', null))).toEqual([])
  expect(checkExchangeRate(subjectOf('USD', { value: '17.05', byPerson: true }))).toEqual([])
  expect(checkExchangeRate(subjectOf('USD', byDocument, { format: 'cfdi_4.0' }))).toEqual([])
  const { ledgerCurrency: _unconnected, ...offline } = subjectOf('USD', null)
  expect(checkExchangeRate(offline)).toEqual([])
})

test('pesos per dollar are no rate for books in euros', () => {
  const subject = subjectOf('USD', { value: '17.05', byPerson: false }, { format: 'cfdi_4.0', ledgerCurrency: 'EUR' })
  expect(checkExchangeRate(subject)).toHaveLength(1)
})

const cfdi = (attributes: string, body = '') =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0" Fecha="2026-02-10T10:00:00" SubTotal="100.00"
  Total="100.00" TipoDeComprobante="E" ${attributes}>${body}</cfdi:Comprobante>`)

test('a CFDI in dollars brings its TipoCambio with its place; one in pesos says nothing', () => {
  expect(readXmlDocument(cfdi('Moneda="USD" TipoCambio="17.123456"')).facts.chosen.exchange_rate).toMatchObject({
    value: '17.123456',
    origin: { kind: 'xml' },
  })
  expect(readXmlDocument(cfdi('Moneda="MXN" TipoCambio="1"')).facts.chosen.exchange_rate).toBeUndefined()
})

test('a credit note names the invoices it takes back; a substitution names none', () => {
  const related = (kind: string) =>
    `<cfdi:CfdiRelacionados TipoRelacion="${kind}"><cfdi:CfdiRelacionado UUID="3f2504e0-4f89-41d3-9a0c-0305e82c3301"/></cfdi:CfdiRelacionados>`
  expect(readXmlDocument(cfdi('Moneda="MXN"', related('01'))).facts.related).toEqual([
    '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  ])
  expect(readXmlDocument(cfdi('Moneda="MXN"', related('04'))).facts.related).toBeUndefined()
})
