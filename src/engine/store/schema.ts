import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import type { DocumentKind, DocumentSource, DocumentState, PageInfo, Step } from '../../shared/document'
import type { PolicyBody, RuleBody, RunMode } from '../../shared/automation'
import type {
  CommentId,
  DocumentId,
  GroupId,
  InvoiceId,
  IssueId,
  JobId,
  LessonId,
  LineId,
  PersonId,
  PolicyId,
  RuleId,
  Sha256,
  VendorId,
} from '../../shared/ids'
import type { CodingState, DocumentType, FieldName, Origin } from '../../shared/invoice'
import type { Fix, IssueKey, IssueState, Question, Severity, Subject, Suggestion } from '../../shared/issue'
import type { CallOutcome, ModelPurpose, SentKind } from '../../shared/outside-model'
import type { PageOfFile } from '../../shared/pages'
import type { AfterTaking } from '../../shared/paperless'
import type { ErrorCode, ErrorData, MessageParams } from '../../shared/result'
import type { SkipReason, StepResult, Template } from '../../shared/template'
import type { DetailRead, Sighting } from '../pipeline/facts'
import type { LessonTaught } from '../vendors/reading-memory/lesson'

/** How far a bill is paid, as the ledger tells. */
export type PaymentState = 'unpaid' | 'partly' | 'paid' | 'overdue'

/** What was last written to a document of the archive; a part that was never written is left out. */
export interface WrittenBack {
  /** Id of the tag, while the document carries ours. */
  readonly tag?: number
  /** Values by the id of their custom field. */
  readonly fields?: Readonly<Record<string, string>>
  readonly correspondent?: number
  readonly note?: string
}

/** What must not change in the ledger behind our back. Amounts as decimal text. */
export interface BillTraits {
  readonly number: string
  readonly vendorId: number
  /** YYYY-MM-DD on the ledger's calendar. */
  readonly date: string
  readonly total: string
  /** Account, amount and text of each line, in order. */
  readonly lines: readonly string[]
}

// The tables as they are after the last migration. Money: integer minor units beside a currency; quantities, prices
// and rates: decimal text. Dates: YYYY-MM-DD. Instants: epoch milliseconds. Ids: UUIDv7 text.

/** Bytes as received. One row per file (or per part of a container); at most one invoice each. */
export const documents = sqliteTable(
  'documents',
  {
    id: text('id').$type<DocumentId>().primaryKey(),
    /** 1, 2, 3 … in order of arrival; the number an accountant quotes. */
    intakeNumber: integer('intake_number').notNull().unique(),
    sha256: text('sha256').$type<Sha256>().notNull(),
    /** The name it came with, for show only; never used as a path. */
    fileName: text('file_name').notNull(),
    bytes: integer('bytes').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    mediaType: text('media_type').notNull(),
    source: text('source').$type<DocumentSource>().notNull(),
    receivedAt: integer('received_at').notNull(),
    state: text('state').$type<DocumentState>().notNull(),
    /** A person's words for hold and rejection, an error code for set aside. */
    stateReason: text('state_reason'),
    /** The container this one was taken out of. */
    parentId: text('parent_id').$type<DocumentId>(),
    /** Which invoice of the parent's file this is, from 1: such a row has the parent's bytes. Null for a file of its own. */
    part: integer('part'),
    /** The pages of other documents that this one consists of, in order; null for a file of its own. */
    pagesFrom: text('pages_from', { mode: 'json' }).$type<PageOfFile[]>(),
    /** How often unpacking this archive was begun; an archive that ends the engine each time is not tried for ever. */
    unpackAttempts: integer('unpack_attempts').notNull().default(0),
    duplicateOfId: text('duplicate_of_id').$type<DocumentId>(),
    /** Severity rank of the worst open issue (0 none, 1 low … 4 critical), kept for the list's order. */
    urgency: integer('urgency').notNull().default(0),
    step: text('step').$type<Step>(),
    /** Key of the worst open issue and how many are open, kept for the list. */
    worstIssueId: text('worst_issue_id').$type<IssueId>(),
    openIssues: integer('open_issues').notNull().default(0),
    /** How long the last reading took, in milliseconds; null before the first. */
    readMs: integer('read_ms'),
    /** Who is to look at it; null for anyone. */
    assigneeId: text('assignee_id').$type<PersonId>(),
    /** The day an answer is due, YYYY-MM-DD; only while on hold. */
    holdUntil: text('hold_until'),
    /** Past a day or a time limit, as of the last look at the calendar: kept for the list's order. */
    isOverdue: integer('is_overdue', { mode: 'boolean' }).notNull().default(false),
  },
  table => [
    index('documents_by_state').on(table.state, table.urgency),
    index('documents_by_sha256').on(table.sha256),
    index('documents_by_received').on(table.receivedAt, table.id),
    uniqueIndex('documents_by_part')
      .on(table.parentId, table.part)
      .where(sql`part IS NOT NULL`),
    index('documents_by_duplicate')
      .on(table.duplicateOfId)
      .where(sql`duplicate_of_id IS NOT NULL`),
  ],
)

