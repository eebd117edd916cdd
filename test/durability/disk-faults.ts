import { cpSync, mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import { seeded } from '../../bench/synthetic/random'
import { diskLibrary } from './disk-library'
import { inspect, nothingWrong, type Findings } from './inspect'
import { openStage } from './stage'

export const faults = ['EIO', 'ENOSPC', 'EROFS'] as const
export type Fault = (typeof faults)[number]

export interface DiskFaultsPlan {
  /** Of each fault: at how many different calls, out of the first {@link callsCovered}, it strikes. */
  readonly callsPerFault: number
  readonly seed: number
}

export interface FaultRun {
  readonly fault: Fault
  /** Number of the first call that fails, and how many after it fail too. */
  readonly call: number
  readonly times: number
  /** It finished its day in spite of the fault, or told why its books could not be opened. */
  readonly outcome: 'went_on' | 'refused'
  readonly findings: Findings
}

export const callsCovered = 300

/**
 * Lets the disk refuse the n-th thing that is asked of it (write, sync, rename, create, cut, remove), once or for a while,
 * in a day of work; then looks whether anything was lost, and whether the engine went on by itself.
 */
export async function runDiskFaults({ callsPerFault, seed }: DiskFaultsPlan): Promise<FaultRun[]> {
  const random = seeded(seed)
  const plans = faults.flatMap(fault =>
    Array.from({ length: callsPerFault }, (_, index) => ({
      fault,
      // Spread over all calls, each with its own chance; the very first has nothing before it to fall back on.
      call: index === 0 ? 1 : 1 + Math.floor(((index + random.next()) * callsCovered) / callsPerFault),
      times: random.pick([1, 3, 40]),
    })),
  )
  const books = await openStage()
  try {
    await books.live({ ledger: null })
    const runs: FaultRun[] = []
    // Most of the first calls on new books make its tables: every fourth fault strikes there, the others the day's work.
    for (const [index, plan] of plans.entries())
      runs.push(await strike(plan, index % 4 === 0 ? null : books.dataFolder))
    return runs
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
    const { couldOpen } = await stage.live({ ledger: null }, { environment })
    if (!couldOpen) await stage.live({ ledger: null })
    const findings = await inspect(stage.dataFolder, stage.acks(), [], false)
    const isOver = stage.acks().filter(({ kind }) => kind === 'approved').length === stage.brought
    return {
      fault,
      call,
      times,
      outcome: couldOpen ? 'went_on' : 'refused',
      findings: { ...findings, stuck: isOver ? 0 : 1 },
    }
  } finally {
    await stage.close()
  }
}

export function isSurvived({ findings }: FaultRun): boolean {
  const { lost, doubled, stuck, isSound } = findings
  return lost.length + doubled.length === 0 && stuck === nothingWrong.stuck && isSound
}
