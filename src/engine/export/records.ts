import { asc, gt } from 'drizzle-orm'
import { journalHead } from '../store/journal'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'
import { documentRecord, type DocumentRecord } from './record'

/** Every document in order of arrival, read in pages: a store of any size can be exported. */
export function* exportRecords(reader: Reader): Generator<DocumentRecord> {
  const pageSize = 200
  const head = journalHead(reader)
  for (let last = 0; ;) {
    const page = reader
      .select({ id: documents.id, number: documents.intakeNumber })
      .from(documents)
      .where(gt(documents.intakeNumber, last))
      .orderBy(asc(documents.intakeNumber))
      .limit(pageSize)
      .all()
    for (const { id } of page) yield documentRecord(reader, id, undefined, head)
    const end = page.at(-1)
    if (!end || page.length < pageSize) return
    last = end.number
  }
}
