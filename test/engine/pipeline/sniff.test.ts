import { expect, test } from 'vitest'
import { sniff } from '../../../src/engine/pipeline/sniff'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const kindOf = (head: Uint8Array) => sniff(head, head.length).kind

test.each([
  ['pdf', '%PDF-1.7\n'],
  ['pdf', ' \xff er\n\ntrailer\n\n<<\n1 0 obj << /Type /Catalog >>'],
  ['pdf', 'X-Mailer: a\r\n\r\n%PDF-1.4'],
  ['xml', '<?xml version="1.0"?><a/>'],
  ['xml', '\xef\xbb\xbf\n <Invoice xmlns="x"/>'],
  ['xml', '<!-- from the billing program --><a/>'],
  ['xml', '<!DOCTYPE a><a/>'],
  ['xml', '\xff\xfe<\0a\0/\0>\0'],
  ['zip', 'PK\x03\x04rest'],
  ['image', '\xff\xd8\xff\xe0'],
  ['image', '\x89PNG\r\n\x1a\n'],
  ['image', 'II*\0'],
  ['image', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['image', '\0\0\0\x18ftypheic'],
  ['p7m', '\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80'],
  ['eml', 'From: a@example.test\r\nTo: b@example.test\r\nMIME-Version: 1.0\r\n\r\nHello'],
  ['unknown', 'Dear colleague, see the total: 12'],
  ['unknown', '<!doctype html><html></html>'],
  ['unknown', 'BM is a company'],
  ['unknown', '\0\0\0\0'],
])('%s is told by its first bytes', (kind, head) => {
  expect(kindOf(bytes(head))).toBe(kind)
})

test('one PDF that travelled as the whole body of a mail is that PDF; among other parts it is one of them', () => {
  const headers = 'Received: from mx.example.test\r\nMessage-ID: <1@example.test>\r\nContent-Type: '
  const body = `\r\n\r\n${'X'.repeat(1500)}\r\n%PDF-1.7\n`
  expect(kindOf(bytes(`${headers}application/pdf${body}`))).toBe('pdf')
  expect(kindOf(bytes(`${headers}multipart/mixed; boundary=b${body}`))).toBe('eml')
})

test('a signature in base64 is still a signature', () => {
  const der = bytes('\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80' + '\0'.repeat(200))
  expect(
    kindOf(
      bytes(
        Buffer.from(der)
          .toString('base64')
          .replace(/(.{64})/g, '$1\r\n'),
      ),
    ),
  ).toBe('p7m')
})

test('nothing is of no kind', () => {
  expect(sniff(new Uint8Array(), 0)).toEqual({ kind: 'unknown', mediaType: 'application/octet-stream' })
})

test('a drawing in SVG is no e-invoice, though it is XML', () => {
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg">', '<?xml version="1.0"?>\n<svg>', '<html >']) {
    const bytes = new TextEncoder().encode(text)
    expect(sniff(bytes, bytes.length).kind).toBe('unknown')
  }
})
