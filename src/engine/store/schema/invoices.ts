import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentId, InvoiceId, LineId, Sha256, VendorId } from '../../../shared/ids'
import type { CodingState, DocumentType, FieldName, Origin } from '../../../shared/invoice'
import type { MessageParams } from '../../../shared/result'
import type { DetailRead } from '../../pipeline/facts'
import { documents } from './documents'
import { documentWork } from './lists'
import { vendors } from './vendors'

/** What we hold true now about one supplier invoice. */
export const invoices = sqliteTable(
  'invoices',
  {
    id: text('id').$type<InvoiceId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .unique()
      .references(() => documents.id),
    documentType: text('document_type').$type<DocumentType>(),
    invoiceNumber: text('invoice_number'),
    issueDate: text('issue_date'),
    dueDate: text('due_date'),
    currency: text('currency'),
    sellerName: text('seller_name'),
    sellerTaxId: text('seller_tax_id'),
    buyerName: text('buyer_name'),
    buyerTaxId: text('buyer_tax_id'),
    netTotal: integer('net_total'),
    taxTotal: integer('tax_total'),
    withheldTotal: integer('withheld_total'),
    grandTotal: integer('grand_total'),
    payable: integer('payable'),
    /** Folio fiscal or UBL UUID, upper case. */
    uuid: text('uuid'),
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .references(() => vendors.id),
    format: text('format').notNull(),
    reader: text('reader').notNull(),
    revision: integer('revision').notNull().default(1),
    /** Number with letters and digits only, upper case: what duplicates are compared by. */
    numberKey: text('number_key'),
    /** Blob of the XML behind the facts, when there is one. */
    xmlSha256: text('xml_sha256').$type<Sha256>(),
    /** One account when all lines agree; the list shows it. */
    accountCode: text('account_code'),
    severalAccounts: integer('several_accounts', { mode: 'boolean' }).notNull().default(false),
    /** Units of the country's own currency for one of the invoice's, decimal text. */
    exchangeRate: text('exchange_rate'),
    /** Fiscal UUIDs and numbers of the invoices a credit note is about. */
    related: text('related', { mode: 'json' }).$type<string[]>(),
    /** What the document says beside header, lines and taxes; null where nobody looked. */
    details: text('details', { mode: 'json' }).$type<DetailRead[]>(),
    /** How likely it needs no correction, 0 to 1; null until routed. */
    quality: real('quality'),
  },
  table => [
    index('invoices_by_uuid').on(table.uuid),
    index('invoices_by_vendor_number').on(table.vendorId, table.numberKey),
    index('invoices_by_seller_number').on(table.sellerTaxId, table.numberKey),
    index('invoices_by_vendor_total').on(table.vendorId, table.grandTotal, table.issueDate),
    index('invoices_by_due').on(table.dueDate),
  ],
)

export const invoiceLines = sqliteTable(
  'invoice_lines',
  {
    id: text('id').$type<LineId>().primaryKey(),
    invoiceId: text('invoice_id')
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    position: integer('position').notNull(),
    /**
     * item: a row of the document. charge, allowance: an amount of the whole document (freight, discount), kept as a row
     * so that it gets an account and rows add up to net. summary: stands for all rows when none could be read.
     * Only `item` rows are exported as lines of the document.
     */
    role: text('role').$type<'item' | 'charge' | 'allowance' | 'summary'>().notNull().default('item'),
    description: text('description').notNull(),
    quantity: text('quantity'),
    unit: text('unit'),
    unitPrice: text('unit_price'),
    lineTotal: integer('line_total'),
    /** How many units the price is for when not one; charges less allowances of the row. Null where not told. */
    priceBase: text('price_base'),
    adjustment: integer('adjustment'),
    /** The amounts with the decimals that the present currency has no room for; null where it has. */
    exactTotal: text('exact_total'),
    exactAdjustment: text('exact_adjustment'),
    taxRate: text('tax_rate'),
    productCode: text('product_code'),
    classificationCode: text('classification_code'),
    origin: text('origin', { mode: 'json' }).$type<Origin>(),
    accountCode: text('account_code'),
    codingState: text('coding_state').$type<CodingState>().notNull().default('not_classified'),
    codingProbability: real('coding_probability').notNull().default(0),
    codingEvidence: text('coding_evidence', { mode: 'json' })
      .$type<{ key: string; params: MessageParams }[]>()
      .notNull(),
    /** Who decided the account, and when; null while no person or rule has. */
    codedBy: text('coded_by'),
    codedAt: integer('coded_at'),
  },
  table => [
    index('lines_by_invoice').on(table.invoiceId, table.position),
    index('lines_by_coding').on(table.codingState, table.codedAt),
  ],
)

/** What coding proposed for a line no person has decided: the candidates a person chooses from. */
export const lineCodings = sqliteTable('line_codings', {
  lineId: text('line_id')
    .$type<LineId>()
    .primaryKey()
    .references(() => invoiceLines.id, { onDelete: 'cascade' }),
  /** Chances that the first candidate's family, subfamily and account are right. */
  family: real('family').notNull(),
  subfamily: real('subfamily').notNull(),
  account: real('account').notNull(),
  /** Which weights decided. */
  codedBy: text('coded_by').notNull(),
  /** Up to ten, likeliest first. */
  candidates: text('candidates', { mode: 'json' })
    .$type<{ accountCode: string; probability: number; evidence: { key: string; params: MessageParams }[] }[]>()
    .notNull(),
  /** Accounts that were weighed, of which the candidates are the first ten. */
  considered: integer('considered').notNull().default(0),
  tookMs: real('took_ms').notNull().default(0),
  /** Sure enough at every stage to go without a look. */
  isSure: integer('is_sure', { mode: 'boolean' }).notNull().default(false),
})

export const invoiceTaxes = sqliteTable(
  'invoice_taxes',
  {
    id: text('id').primaryKey(),
    invoiceId: text('invoice_id')
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    kind: text('kind').$type<'transferred' | 'withheld'>().notNull(),
    name: text('name').notNull(),
    rate: text('rate'),
    base: integer('base'),
    amount: integer('amount').notNull(),
    /** As on lines: what the present currency has no room for. */
    exactBase: text('exact_base'),
    exactAmount: text('exact_amount'),
    origin: text('origin', { mode: 'json' }).$type<Origin>(),
  },
  table => [index('taxes_by_invoice').on(table.invoiceId)],
)

/** Every value a reader or a person proposed for a header field; kept after the choice. */
export const readings = sqliteTable(
  'readings',
  {
    id: text('id').primaryKey(),
    invoiceId: text('invoice_id')
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    field: text('field').$type<FieldName>().notNull(),
    value: text('value'),
    probability: real('probability').notNull(),
    origin: text('origin', { mode: 'json' }).$type<Origin>().notNull(),
    reader: text('reader').notNull(),
    isChosen: integer('is_chosen', { mode: 'boolean' }).notNull(),
    /** What reading chose before lessons and people had their say. */
    isFirstChoice: integer('is_first_choice', { mode: 'boolean' }).notNull().default(false),
  },
  table => [index('readings_by_invoice').on(table.invoiceId, table.field)],
)

/** Fields of an approved document whose value a person corrected; `account` for the account of a line. */
export const correctedFields = sqliteTable(
  'corrected_fields',
  {
    intakeNumber: integer('intake_number')
      .notNull()
      .references(() => documentWork.intakeNumber),
    field: text('field').$type<FieldName | 'account'>().notNull(),
  },
  table => [primaryKey({ columns: [table.intakeNumber, table.field] })],
)