/** A page's size and how its text was found; its words, as read, for find and text selection. */
export const pages = sqliteTable(
  'pages',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    number: integer('number').notNull(),
    width: real('width').notNull(),
    height: real('height').notNull(),
    rotation: integer('rotation').$type<PageInfo['rotation']>().notNull(),
    textSource: text('text_source').$type<PageInfo['textSource']>().notNull(),
    /** JSON of [text, x, y, width, height] tuples. */
    words: text('words', { mode: 'json' }).$type<[string, number, number, number, number][]>().notNull(),
    /** Every text that may be a header value, for vendor memory; null for pages read before it was kept. */
    sightings: text('sightings', { mode: 'json' }).$type<Sighting[]>(),
    /** Blob of a picture Chromium can draw, when it cannot draw the original. */
    previewSha256: text('preview_sha256').$type<Sha256>(),
    previewMediaType: text('preview_media_type'),
  },
  table => [primaryKey({ columns: [table.documentId, table.number] })],
)

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

/** The company's own chart of accounts. */
export const ownAccounts = sqliteTable('own_accounts', {
  code: text('code').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  parent: text('parent'),
  isPostable: integer('is_postable', { mode: 'boolean' }).notNull(),
  /** SAT code of what it is for. */
  standsFor: text('stands_for'),
})

/** Accounts of a chart that the company does not use (any more). */
export const inactiveAccounts = sqliteTable(
  'inactive_accounts',
  { chart: text('chart').notNull(), code: text('code').notNull() },
  table => [primaryKey({ columns: [table.chart, table.code] })],
)

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

/** A reason a person must look. */
export const issues = sqliteTable(
  'issues',
  {
    id: text('id').$type<IssueId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    key: text('key').$type<IssueKey>().notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    subject: text('subject', { mode: 'json' }).$type<Subject>().notNull(),
    params: text('params', { mode: 'json' }).$type<MessageParams>().notNull(),
    suggestions: text('suggestions', { mode: 'json' }).$type<Suggestion[]>().notNull(),
    state: text('state').$type<IssueState>().notNull(),
    /** Who ended it: "engine" when the cause went away, a person's name otherwise. */
    resolvedBy: text('resolved_by'),
    resolvedAt: integer('resolved_at'),
    resolutionFix: text('resolution_fix', { mode: 'json' }).$type<Fix>(),
    resolutionNote: text('resolution_note').notNull().default(''),
    raisedAt: integer('raised_at').notNull(),
    /** The last question about it to a named person, kept with its answer. */
    question: text('question', { mode: 'json' }).$type<Question>(),
  },
  table => [
    index('issues_by_document').on(table.documentId, table.key, table.state),
    index('issues_by_key').on(table.key, table.state),
    index('issues_raised').on(table.raisedAt, table.key, table.severity, table.documentId),
    index('issues_ended').on(table.resolvedAt, table.key, table.severity, table.documentId),
    index('issues_open')
      .on(table.key, table.severity, table.raisedAt, table.documentId)
      .where(sql`state IN ('open', 'asked')`),
    index('issues_settled_by_person')
      .on(table.key, table.resolvedAt)
      .where(sql`resolution_fix IS NOT NULL`),
    index('issues_asked')
      .on(table.documentId)
      .where(sql`state = 'asked'`),
  ],
)

