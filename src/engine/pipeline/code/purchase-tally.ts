import type { TradeGuess } from '../../../shared/trade-guess'
import { readCues } from './cues'
import { descriptionKey } from './fold'
import { isMeasure } from './measure-words'
import type { Trade } from './profile'
import { readLine, type Knowledge, type LineReading, type ReadableLine } from './readings'
import { touches } from './routes'
import { stems } from './stems'

/** Of any company's purchases the part that looks bought for a trade, by trade: an office has fuel and coffee too. */
export type UsualShares = Readonly<Partial<Record<string, number>>>

/** Some companies are small: where others bought nothing for a trade, so much still proves nothing. */
const leastUsualShare = 0.04

/** Odds from which purchases speak for a trade, as a natural logarithm: far above what chance brings about. */
const leastScore = 5

/** Counts what a company buys and tells whose purchases they look like; no decision of anybody is needed for it. */
export class PurchaseTally {
  private readonly seen = new Set<string>()
  /** For each different purchase how far it looks bought for each trade, 0 to 1. */
  private readonly fits: number[][] = []
  /** Of what trades buy, what this company has bought. */
  private readonly bought = new Set<string>()
  private readonly entriesOf: readonly (readonly string[])[]

  constructor(
    private readonly knowledge: Knowledge,
    private readonly trades: readonly Trade[],
    private readonly usual: UsualShares,
  ) {
    this.entriesOf = trades.map(trade => [...new Set([...goodsOf(trade), ...costsOf(trade)])])
  }

  /** Takes one more line into account. The same thing bought again says nothing new. */
  add(line: ReadableLine): void {
    const words = stems(descriptionKey(line.description)).filter(word => !isMeasure(word))
    const key = JSON.stringify([line.productCode, ...words])
    if (this.seen.has(key)) return
    this.seen.add(key)
    // What is bought for the own office or staff tells nothing of the trade.
    const readings = readCues(line.description).ownUse ? [] : readLine(line, this.knowledge)
    this.fits.push(this.trades.map(trade => fitOf(readings, trade)))
    const clear = readings.filter(({ strength }) => strength > 0.3)
    for (const entry of this.entriesOf.flat())
      if (!this.bought.has(entry) && clear.some(reading => touches([entry], reading))) this.bought.add(entry)
  }

  /** The trade the purchases so far speak for; null while they speak for none. */
  guess(): TradeGuess | null {
    const judged = this.trades.map(({ key }, index) => {
      const usual = Math.max(leastUsualShare, this.usual[key] ?? 0)
      const { share, gain } = mixture(this.fits.map(fits => (fits[index] ?? 0) / usual))
      const entries = this.entriesOf[index] ?? []
      // Who buys little of what a trade buys is hardly of it: food, but no medicine and no detergent, is no grocery.
      const coverage = entries.filter(entry => this.bought.has(entry)).length / Math.max(1, entries.length)
      return { trade: key, share, score: gain * coverage }
    })
    const [best] = judged.sort((one, other) => other.score - one.score || (one.trade < other.trade ? -1 : 1))
    if (!best || best.score < leastScore) return null
    return { trade: best.trade, share: best.share, lines: this.seen.size }
  }

  /** How much of these purchases each trade would claim: over many companies it tells what is usual. */
  shares(): UsualShares {
    const of = (index: number) => this.fits.reduce((sum, fits) => sum + (fits[index] ?? 0), 0)
    return Object.fromEntries(this.trades.map(({ key }, index) => [key, of(index) / Math.max(1, this.seen.size)]))
  }
}

function goodsOf({ sells, materials }: Trade): readonly string[] {
  return [...sells, ...materials]
}

function costsOf({ serviceCosts, signs }: Trade): readonly string[] {
  return [...serviceCosts, ...signs]
}

/** Part of what a line may be that is bought for a trade. */
function fitOf(readings: readonly LineReading[], trade: Trade): number {
  let [fitting, total] = [0, 0]
  for (const reading of readings) {
    total += reading.strength
    fitting += reading.strength * weightOf(reading, trade)
  }
  return fitting / Math.max(1, total)
}

/** Goods that have an account of their own among the expenses everybody buys; equipment is mostly for the own use. */
function weightOf(reading: LineReading, trade: Trade): number {
  if (touches(costsOf(trade), reading)) return 1
  if (reading.concept.kind === 'durable' || !touches(goodsOf(trade), reading)) return 0
  return goodsAccounts.has(reading.concept.expense) ? 1 : 0.3
}

/** Other expenses and upkeep: where things end that a company neither sells nor works up. */
const goodsAccounts: ReadonlySet<string> = new Set(['601.84', '601.56'])

const rounds = 30

/**
 * The part of the purchases that is the trade's, such that they are likeliest (expectation maximisation), and by how
 * much likelier they then are than those of any company, as a natural logarithm.
 *
 * @param timesUsual for each purchase, how much more usual it is in the trade than in any company
 */
function mixture(timesUsual: readonly number[]): { share: number; gain: number } {
  let share = 0.3
  for (let round = 0; round < rounds; round += 1) {
    const own = timesUsual.reduce((sum, times) => sum + (share * times) / (1 - share + share * times), 0)
    // As if one more purchase were any company's: a single line is never the whole of a trade.
    share = own / (timesUsual.length + 1)
  }
  const gain = timesUsual.reduce((sum, times) => sum + Math.log(1 - share + share * times), 0)
  return { share, gain }
}
