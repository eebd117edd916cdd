import { z } from 'zod'
import { DocumentKind, DocumentSource } from './document'
import { DocumentId, PersonId, PolicyId, RuleId, VendorId } from './ids'
import { DocumentType } from './invoice'
import { IssueKey } from './issue'

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/)
const code = z.string().min(1).max(40)

/** One part of "when …". Several must all hold; within one, any of its values will do. */
export const Condition = z.discriminatedUnion('on', [
  z.object({ on: z.literal('vendor'), vendorIds: z.array(VendorId).min(1).max(100) }),
  /** The vendor was made from a document and no person has confirmed it, or there is none yet. */
  z.object({ on: z.literal('new_vendor') }),
  /** Other currencies are compared through the invoice's own exchange rate; without one, nothing is known. */
  z.object({
    on: z.literal('total'),
    is: z.enum(['at_most', 'at_least']),
    amount: decimal,
    currency: z.string().length(3),
  }),
  z.object({ on: z.literal('currency'), currencies: z.array(z.string().length(3)).min(1).max(50) }),
  /** A line's account is one of these or lies below one of them in the chart. */
  z.object({ on: z.literal('account'), codes: z.array(code).min(1).max(50) }),
  z.object({ on: z.literal('issue'), keys: z.array(IssueKey).min(1).max(30) }),
  z.object({ on: z.literal('source'), sources: z.array(DocumentSource).min(1).max(DocumentSource.options.length) }),
  /** How likely the invoice needs no correction, from 0 to 1. */
  z.object({ on: z.literal('quality'), is: z.enum(['at_least', 'below']), value: z.number().min(0).max(1) }),
  z.object({ on: z.literal('type'), types: z.array(DocumentType).min(1).max(DocumentType.options.length) }),
  z.object({ on: z.literal('file'), kinds: z.array(DocumentKind).min(1).max(DocumentKind.options.length) }),
])
export type Condition = z.infer<typeof Condition>

/** What a rule may settle: that something be rejected waits for a person, whichever rule proposed it. */
export const IssueKeyForRules = IssueKey.exclude(['rejection_proposed'])

/** One part of "then …". */
export const Action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set_account'), accountCode: code }),
  z.object({
    do: z.literal('end_issue'),
    key: IssueKeyForRules,
    how: z.enum(['skip', 'waive']),
    reason: z.string().trim().min(1).max(500),
  }),
  z.object({ do: z.literal('assign'), personId: PersonId }),
  /** `days`: when an answer is due, counted from the day the document is held. */
  z.object({
    do: z.literal('hold'),
    reason: z.string().max(500),
    days: z.number().int().min(0).max(365).nullable(),
  }),
  z.object({ do: z.literal('approve') }),
  /** This approval policy holds as if its conditions did; one above it that fits still comes first. */
  z.object({ do: z.literal('route'), policyId: PolicyId }),
  z.object({ do: z.literal('set_aside'), reason: z.string().max(500) }),
  /** Proposed, in an issue that blocks: only a person rejects. */
  z.object({ do: z.literal('reject'), reason: z.string().trim().min(1).max(500) }),
  /** Of the document that an open `duplicate_found` names. */
  z.object({ do: z.literal('mark_duplicate') }),
])
export type Action = z.infer<typeof Action>

/** Actions that decide where the document goes: a rule has at most one of them. */
export const decisiveActions: readonly Action['do'][] = ['hold', 'approve', 'set_aside', 'mark_duplicate', 'reject']

export const RuleBody = z.object({
  name: z.string().trim().min(1).max(80),
  conditions: z.array(Condition).max(20),
  actions: z.array(Action).min(1).max(10),
})
export type RuleBody = z.infer<typeof RuleBody>

/** shadow: counts what it would do and changes nothing. */
export const RunMode = z.enum(['off', 'shadow', 'on'])
export type RunMode = z.infer<typeof RunMode>

export const RuleView = RuleBody.extend({
  id: RuleId,
  mode: RunMode,
  version: z.number().int(),
  /** Documents changed, documents it would have changed in shadow, and changes a person took back. */
  acted: z.number().int(),
  shadowed: z.number().int(),
  undone: z.number().int(),
  lastAt: z.number().nullable(),
})
export type RuleView = z.infer<typeof RuleView>

/** A rule that acts no more, in its last wording; what it did and what it said stay. */
export const RemovedRuleView = RuleView.omit({ mode: true }).extend({ removedAt: z.number() })
export type RemovedRuleView = z.infer<typeof RemovedRuleView>

/** Who wrote a wording, and when. */
const wording = { version: z.number().int(), at: z.number(), actor: z.string() }

export const RuleVersionView = RuleBody.extend({
  ...wording,
  /** As of the rule, but in this wording. */
  acted: z.number().int(),
  shadowed: z.number().int(),
  undone: z.number().int(),
})
export type RuleVersionView = z.infer<typeof RuleVersionView>

