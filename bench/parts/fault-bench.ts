import type { Row } from '../../test/faults/rows'
import { shrink } from '../../test/faults/shrink'
import { startTlsServers, type TlsServers } from '../../test/ledger-stand-in/tls-servers'
import { describeMachine } from './machine'

/** One matrix of faults: what its plans are and how one of them is run and judged. */
export interface FaultBench<P extends FaultPlan, O> {
  readonly name: string
  readonly rows: readonly Row<P>[]
  storm(seed: number): P
  run(plan: P, tls: TlsServers): Promise<O>
  isKept(outcome: O): boolean
  /** What is added up over all runs. */
  sums(outcome: O, isStorm: boolean): Readonly<Record<string, number>>
  /** Of what the most is told. */
  peaks?(outcome: O): Readonly<Record<string, number>>
  /** What is measured beside the matrix. */
  beside?(): Promise<Readonly<Record<string, number>>>
}

interface FaultPlan {
  readonly seed: number
  readonly troubles: readonly unknown[]
}

interface Cell {
  runs: number
  failed: number
  aborted: number
}

/** Some runs wait for silence; more at once than this, and a busy machine would time out by itself. */
const atOnce = 8
const mostShrunk = 10

/**
 * Runs every row with many seeds and storms at random, prints the table and, as the last line, JSON. A run that ends
 * with an error is told with its row and seed, counted as aborted, and the others go on.
 */
export async function runFaultBench<P extends FaultPlan, O>(bench: FaultBench<P, O>): Promise<void> {
  const args = process.argv.slice(2)
  const seedsAt = args.indexOf('--seeds')
  const seeds = seedsAt < 0 ? 20 : Number(args[seedsAt + 1])
  const isJsonOnly = args.includes('--json')
  const tls = await startTlsServers()
  const startedAt = performance.now()
  const figures = new Map<string, number>()
  const table = new Map<string, Map<string, Cell>>()
  const failing: P[] = []
  const totals = { runs: 0, failed: 0, aborted: 0 }

  const storms: Row<P> = { title: 'storm', fault: 'storm', call: 'all calls', plan: seed => bench.storm(seed) }
  // Seed by seed: who ends it early (SIGINT) is told of whole seeds.
  let isEnded = false
  process.once('SIGINT', () => (isEnded = true))
  const perSeed = bench.rows.length + 5
  const work = Array.from({ length: seeds }, (_, index) => index + 1).flatMap(seed => [
    ...bench.rows.map(row => ({ row, seed })),
    ...[4, 3, 2, 1, 0].map(fewer => ({ row: storms, seed: seed * 5 - fewer })),
  ])

  async function runOne({ row, seed }: (typeof work)[number]): Promise<void> {
    const plan = row.plan(seed)
    const cell = cellOf(table, row)
    totals.runs++
    cell.runs++
    let outcome: O
    try {
      outcome = await bench.run(plan, tls)
    } catch (thrown) {
      totals.aborted++
      cell.aborted++
      failing.push(plan)
      tell('ABORTED', row, seed, thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
      return
    }
    for (const [name, value] of Object.entries(bench.sums(outcome, row === storms)))
      figures.set(name, (figures.get(name) ?? 0) + value)
    for (const [name, value] of Object.entries(bench.peaks?.(outcome) ?? {}))
      figures.set(name, Math.max(figures.get(name) ?? 0, value))
    if (bench.isKept(outcome)) return
    totals.failed++
    cell.failed++
    failing.push(plan)
    tell('FAILED', row, seed, JSON.stringify(outcome))
  }

  const left = work.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) {
        if (isEnded) return
        await runOne(item)
        if (!isJsonOnly && totals.runs % 500 === 0)
          process.stderr.write(`${totals.runs} of ${work.length}, ${failing.length} bad\n`)
      }
    }),
  )

  const beside = (await bench.beside?.()) ?? {}
  const fails = async (plan: P) => {
    try {
      return !bench.isKept(await bench.run(plan, tls))
    } catch {
      // An error in the middle is what is shrunk as well.
      return true
    }
  }
  const shrunk: P[] = []
  for (const plan of failing.slice(0, mostShrunk)) shrunk.push(await shrink(plan, fails))
  await tls.close()

  if (!isJsonOnly) {
    for (const [call, row] of table)
      console.log(`${call}\n  ${[...row].map(([fault, cell]) => said(fault, cell)).join(' · ')}`)
    for (const [name, value] of Object.entries(beside)) console.log(`${name}: ${value}`)
    for (const plan of shrunk) console.log(`FAILED, shrunk: ${JSON.stringify(plan)}`)
  }
  const report = {
    bench: bench.name,
    ...totals,
    ...Object.fromEntries(figures),
    ...beside,
    seeds: Math.floor(totals.runs / perSeed),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    failing: shrunk,
    machine: describeMachine(),
  }
  console.log(JSON.stringify(report))
  process.exitCode = failing.length > 0 ? 1 : 0
}

function tell(what: string, row: Row<unknown>, seed: number, said: string): void {
  process.stderr.write(`${what}: ${row.title}, seed ${seed}: ${said}\n`)
}

function cellOf(table: Map<string, Map<string, Cell>>, { call, fault }: Row<unknown>): Cell {
  const row = table.get(call) ?? new Map<string, Cell>()
  table.set(call, row)
  const cell = row.get(fault) ?? { runs: 0, failed: 0, aborted: 0 }
  row.set(fault, cell)
  return cell
}

function said(fault: string, { runs, failed, aborted }: Cell): string {
  const bad = [...(failed > 0 ? [`${failed} FAILED`] : []), ...(aborted > 0 ? [`${aborted} ABORTED`] : [])]
  return `${fault} ${runs}${bad.length > 0 ? ` (${bad.join(', ')})` : ''}`
}
