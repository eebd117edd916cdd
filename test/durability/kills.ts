import { seeded } from '../../bench/synthetic/random'
import { distributionOf, type Distribution } from '../../bench/parts/statistics'
import { inspect, type Findings } from './inspect'
import { openStage } from './stage'

export interface KillsReport {
  readonly kills: number
  readonly planned: number
  readonly seed: number
  readonly findings: Findings
  readonly bills: number
  /** From the start of an engine's process on the books of a killed one until it answers. */
  readonly usableMs: Distribution
}

export interface KillsPlan {
  readonly kills: number
  readonly documents: number
  readonly seed: number
  /** Longest life, in milliseconds from when it can be used. */
  readonly longestMs: number
  /** Asked before each life: whether the engine is to be killed no more. */
  readonly isTimeOver?: () => boolean
}

/** Documents go the whole road while their engine is killed at random moments; the last one is left to finish. */
export async function runKills({
  kills,
  documents,
  seed,
  longestMs,
  isTimeOver = () => false,
}: KillsPlan): Promise<KillsReport> {
  const random = seeded(seed)
  const stage = await openStage()
  try {
    const usable: number[] = []
    let killed = 0
    // Spread over the lives, so that there is work to be killed at until the end.
    while (killed < kills && !isTimeOver()) {
      stage.bring(Math.ceil((documents * (killed + 1)) / kills) - stage.brought)
      const { wasKilled, usableMs } = await stage.live({}, { killAfterMs: random.whole(0, longestMs) })
      if (wasKilled) killed += 1
      else stage.bring(1)
      if (usableMs !== null) usable.push(usableMs)
    }
    await stage.live()
    const numbers = stage.standIn.books.bills.map(bill => bill.number ?? '')
    const findings = await inspect(stage.dataFolder, stage.acks(), numbers)
    return { kills: killed, planned: kills, seed, findings, bills: numbers.length, usableMs: distributionOf(usable) }
  } finally {
    await stage.close()
  }
}
