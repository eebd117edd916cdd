import { seeded } from '../../bench/synthetic/random'
import { distributionOf, type Distribution } from '../../bench/parts/statistics'
import { inspect, type Findings } from './inspect'
import { inLanes } from './lanes'
import { openStage, type Usable } from './stage'

export interface KillsReport {
  readonly kills: number
  readonly planned: number
  readonly seed: number
  /** Of each lane's books. */
  readonly findings: readonly Findings[]
  readonly bills: number
  /** From the start of an engine's process on the books of a killed one until it answers. */
  readonly usableMs: Distribution
  /** What its process used of the processor until then, which other people's work beside it does not change. */
  readonly usableCpuMs: Distribution
  /** Of those starts, how many took longer than {@link usableWithinMs}. */
  readonly usableLate: number
}

/** Longest time until an engine that was killed can be used again. */
export const usableWithinMs = 5_000

export interface KillsPlan {
  readonly kills: number
  readonly documents: number
  readonly seed: number
  /** Longest life, in milliseconds from when it can be used. */
  readonly longestMs: number
  /** How many engines live at the same time, each on books of its own; kills and documents are shared out. */
  readonly lanes?: number
  /** Asked before each life: whether the engine is to be killed no more. */
  readonly isTimeOver?: () => boolean
}

/** Documents go the whole road while their engine is killed at random moments; the last one is left to finish. */
export async function runKills({ lanes = 1, ...plan }: KillsPlan): Promise<KillsReport> {
  const shares = Array.from({ length: lanes }, (_, lane) => ({
    ...plan,
    kills: shareOf(plan.kills, lane, lanes),
    documents: shareOf(plan.documents, lane, lanes),
    seed: plan.seed + lane,
  }))
  const ends = await inLanes(shares, lanes, killOnOneStage)
  const starts = ends.flatMap(end => end.starts)
  return {
    kills: ends.reduce((sum, { killed }) => sum + killed, 0),
    planned: plan.kills,
    seed: plan.seed,
    findings: ends.map(({ findings }) => findings),
    bills: ends.reduce((sum, { bills }) => sum + bills, 0),
    usableMs: distributionOf(starts.map(({ ms }) => ms)),
    usableCpuMs: distributionOf(starts.map(({ cpuMs }) => cpuMs)),
    usableLate: starts.filter(({ ms }) => ms > usableWithinMs).length,
  }
}

/** Whole things shared out: the first lanes take what is left over. */
function shareOf(all: number, lane: number, lanes: number): number {
  return Math.ceil((all - lane) / lanes)
}

async function killOnOneStage({ kills, documents, seed, longestMs, isTimeOver = () => false }: KillsPlan) {
  const random = seeded(seed)
  const stage = await openStage()
  try {
    const starts: Usable[] = []
    let killed = 0
    // Spread over the lives, so that there is work to be killed at until the end.
    while (killed < kills && !isTimeOver()) {
      stage.bring(Math.ceil((documents * (killed + 1)) / kills) - stage.brought)
      const { wasKilled, usable } = await stage.live({}, { killAfterMs: random.whole(0, longestMs) })
      if (wasKilled) killed += 1
      else stage.bring(1)
      if (usable !== null) starts.push(usable)
    }
    await stage.live()
    const numbers = stage.standIn.books.bills.map(bill => bill.number ?? '')
    const findings = await inspect(stage.dataFolder, stage.acks(), numbers)
    return { killed, findings, bills: numbers.length, starts }
  } finally {
    await stage.close()
  }
}
