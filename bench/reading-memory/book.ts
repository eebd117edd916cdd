import { eq } from 'drizzle-orm'
import { applyFix, setField } from '../../src/engine/decisions/commands'
import type { DecisionContext } from '../../src/engine/decisions/context'
import { documentView } from '../../src/engine/decisions/document-view'
import { findInvoice, loadFields } from '../../src/engine/decisions/load'
import { readingProduct } from '../../src/engine/quality/score'
import { recordReading } from '../../src/engine/decisions/record-reading'
import { checkDocument, codeDocument, routeDocument } from '../../src/engine/decisions/steps'
import { loadChart } from '../../src/engine/pipeline/code/chart'
import type { InvoiceFacts, PageReading } from '../../src/engine/pipeline/facts'
import { insertDocument } from '../../src/engine/store/documents'
import { newId } from '../../src/engine/store/new-id'
import { openStore } from '../../src/engine/store/open'
import { invoices } from '../../src/engine/store/schema'
import { write } from '../../src/engine/store/write'
import type { DocumentId, Sha256 } from '../../src/shared/ids'
import type { FieldName } from '../../src/shared/invoice'
import { AppError } from '../../src/shared/result'
import { defaultSettings } from '../../src/shared/settings'

const chart = loadChart('resources', 'sat')

/** One company's books in memory, worked in as the engine and a person would. */
export class MemoryBook {
  private readonly store = openStore(':memory:')
  private now = Date.UTC(2026, 2, 16, 9)

  private get ctx(): DecisionContext {
    this.now += 1000
    const { now } = this
    return { now, settings: defaultSettings, chart, actor: 'person', newId: () => newId(now) }
  }

  /** Takes a document down the road as far as a person's desk. */
  read(pages: readonly PageReading[], facts: InvoiceFacts): DocumentId {
    const { now } = this.ctx
    const id = newId<DocumentId>(now)
    const format = Object.keys(facts.chosen).length > 0 ? 'page' : 'none'
    const reading = {
      kind: 'pdf',
      mediaType: 'application/pdf',
      format,
      reader: 'page 1',
      pages,
      previews: [],
    } as const
    write(this.store, tx => {
      const received = { sha256: '0'.repeat(64) as Sha256, fileName: 'page.pdf', bytes: 1, receivedAt: now } as const
      const asPdf = { kind: 'pdf', mediaType: 'application/pdf', source: 'drop', state: 'processing' } as const
      insertDocument(tx, { id, ...received, ...asPdf })
      recordReading(tx, id, { ...reading, facts, remarks: [], xml: null }, { previews: [], xmlSha256: null }, this.ctx)
      checkDocument(tx, id, this.ctx)
      codeDocument(tx, id, this.ctx)
      routeDocument(tx, id, this.ctx)
    })
    return id
  }

  values(documentId: DocumentId): Map<FieldName, string | null> {
    const { invoice } = documentView(this.store.db, documentId, { settings: defaultSettings, chart })
    return new Map(invoice?.fields.map(field => [field.name, field.value]))
  }

  /** Product of the chances of the header fields, before any curve; null when nothing was read. */
  readingProduct(documentId: DocumentId): number | null {
    const invoice = findInvoice(this.store.db, documentId)
    return invoice ? readingProduct(loadFields(this.store.db, invoice), false).product : null
  }

  /** A person types a value; false when the field does not take it. */
  correct(documentId: DocumentId, field: FieldName, value: string | null): boolean {
    const invoice = this.store.db.select().from(invoices).where(eq(invoices.documentId, documentId)).get()
    const input = { documentId, revision: invoice?.revision ?? 0, field, value }
    try {
      write(this.store, tx => setField(tx, input, this.ctx))
      return true
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.data.code === 'value_invalid') return false
      throw thrown
    }
  }

  /** Says who the seller is, if the document asks: the first look-alike of that name, else a new vendor. */
  settleVendor(documentId: DocumentId): void {
    const { issues } = documentView(this.store.db, documentId, { settings: defaultSettings, chart })
    const question = issues.find(({ key, state }) => {
      return state === 'open' && (key === 'vendor_no_match' || key === 'vendor_similar')
    })
    const answers = question?.suggestions.map(suggestion => suggestion.fix) ?? []
    const fix = answers.find(answer => answer.type === 'choose_vendor' || answer.type === 'create_vendor')
    if (question && fix) write(this.store, tx => applyFix(tx, { issueId: question.id, fix, note: '' }, this.ctx))
  }
}
