import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ScoredField, Truth } from './truth'

/** Manifests write amounts as text (e-invoices) or numbers (pages). */
const value = z
  .union([z.string(), z.number()])
  .nullish()
  .transform(read => (read === null || read === undefined ? null : String(read)))
const values = z.array(value).nullish()
const party = z
  .object({ name: value, trading_name: value, tax_id: value, tax_number: value })
  .partial()
  .nullish()
  .transform(read => read ?? {})
const line = z.looseObject({ description: value, quantity: value, unit_price: value, line_total: value })

const expectedInvoice = z.looseObject({
  document_type: z.string(),
  invoice_number: value,
  issue_date: value,
  due_date: value,
  currency: value,
  seller: party,
  buyer: party,
  net_total: value,
  tax_total: value,
  grand_total: value,
  lines: z.array(line).nullable(),
})

const einvoiceManifest = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      container: z.string(),
      visual_file: z.string().optional(),
      language: value,
      source_repo: value,
      on_page: z.record(z.string(), z.union([z.boolean(), z.number()]).nullable()).nullish(),
      format: z.string(),
      kind: z.string(),
      tags: z.array(z.string()).nullish(),
      expected: expectedInvoice
        .extend({
          payable: value,
          uuid: value,
          invoice_number_alternatives: values,
          payable_alternatives: values,
        })
        .nullable(),
    }),
  ),
})

const visualManifest = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      kind: z.string(),
      language: value,
      layout_family: value,
      expected: expectedInvoice,
      accept: z.record(z.string(), z.array(value)).nullish(),
    }),
  ),
})

const payableTypes = ['invoice', 'credit_note', 'receipt']

/**
 * Truth of the structured corpus, scored as its README says. A PDF without XML ("purely visual case") is a page and among
 * those of {@link loadStrippedTruth}. Empty when the corpus is not there.
 */
export function loadEinvoiceTruth(folder: string): Truth[] {
  return allTruth(folder).filter(({ group }) => !group.endsWith(`(${plainPdf})`))
}

/** Container of a PDF that never held an XML. */
const plainPdf = 'pdf_plain'

function allTruth(folder: string): Truth[] {
  return readEinvoiceManifest(folder).map(record => {
    const common = {
      language: record.language ?? '',
      family: record.source_repo ?? '',
      id: record.id,
      path: join(folder, record.file),
      file: record.file,
      names: 'exact' as const,
    }
    const group = record.container === 'xml' ? record.format : `${record.format} (${record.container})`
    const { expected } = record
    if (expected === null) {
      return { ...common, group, isPayable: false, isUnreadable: true, fields: {}, lines: null }
    }
    // Totals filled in by the makers of the corpus: a reader that leaves them empty is not wrong.
    const orEmpty = (name: string) => (expected[`${name}_source`] === undefined ? [] : [null])
    const fields: Truth['fields'] = {
      document_type: [record.kind],
      invoice_number: [expected.invoice_number, ...(expected.invoice_number_alternatives ?? [])],
      issue_date: [expected.issue_date],
      due_date: [expected.due_date],
      currency: [expected.currency, ...orEmpty('currency')],
      'seller.name': names(expected.seller),
      'seller.tax_id': [expected.seller.tax_id ?? null],
      'buyer.name': names(expected.buyer),
      'buyer.tax_id': [expected.buyer.tax_id ?? null],
      net_total: [expected.net_total, ...orEmpty('net_total')],
      tax_total: [expected.tax_total, ...orEmpty('tax_total')],
      grand_total: [expected.grand_total, ...orEmpty('grand_total')],
      payable: [expected.payable, ...(expected.payable_alternatives ?? []), ...orEmpty('payable')],
      uuid: [expected.uuid],
      ...('withheld_total' in expected ? { withheld_total: [value.parse(expected['withheld_total'])] } : {}),
    }
    return {
      ...common,
      group,
      isPayable: payableTypes.includes(record.kind),
      isUnreadable: false,
      isOptional: record.tags?.includes('optional_format') ?? false,
      fields,
      lines: countedLines(expected.lines),
    }
  })
}

/**
 * Pages of hybrid PDFs whose XML was taken out or never put in; the truth is the XML's. What the page does not show is not
 * scored, and a description that the page words differently is not compared.
 */
