import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { join } from 'node:path'
import type { DocumentId, Sha256 } from '../../../src/shared/ids'
import type { FieldName } from '../../../src/shared/invoice'
import { decimal } from '../../../src/shared/money'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import type { DecisionContext } from '../../../src/engine/decisions/context'
import { recordReading } from '../../../src/engine/decisions/record-reading'
import { applyRules, checkDocument, codeDocument, routeDocument } from '../../../src/engine/decisions/steps'
import { documentView } from '../../../src/engine/decisions/document-view'
import { loadChart } from '../../../src/engine/pipeline/code/chart'
import type { Candidate, DocumentReading, LineRead } from '../../../src/engine/pipeline/facts'
import { insertDocument } from '../../../src/engine/store/documents'
import { newId } from '../../../src/engine/store/new-id'
import { openStore, type Store } from '../../../src/engine/store/open'
import * as schema from '../../../src/engine/store/schema'
import { compilingOnce } from '../../../src/engine/store/statement-cache'
import { write, type Tx } from '../../../src/engine/store/write'

const chart = loadChart(join(import.meta.dirname, '../../../resources'), 'sat')
const noBlobs = { previews: [], xmlSha256: null }
export const morning = Date.UTC(2026, 2, 16, 9)

/** One company's books for a test: a real store in memory and a clock that ticks with every decision. */
export class Book {
  settings: Settings = { ...defaultSettings, companyTaxIds: ['QUI200101AB3'] }
  now = morning
  /** Who decides. */
  actor = 'person'

  constructor(readonly store: Store = openStore(':memory:')) {}

  /** The same books as they are now, from here on on their own: quicker than reading the same invoices again. */
  copy(): Book {
    const raw = new Database(this.store.raw.serialize())
    raw.pragma('foreign_keys = ON')
    const db = drizzle({ client: compilingOnce(raw) as Database.Database, schema })
    const copy = new Book({ ...this.store, raw, db, close: () => void raw.close() })
    copy.now = this.now
    copy.settings = this.settings
    return copy
  }

  get ctx(): DecisionContext {
    this.now += 1000
    const { now, settings, actor } = this
    return { now, settings, chart, actor, newId: () => newId(now) }
  }

  /** As the queue works: what happens on the road is nobody's decision. */
  get machine(): DecisionContext {
    return { ...this.ctx, actor: 'engine 0.0.0' }
  }

  /** One decision, as the engine runs it. */
  do<I, O>(command: (tx: Tx, input: I, ctx: DecisionContext) => O, input: I): O {
    return write(this.store, tx => command(tx, input, this.ctx))
  }

  /** Receives a document, records what was read and takes it down the road. */
  read(invoice: Partial<InvoiceRead> = {}): DocumentId {
    const documentId = this.receive()
    this.record(documentId, invoice)
    return documentId
  }

  receive(): DocumentId {
    const { now } = this.ctx
    const id = newId<DocumentId>(now)
    write(this.store, tx =>
      insertDocument(tx, {
        id,
        sha256: '0'.repeat(64) as Sha256,
        fileName: 'invoice.pdf',
        bytes: 1000,
        kind: 'pdf',
        mediaType: 'application/pdf',
        source: 'drop',
        receivedAt: now,
        state: 'processing',
      }),
    )
    return id
  }

  record(documentId: DocumentId, invoice: Partial<InvoiceRead> = {}): void {
    write(this.store, tx => recordReading(tx, documentId, readingOf(invoice), noBlobs, this.machine))
    this.takeDownTheRoad(documentId)
  }

  takeDownTheRoad(documentId: DocumentId): void {
    write(this.store, tx => checkDocument(tx, documentId, this.machine))
    write(this.store, tx => codeDocument(tx, documentId, this.machine))
    write(this.store, tx => routeDocument(tx, documentId, this.machine))
    write(this.store, tx => applyRules(tx, documentId, this.machine))
  }

  view(documentId: DocumentId) {
    return documentView(this.store.db, documentId, { settings: this.settings, chart })
  }

  field(documentId: DocumentId, name: FieldName) {
    const field = this.view(documentId).invoice?.fields.find(candidate => candidate.name === name)
    if (!field) throw new Error(`no field ${name}`)
    return field
  }

  openIssues(documentId: DocumentId) {
    return this.view(documentId).issues.filter(issue => issue.state === 'open')
  }

  keys(documentId: DocumentId): string[] {
    return this.openIssues(documentId).map(issue => issue.key)
  }

