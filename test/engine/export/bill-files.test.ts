import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { billRecord } from '../../../src/engine/export/bill-record'
import { billUbl } from '../../../src/engine/export/bill-ubl'
import { writeBills } from '../../../src/engine/export/bill-files'
import { readXmlDocument } from '../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { openStore } from '../../../src/engine/store/open'
import { BillRecord } from '../../../src/shared/bill-record'
import { defaultSettings } from '../../../src/shared/settings'
import { approve, chartOf, stationery } from '../sync/books'

const folder = mkdtempSync(join(tmpdir(), 'bills-'))
afterAll(() => rmSync(folder, { recursive: true }))
const buyer = { name: 'Miel Norte SA de CV', taxId: 'MNO010203AB1' }

/** A plain one, one with withholdings, one in dollars, a credit note with a formula for a vendor's name. */
const invoices = [
  stationery('A-1', { dueDate: '2026-03-12' }),
  stationery('H-7', {
    lines: [['Honorarios', '10000.00', '601.34']],
    taxes: [
      ['transferred', 'IVA', '16', '1600.00'],
      ['withheld', 'ISR', '10', '1000.00'],
      ['withheld', 'IVA', '10.6667', '1066.67'],
    ],
    withheld: '2066.67',
    total: '9533.33',
  }),
  stationery('US-3', {
    vendor: { name: 'Hosting "Blue", Inc.', taxId: null },
    currency: 'USD',
    exchangeRate: '17.0512',
    lines: [['Servers & storage <EU>', '49.99', '601.84']],
    taxes: [],
    total: '49.99',
    uuid: null,
  }),
  stationery('NC-1', {
    vendor: { name: '=HYPERLINK("http://evil.example")', taxId: 'EVI010203AB1' },
    documentType: 'credit_note',
  }),
]

/** As kept by whoever will compare it with the books one day. */
const head = { sequence: 4212, hash: '9f3c'.repeat(16) }
const printedHead = `4212 ${'9f3c'.repeat(16)}`

function records(): BillRecord[] {
  const store = openStore(':memory:')
  const made = invoices.map(invoice =>
    billRecord(store.db, approve(store, invoice, 0), defaultSettings, chartOf('sat'), head),
  )
  store.close()
  return made
}

async function written(format: Parameters<typeof writeBills>[2], bills = records()): Promise<Buffer> {
  const path = join(folder, format)
  await writeBills(path, bills, format, buyer)
  return readFileSync(path)
}

test('every kind of file prints the head of the journal beside each bill', async () => {
  for (const format of ['csv-bills', 'csv-lines', 'json'] as const) {
    const text = (await written(format)).toString('utf8')
    expect(text.split(printedHead).length - 1).toBeGreaterThanOrEqual(records().length)
  }
  for (const bill of records()) expect(billUbl(bill, buyer)).toContain(`Journal head ${printedHead}`)
})

test('JSON: every bill fits the documented shape and its lines add up to its total', async () => {
  const bills = z.array(BillRecord).parse(JSON.parse((await written('json')).toString('utf8')))
  expect(bills.map(bill => [bill.kind, bill.total, bill.withheld_total, bill.exchange_rate])).toEqual([
    ['bill', '1160.00', '0.00', null],
    ['bill', '9533.33', '-2066.67', null],
    ['bill', '49.99', '0.00', '17.0512'],
    ['vendor_credit', '1160.00', '0.00', null],
  ])
  for (const { lines, total } of bills) {
    expect(lines.reduce((cents, line) => cents + Math.round(Number(line.amount) * 100), 0)).toBe(
      Math.round(Number(total) * 100),
    )
  }
})

test('CSV: a row per bill, or per line; what a spreadsheet would run stays text', async () => {
  const bills = parse(await written('csv-bills'), { bom: true, columns: true }) as Record<string, string>[]
  expect(bills).toHaveLength(4)
  expect(bills[2]).toMatchObject({ vendor_name: 'Hosting "Blue", Inc.', currency: 'USD', total: '49.99' })
  expect(bills[3]?.['vendor_name']).toBe(`'=HYPERLINK("http://evil.example")`)
  const lines = parse(await written('csv-lines'), { bom: true, columns: true }) as Record<string, string>[]
  expect(
    lines
      .filter(line => line['invoice_number'] === 'H-7')
      .map(line => [line['line_kind'], line['account'], line['amount']]),
  ).toEqual([
    ['cost', '601.34', '10000.00'],
    ['tax', '118.01', '1600.00'],
    ['withheld', '216.04', '-1000.00'],
    ['withheld', '216.10', '-1066.67'],
  ])
})

test('UBL 2.1: read again by our own reader, each bill says the same', () => {
  for (const bill of records()) {
    const { facts } = readXmlDocument(Buffer.from(billUbl(bill, buyer)))
    const value = (field: keyof typeof facts.chosen) => facts.chosen[field]?.value
    expect({
      number: value('invoice_number'),
      issued: value('issue_date'),
      due: value('due_date') ?? null,
      currency: value('currency'),
      seller: value('seller.name'),
      net: value('net_total'),
      payable: value('payable'),
      lines: facts.lines.map(line => line.lineTotal),
      taxes: facts.taxes.filter(tax => tax.kind === 'transferred').map(tax => tax.amount),
    }).toEqual({
      number: bill.invoice_number,
      issued: bill.issue_date,
      due: bill.due_date,
      currency: bill.currency,
      seller: bill.vendor_name,
      net: bill.net_total,
      payable: bill.total,
      lines: bill.lines.filter(line => line.kind === 'cost').map(line => line.amount),
      taxes: bill.lines.filter(line => line.kind === 'tax').map(line => line.amount),
    })
  }
})

test('UBL: several bills are a ZIP of one document each', async () => {
  const zip = await written('ubl')
  expect(zip.subarray(0, 2).toString('latin1')).toBe('PK')
  for (const bill of records()) expect(zip.includes(`${bill.intake_number}-`)).toBe(true)
})
