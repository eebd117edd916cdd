import { cpSync, mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import { seeded } from '../../bench/synthetic/random'
import { diskLibrary } from './disk-library'
import { inspect, isFlawless, type Findings } from './inspect'
import { inLanes } from './lanes'
import { openStage, type Stage } from './stage'

export const faults = ['EIO', 'ENOSPC', 'EROFS'] as const
export type Fault = (typeof faults)[number]

export interface DiskFaultsPlan {
  /** Of each fault: at how many different calls, out of the first {@link callsCovered}, it strikes. */
  readonly callsPerFault: number
  readonly seed: number
  /** Number of the first fault to strike, counted from 0; those before it struck in an earlier share. */
  readonly from?: number
  /** How many engines live at the same time, each on books of its own. */
  readonly lanes?: number
  /** Asked before each fault: whether no more is to strike. */
  readonly isTimeOver?: () => boolean
}

export interface FaultRun {
  readonly fault: Fault
  /** Number of the first call that fails, and how many after it fail too. */
  readonly call: number
  readonly times: number
  /** It finished its day in spite of the fault, or told why its books could not be opened; anything else breaks a promise. */
  readonly outcome: 'went_on' | 'refused' | 'broke'
  /** Null when there is nothing to look at: an engine hung or fell, or left books that do not open. */
  readonly findings: Findings | null
  readonly complaint?: string
  /** By the clock, from the first engine's start until its books were looked at. */
  readonly ms: number
}

export function isSurvived({ findings }: FaultRun): boolean {
  return findings !== null && isFlawless(findings)
}

export const callsCovered = 300

/**
 * Lets the disk refuse the n-th thing that is asked of it (write, sync, rename, create, cut, remove), once or for a while,
 * in a day of work; then looks whether anything was lost, and whether the engine went on by itself.
 */
export async function runDiskFaults({
  callsPerFault,
  seed,
  from = 0,
  lanes = 1,
  isTimeOver,
}: DiskFaultsPlan): Promise<FaultRun[]> {
  const random = seeded(seed)
  const plans = faults.flatMap((fault, row) =>
    Array.from({ length: callsPerFault }, (_, index) => ({
      number: row * callsPerFault + index,
      fault,
      // Spread over all calls, each with its own chance; the very first has nothing before it to fall back on.
      call: index === 0 ? 1 : 1 + Math.floor(((index + random.next()) * callsCovered) / callsPerFault),
      times: random.pick([1, 3, 40]),
    })),
  )
  const books = await openStage()
  try {
    await books.live({ ledger: null })
    // Most of the first calls on new books make its tables: every fourth fault strikes there, the others the day's work.
    const booksFor = (number: number) => (number % 4 === 0 ? null : books.dataFolder)
    return await inLanes(plans.slice(from), lanes, plan => strike(plan, booksFor(plan.number)), isTimeOver)
  } finally {
    await books.close()
  }
}

/** @param books copied for this run; null to begin with none */
async function strike(
  { fault, call, times }: Pick<FaultRun, 'fault' | 'call' | 'times'>,
  books: string | null,
): Promise<FaultRun> {
  const stage = await openStage()
  try {
    if (books === null) mkdirSync(stage.dataFolder)
    else cpSync(books, stage.dataFolder, { recursive: true })
    stage.bring(2)
    const environment = {
      LD_PRELOAD: diskLibrary(),
      QUITTANCE_DISK_ROOT: stage.dataFolder,
      QUITTANCE_DISK_FAIL: `${String(constants.errno[fault])} ${String(call)} ${String(times)}`,
    }
    const startedAt = performance.now()
    const outcome = await liveThrough(stage, environment).catch(brokeWith)
    return { fault, call, times, ...outcome, ms: Math.round(performance.now() - startedAt) }
  } finally {
    await stage.close()
  }
}

type Outcome = Pick<FaultRun, 'outcome' | 'findings' | 'complaint'>

async function liveThrough(stage: Stage, environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const { couldOpen } = await stage.live({ ledger: null }, { environment })
  if (!couldOpen) await stage.live({ ledger: null })
  const findings = await inspect(stage.dataFolder, stage.acks(), [], false)
  const isOver = stage.acks().filter(({ kind }) => kind === 'approved').length === stage.brought
  return { outcome: couldOpen ? 'went_on' : 'refused', findings: { ...findings, stuck: isOver ? 0 : 1 } }
}

/** One that broke is told with the others: hundreds more are to be tried. */
function brokeWith(thrown: unknown): Outcome {
  return { outcome: 'broke', findings: null, complaint: thrown instanceof Error ? thrown.message : String(thrown) }
}
