import { expect, test } from 'vitest'
import { displayName } from '../../../src/engine/intake/display-name'

test.each([
  ['Factura Ñandú № 42 — mayo.pdf', 'Factura Ñandú № 42 — mayo.pdf'],
  ['Factura N\u0303andu\u0301.pdf', 'Factura Ñandú.pdf'],
  ['invoice_\u202efdp.exe', 'invoice_fdp.exe'],
  ['invoice\u200b.pdf', 'invoice.pdf'],
  ['invoice\nTotal: 1.pdf', 'invoice Total: 1.pdf'],
  ['\u001b[2J\u0007rm.pdf', '[2J rm.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\evil.pdf', 'evil.pdf'],
  ['..\\..\\evil.pdf', 'evil.pdf'],
  ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
  ['\ud800.pdf', '\ufffd.pdf'],
  ['\u202e\u2066', '(no name)'],
  ['folder/', 'folder'],
])('%j is shown as %j', (given, shown) => {
  expect(displayName(given)).toBe(shown)
})

test('a name that is no valid UTF-8 can be shown', () => {
  expect(displayName(Buffer.from('696e766f6963655ffffe2e706466', 'hex'))).toBe('invoice_\ufffd\ufffd.pdf')
})

test('a name of a thousand letters keeps its beginning and its ending', () => {
  const shown = displayName(`F-2026-77 ${'x'.repeat(1000)} final.pdf`)
  expect([...shown]).toHaveLength(255)
  expect(shown.startsWith('F-2026-77 ')).toBe(true)
  expect(shown.endsWith(' final.pdf')).toBe(true)
})
