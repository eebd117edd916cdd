// Every format against every trap that e-invoices are known for. What only one format knows (two tax totals, several
// invoices in a file, totals net of withholding, nested rows) is in the tests of that format.
import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../../../../src/shared/invoice'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { signedContent } from '../../../../../src/engine/pipeline/read/xml/signed-content'
import { berEnvelope, derEnvelope } from '../xml/envelopes'
import { failureOf, utf8 } from './fixtures'
import { trapDocuments } from './trap-documents'

const prolog = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`
const valueIn = (bytes: Uint8Array, field: FieldName) => readXmlDocument(bytes).facts.chosen[field]?.value

describe.each(trapDocuments)('$name', ({ format, xml, date, total, hasLines, number }) => {
  const inRoot = (text: string) => xml.replace(/<\/[^<>]+>$/, end => text + end)
  const whole = () => readXmlDocument(utf8(xml))

  test('is recognised, with number or UUID, day, seller and total', () => {
    const { format: recognised, facts } = whole()
    expect(recognised).toContain(format)
    expect(facts.chosen.invoice_number?.value ?? null).toBe(number)
    if (number === null) expect(facts.chosen.uuid?.value).toBe('3B2F9C51-7D10-4E0C-9A4F-5D8B6C1E2A90')
    expect(facts.chosen.issue_date?.value).toBe('2026-03-02')
    expect(facts.chosen['seller.name']?.value).toBe('Peña e Hijos')
    expect(Number(facts.chosen.grand_total?.value)).toBe(121)
  })

  test('without due date and buyer tax number both stay empty: nothing is made up', () => {
    expect(whole().facts.chosen.due_date).toBeUndefined()
    expect(whole().facts.chosen['buyer.tax_id']).toBeUndefined()
  })

  test.runIf(hasLines)('a row that is not quantity times price keeps the amount it states', () => {
    const [line] = whole().facts.lines
    expect([line?.quantity, line?.unitPrice, line?.lineTotal].map(Number)).toEqual([2, 60, 100])
  })

  test('every value has its path, or the paths of what it was calculated from, or is a default', () => {
    for (const { origin } of Object.values(whole().facts.chosen)) {
      if (origin.kind === 'default') continue
      const paths = origin.kind === 'formula' ? origin.inputs : [origin.kind === 'xml' ? origin.path : origin.kind]
      for (const path of paths) expect(path).toMatch(/^\//)
    }
  })

  test('with another byte order, or in Latin letters, it reads the same', () => {
    const latin = Buffer.from(prolog('ISO-8859-1') + xml, 'latin1')
    const wide = Buffer.from(`\uFEFF${prolog('UTF-16')}${xml}`, 'utf16le')
    for (const bytes of [latin, wide, utf8(`\uFEFF${prolog('UTF-8')}${xml}`)])
      expect(valueIn(new Uint8Array(bytes), 'seller.name')).toBe('Peña e Hijos')
  })

  test('prefixes mean nothing: under other ones it reads the same', () => {
    const [, prefix] = /^<(\w+):/.exec(xml) ?? []
    const renamed =
      prefix === undefined
        ? xml
        : xml.replaceAll(new RegExp(`(</?|\\s)${prefix}:`, 'g'), '$1other:').replace(`xmlns:${prefix}=`, 'xmlns:other=')
    expect(Number(valueIn(utf8(renamed), 'grand_total'))).toBe(121)
  })

  test('names of another namespace are not its own', () => {
    const foreign = '<z:Extra xmlns:z="http://example.test/z" Total="9" total="9"><z:Total>9</z:Total></z:Extra>'
    expect(Number(valueIn(utf8(inRoot(foreign)), 'grand_total'))).toBe(121)
  })

  test.each([
    ['an attribute given twice', inRoot('<x a="1" a="2"/>'), 'xml_not_well_formed'],
    ['an undeclared prefix', inRoot('<nobody:x/>'), 'xml_not_well_formed'],
    ['a NUL', inRoot('<x>\u0000</x>'), 'xml_not_well_formed'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY y "z">]>${xml}`, 'xml_forbidden_construct'],
    ['a missing end', xml.slice(0, -4), 'xml_not_well_formed'],
  ])('with %s it is refused', (_, broken, code) => {
    expect(failureOf(() => readXmlDocument(utf8(broken))).code).toBe(code)
  })

  test('a total of "1e5" is no amount, and never 100,000', () => {
    const value = valueIn(utf8(xml.replaceAll(total, '1e5')), 'grand_total')
    expect(value === undefined || Number(value) < 1_000).toBe(true)
  })

  test('30 February is no day', () => {
    const broken = xml.replaceAll(date, date.replace('03', '02').replace(/02$/, '30'))
    expect(valueIn(utf8(broken), 'issue_date')).toBeUndefined()
  })

  test.each([
    ['DER', derEnvelope],
    ['BER of unknown length', berEnvelope],
  ])('signed, in an envelope of %s, it is the same invoice', (_, envelope) => {
    expect(Number(valueIn(signedContent(envelope(utf8(xml))), 'grand_total'))).toBe(121)
  })
})
