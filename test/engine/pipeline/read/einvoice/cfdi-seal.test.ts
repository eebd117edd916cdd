import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { originalString } from '../../../../../src/engine/pipeline/read/einvoice/cfdi-original-string'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { parseXml } from '../../../../../src/engine/pipeline/read/xml/parse'
import { corpus, fixture, hasCorpus, utf8 } from './fixtures'

const sealed = fixture('cfdi-4.0-sealed.xml')

function sealOf(bytes: Uint8Array): string | undefined {
  return readXmlDocument(bytes).facts.details?.find(({ key }) => key === 'seal')?.value
}

test('the original string names every sealed value in the order of Anexo 20, white space collapsed', () => {
  expect(originalString(parseXml(utf8(sealed)), '4.0')).toBe(
    '||4.0|PN|3001|2026-12-01T17:40:05|03|00001000000700000001|1000.00|100.00|MXN|1071.00|I|01|PUE|44100' +
      '|04|5A0C1D7E-1111-4222-8333-944455566677|PNO180312Q55|PAPELERIA DEL NORTE|601' +
      '|OBS140820H35|OFICINAS BOSQUE SERENO|44100|601|G03' +
      '|14111507|PB-75|10|XPK|Papel bond carta 75 g|100.00|1000.00|100.00|02|900.00|002|Tasa|0.160000|144.00' +
      '|900.00|002|Tasa|0.160000|144.00|144.00|1.0|0.00|27.00|ISH|3.00|27.00||',
  )
})

test('a CFDI as it was sealed has a valid seal, and the days its certificate is valid are kept', () => {
  const { details } = readXmlDocument(utf8(sealed)).facts
  expect(sealOf(utf8(sealed))).toBe('valid')
  expect(details).toContainEqual(expect.objectContaining({ key: 'certificate_from', value: '2026-11-20' }))
  expect(details).toContainEqual(expect.objectContaining({ key: 'certificate_until', value: '2030-11-20' }))
})

test.each([
  ['Total="1071.00"', 'Total="1701.00"'],
  ['Rfc="PNO180312Q55"', 'Rfc="EKU9003173C9"'],
  ['Importe="27.00"', 'Importe="72.00"'],
])('with %s changed to %s after sealing, the seal is broken', (was, is) => {
  expect(sealOf(utf8(sealed.replace(was, is)))).toBe('broken')
})

test('what lies outside the seal may change: indentation, the stamp, an addenda', () => {
  const stamp =
    '<tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" Version="1.1" UUID="3b2f9c51-7d10-4e0c-9a4f-5d8b6c1e2a90"/>'
  const text = sealed
    .replaceAll(/\n\s+</g, '<')
    .replace('</cfdi:Complemento>', `${stamp}</cfdi:Complemento><cfdi:Addenda><pedido>17</pedido></cfdi:Addenda>`)
  expect(sealOf(utf8(text))).toBe('valid')
})

test('with a complement whose rules are not known nothing is said about the seal', () => {
  const text = sealed.replace('<cfdi:Complemento>', '<cfdi:Complemento><x:Obra xmlns:x="http://example.test/obra"/>')
  expect(sealOf(utf8(text))).toBe('unchecked_rules')
})

test('fillers instead of a certificate or a seal are no broken seals', () => {
  expect(sealOf(utf8(sealed.replace(/Certificado="[^"]{100,}"/, 'Certificado="MIIFakeCert=="')))).toBe(
    'unchecked_certificate',
  )
  expect(sealOf(utf8(sealed.replace(/Sello="[^"]+"/, 'Sello="c2VsbG8="')))).toBe('unchecked_filler')
})

test.skipIf(!hasCorpus)('CFDIs of version 3.3 and 4.0 that were really issued have valid seals', () => {
  const real = ['cfdiutils--cfdi33-real.xml', 'cfdiutils--cfdi40-real.xml']
  for (const name of real) {
    expect(sealOf(new Uint8Array(readFileSync(join(corpus, 'einvoice', 'cfdi', name)))), name).toBe('valid')
  }
})

test('whose certificate a CFDI is sealed with is told', () => {
  const { details, chosen } = readXmlDocument(utf8(sealed)).facts
  const owner = details?.find(({ key }) => key === 'certificate_owner')
  expect(owner?.value).toBe(chosen['seller.tax_id']?.value)
})

test.skipIf(!hasCorpus)('CFDIs that were really issued are sealed with the certificate of their seller', () => {
  for (const name of ['cfdiutils--cfdi33-real.xml', 'cfdiutils--cfdi40-real.xml']) {
    const bytes = new Uint8Array(readFileSync(join(corpus, 'einvoice', 'cfdi', name)))
    const { details, chosen } = readXmlDocument(bytes).facts
    expect(details?.find(({ key }) => key === 'certificate_owner')?.value, name).toBe(chosen['seller.tax_id']?.value)
  }
})