  issue(documentId: DocumentId, key: string) {
    const issue = this.view(documentId).issues.find(candidate => candidate.key === key)
    if (!issue) throw new Error(`no issue ${key}`)
    return issue
  }

  line(documentId: DocumentId, position: number) {
    const line = this.view(documentId).invoice?.lines.find(candidate => candidate.position === position)
    if (!line) throw new Error(`no line ${position}`)
    return line
  }

  revision(documentId: DocumentId): number {
    return this.view(documentId).invoice?.revision ?? 0
  }
}

export interface LineOf {
  readonly description: string
  readonly total: string | null
  readonly quantity?: string
  readonly unitPrice?: string
  readonly classificationCode?: string
}

export interface InvoiceRead {
  readonly format: string
  readonly values: Partial<Record<FieldName, string | null>>
  /** Probability per field; 0.99 where not given. */
  readonly sure: Partial<Record<FieldName, number>>
  /** The words on the page beside which a field was read. */
  readonly labels: Partial<Record<FieldName, string>>
  readonly others: readonly { readonly field: FieldName; readonly value: string; readonly probability: number }[]
  readonly lines: readonly LineOf[]
  readonly adjustments: NonNullable<DocumentReading['facts']['adjustments']>
  readonly remarks: DocumentReading['remarks']
  readonly taxes: DocumentReading['facts']['taxes']
  readonly details: NonNullable<DocumentReading['facts']['details']>
  readonly pages: DocumentReading['pages']
}

/** Ferretería Ruiz, A-1182, 10,000.00 + 1,600.00 = 11,600.00 MXN: right in every respect. */
export const usualValues: Partial<Record<FieldName, string | null>> = {
  document_type: 'invoice',
  invoice_number: 'A-1182',
  issue_date: '2026-03-12',
  currency: 'MXN',
  'seller.name': 'Ferretería Ruiz SA de CV',
  'seller.tax_id': 'EKU9003173C9',
  net_total: '10000.00',
  tax_total: '1600.00',
  grand_total: '11600.00',
}

const usualLines: readonly LineOf[] = [
  { description: 'Tornillo 1/4 galvanizado', total: '6000.00', quantity: '500', unitPrice: '12.00' },
  { description: 'Tornillo 3/8 galvanizado', total: '4000.00', quantity: '200', unitPrice: '20.00' },
]

export function readingOf(invoice: Partial<InvoiceRead> = {}): DocumentReading {
  const { format = 'page', sure = {}, others = [], lines = usualLines, remarks = [] } = invoice
  const values = { ...usualValues, ...invoice.values }
  const candidates: Candidate[] = []
  const chosen: Partial<Record<FieldName, Candidate>> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue
    const field = name as FieldName
    const label = invoice.labels?.[field]
    const origin = { ...originOf(format, field), ...(label === undefined ? {} : { label }) }
    const candidate = { field, value, probability: sure[field] ?? 0.99, origin }
    candidates.push(candidate)
    chosen[field] = candidate
  }
  for (const other of others) candidates.push({ ...other, origin: originOf(format, other.field) })
  return {
    kind: format === 'page' ? 'pdf' : 'xml',
    mediaType: 'application/pdf',
    format,
    reader: `${format} 1`,
    pages: invoice.pages ?? [],
    previews: [],
    facts: {
      candidates,
      chosen,
      lines: lines.map(line => lineOf(line, format)),
      taxes: invoice.taxes ?? [],
      ...(invoice.details ? { details: invoice.details } : {}),
      ...(invoice.adjustments ? { adjustments: invoice.adjustments } : {}),
    },
    remarks,
    xml: null,
  }
}

function originOf(format: string, field: FieldName): Candidate['origin'] {
  if (format !== 'page') return { kind: 'xml', path: `/cfdi:Comprobante/${field}` }
  const box = { x: 400, y: 100, width: 80, height: 12 }
  return { kind: 'page', page: 1, box, text: field, by: 'ocr' }
}

function lineOf({ description, total, quantity, unitPrice, classificationCode }: LineOf, format: string): LineRead {
  return {
    description,
    quantity: quantity === undefined ? null : decimal(quantity),
    unit: null,
    unitPrice: unitPrice === undefined ? null : decimal(unitPrice),
    lineTotal: total === null ? null : decimal(total),
    taxRate: decimal('16'),
    productCode: null,
    classificationCode: classificationCode ?? null,
    origin: originOf(format, 'net_total'),
  }
}
