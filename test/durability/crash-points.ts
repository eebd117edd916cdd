import { inspect, type Findings } from './inspect'
import { openStage, type Stage } from './stage'

export interface Moment {
  readonly name: string
  readonly wasHit: boolean
}

export interface CrashPointsReport {
  readonly moments: readonly Moment[]
  readonly findings: readonly Findings[]
  readonly bills: number
}

/** With several documents under way there is more that can come between two steps of one. */
const documentsOfDay = 3

/** One life on older books tells which moments there are, in the order in which they come. */
async function listMoments(): Promise<string[]> {
  const stage = await openStage()
  try {
    stage.layOlderBooks()
    stage.bring(documentsOfDay)
    await stage.live({ tellsMoments: true, changesVault: true })
    return stage.acks().flatMap(({ kind, about }) => (kind === 'reached' ? [about] : []))
  } finally {
    await stage.close()
  }
}

/**
 * Kills an engine at every moment there is, each in a life of its own, and lets the next one go on.
 *
 * @param lanes how many engines live at the same time, each on books of its own
 */
export async function runCrashPoints(lanes: number): Promise<CrashPointsReport> {
  const names = await listMoments()
  // Neighbours stay together: what comes once in the life of books must not be passed before its turn.
  const perLane = Math.ceil(names.length / lanes)
  const shares = Array.from({ length: lanes }, (_, lane) => names.slice(lane * perLane, (lane + 1) * perLane))
  const reports = await Promise.all(shares.map(walk))
  const missed = new Set(reports.flatMap(({ moments }) => moments.flatMap(each => (each.wasHit ? [] : [each.name]))))
  // Met once in the life of books, and these were past it: on fresh ones it comes again.
  const again = [...missed].length === 0 ? [] : [await eachOnFreshBooks([...missed])]
  const hit = new Set([...reports, ...again].flatMap(each => each.moments.flatMap(m => (m.wasHit ? [m.name] : []))))
  return {
    moments: names.map(name => ({ name, wasHit: hit.has(name) })),
    findings: [...reports, ...again].flatMap(each => each.findings),
    bills: [...reports, ...again].reduce((sum, each) => sum + each.bills, 0),
  }
}

async function walk(names: readonly string[], documentsPerLife = 1): Promise<CrashPointsReport> {
  const stage = await openStage()
  try {
    stage.layOlderBooks()
    const moments: Moment[] = []
    for (const name of names) {
      stage.bring(documentsPerLife)
      moments.push({
        name,
        wasHit: (await stage.live({ dieAt: name, changesVault: name.includes('vault.') })).wasKilled,
      })
    }
    return { moments, ...(await conclude(stage)) }
  } finally {
    await stage.close()
  }
}

/** Whether a lane still finds something to do after a person was quicker is decided anew in each life. */
const livesPerMoment = 8

async function eachOnFreshBooks(names: readonly string[]): Promise<CrashPointsReport> {
  const reports: CrashPointsReport[] = []
  for (const name of names) {
    for (let life = 0; life < livesPerMoment; life++) {
      const report = await walk([name], documentsOfDay)
      reports.push(report)
      if (report.moments.every(({ wasHit }) => wasHit)) break
    }
  }
  return {
    moments: reports.flatMap(({ moments }) => moments),
    findings: reports.flatMap(({ findings }) => findings),
    bills: reports.reduce((sum, { bills }) => sum + bills, 0),
  }
}

async function conclude(stage: Stage): Promise<Omit<CrashPointsReport, 'moments'>> {
  await stage.live()
  const numbers = stage.standIn.books.bills.map(bill => bill.number ?? '')
  return { findings: [await inspect(stage.dataFolder, stage.acks(), numbers)], bills: numbers.length }
}
