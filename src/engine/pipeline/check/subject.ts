import type { EpochMs, LineId, DocumentId } from '../../../shared/ids'
import type { FieldName, Origin } from '../../../shared/invoice'
import type { IssueKey, Severity, Subject, Suggestion } from '../../../shared/issue'
import type { MinorUnits } from '../../../shared/money'
import type { MessageParams } from '../../../shared/result'
import type { Settings } from '../../../shared/settings'
import type { DetailRead } from '../facts'
import type { VendorFinding } from '../../vendors/match'

/** A value proposed for a field and not chosen. */
export interface CandidateNow {
  readonly value: string
  readonly probability: number
  readonly origin: Origin
}

/** What we hold for one header field at the moment of checking. */
export interface FieldNow {
  /** Dates `YYYY-MM-DD`, amounts decimal text with the currency's decimals. */
  readonly value: string | null
  readonly probability: number
  readonly origin: Origin | null
  /** Where the page shows the same value, when it comes from a file: a hybrid PDF tells it twice. */
  readonly onPage?: Origin | null
  /** A person typed or confirmed it: no check doubts its reading any more. */
  readonly byPerson: boolean
  /** Likeliest first, without the chosen value. */
  readonly candidates: readonly CandidateNow[]
}

export interface LineNow {
  readonly id: LineId
  readonly position: number
  readonly role: 'item' | 'charge' | 'allowance' | 'summary'
  readonly description: string
  readonly quantity: string | null
  readonly unitPrice: string | null
  readonly lineTotal: MinorUnits | null
  /** How many units the price is for when not one. */
  readonly priceBase?: string | null
  /** The row's own charges less allowances; null where the document does not tell them as amounts. */
  readonly adjustment?: MinorUnits | null
  readonly origin: Origin | null
}

/** A row of the document's tax summary. */
export interface TaxNow {
  readonly kind: 'transferred' | 'withheld'
  readonly name: string
  /** Percent; null for exempt rows and fixed quotas. */
  readonly rate: string | null
  readonly base: MinorUnits | null
  readonly amount: MinorUnits
  readonly origin: Origin | null
}

export interface TaxWithoutAccount extends Pick<TaxNow, 'name' | 'rate' | 'amount'> {
  /** SAT code of the account that the company's own chart lacks; null for a tax that is part of the cost. */
  readonly missing: string | null
  /** The connected ledger would refuse a bill with it: neither the chart nor a person says where it goes. */
  readonly isRefused: boolean
}

/** Another document that looks like the same invoice. */
export interface Twin {
  readonly documentId: DocumentId
  readonly intakeNumber: number
  readonly rule: 'uuid' | 'number' | 'total_date'
  /** The other one is the e-invoice of which this document is a page, scan or photo. */
  readonly isPageOf?: boolean
  /** The other one is still undecided: this one may be its corrected version. */
  readonly isReplaceable?: boolean
  readonly number: string | null
  readonly issueDate: string | null
  readonly total: string | null
  readonly currency: string | null
  /** Both carry a fiscal folio, and the folios differ: two documents by law, whatever else is equal. */
  readonly uuidsDiffer: boolean
  readonly numbersDiffer: boolean
  readonly totalsDiffer: boolean
}

/** What is on file about the vendor of an invoice. */
export interface VendorRecord {
  readonly name: string
  readonly taxId: string | null
  /** Accounts named on invoices of this vendor that were approved, latest first. */
  readonly bankAccounts: readonly string[]
}

/** What accepted differences of a vendor taught: up to this much is rounding. */
export interface Tolerance {
  readonly amount: MinorUnits
  /** Intake number of the document on which it was accepted last. */
  readonly taughtBy: number
}

/** An earlier invoice of the same vendor that a credit note may be about. */
export interface CreditableInvoice {
  readonly documentId: DocumentId
  readonly intakeNumber: number
  readonly number: string
  readonly total: string
  readonly currency: string
}

/** Everything a check may look at: facts and context, already looked up, so that checks stay pure. */
export interface CheckSubject {
  readonly now: EpochMs
  readonly settings: Settings
  /** `cfdi_4.0`, `page`, `none` … */
  readonly format: string
  readonly fields: Readonly<Record<FieldName, FieldNow>>
  readonly lines: readonly LineNow[]
  /** Tax summary as read; absent where there is none. */
  readonly taxes?: readonly TaxNow[]
  /** What an e-invoice says beside its header. */
  readonly details?: readonly DetailRead[]
  readonly vendor: VendorFinding
  readonly twins: readonly Twin[]
  /** A person chose to type this invoice in: an empty document is then a form, not a failure. */
  readonly isEnteredByHand: boolean
  /** What is on file about a known vendor; absent while the vendor is not known. */
  readonly vendorRecord?: VendorRecord
  /** Of a known vendor, by the sum that may be missed; absent where nothing was learned. */
  readonly tolerances?: { readonly grand_total?: Tolerance; readonly net_total?: Tolerance }
  /** Taxes of the document for which no account is named, neither by the chart nor by a person. */
  readonly taxesWithoutAccount?: readonly TaxWithoutAccount[]
  /** Invoices a credit note says, or a person said, that it takes back. */
  readonly related?: readonly string[]
  /** Invoices a credit note may take back, likeliest first. */
  readonly creditable?: readonly CreditableInvoice[]
  /** Currencies of this vendor's and of the latest invoices, the most frequent first; absent while the document's own is one. */
  readonly currenciesUsed?: { readonly byVendor: readonly string[]; readonly inBooks: readonly string[] }
  /** Currency of the connected ledger's books; absent while none is connected. */
  readonly ledgerCurrency?: string
}

/** What a check found: an issue before it has an id and a state. */
export interface RaisedIssue {
  readonly key: IssueKey
  readonly severity: Severity
  readonly subject: Subject
  readonly params: MessageParams
  readonly suggestions: readonly Suggestion[]
}

export type Check = (subject: CheckSubject) => RaisedIssue[]
