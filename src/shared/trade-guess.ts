import { z } from 'zod'
import { CompanyProfile } from './company-profile'

/** The trade a company's purchases look like, while it has not said itself what it does. */
export const TradeGuess = z.object({
  /** Key of resources/coding/trades.tsv. */
  trade: z.string().max(40),
  /** Part of the purchases that looks bought for the trade, 0 to 1. */
  share: z.number().min(0).max(1),
  /** Purchases looked at. */
  lines: z.int().min(0),
})
export type TradeGuess = z.infer<typeof TradeGuess>

/** The guess with what such a company usually says of itself, for a person to confirm. */
export const TradeProposal = TradeGuess.extend({ profile: CompanyProfile })
export type TradeProposal = z.infer<typeof TradeProposal>