export const vendors = sqliteTable(
  'vendors',
  {
    id: text('id').$type<VendorId>().primaryKey(),
    name: text('name').notNull(),
    /** Case, accents, punctuation and legal form folded away: what names are compared by. */
    nameKey: text('name_key').notNull(),
    /** Upper case letters and digits. */
    taxId: text('tax_id'),
    country: text('country'),
    defaultAccountCode: text('default_account_code'),
    /** Followed from the vendor's lessons, and goes with them; false when a person set it. */
    isDefaultLearned: integer('is_default_learned', { mode: 'boolean' }).notNull().default(false),
    isNew: integer('is_new', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    /** The vendor this one turned out to be, and the journal row that says so. */
    mergedIntoId: text('merged_into_id').$type<VendorId>(),
    mergeEntryId: text('merge_entry_id'),
  },
  table => [
    index('vendors_by_name').on(table.nameKey),
    uniqueIndex('vendors_by_tax_id').on(table.taxId),
    index('vendors_merged')
      .on(table.mergedIntoId)
      .where(sql`merged_into_id IS NOT NULL`),
  ],
)

/** Look-alikes that a person said are two; the smaller id first. */
export const vendorsKeptApart = sqliteTable(
  'vendors_kept_apart',
  {
    oneId: text('one_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    otherId: text('other_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
  },
  table => [primaryKey({ columns: [table.oneId, table.otherId] })],
)

/** Names under which a vendor was seen. */
export const vendorAliases = sqliteTable(
  'vendor_aliases',
  {
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
  },
  table => [primaryKey({ columns: [table.vendorId, table.nameKey] }), index('aliases_by_name').on(table.nameKey)],
)

/** What a person's corrections of header fields taught about one vendor's pages. */
export const vendorLessons = sqliteTable(
  'vendor_lessons',
  {
    id: text('id').$type<LessonId>().primaryKey(),
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    field: text('field').$type<FieldName>().notNull(),
    /** The document whose correction taught it; its journal row holds this row too. */
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    lesson: text('lesson', { mode: 'json' }).$type<LessonTaught>().notNull(),
    learnedAt: integer('learned_at').notNull(),
    /** Set once a person told it to be forgotten: it acts no more and is not learned again from the same correction. */
    forgottenAt: integer('forgotten_at'),
  },
  table => [
    index('lessons_by_vendor').on(table.vendorId, table.field),
    index('lessons_by_document').on(table.documentId),
  ],
)

/** A lesson that gave a field its value, document by document. */
export const lessonUses = sqliteTable(
  'lesson_uses',
  {
    lessonId: text('lesson_id').$type<LessonId>().notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    field: text('field').$type<FieldName>().notNull(),
    value: text('value'),
  },
  table => [
    primaryKey({ columns: [table.lessonId, table.documentId, table.field] }),
    index('lesson_uses_by_document').on(table.documentId),
  ],
)

/** Bank accounts, web addresses and tax ids printed on a document: whose page it is, where no name can be read. */
export const documentMarks = sqliteTable(
  'document_marks',
  {
    mark: text('mark').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
  },
  table => [primaryKey({ columns: [table.mark, table.documentId] })],
)

/** Accounts a person gave to a vendor's lines: what coding learns from. */
export const accountExamples = sqliteTable(
  'account_examples',
  {
    id: text('id').primaryKey(),
    vendorId: text('vendor_id')
      .$type<VendorId>()
      .notNull()
      .references(() => vendors.id),
    /** Folded description of the line. */
    descriptionKey: text('description_key').notNull(),
    classificationCode: text('classification_code'),
    accountCode: text('account_code').notNull(),
    lineId: text('line_id').$type<LineId>(),
    at: integer('at').notNull(),
  },
  table => [
    index('examples_by_vendor').on(table.vendorId, table.at),
    index('examples_by_description').on(table.descriptionKey),
  ],
)

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').$type<JobId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    step: text('step').$type<Step>().notNull(),
    /** `worker`: needs a document worker. `engine`: short, runs in the engine. */
    lane: text('lane').$type<'worker' | 'engine'>().notNull(),
    state: text('state').$type<'waiting' | 'running' | 'done' | 'set_aside'>().notNull(),
    /** Settings of a retry, e.g. forced OCR. Never a password. */
    options: text('options', { mode: 'json' }).$type<{ forceOcr?: boolean }>().notNull(),
    /** Times the step was started, without those that {@link interruptions} counts. */
    attempts: integer('attempts').notNull().default(0),
    /** Times the engine itself died or was killed while this ran: seldom this document's fault. */
    interruptions: integer('interruptions').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    leaseUntil: integer('lease_until'),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    finishedAt: integer('finished_at'),
    /** Which way through its template this belongs to, counted per document. */
    run: integer('run').notNull().default(1),
    /** When the attempt now going on, or the last one, began. */
    startedAt: integer('started_at'),
  },
  table => [
    index('jobs_runnable').on(table.state, table.lane, table.runAfter),
    index('jobs_by_document').on(table.documentId),
    // A document walks one way: two unfinished jobs would read it twice.
    uniqueIndex('jobs_unfinished')
      .on(table.documentId)
      .where(sql`state in ('waiting', 'running')`),
  ],
)

