import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { originalString32 } from '../../../../../src/engine/pipeline/read/einvoice/cfdi-original-string-32'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { parseXml } from '../../../../../src/engine/pipeline/read/xml/parse'
import { corpus, fixture, hasCorpus, utf8 } from './fixtures'
import { makeSealer } from './seal-certificate'

const number = '00001000000203051706'
const sealer = makeSealer('MCO070914TR2', number, [2012, 2016])
const text =
  '||3.2|2014-06-12T09:30:00|ingreso|Pago en una sola exhibición|30 días|1500.00|100.00|13.0500|USD|1513.50' +
  '|Transferencia electrónica|Guadalajara, Jalisco|4711|0F1E2D3C-4B5A-4978-8695-A4B3C2D1E0F9|A|2014-05-02T10:00:00|900.00' +
  '|MCO070914TR2|Maderas & Complementos de Occidente, S.A.|Calzada Independencia|1200|B|Centro|Guadalajara|frente al parque' +
  '|Guadalajara|Jalisco|México|44100|Av. Juárez|México|601 General de Ley|Actividad empresarial' +
  '|OBS140820H35|Oficinas Bosque Sereno|Av. Vallarta|3500|México' +
  '|10|pieza|TB-18|Tablero de pino 18 mm|120.00|1200.00|15 48 3009 0001234|2014-04-30|Nuevo Laredo' +
  '|15 48 3009 0005678|2014-05-01' +
  '|1|servicio|Renta de bodega, mayo|300.00|300.00|U-0042' +
  '|ISR|30.00|IVA|30.50|60.50|IVA|16.00|224.00|224.00|1.0|50.00|0.00|5 al millar|0.50|50.00||'

const unsealed = fixture('cfdi-3.2-unsealed.xml').replace('CERTIFICATE', sealer.certificate)
const sealed = unsealed.replace('SEAL', sealer.seal(text, 'RSA-SHA1'))

function detailsOf(xml: string): Record<string, string> {
  const { details } = readXmlDocument(utf8(xml)).facts
  return Object.fromEntries((details ?? []).map(({ key, value }) => [key, value]))
}

test('the original string of CFDI 3.2 has its own order: no series, no folio, addresses, customs entries of parts', () => {
  expect(originalString32(parseXml(utf8(unsealed)))).toBe(text)
})

test('a CFDI 3.2 as it was sealed has a valid seal, with whose certificate it is and when that was valid', () => {
  expect(detailsOf(sealed)).toMatchObject({
    seal: 'valid',
    certificate_number: number,
    certificate_owner: 'MCO070914TR2',
    certificate_from: '2012-07-01',
    certificate_until: '2016-07-01',
  })
  expect(detailsOf(sealed)['certificate_serial']).toBeUndefined()
})

test.each([
  ['total="1513.50"', 'total="1531.50"'],
  ['rfc="MCO070914TR2"', 'rfc="EKU9003173C9"'],
  ['Moneda="USD"', 'Moneda="MXN"'],
  ['importe="1200.00"', 'importe="2100.00"'],
  ['Importe="50.00"', 'Importe="5.00"'],
])('with %s changed to %s after sealing, the seal of a CFDI 3.2 is broken', (was, is) => {
  expect(sealed).toContain(was)
  expect(detailsOf(sealed.replace(was, is))['seal']).toBe('broken')
})

test('folio and stamp of a CFDI 3.2 are outside its seal', () => {
  expect(detailsOf(sealed.replace('folio="77"', 'folio="78"'))['seal']).toBe('valid')
})

test('a seal made with the digest of later versions does not fit a CFDI 3.2', () => {
  expect(detailsOf(unsealed.replace('SEAL', sealer.seal(text, 'RSA-SHA256')))['seal']).toBe('broken')
})

test('the number of the certificate in the file is told where the document names another', () => {
  const other = sealed.replace(`noCertificado="${number}"`, 'noCertificado="00001000000203059999"')
  expect(detailsOf(other)).toMatchObject({ seal: 'valid', certificate_serial: number })
})

test.each([
  ['a supplement', '<cfdi:Complemento>', '<cfdi:Complemento><n:Nomina xmlns:n="http://www.sat.gob.mx/nomina"/>'],
  [
    'an item’s supplement',
    '<cfdi:CuentaPredial',
    '<cfdi:ComplementoConcepto><t:PorCuentadeTerceros xmlns:t="http://www.sat.gob.mx/terceros"/></cfdi:ComplementoConcepto><cfdi:CuentaPredial',
  ],
])('with %s whose order is not known, it is said that the seal was not checked and why', (_what, was, is) => {
  expect(sealed).toContain(was)
  expect(detailsOf(sealed.replace(was, is))['seal']).toBe('unchecked_rules')
})

test('school fees are sealed with the pupil they are for', () => {
  const pupil =
    '<iedu:instEducativas xmlns:iedu="http://www.sat.gob.mx/iedu" nivelEducativo="Primaria" version="1.0" CURP="LOPA080101MJCPRN09" nombreAlumno="Ana López" autRVOE="20120001"/>'
  const xml = unsealed.replace(
    '<cfdi:CuentaPredial numero="U-0042"/>',
    `<cfdi:CuentaPredial numero="U-0042"/><cfdi:ComplementoConcepto>${pupil}</cfdi:ComplementoConcepto>`,
  )
  expect(originalString32(parseXml(utf8(xml)))).toContain(
    '|U-0042|1.0|Ana López|LOPA080101MJCPRN09|Primaria|20120001|ISR|',
  )
})

test.skipIf(!hasCorpus)('a published CFDI 3.2 whose values were replaced after sealing does not fit its seal', () => {
  const file = join(corpus, 'einvoice', 'cfdi', 'python-satcfdi--cfdv32-ejemplo.xml')
  expect(detailsOf(readFileSync(file, 'utf8'))['seal']).toBe('broken')
})
