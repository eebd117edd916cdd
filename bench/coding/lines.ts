import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CodingLine } from '../../src/engine/pipeline/code/coding-line'
import { readTable } from '../../src/engine/pipeline/code/table'

/** One labelled invoice line. */
export interface LabelledLine {
  readonly id: string
  readonly company: string
  readonly companyContext: string
  readonly language: string
  readonly isPair: boolean
  readonly expected: string
  /** Expected and what else another careful accountant could defend. */
  readonly acceptable: ReadonlySet<string>
  readonly line: CodingLine
}

export interface LabelledFile {
  readonly lines: readonly LabelledLine[]
  readonly sha256: string
}

/** Reads labelled lines: UTF-8, tab separated, columns as in the classification corpus. */
export function readLabelledLines(file: string): LabelledFile {
  const text = readFileSync(file, 'utf8')
  const lines = readTable(text.replaceAll('\r\n', '\n')).map((row): LabelledLine => {
    const expected = row['expected_account'] ?? ''
    const amount = row['amount'] === undefined || row['amount'] === '' ? null : Number(row['amount'])
    return {
      id: row['id'] ?? '',
      company: row['company'] ?? '',
      companyContext: row['company_context'] ?? '',
      language: row['language'] ?? '',
      isPair: (row['pair'] ?? '') !== '',
      expected,
      acceptable: new Set([expected, ...(row['also_acceptable'] ?? '').split(' ').filter(code => code !== '')]),
      line: {
        description: row['description'] ?? '',
        productCode: row['product_code'] || null,
        vendorName: row['vendor'] ?? '',
        vendorTaxId: null,
        amount,
        quantity: null,
        currency: row['currency'] || null,
        cfdiUse: row['uso_cfdi'] || null,
        isCreditNote: amount !== null && amount < 0,
      },
    }
  })
  return { lines, sha256: createHash('sha256').update(text).digest('hex') }
}
