import type { Reader } from '../store/write'
import { csvHeader, csvRow } from './csv'
import type { DocumentRecord } from './record'
import { exportRecords } from './records'

export type DocumentsFormat = 'csv' | 'json'

/** Every document of some books: one JSON object per line, or CSV with one row per document. */
export function documentLines(books: Reader, format: DocumentsFormat): Generator<string> {
  return format === 'csv' ? csvLines(books) : jsonLines(books)
}

function* csvLines(books: Reader): Generator<string> {
  yield csvHeader
  for (const record of exportRecords(books)) yield csvRow(record)
}

function* jsonLines(books: Reader): Generator<string> {
  for (const record of exportRecords(books)) yield `${JSON.stringify(record satisfies DocumentRecord)}\n`
}