/** Every version a company made of a processing template. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    body: text('body', { mode: 'json' }).$type<Template>().notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
  },
  table => [primaryKey({ columns: [table.key, table.version] })],
)

/** One way of a document through the version of a template that was in force when it began. Kept for good. */
export const documentRuns = sqliteTable(
  'document_runs',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    run: integer('run').notNull(),
    template: text('template').notNull(),
    version: integer('version').notNull(),
    startedAt: integer('started_at').notNull(),
  },
  table => [primaryKey({ columns: [table.documentId, table.run] })],
)

/** What each attempt at a step came to. Outlives the job. */
export const stepRuns = sqliteTable(
  'step_runs',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    run: integer('run').notNull(),
    /** From 1, in the order in which attempts ended. */
    position: integer('position').notNull(),
    step: text('step').$type<Step>().notNull(),
    result: text('result').$type<StepResult>().notNull(),
    /** Why it was skipped, or the code of the error it failed with. */
    reason: text('reason').$type<SkipReason | ErrorCode>(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at').notNull(),
  },
  table => [primaryKey({ columns: [table.documentId, table.run, table.position] })],
)

/** What must reach the ledger, with its natural key. Written in the same transaction as the approval. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    invoiceId: text('invoice_id')
      .$type<InvoiceId>()
      .notNull()
      .references(() => invoices.id),
    kind: text('kind').$type<'bill' | 'vendor_credit'>().notNull(),
    /** Deterministic, unique in the whole ledger organisation. */
    billNumber: text('bill_number').notNull(),
    referenceNumber: text('reference_number'),
    /** pending → sent (committed before the request leaves) → confirmed | unknown | refused; cancelled when reopened before sending. */
    state: text('state').$type<'pending' | 'sent' | 'confirmed' | 'unknown' | 'refused' | 'cancelled'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    /** The request body as sent and the answer as received, secrets never inside. */
    request: text('request', { mode: 'json' }).$type<unknown>(),
    answer: text('answer', { mode: 'json' }).$type<unknown>(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    confirmedAt: integer('confirmed_at'),
  },
  table => [index('outbox_runnable').on(table.state, table.runAfter), index('outbox_by_document').on(table.documentId)],
)

/** What the ledger holds, as last read back. */
export const ledgerBills = sqliteTable(
  'ledger_bills',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id),
    ledgerId: text('ledger_id').notNull(),
    billNumber: text('bill_number').notNull(),
    total: integer('total').notNull(),
    currency: text('currency').notNull(),
    readAt: integer('read_at').notNull(),
    kind: text('kind').$type<'bill' | 'vendor_credit'>().notNull().default('bill'),
    /** What it said when it was read back after posting, or when a person accepted a change made there. */
    posted: text('posted', { mode: 'json' }).$type<BillTraits>(),
    /** What it said last; null while it is as posted. */
    seen: text('seen', { mode: 'json' }).$type<BillTraits | 'gone'>(),
    payment: text('payment').$type<PaymentState>(),
    /** What is still owed, in minor units. */
    due: integer('due'),
    checkedAt: integer('checked_at').notNull().default(0),
    /** waiting: a credit whose bill is not known or posted yet. */
    applyState: text('apply_state').$type<'none' | 'waiting' | 'applied' | 'impossible'>().notNull().default('none'),
    /** A person wants the ledger to say again what was posted. */
    restoreAsked: integer('restore_asked', { mode: 'boolean' }).notNull().default(false),
  },
  table => [
    index('ledger_bills_by_check').on(table.checkedAt, table.documentId),
    index('ledger_bills_by_number').on(table.billNumber),
  ],
)

