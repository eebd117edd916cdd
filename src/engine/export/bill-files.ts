import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BillFormat, BillRecord } from '../../shared/bill-record'
import { billRows, lineRows } from './bill-csv'
import { billUbl, type Buyer } from './bill-ubl'

const byteOrderMark = '\ufeff'

/** Ending of a file with these bills. */
export function endingOf(format: BillFormat, bills: number): string {
  if (format === 'json') return 'json'
  if (format === 'ubl') return bills === 1 ? 'xml' : 'zip'
  return 'csv'
}

/** Writes bills as one file: a table, a JSON array, one UBL document or a ZIP of them. */
export async function writeBills(
  path: string,
  bills: readonly BillRecord[],
  format: BillFormat,
  buyer: Buyer,
): Promise<void> {
  const [only] = bills
  if (format === 'ubl' && (!only || bills.length > 1)) return zipped(path, bills, buyer)
  await pipeline(Readable.from(textOf(bills, format, buyer)), createWriteStream(path, { mode: 0o600, flush: true }))
}

function* textOf(bills: readonly BillRecord[], format: BillFormat, buyer: Buyer): Generator<string> {
  switch (format) {
    case 'csv-bills':
      // Spreadsheets take a file for UTF-8 only when it begins so.
      yield byteOrderMark
      yield* billRows(bills)
      return
    case 'csv-lines':
      yield byteOrderMark
      yield* lineRows(bills)
      return
    case 'json':
      yield `${JSON.stringify(bills, null, 2)}\n`
      return
    case 'ubl':
      for (const bill of bills) yield `${billUbl(bill, buyer)}\n`
  }
}

async function zipped(path: string, bills: readonly BillRecord[], buyer: Buyer): Promise<void> {
  const zip = new ZipFile()
  for (const bill of bills) {
    // The intake number keeps them apart; what a vendor wrote must not become a path.
    const name = `${bill.intake_number}-${bill.bill_number.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 80)}.xml`
    zip.addBuffer(Buffer.from(`${billUbl(bill, buyer)}\n`), name)
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600, flush: true }))
}
