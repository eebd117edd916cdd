import { z } from 'zod'

// What we read of the ledger's answers; everything else in them is ignored. Flags come as 0/1 or true/false.

const id = z.number().int().positive()
const flag = z.union([z.boolean(), z.number()]).transform(Boolean)
const total = z.object({ total: z.number().int().min(0) })

export const OrganizationAnswer = z.object({
  organization_id: z.string().min(1).max(100),
  is_ready: z.boolean(),
  metadata: z.object({ name: z.string().max(1000).nullable(), base_currency: z.string().length(3) }),
})
export type OrganizationAnswer = z.infer<typeof OrganizationAnswer>

export const AccountAnswer = z.object({
  id,
  name: z.string(),
  code: z.string().nullable().default(null),
  account_type: z.string(),
})
export type AccountAnswer = z.infer<typeof AccountAnswer>
export const AccountsAnswer = z.object({ accounts: z.array(AccountAnswer) })

/** Items answer a create with their id only. */
export const CreatedAnswer = z.object({ id })

export const ItemAnswer = z.object({ id, name: z.string(), purchasable: flag })
export type ItemAnswer = z.infer<typeof ItemAnswer>
export const ItemsAnswer = z.object({ items: z.array(ItemAnswer), pagination: total })

export const VendorAnswer = z.object({
  id,
  display_name: z.string().nullable().default(null),
  company_name: z.string().nullable().default(null),
  currency_code: z.string().nullable().default(null),
})
export type VendorAnswer = z.infer<typeof VendorAnswer>
export const VendorsAnswer = z.object({ vendors: z.array(VendorAnswer), pagination: total })

const amount = z.number().default(0)
const posting = {
  id,
  vendor_id: id,
  reference_no: z.string().nullable().default(null),
  /** Floating point: 111.09998888999999 was seen. Compare with a tolerance. */
  total: z.number(),
  currency_code: z.string().nullable().default(null),
  exchange_rate: z.number().nullable().default(null),
  is_open: flag,
  note: z.string().nullable().default(null),
  /** Who the ledger names for it, by number: no answer recorded bears a name, and credits bear none at all. */
  user_id: z.number().int().nullable().default(null),
  /** In lists and details; a create answers without it. */
  vendor: z
    .object({ display_name: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  entries: z
    .array(
      z.object({
        cost_account_id: z.number().nullable().default(null),
        quantity: z.number(),
        rate: z.number(),
        description: z.string().nullable().default(null),
      }),
    )
    .default([]),
}

export const BillAnswer = z.object({
  ...posting,
  bill_number: z.string().nullable(),
  /** The instant of midnight on the organization's calendar. */
  bill_date: z.string(),
  due_amount: amount,
  payment_amount: amount,
  credited_amount: amount,
  is_overdue: flag.default(false),
})
export type BillAnswer = z.infer<typeof BillAnswer>

/** A vendor credit in the words of a bill, so that one road serves both. */
export const CreditAnswer = z
  .object({
    ...posting,
    vendor_credit_number: z.string().nullable(),
    vendor_credit_date: z.string(),
    credits_remaining: amount,
    invoiced_amount: amount,
  })
  .transform(
    ({ vendor_credit_number, vendor_credit_date, credits_remaining, invoiced_amount, ...credit }): BillAnswer => ({
      ...credit,
      bill_number: vendor_credit_number,
      bill_date: vendor_credit_date,
      due_amount: credits_remaining,
      payment_amount: invoiced_amount,
      credited_amount: 0,
      is_overdue: false,
    }),
  )
export const CreditsAnswer = z
  .object({ vendor_credits: z.array(CreditAnswer), pagination: total })
  .transform(({ vendor_credits, pagination }) => ({ bills: vendor_credits, pagination }))
export const AppliedAnswer = z.array(z.object({ bill_id: id, amount: z.number() }))

export const BranchesAnswer = z.array(z.object({ id, name: z.string(), primary: flag.default(false) }))
export type Branch = z.infer<typeof BranchesAnswer>[number]

const day = z.string().nullable().default(null)
const lock = z.object({ is_enabled: flag.nullable().default(null), lock_to_date: day })
export const LocksAnswer = z.object({
  all: lock,
  modules: z.array(lock.extend({ module: z.string(), is_partial_unlock: flag.default(false) })),
  locking_type: z.string().nullable().default(null),
})
export type LocksAnswer = z.infer<typeof LocksAnswer>
export const BillsAnswer = z.object({ bills: z.array(BillAnswer), pagination: total })

/** The refusals that carry a type. */
export const BusinessRefusal = z.object({
  errors: z
    .array(z.object({ type: z.string().max(200), payload: z.record(z.string(), z.unknown()).optional() }))
    .min(1),
})
/** Validation refusals name the property; the request they echo is not read. */
export const ValidationRefusal = z.object({ message: z.array(z.object({ property: z.string().max(200) })).min(1) })
/** The bare and the framework's shape. */
export const PlainRefusal = z.object({ statusCode: z.number(), message: z.string() })
