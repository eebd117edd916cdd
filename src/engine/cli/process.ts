import { AppError } from '../../shared/result'
import type { Engine } from '../engine'
import { conservation } from '../lists/counts'
import { exitCodes, type ExitCode } from './exit-codes'
import { startProgress } from './progress'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { valueOf, withEngine } from './with-engine'

export interface ProcessOptions extends CommonOptions {
  /** Documents that need a person count as done in part. */
  readonly strict?: boolean
}

/** Takes files and folders in and reads them; ends when nothing is left to read. */
export function processPaths(terminal: Terminal, paths: readonly string[], options: ProcessOptions): Promise<ExitCode> {
  return withEngine(terminal, options, { reads: true }, engine => processWith(engine, terminal, paths, options))
}

async function processWith(
  engine: Engine,
  terminal: Terminal,
  paths: readonly string[],
  options: ProcessOptions,
): Promise<ExitCode> {
  const startedAt = terminal.now()
  const before = conservation(engine.company().store.db).received
  const taken = { received: 0, duplicates: 0, refused: 0 }
  engine.on((event, data) => {
    if (event === 'intake.finished') Object.assign(taken, data)
    if (event !== 'intake.refused') return
    const { fileName, error } = data as { fileName: string; error: { code: string } }
    if (options.json) printJson(terminal, { refused: fileName, code: error.code })
    else terminal.err(`refused  ${fileName}  (${error.code})\n`)
  })
  const progress = startProgress(terminal, () => engine.company().queue.progress())
  const work = takeAndRead(engine, paths)
  const isInterrupted = await Promise.race([work.then(() => false), terminal.interrupted.then(() => true)]).finally(
    () => progress.stop(),
  )
  if (isInterrupted) {
    work.catch(endedEarly)
    // What has its bytes gets its row before anything is counted.
    await engine.company().intake.close()
  }
  const { received, byState, isBalanced } = conservation(engine.company().store.db)
  if (isInterrupted) taken.received = received - before
  const ms = terminal.now() - startedAt
  if (options.json) printJson(terminal, { ...taken, total: received, states: byState, balanced: isBalanced, ms })
  else {
    const states = Object.entries(byState).filter(([, number]) => number > 0)
    printTable(terminal, [
      ['taken in now', `${taken.received} (${taken.duplicates} of them already here, ${taken.refused} refused)`],
      ...states.map(([state, number]): [string, number] => [`  ${state}`, number]),
      ['received', `${received}, ${isBalanced ? 'equal to the sum of states' : 'NOT EQUAL TO THE SUM OF STATES'}`],
      ['seconds', (ms / 1000).toFixed(1)],
    ])
  }
  if (isInterrupted) return exitCodes.interrupted
  const needsPerson = byState.needs_review + byState.set_aside > 0
  return taken.refused > 0 || (options.strict === true && needsPerson) ? exitCodes.partly : exitCodes.done
}

async function takeAndRead(engine: Engine, paths: readonly string[]): Promise<void> {
  valueOf(await engine.take(paths, 'command_line'))
  await engine.company().queue.whenEmpty()
}

/** The queue tells whoever waits that it was stopped; we stopped it. */
function endedEarly(thrown: unknown): void {
  if (!(thrown instanceof AppError) || thrown.data.code !== 'engine_gone') throw thrown
}