/** The documents a rule (or the autopilot) acted on, or would have acted on in shadow; one wording, or all. */
export const RuleFilter = z.object({
  ruleId: RuleId.or(z.literal('autopilot')),
  version: z.number().int().nullable(),
  mode: z.enum(['on', 'shadow']),
})
export type RuleFilter = z.infer<typeof RuleFilter>

/** What a rule would have done with everything received so far. */
export const RuleTrial = z.object({
  /** Documents looked at: fewer than were received when a person stopped it. */
  documents: z.number().int(),
  received: z.number().int(),
  matched: z.number().int(),
  wouldChange: z.number().int(),
  /** Of those, where a person decided otherwise. */
  againstPerson: z.number().int(),
  /** The documents it would change, those against a person first; at most 500. */
  changes: z.array(
    z.object({
      documentId: DocumentId,
      intakeNumber: z.number().int(),
      name: z.string(),
      number: z.string().nullable(),
      total: z.string().nullable(),
      currency: z.string().nullable(),
      isAgainstPerson: z.boolean(),
    }),
  ),
})
export type RuleTrial = z.infer<typeof RuleTrial>

/** One step is done when one of its people approved; nobody named means anyone of the workspace. */
export const ApprovalStep = z.object({ people: z.array(PersonId).max(50).readonly() })
export type ApprovalStep = z.infer<typeof ApprovalStep>

export const PolicyBody = z.object({
  name: z.string().trim().min(1).max(80),
  /** Nothing named: every document. */
  conditions: z.array(Condition).max(20),
  /** Whatever the conditions: only what a rule routes to it. */
  isRoutedOnly: z.boolean().optional(),
  /** One after the other, each by somebody else. None: no person is needed. */
  steps: z.array(ApprovalStep).max(5),
  /** Who changed the invoice cannot be the only one who approves it. */
  fourEyes: z.boolean(),
})
export type PolicyBody = z.infer<typeof PolicyBody>

export const PolicyView = PolicyBody.extend({
  id: PolicyId,
  isOn: z.boolean(),
  version: z.number().int(),
})
export type PolicyView = z.infer<typeof PolicyView>

/** A removed policy, in its last wording. */
export const RemovedPolicyView = PolicyView.omit({ isOn: true }).extend({ removedAt: z.number() })
export type RemovedPolicyView = z.infer<typeof RemovedPolicyView>

export const PolicyVersionView = PolicyBody.extend(wording)
export type PolicyVersionView = z.infer<typeof PolicyVersionView>

/** Why the person at this machine cannot approve a document under its policy. */
export const ApprovalObstacle = z.enum(['no_person', 'not_asked', 'already_approved', 'needed_later'])
export type ApprovalObstacle = z.infer<typeof ApprovalObstacle>

/** How far the approvals are that a document's policy asks for. */
export const ApprovalView = z.object({
  policy: z.string(),
  done: z.number().int(),
  of: z.number().int(),
  given: z.array(z.object({ by: z.string(), inPlaceOf: z.string().nullable(), at: z.number() })),
  /** Who may take the next step; empty when all are done. */
  waitsFor: z.array(z.string()),
  /** Null when the person at this machine may take it. */
  obstacle: ApprovalObstacle.nullable(),
})
export type ApprovalView = z.infer<typeof ApprovalView>

export const Autopilot = z.object({
  mode: RunMode,
  /** Least quality an invoice must have, from 0 to 1. */
  bar: z.number().min(0).max(1),
  /** Vendors whose invoices a person always looks at. */
  exceptVendorIds: z.array(VendorId).max(1000),
})
export type Autopilot = z.infer<typeof Autopilot>

/** Bars to choose from, from bold to strict. */
export const autopilotBars = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98] as const

/** What a bar would have meant for the invoices persons decided. */
export const AutopilotPoint = z.object({
  bar: z.number(),
  /** Invoices that would have gone without a look, and those of them a person changed or turned away. */
  touchless: z.number().int(),
  wrong: z.number().int(),
  /** Share wrong among the touchless: 95 % Wilson interval; null without any. */
  wrongFrom: z.number().nullable(),
  wrongTo: z.number().nullable(),
})
export type AutopilotPoint = z.infer<typeof AutopilotPoint>

export const AutopilotView = Autopilot.extend({
  version: z.number().int(),
  exceptions: z.array(z.object({ vendorId: VendorId, name: z.string() })),
  acted: z.number().int(),
  shadowed: z.number().int(),
  undone: z.number().int(),
})
export type AutopilotView = z.infer<typeof AutopilotView>

/** What the autopilot would have meant so far. */
export const AutopilotHistory = z.object({
  /** Invoices that persons decided: what all shares are of. */
  decided: z.number().int(),
  points: z.array(AutopilotPoint),
  /** Vendors with invoices that would have gone wrong at the present bar, most first. */
  doubtfulVendors: z.array(
    z.object({ vendorId: VendorId, name: z.string(), touchless: z.number().int(), wrong: z.number().int() }),
  ),
})
export type AutopilotHistory = z.infer<typeof AutopilotHistory>
