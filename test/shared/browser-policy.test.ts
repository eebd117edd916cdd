import { expect, test } from 'vitest'
import { mayOpen } from '../../src/shared/browser-policy'

const ledgerUrl = 'https://books.example.com/bigcapital'

test.each(['https://books.example.com/bigcapital/bills/7/edit', 'https://books.example.com/bigcapital'])(
  '%s is the connected ledger',
  pageUrl => {
    expect(mayOpen({ ledgerUrl, pageUrl })).toBe(true)
  },
)

test.each([
  'https://books.example.com.evil.example/bigcapital/bills/7',
  'https://evil.example/bigcapital/bills/7',
  'http://books.example.com/bigcapital/bills/7',
  'https://books.example.com:8443/bigcapital/bills/7',
  'https://books.example.com/bigcapital-other/bills/7',
  'https://books.example.com/bigcapital/../admin',
  'https://user:secret@books.example.com/bigcapital/bills/7',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://books.example.com/bigcapital/x',
  'not an address',
])('%s is not, and no browser is opened', pageUrl => {
  expect(mayOpen({ ledgerUrl, pageUrl })).toBe(false)
})

test('a ledger that is itself no web page opens nothing', () => {
  expect(mayOpen({ ledgerUrl: 'file:///home', pageUrl: 'file:///home/x' })).toBe(false)
})
