import type { DocumentId, EpochMs, GroupId } from '../../shared/ids'
import type { Settings } from '../../shared/settings'
import type { TradeGuess } from '../../shared/trade-guess'
import type { Chart } from '../pipeline/code/chart'
import type { MeaningModel } from '../pipeline/code/meaning'

/** What every decision is given instead of reaching for it: the time, who decides, preferences, the chart in use. */
export interface DecisionContext {
  readonly now: EpochMs
  /** "person", "engine 0.1.0", "rule …": who the journal names. */
  readonly actor: string
  readonly settings: Settings
  readonly chart: Chart
  /** The language model a company supplied for coding, opened when first asked for. */
  meaning?(): MeaningModel | undefined
  /** The trade the company's purchases so far look like. */
  purchases?(): TradeGuess | null
  newId<T extends string>(): T
  /** Set while one action decides on many: its decisions are undone as one. */
  readonly group?: GroupId
  /** Told of other documents that a decision changed too (a twin, an invoice of the vendor just created). */
  touched?(documentId: DocumentId): void
}
