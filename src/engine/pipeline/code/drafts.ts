import type { FeatureName, Features } from './features'
import type { Evidence } from './suggestion'

/** An account a line may go to, with the evidence that fired, strongest kinds first. */
export interface Candidate {
  readonly account: string
  readonly features: Features
  readonly evidence: readonly Evidence[]
}

interface Draft {
  readonly features: Features
  readonly evidence: Map<string, { evidence: Evidence; strength: number }>
}

// Many readings may lead to one account by a side way; that is one reason, not many.
const countedOnce =
  /^(other_|route_|goods_|cost_(?:for|of|guess)|expense_|use_|department_|catch_all|fallback|capital_|lot_)/

// A person's decision is named before any other reason.
const rememberedFirst = 10

/** Gathers the accounts one line may go to; soft: nothing found is thrown away, scores decide. */
export class CandidateDrafts {
  private readonly drafts = new Map<string, Draft>()

  constructor(private readonly isAllowed: (account: string) => boolean) {}

  /** Adds evidence for an account; numbers of the same name add up. */
  add(account: string, name: FeatureName, value: number, evidence?: Evidence): void {
    if (this.isAllowed(account) && value !== 0) this.put(account, name, value, evidence)
  }

  /** Says why without weighing more. */
  explain(account: string, evidence: Evidence, strength: number): void {
    const said = this.drafts.get(account)?.evidence
    said?.set(evidence.key, { evidence, strength: (said.get(evidence.key)?.strength ?? 0) + strength })
  }

  /** Adds what a person decided before; a person may have chosen an account the machine never proposes. */
  remember(account: string, name: FeatureName, value: number, evidence: Evidence): void {
    this.put(account, name, value, evidence, rememberedFirst)
  }

  private put(account: string, name: FeatureName, value: number, evidence?: Evidence, rank = 0): void {
    const draft = this.drafts.get(account) ?? { features: new Map(), evidence: new Map() }
    const before = draft.features.get(name) ?? 0
    draft.features.set(name, countedOnce.test(name) ? Math.max(before, value) : before + value)
    if (evidence) {
      const key = `${evidence.key} ${JSON.stringify(evidence.params)}`
      const known = draft.evidence.get(key)
      draft.evidence.set(key, { evidence, strength: (known?.strength ?? 0) + value + rank })
    }
    this.drafts.set(account, draft)
  }

  has(account: string): boolean {
    return this.drafts.has(account)
  }

  accounts(): string[] {
    return [...this.drafts.keys()]
  }

  finish(): Candidate[] {
    return [...this.drafts].map(([account, draft]) => ({
      account,
      features: draft.features,
      evidence: sayingMost(draft),
    }))
  }
}

/** Strongest first; that an account is offered anyway is said only where nothing else speaks for it. */
function sayingMost(draft: Draft): Evidence[] {
  const evidence = [...draft.evidence.values()].sort((a, b) => b.strength - a.strength).map(one => one.evidence)
  const telling = evidence.filter(({ key }) => key !== 'catch_all')
  return telling.length > 0 ? telling : evidence
}
