import type {
  AccountAnswer,
  AppliedAnswer,
  BillAnswer,
  BillsAnswer,
  Branch,
  CreatedAnswer,
  ItemAnswer,
  LocksAnswer,
  OrganizationAnswer,
  VendorAnswer,
} from './answers'
import type { LedgerRequest } from './bill-request'
import type { z } from 'zod'

/**
 * What posting and watching need of a ledger: what BigCapital implements, and no more. Another ledger is another
 * implementation of this, with refusals told as `ServerFailure` and bills in the words of `answers.ts`.
 *
 * Every method throws ServerFailure; `facts.inDoubt` tells whether a change may have taken effect all the same.
 */
export interface Ledger {
  /** Whom the key belongs to. */
  organization(): Promise<OrganizationAnswer>

  accounts(): Promise<AccountAnswer[]>
  createAccount(account: NewAccount): Promise<AccountAnswer>

  itemsNamed(name: string): Promise<ItemAnswer[]>
  createItem(item: Readonly<Record<string, string | number | boolean>>): Promise<Created>

  /** Undefined where the ledger knows no such id. */
  vendor(id: number): Promise<VendorAnswer | undefined>
  /** Lists show either active or inactive vendors; both kinds accept bills. Compare the rows again locally. */
  vendors(roles: readonly FilterRole[], kind: VendorKind): Promise<VendorAnswer[]>
  /** Every vendor of one kind; `isWhole` is false when there are more than ten thousand. */
  allVendors(kind: VendorKind): Promise<{ readonly vendors: VendorAnswer[]; readonly isWhole: boolean }>
  createVendor(vendor: Readonly<Record<string, string>>): Promise<VendorAnswer>
  deleteVendor(id: number): Promise<void>

  createTaxRate(rate: Readonly<Record<string, string | number | boolean>>): Promise<Created>
  deleteTaxRate(id: number): Promise<void>

  readonly bills: Postings
  readonly vendorCredits: Postings
  /** Any bill as a draft: in no account and no balance until it is opened. */
  createDraft(bill: { readonly open: false } & Readonly<Record<string, unknown>>): Promise<BillAnswer>
  /** Books a draft. The ledger's period lock is not asked then: ask it before. */
  openBill(id: number): Promise<void>
  deleteBill(id: number): Promise<void>
  /** Replaces a bill; repeated, it says the same again. */
  putBill(id: number, bill: LedgerRequest): Promise<BillAnswer>

  appliedBills(creditId: number): Promise<z.infer<typeof AppliedAnswer>>
  applyCredit(creditId: number, billId: number, amount: number): Promise<void>

  branches(): Promise<Branch[]>
  locks(): Promise<LocksAnswer>
}

/** Bills or vendor credits: what a row of the outbox becomes. */
export interface Postings {
  /** As an error names the create. */
  readonly createCall: string
  /** The field that bears our number. */
  readonly numberField: string
  /** Undefined where the ledger knows no such id. */
  get(id: number): Promise<BillAnswer | undefined>
  find(roles: readonly FilterRole[]): Promise<BillAnswer[]>
  /** All of them in order of their number, so that pages do not overlap. */
  page(page: number, size: number): Promise<z.infer<typeof BillsAnswer>>
  create(request: LedgerRequest): Promise<BillAnswer>
  /** Resolves when the ledger's limit allows another create. */
  awaitTurn(): Promise<void>
}

/** Joined from left to right by the server, without precedence; one kind per query keeps that harmless. */
export interface FilterRole {
  readonly field: string
  readonly value: string
}

export interface NewAccount {
  readonly name: string
  readonly account_type: string
  /** 3 to 6 characters; left out when ours does not fit. */
  readonly code?: string
}

type VendorKind = 'active' | 'inactive'
type Created = z.infer<typeof CreatedAnswer>
