import { expect, test } from 'vitest'
import { signedContent } from '../../../../../src/engine/pipeline/read/xml/signed-content'
import { failureOf, utf8 } from '../einvoice/fixtures'
import { ber, dataId, der, envelope } from './envelopes'

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
