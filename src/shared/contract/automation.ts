import { z } from 'zod'
import {
  Autopilot,
  AutopilotHistory,
  AutopilotView,
  PolicyBody,
  PolicyVersionView,
  PolicyView,
  RemovedPolicyView,
  RemovedRuleView,
  RuleBody,
  RuleTrial,
  RuleVersionView,
  RuleView,
  RunMode,
} from '../automation'
import { PolicyId, RuleId } from '../ids'
import { nothing } from './parts'

/** Rules, approval policies and the autopilot. */
export const automationCalls = {
  'rule.list': { input: nothing, output: z.object({ rules: z.array(RuleView) }) },
  /** Those that were removed, the last one first. */
  'rule.removed': { input: nothing, output: z.object({ rules: z.array(RemovedRuleView) }) },
  'rule.versions': { input: z.object({ ruleId: RuleId }), output: z.object({ versions: z.array(RuleVersionView) }) },
  /** What it would have done with everything received so far; changes nothing. */
  'rule.try': { input: z.object({ body: RuleBody }), output: RuleTrial },
  /** Ends the trial under way, which then answers for what it has looked at. */
  'rule.stopTrial': { input: nothing, output: nothing },
  /** A rule that holds for everything is refused until the person has confirmed the number. */
  'rule.save': {
    input: z.object({
      ruleId: RuleId.nullable(),
      mode: RunMode,
      body: RuleBody,
      confirmsEverything: z.boolean().default(false),
    }),
    output: z.object({ ruleId: RuleId }),
  },
  'rule.switch': {
    input: z.object({ ruleId: RuleId, mode: RunMode, confirmsEverything: z.boolean().default(false) }),
    output: nothing,
  },
  'rule.move': { input: z.object({ ruleId: RuleId, direction: z.enum(['up', 'down']) }), output: nothing },
  'rule.remove': { input: z.object({ ruleId: RuleId }), output: nothing },
  /** Looks at every document that waits for a person once more, so that rules just switched on see them. */
  'rule.applyToWaiting': { input: nothing, output: z.object({ documents: z.number().int() }) },
  'policy.list': { input: nothing, output: z.object({ policies: z.array(PolicyView) }) },
  /** Every wording it had, newest first. */
  /** Those that were removed, the last one first. */
  'policy.removed': { input: nothing, output: z.object({ policies: z.array(RemovedPolicyView) }) },
  'policy.versions': {
    input: z.object({ policyId: PolicyId }),
    output: z.object({ versions: z.array(PolicyVersionView) }),
  },
  'policy.save': {
    input: z.object({ policyId: PolicyId.nullable(), isOn: z.boolean(), body: PolicyBody }),
    output: z.object({ policyId: PolicyId }),
  },
  'policy.move': { input: z.object({ policyId: PolicyId, direction: z.enum(['up', 'down']) }), output: nothing },
  'policy.remove': { input: z.object({ policyId: PolicyId }), output: nothing },
  'autopilot.get': { input: nothing, output: AutopilotView },
  /** What each position of the dial would have meant; looks through everything received the first time it is asked. */
  'autopilot.history': { input: nothing, output: AutopilotHistory },
  'autopilot.set': { input: Autopilot, output: AutopilotView },
}
