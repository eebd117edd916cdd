import { z } from 'zod'

/** Plain digits with a decimal point: a grouped number could be read two ways, and an amount is not guessed. */
export const PlainAmount = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/)

/**
 * What coding must know about the company: the same bag is packaging for a honey packer and an office expense for a
 * software house. Made from the company's own words and kept in the settings, where each answer can be put right.
 */
export const CompanyProfile = z.object({
  /** The company in its own words. */
  description: z.string().max(4000),
  /** Lines of business, keys of resources/coding/trades.tsv, the main one first. */
  trades: z.array(z.string().max(40)).max(10),
  /**
   * perpetual: goods go to inventory when bought. periodic: they are recorded as purchases. direct: charged to cost
   * when bought. none: the company handles no goods.
   */
  goods: z.enum(['perpetual', 'periodic', 'direct', 'none']),
  /** What it sells, works up and buys to serve its customers: product-code prefixes or keys of concepts.tsv. */
  sells: z.array(z.string().max(40)).max(200),
  materials: z.array(z.string().max(40)).max(200),
  serviceCosts: z.array(z.string().max(40)).max(200),
  /** Expenses by department (602 selling, 603 administration, 604 plant) instead of one group (601). */
  hasDepartments: z.boolean(),
  /** What lasts and costs this much or more is a fixed asset; null when the company did not say. */
  capitalThreshold: z.object({ amount: PlainAmount, currency: z.string().length(3) }).nullable(),
})
export type CompanyProfile = z.infer<typeof CompanyProfile>