/** Our vendors and accounts ↔ the ledger's ids, per ledger organisation. */
export const ledgerMap = sqliteTable(
  'ledger_map',
  {
    organization: text('organization').notNull(),
    kind: text('kind').$type<'vendor' | 'account' | 'item' | 'tax' | 'branch'>().notNull(),
    ours: text('ours').notNull(),
    theirs: integer('theirs').notNull(),
  },
  table => [primaryKey({ columns: [table.organization, table.kind, table.ours] })],
)

/**
 * A file of the archive (Paperless-ngx) as it was seen: one row per document and version of its bytes, so that none is
 * taken twice. The checksum is empty while the document could not be asked.
 */
export const paperlessDocuments = sqliteTable(
  'paperless_documents',
  {
    /** Address of the archive. */
    server: text('server').notNull(),
    archiveId: integer('archive_id').notNull(),
    /** As the archive states it: SHA-256, or MD5 before release 3. */
    checksum: text('checksum').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    state: text('state').$type<'taken' | 'skipped' | 'failed'>().notNull(),
    /** Why it was skipped or failed. */
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    title: text('title').notNull(),
    /** When it last changed there, as the archive wrote it. */
    modified: text('modified').notNull(),
    /** False once the archive holds a newer version. */
    isNewest: integer('is_newest', { mode: 'boolean' }).notNull().default(true),
    seenAt: integer('seen_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull().default(0),
    written: text('written', { mode: 'json' }).$type<WrittenBack>(),
    /** Counted up by a trigger with every decision; what was written is up to date when both are equal. */
    writeWanted: integer('write_wanted').notNull().default(0),
    writeDone: integer('write_done').notNull().default(0),
    writeAfter: integer('write_after').notNull().default(0),
    writeAttempts: integer('write_attempts').notNull().default(0),
    writeError: text('write_error', { mode: 'json' }).$type<ErrorData>(),
  },
  table => [
    primaryKey({ columns: [table.server, table.archiveId, table.checksum] }),
    index('paperless_by_document').on(table.documentId),
    index('paperless_by_state').on(table.state, table.seenAt),
    index('paperless_to_write')
      .on(table.writeAfter)
      .where(sql`write_wanted > write_done`),
  ],
)

/** A document of ours that is to be stored in the archive. An upload cannot be repeated blindly: it is looked up first. */
export const paperlessUploads = sqliteTable(
  'paperless_uploads',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .primaryKey()
      .references(() => documents.id),
    /** pending → sent (committed before the request leaves) → waiting for the task → done | refused. */
    state: text('state').$type<'pending' | 'sent' | 'waiting' | 'done' | 'refused'>().notNull(),
    taskId: text('task_id'),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull().default(0),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
  },
  table => [index('paperless_uploads_by_state').on(table.state, table.runAfter)],
)

/** Folders whose new files are taken in. Kept when removed: the files met in them refer to them. */
export const watchedFolders = sqliteTable('watched_folders', {
  id: text('id').primaryKey(),
  path: text('path').notNull(),
  afterTaking: text('after_taking').$type<AfterTaking>().notNull(),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at'),
})

/** A file of a watched folder that was taken, or could not be; with the same size and time it is not taken again. */
export const watchedFiles = sqliteTable(
  'watched_files',
  {
    folderId: text('folder_id')
      .notNull()
      .references(() => watchedFolders.id),
    /** Path below the folder. */
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    modifiedAt: integer('modified_at').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    takenAt: integer('taken_at').notNull(),
    /** The source was moved or deleted, or is to be left. */
    isSourceDone: integer('is_source_done', { mode: 'boolean' }).notNull().default(false),
  },
  table => [primaryKey({ columns: [table.folderId, table.name] })],
)