export function loadStrippedTruth(folder: string): Truth[] {
  const records = new Map(readEinvoiceManifest(folder).map(record => [record.id, record]))
  return allTruth(folder).flatMap(truth => {
    const record = records.get(truth.id)
    if (record === undefined || truth.isUnreadable) return []
    const { visual_file: stripped, on_page: onPage } = record
    const file = stripped ?? (record.container === plainPdf ? record.file : undefined)
    if (file === undefined) return []
    const fields = Object.fromEntries(
      Object.entries(truth.fields).flatMap(([field, right]) => {
        // The page says something else than the XML: reading the page cannot give the XML's value.
        if (onPage?.[field] === false) return []
        const number = field === 'seller.tax_id' ? value.parse(record.expected?.seller.tax_number) : null
        // An amount to pay that is the total need not be said again.
        const isRepeated = field === 'payable' && record.expected?.payable === record.expected?.grand_total
        return [[field, [...right, ...(isRepeated ? [null] : []), ...(number === null ? [] : [number])]]]
      }),
    )
    const isWorded = onPage?.['lines.description'] === 1
    return {
      ...truth,
      fields,
      names: 'likeness' as const,
      group: 'stripped',
      file,
      path: join(folder, file),
      language: record.language ?? '',
      family: record.source_repo ?? '',
      lines:
        truth.lines?.map(line => ({
          ...line,
          ...(isWorded ? {} : { isReworded: true }),
        })) ?? null,
    }
  })
}

function readEinvoiceManifest(folder: string) {
  const manifest = join(folder, 'manifest.json')
  return existsSync(manifest) ? einvoiceManifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).records : []
}

/** Rows of mere text, and group rows whose amounts repeat those of their details, are no lines to pay for. */
function countedLines(lines: z.infer<typeof line>[] | null): Truth['lines'] {
  if (lines === null) return null
  return lines
    .filter(({ text_only: isText, line_status_reason: reason }) => {
      return isText !== true && reason !== 'GROUP' && reason !== 'INFORMATION'
    })
    .map(({ description, quantity, unit_price, line_total, tax_rate, product_code }) => ({
      description,
      quantity,
      unit_price,
      line_total,
      tax_rate: value.parse(tax_rate),
      product_code: value.parse(product_code),
    }))
}

/** Truth of the visual corpus. Empty when the corpus is not there. */
export function loadVisualTruth(folder: string): Truth[] {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) return []
  const { documents } = visualManifest.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  return documents.map(document => {
    const { expected } = document
    const accepted = (field: ScoredField, ...right: (string | null | undefined)[]) => ({
      [field]: [...right.map(one => one ?? null), ...(document.accept?.[field] ?? [])],
    })
    return {
      id: document.id,
      path: join(folder, document.file),
      file: document.file,
      group: document.kind,
      language: document.language ?? '',
      family: document.layout_family ?? document.id,
      names: 'likeness' as const,
      isPayable: payableTypes.includes(expected.document_type),
      isUnreadable: false,
      fields: {
        ...accepted('document_type', expected.document_type),
        ...accepted('invoice_number', expected.invoice_number),
        ...accepted('issue_date', expected.issue_date),
        ...accepted('due_date', expected.due_date),
        ...accepted('currency', expected.currency),
        ...accepted('seller.name', expected.seller.name),
        ...accepted('seller.tax_id', expected.seller.tax_id),
        ...accepted('buyer.name', expected.buyer.name),
        ...accepted('net_total', expected.net_total),
        ...accepted('tax_total', expected.tax_total),
        ...accepted('grand_total', expected.grand_total),
        ...('amount_due' in expected ? accepted('payable', value.parse(expected['amount_due'])) : {}),
        ...('withheld_total' in expected ? accepted('withheld_total', value.parse(expected['withheld_total'])) : {}),
        ...('uuid' in expected ? accepted('uuid', value.parse(expected['uuid'])) : {}),
      },
      lines:
        expected.lines?.map(({ description, quantity, unit_price, line_total }) => ({
          description,
          quantity,
          unit_price,
          line_total,
        })) ?? null,
    }
  })
}

function names(read: z.infer<typeof party>): (string | null)[] {
  const { name = null, trading_name: trading = null } = read
  return trading === null ? [name] : [name, trading]
}
