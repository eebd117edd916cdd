import { sql, type SQL } from 'drizzle-orm'
import { issues } from '../store/schema'

/**
 * How an ended issue came to its end, as an `EndingMethod`: the engine when its cause went away, a rule, a person who
 * waived or skipped it, who took one of its suggestions (its JSON stands in theirs), or who changed something by hand.
 */
export const endingMethod: SQL<string> = sql`CASE
  WHEN ${issues.resolvedBy} = 'engine' THEN 'by_itself'
  WHEN ${issues.resolvedBy} LIKE 'rule:%' OR ${issues.resolvedBy} LIKE 'autopilot#%' THEN 'rule'
  WHEN ${issues.state} = 'skipped' THEN 'skipped'
  WHEN ${issues.state} = 'waived' THEN 'waived'
  WHEN instr(${issues.suggestions}, ${issues.resolutionFix}) > 0 THEN 'suggestion'
  ELSE 'edited'
END`