/**
 * What was sent to an outside model and what came of it, one row per question. Written before the question leaves, kept
 * for ever: this is the list of what left the machine.
 */
export const modelCalls = sqliteTable(
  'model_calls',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    /** Null for a test of the connection, which says nothing of any document. */
    documentId: text('document_id')
      .$type<DocumentId>()
      .references(() => documents.id),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    model: text('model').notNull(),
    /** The model's own name for itself, once it answered. */
    answeredBy: text('answered_by'),
    sent: text('sent').$type<SentKind>().notNull(),
    pages: text('pages', { mode: 'json' }).$type<number[]>().notNull(),
    /** What the answer is checked against (fields asked, candidates offered); never the text that was sent. */
    question: text('question', { mode: 'json' }).$type<unknown>().notNull(),
    /** SHA-256 of everything the question said: the same one is not paid for twice. */
    questionKey: text('question_key').notNull(),
    outcome: text('outcome').$type<CallOutcome>().notNull(),
    error: text('error', { mode: 'json' }).$type<ErrorData>(),
    /** The answer once it had the form asked for. */
    answer: text('answer', { mode: 'json' }).$type<unknown>(),
    inputTokens: integer('input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    cacheReadTokens: integer('cache_read_tokens').notNull().default(0),
    cacheWriteTokens: integer('cache_write_tokens').notNull().default(0),
    /** Millionths of a US dollar: an upper estimate while under way or lost. */
    cost: integer('cost').notNull(),
    requestId: text('request_id'),
    batchId: text('batch_id'),
    durationMs: integer('duration_ms'),
  },
  table => [
    index('model_calls_by_time').on(table.at, table.id),
    index('model_calls_by_document').on(table.documentId, table.at),
    index('model_calls_by_question').on(table.questionKey),
    index('model_calls_under_way')
      .on(table.batchId)
      .where(sql`outcome = 'sent'`),
  ],
)

/** Questions to an outside model that wait, beside the road: a document never waits for them. */
export const modelTasks = sqliteTable(
  'model_tasks',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    purpose: text('purpose').$type<Exclude<ModelPurpose, 'test'>>().notNull(),
    /** asked: under way, or waiting for its batch. given_up: the local reading stands. */
    state: text('state').$type<'waiting' | 'asked' | 'done' | 'given_up'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    lastError: text('last_error', { mode: 'json' }).$type<ErrorData>(),
    finishedAt: integer('finished_at'),
  },
  table => [
    index('model_tasks_runnable').on(table.state, table.runAfter),
    uniqueIndex('model_tasks_unfinished')
      .on(table.documentId, table.purpose)
      .where(sql`state IN ('waiting', 'asked')`),
  ],
)

/** Which of the offered accounts an outside model chose for a line; advice that coding weighs each time it runs. */
export const modelChoices = sqliteTable(
  'model_choices',
  {
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    /** What the line says, see `lineKey`: lines get new ids when a document is read again. */
    lineKey: text('line_key').notNull(),
    accountCode: text('account_code').notNull(),
    callId: text('call_id')
      .notNull()
      .references(() => modelCalls.id),
  },
  table => [primaryKey({ columns: [table.documentId, table.lineKey] })],
)

/** Who works here. Never deleted: the journal names them. */
export const people = sqliteTable('people', {
  id: text('id').$type<PersonId>().primaryKey(),
  name: text('name').notNull(),
  initials: text('initials').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  createdAt: integer('created_at').notNull(),
})

/** What people wrote on a document. Rows are only ever added; each has its row in the journal. */
export const comments = sqliteTable(
  'comments',
  {
    id: text('id').$type<CommentId>().primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    text: text('text').notNull(),
    isQuestion: integer('is_question', { mode: 'boolean' }).notNull().default(false),
    /** Who is asked; null for anyone. */
    asksId: text('asks_id')
      .$type<PersonId>()
      .references(() => people.id),
    /** The day the answer is due, YYYY-MM-DD. */
    due: text('due'),
    /** The question this is the answer to. */
    answersId: text('answers_id')
      .$type<CommentId>()
      .references((): AnySQLiteColumn => comments.id),
  },
  table => [
    index('comments_by_document').on(table.documentId, table.at, table.id),
    index('comments_asking')
      .on(table.asksId)
      .where(sql`asks_id IS NOT NULL`),
    index('comments_answering')
      .on(table.answersId)
      .where(sql`answers_id IS NOT NULL`),
  ],
)

