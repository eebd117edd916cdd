import { expect, test } from 'vitest'
import { signedContent } from '../../../../../src/engine/pipeline/read/xml/signed-content'
import { failureOf, utf8 } from '../einvoice/fixtures'

const signedDataId = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]
const dataId = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]

/** An element of known length. */
function der(tag: number, content: readonly number[]): number[] {
  const { length } = content
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff]
  return [tag, ...size, ...content]
}

/** An element of unknown length, closed by two zeros. */
function ber(tag: number, content: readonly number[]): number[] {
  return [tag, 0x80, ...content, 0, 0]
}

function envelope(element: typeof der, octets: readonly number[]): Uint8Array {
  const content = element(0x30, [...dataId, ...element(0xa0, octets)])
  const signedData = element(0x30, [...der(0x02, [1]), ...der(0x31, []), ...content])
  return new Uint8Array(element(0x30, [...signedDataId, ...element(0xa0, signedData)]))
}

const invoice = `<a>${'x'.repeat(300)}</a>`
const whole = [...utf8(invoice)]
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('the signed file comes out of a DER envelope', () => {
  expect(text(signedContent(envelope(der, der(0x04, whole))))).toBe(invoice)
})

test('a content cut into chunks of indefinite length is put together again', () => {
  const chunks = [...der(0x04, whole.slice(0, 100)), ...der(0x04, whole.slice(100))]
  expect(text(signedContent(envelope(ber, ber(0x24, chunks))))).toBe(invoice)
})

test('the same in base64, with or without its marker lines', () => {
  const base64 = Buffer.from(envelope(der, der(0x04, whole))).toString('base64')
  expect(text(signedContent(utf8(base64.replace(/(.{64})/g, '$1\r\n'))))).toBe(invoice)
  expect(text(signedContent(utf8(`-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`)))).toBe(invoice)
})

test.each([
  ['cut short', envelope(der, der(0x04, whole)).slice(0, 200)],
  ['of an unknown kind', new Uint8Array(der(0x30, [...dataId, ...der(0xa0, der(0x30, []))]))],
  ['never closed', envelope(ber, ber(0x24, der(0x04, whole))).slice(0, -2)],
  ['nested without end', new Uint8Array(Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80)))],
  ['no envelope at all', utf8('Gentile cliente, in allegato la fattura.')],
])('an envelope %s is a damaged document', (_, bytes) => {
  expect(failureOf(() => signedContent(bytes)).code).toBe('corrupt_document')
})
