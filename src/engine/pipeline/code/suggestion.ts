import type { MessageParams } from '../../../shared/result'

/** Why an account was suggested: translation `evidence.<key>`. */
export interface Evidence {
  readonly key: string
  readonly params: MessageParams
}

export interface AccountSuggestion {
  readonly accountCode: string
  /** Chance that a careful accountant would choose it, 0 to 1. Measured on labelled lines, not wished for. */
  readonly probability: number
  readonly evidence: readonly Evidence[]
}
