/** Header fields that accuracy is measured on, in the order of the table. */
export const scoredFields = [
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
] as const
export type ScoredField = (typeof scoredFields)[number]

/** What a right extraction must give for one document. */
export interface Truth {
  readonly id: string
  /** Absolute path of the document. */
  readonly path: string
  /** Path inside its corpus, for the report. */
  readonly file: string
  /** Row of the table by kind: `ubl-2.1`, `digital_pdf` … */
  readonly group: string
  /** Of the page's labels, ISO 639-1. */
  readonly language: string
  /** Documents of one layout or source belong together: what is learned from one says nothing about the other's success. */
  readonly family: string
  readonly isPayable: boolean
  /** The right answer is that the document cannot be read. */
  readonly isUnreadable: boolean
  /** A format that need not be read: a reader may decline it by name and keep the file. */
  readonly isOptional?: boolean
  /** Values that count as right, null among them where leaving the field empty is right. Fields left out are not scored. */
  readonly fields: Readonly<Partial<Record<ScoredField, readonly (string | null)[]>>>
  /** null when the corpus has no trustworthy list. */
  readonly lines: readonly TruthLine[] | null
  /** Visual pages shorten names; e-invoices spell them out. */
  readonly names: 'exact' | 'likeness'
}

export interface TruthLine {
  readonly description: string | null
  readonly quantity: string | null
  readonly unit_price: string | null
  readonly line_total: string | null
  /** Left out where the corpus does not record it. */
  readonly tax_rate?: string | null
  readonly product_code?: string | null
  /** The page words it differently than the truth: paired by its amount, its description is not compared. */
  readonly isReworded?: boolean
}
