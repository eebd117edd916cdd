export interface DurabilityOptions {
  /** Everything that is promised, which takes hours; a short form with a seed otherwise. */
  readonly isFull: boolean
  readonly seed: number
}

/** @param name of an option with a number, e.g. `--minutes 10` */
export function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

/** Whether the minutes of `--minutes N` are over, counted from now; never without it. What was done until then counts. */
export function minutesOption(): () => boolean {
  const endsAt = performance.now() + numberOption('--minutes', Infinity) * 60_000
  return () => performance.now() >= endsAt
}

export function durabilityOptions(): DurabilityOptions {
  return { isFull: process.argv.includes('--full'), seed: numberOption('--seed', 1) }
}

/** Prints for people, unless only JSON is wanted, then one line of JSON; the exit code says whether all was kept. */
export function print(report: Readonly<Record<string, unknown>>, isKept: boolean): void {
  if (!process.argv.includes('--json')) {
    for (const [name, value] of Object.entries(report)) console.log(`${name}: ${JSON.stringify(value)}`)
    console.log(isKept ? 'kept' : 'NOT KEPT')
  }
  console.log(JSON.stringify({ ...report, isKept }))
  process.exitCode = isKept ? 0 : 1
}