/** Whom a comment names with an @. */
export const commentMentions = sqliteTable(
  'comment_mentions',
  {
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    commentId: text('comment_id')
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
  },
  table => [
    primaryKey({ columns: [table.personId, table.commentId] }),
    index('mentions_by_comment').on(table.commentId),
  ],
)

/** While someone is away, somebody else may approve in their place. */
export const absences = sqliteTable('absences', {
  id: text('id').primaryKey(),
  personId: text('person_id')
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  delegateId: text('delegate_id')
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  fromDate: text('from_date').notNull(),
  /** The last day, itself included. */
  toDate: text('to_date').notNull(),
})

/** A sentence that acts by itself; what it says is in its latest version. */
export const rules = sqliteTable('rules', {
  id: text('id').$type<RuleId>().primaryKey(),
  position: integer('position').notNull(),
  mode: text('mode').$type<RunMode>().notNull(),
  version: integer('version').notNull(),
  removedAt: integer('removed_at'),
})

/** Every wording a rule ever had. */
export const ruleVersions = sqliteTable(
  'rule_versions',
  {
    ruleId: text('rule_id')
      .$type<RuleId>()
      .notNull()
      .references(() => rules.id),
    version: integer('version').notNull(),
    body: text('body', { mode: 'json' }).$type<RuleBody>().notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
  },
  table => [primaryKey({ columns: [table.ruleId, table.version] })],
)

/** A rule (or the autopilot, under its own name) acted on a document, or would have. */
export const ruleFirings = sqliteTable(
  'rule_firings',
  {
    id: text('id').primaryKey(),
    ruleId: text('rule_id').$type<RuleId | 'autopilot'>().notNull(),
    version: integer('version').notNull(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    mode: text('mode').$type<'shadow' | 'on'>().notNull(),
    /** The journal's row; null in shadow. */
    entryId: text('entry_id'),
    at: integer('at').notNull(),
    /** When a person took it back. */
    undoneAt: integer('undone_at'),
  },
  table => [
    uniqueIndex('firings_unique').on(table.ruleId, table.documentId, table.version, table.mode),
    index('firings_by_document').on(table.documentId),
    index('firings_by_entry')
      .on(table.entryId)
      .where(sql`entry_id IS NOT NULL`),
  ],
)

/** Which documents need whose approval. Older wordings are in the journal. */
export const approvalPolicies = sqliteTable('approval_policies', {
  id: text('id').$type<PolicyId>().primaryKey(),
  position: integer('position').notNull(),
  isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  body: text('body', { mode: 'json' }).$type<PolicyBody>().notNull(),
  removedAt: integer('removed_at'),
})

/** One step of a document's approval, given by a person. */
export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    policyId: text('policy_id')
      .$type<PolicyId>()
      .notNull()
      .references(() => approvalPolicies.id),
    policyVersion: integer('policy_version').notNull(),
    /** From 0. */
    step: integer('step').notNull(),
    personId: text('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    /** The absent person for whom it was given. */
    inPlaceOfId: text('in_place_of_id')
      .$type<PersonId>()
      .references(() => people.id),
    /** Hash of what was approved: an invoice that says something else needs its approvals anew. */
    seal: text('seal').notNull(),
    at: integer('at').notNull(),
  },
  table => [index('approvals_by_document').on(table.documentId)],
)

