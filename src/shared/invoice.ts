import { z } from 'zod'
import { Box } from './document'
import { InvoiceId, LineId, VendorId } from './ids'

/** Only `invoice` and `credit_note` are payable; the others are recognised so that nobody pays them. */
export const DocumentType = z.enum([
  'invoice',
  'credit_note',
  'receipt',
  'payment',
  'payroll',
  'transport',
  'withholding_certificate',
  'quote',
  'statement',
  'order',
  'delivery_note',
  'other',
])
export type DocumentType = z.infer<typeof DocumentType>

/**
 * Header fields. Names are those of the public export (README, "Command line"). Values are text:
 * dates `YYYY-MM-DD`, amounts decimal text, currency ISO 4217, document type as in {@link DocumentType}.
 */
export const FieldName = z.enum([
  'document_type',
  'invoice_number',
  'issue_date',
  'due_date',
  'currency',
  'seller.name',
  'seller.tax_id',
  'buyer.name',
  'buyer.tax_id',
  'net_total',
  'tax_total',
  'withheld_total',
  'grand_total',
  'payable',
  'uuid',
  /** Units of the country's own currency for one of the invoice's. */
  'exchange_rate',
])
export type FieldName = z.infer<typeof FieldName>

export const amountFields = ['net_total', 'tax_total', 'withheld_total', 'grand_total', 'payable'] as const
export type AmountField = (typeof amountFields)[number]

export const dateFields = ['issue_date', 'due_date'] as const

/** Where a value comes from; every stored value has one (promise "Explained"). */
export const Origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('xml'), path: z.string() }),
  z.object({
    kind: z.literal('page'),
    page: z.number().int().min(1),
    box: Box,
    text: z.string(),
    by: z.enum(['text_layer', 'ocr']),
    /** The words that told the reader what this value is, e.g. "TOTAL M.N.". */
    label: z.string().optional(),
    /** The lesson that says so, when an earlier correction for this vendor taught it. */
    lesson: z.string().optional(),
    /**
     * Of a line: the cell that is not printed but worked out of quantity × unit price = line total, or the total less a discount
     * that is printed under it.
     */
    derived: z.enum(['quantity', 'unitPrice', 'lineTotal']).optional(),
  }),
  z.object({
    kind: z.literal('formula'),
    rule: z.string(),
    inputs: z.array(z.string()),
    /** The lesson that applied the rule, as for pages. */
    lesson: z.string().optional(),
  }),
  z.object({ kind: z.literal('person'), at: z.number() }),
  z.object({ kind: z.literal('vendor_memory'), vendorId: VendorId, lesson: z.string() }),
  z.object({ kind: z.literal('default'), rule: z.string() }),
  /** Proposed by an outside model, and found on the page: `box` and `text` are the page's own. */
  z.object({
    kind: z.literal('model'),
    model: z.string(),
    at: z.number(),
    page: z.number().int().min(1),
    box: Box,
    text: z.string(),
  }),
])
export type Origin = z.infer<typeof Origin>

/** What an e-invoice may say beside its header fields. The label of each is a translation: `detail.<key>`. */
export const DetailKey = z.enum([
  'payment_terms',
  /** CFDI MetodoPago: PUE at once, PPD later. */
  'payment_plan',
  /** How it is paid: CFDI FormaPago, UNCL 4461, FatturaPA MP01…, Facturae 01…. */
  'payment_means',
  'payment_reference',
  'iban',
  'bic',
  /** A number that is no IBAN: CLABE, national account, card. */
  'bank_account',
  'payee',
  'order_reference',
  'sales_order_reference',
  'contract_reference',
  'project_reference',
  'despatch_reference',
  'buyer_reference',
  'credited_invoice',
  /** CFDI: TipoRelacion and the folio fiscal, "04 2C0E…". */
  'related_invoice',
  'delivery_date',
  'delivery_place',
  'period_start',
  'period_end',
  'exchange_rate',
  'prepaid',
  'rounding',
  'purpose',
  'place_of_issue',
  'note',
  'certificate_number',
  'authority_certificate_number',
  'certified_at',
  'certified_by',
  /** Whether the seal fits the text it seals: `valid`, `broken`, or `unchecked_…` with why nothing can be said. */
  'seal',
  /** Whom the seal certificate was issued to: an RFC. */
  'certificate_owner',
  /** Number of the certificate in the file, where the document names another one. */
  'certificate_serial',
  /** First and last day on which the seller's certificate is valid. */
  'certificate_from',
  'certificate_until',
  'attachment',
])
export type DetailKey = z.infer<typeof DetailKey>

export const DetailView = z.object({ key: DetailKey, value: z.string(), origin: Origin })
export type DetailView = z.infer<typeof DetailView>

/** sure: plain. check: amber. missing: required and empty. invalid: has a value that cannot be right. absent: empty and not required. */
export const Band = z.enum(['sure', 'check', 'missing', 'invalid', 'absent'])
export type Band = z.infer<typeof Band>

export const CandidateView = z.object({
  value: z.string(),
  probability: z.number().min(0).max(1),
  origin: Origin,
})
export type CandidateView = z.infer<typeof CandidateView>

export const FieldView = z.object({
  name: FieldName,
  value: z.string().nullable(),
  band: Band,
  probability: z.number().min(0).max(1),
  origin: Origin.nullable(),
  /** Where the page shows the same value, when it comes from the file inside the PDF. */
  onPage: Origin.nullable().optional(),
  /** Other values found, likeliest first, without the chosen one. */
  candidates: z.array(CandidateView),
})
export type FieldView = z.infer<typeof FieldView>

/** A machine never overwrites a person: corrected > confirmed > pending. */
export const CodingState = z.enum(['not_classified', 'pending', 'confirmed', 'corrected'])
export type CodingState = z.infer<typeof CodingState>

export const LineView = z.object({
  id: LineId,
  position: z.number().int().min(1),
  description: z.string(),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  unitPrice: z.string().nullable(),
  /** Net amount of the line, decimal text in the invoice's currency. */
  lineTotal: z.string().nullable(),
  /** Percent, e.g. "16". */
  taxRate: z.string().nullable(),
  productCode: z.string().nullable(),
  classificationCode: z.string().nullable(),
  accountCode: z.string().nullable(),
  accountName: z.string().nullable(),
  codingState: CodingState,
  codingProbability: z.number().min(0).max(1),
  /** Why this account, as message keys with parameters, strongest first. */
  codingEvidence: z.array(
    z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  origin: Origin.nullable(),
})
export type LineView = z.infer<typeof LineView>

/** The accounts coding proposed for a line, with the chances of the first one's family, subfamily and account. */
export const LineCandidates = z.object({
  stages: z.object({ family: z.number(), subfamily: z.number(), account: z.number() }).nullable(),
  candidates: z.array(
    z.object({
      accountCode: z.string(),
      accountName: z.string(),
      probability: z.number().min(0).max(1),
      evidence: LineView.shape.codingEvidence,
    }),
  ),
})
export type LineCandidates = z.infer<typeof LineCandidates>

export const InvoiceView = z.object({
  id: InvoiceId,
  fields: z.array(FieldView),
  lines: z.array(LineView),
  vendor: z.object({ id: VendorId, name: z.string(), taxId: z.string().nullable(), isNew: z.boolean() }).nullable(),
  /** How the facts were read, e.g. "cfdi_4.0", "ubl_invoice", "page". */
  format: z.string(),
  /** Counts changes; a command that carries an older revision is refused with `changed_meanwhile`. */
  revision: z.number().int(),
})
export type InvoiceView = z.infer<typeof InvoiceView>
