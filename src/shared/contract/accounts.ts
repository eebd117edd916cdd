import { z } from 'zod'
import { AccountView } from '../account'
import { CompanyProfile } from '../company-profile'
import { LineId } from '../ids'
import { LineCandidates } from '../invoice'
import { TradeProposal } from '../trade-guess'
import { nothing, rowLimit, text } from './parts'

/** Looking up GL accounts, and what the company itself says about coding. */
export const accountCalls = {
  'account.search': {
    /** `near`: code of the account chosen now; an empty query lists the accounts around it. */
    input: z.object({ query: text(200), near: text(40).nullable().default(null), limit: rowLimit(30, 100) }),
    output: z.object({ accounts: z.array(AccountView) }),
  },
  'account.get': { input: z.object({ code: text(40) }), output: AccountView },
  /** What coding proposed for a line, likeliest first; empty where a person decided before coding looked. */
  'line.candidates': { input: z.object({ lineId: LineId }), output: LineCandidates },
  /** What the company's own words about itself mean for coding; nothing is kept until the settings are. */
  'company.understand': { input: z.object({ description: text(4000) }), output: CompanyProfile },
  /** Which trade the purchases so far look like; null while they speak for none. */
  'company.trade': { input: nothing, output: TradeProposal.nullable() },
}