/** Append-only: what happened, who, before and after; each row carries the hash of the one before. */
export const journal = sqliteTable(
  'journal',
  {
    /** 1, 2, 3 … without gaps. */
    sequence: integer('sequence').primaryKey(),
    id: text('id').notNull().unique(),
    at: integer('at').notNull(),
    /** "person", "engine 0.1.0", "rule …". */
    actor: text('actor').notNull(),
    kind: text('kind').notNull(),
    documentId: text('document_id').$type<DocumentId>(),
    params: text('params', { mode: 'json' }).$type<MessageParams>().notNull(),
    /** Canonical JSON of the state before and after, when the entry can be undone. */
    before: text('before'),
    after: text('after'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    /** Decisions taken together and undone as one carry the same id. */
    groupId: text('group_id').$type<GroupId>(),
  },
  table => [
    index('journal_by_document').on(table.documentId, table.sequence),
    index('journal_by_group')
      .on(table.groupId, table.sequence)
      .where(sql`group_id IS NOT NULL`),
  ],
)

/** One JSON value per key; `settings` validated by src/shared/settings.ts on read. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
})

/** Secrets encrypted by the operating system's key store; useless without it. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  sealed: text('sealed').notNull(),
})

/**
 * What the inbox orders and filters by, one narrow row per document. Triggers keep it (migration 2); nobody writes it but
 * the search index, which clears `isSearchStale`.
 */
export const inboxRows = sqliteTable('inbox_rows', {
  intakeNumber: integer('intake_number').primaryKey(),
  documentId: text('document_id').$type<DocumentId>().notNull(),
  state: text('state').$type<DocumentState>().notNull(),
  source: text('source').$type<DocumentSource>().notNull(),
  /** 0 critical … 4 no issue, for documents that need a person; 5 and up for the rest; below 0 what is overdue. */
  urgencyRank: integer('urgency_rank').notNull(),
  vendorId: text('vendor_id').$type<VendorId>(),
  /** Folded name, cut to 60 characters. */
  vendorKey: text('vendor_key'),
  numberKey: text('number_key'),
  issueDate: text('issue_date'),
  dueDate: text('due_date'),
  /** The due date, or a day after all others. */
  dueKey: text('due_key')
    .notNull()
    .generatedAlwaysAs(sql`ifnull(due_date, '9999-12-31')`),
  /** In whole units of its currency: for order only. */
  total: real('total'),
  isSearchStale: integer('search_stale', { mode: 'boolean' }).notNull(),
  quality: real('quality'),
  assigneeId: text('assignee_id').$type<PersonId>(),
})

/**
 * What figures count, one narrow row per document. Triggers keep it (migration 17); the engine adds how long steps took,
 * and what the page counted. No business facts: nothing here is journaled or undone.
 */
export const documentWork = sqliteTable(
  'document_work',
  {
    intakeNumber: integer('intake_number').primaryKey(),
    documentId: text('document_id')
      .$type<DocumentId>()
      .notNull()
      .unique()
      .references(() => documents.id),
    receivedAt: integer('received_at').notNull(),
    /** While it is approved: since when, and whether a person approved it; nothing once that is taken back. */
    approvedAt: integer('approved_at'),
    approvedByPerson: integer('approved_by_person', { mode: 'boolean' }),
    /** What persons did to it before it was approved, each change or decision one. */
    touches: integer('touches').notNull().default(0),
    /** First time it could not be read or processed. */
    failedAt: integer('failed_at'),
    /** Of an approved one: no line's account was corrected by a person. */
    isAutoCoded: integer('is_auto_coded', { mode: 'boolean' }).notNull().default(false),
    /** Of an approved one: how many rows it has in `corrected_fields`. */
    corrections: integer('corrections').notNull().default(0),
    vendorId: text('vendor_id').$type<VendorId>(),
    currency: text('currency'),
    /** Grand total in minor units, negative for a credit note. */
    amount: integer('amount'),
    waitMs: integer('wait_ms'),
    readMs: integer('read_ms'),
    checkMs: integer('check_ms'),
    codeMs: integer('code_ms'),
    /** Counted by the page while the document was open in Review; null where it never was. */
    keystrokes: integer('keystrokes'),
    handsOnMs: integer('hands_on_ms'),
    postedAt: integer('posted_at'),
    postingMs: integer('posting_ms'),
  },
  table => [
    index('work_by_received').on(
      table.receivedAt,
      table.failedAt,
      table.waitMs,
      table.readMs,
      table.checkMs,
      table.codeMs,
    ),
    index('work_by_approved').on(
      table.approvedAt,
      table.approvedByPerson,
      table.touches,
      table.isAutoCoded,
      table.corrections,
      table.keystrokes,
      table.handsOnMs,
    ),
    index('work_by_spend').on(table.currency, table.vendorId, table.approvedAt, table.amount),
    index('work_by_posted').on(table.postedAt, table.postingMs),
  ],
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
