import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { ask, dataFolderOf, withEngine } from './with-engine'

/** Says what is where. Changes nothing. */
export function showStatus(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const company = await ask(engine, 'company.current', {})
    const { tabs, conservation, progress } = await ask(engine, 'document.counts', {})
    const ledger = await ask(engine, 'ledger.status', {})
    const dataFolder = dataFolderOf(options, terminal)
    if (options.json) {
      const { received, byState, isBalanced } = conservation
      const queue = { waiting: progress.waiting, running: progress.running, paused: progress.isPaused }
      printJson(terminal, {
        data: dataFolder,
        company: company.key,
        received,
        states: byState,
        balanced: isBalanced,
        tabs,
        queue,
        ledger,
      })
      return exitCodes.done
    }
    const states = Object.entries(conservation.byState).filter(([, number]) => number > 0)
    printTable(terminal, [
      ['books', `${dataFolder} (${company.key})`],
      ['received', `${conservation.received}${conservation.isBalanced ? '' : ', NOT EQUAL TO THE SUM OF STATES'}`],
      ...states.map(([state, number]): [string, number] => [`  ${state}`, number]),
      ['waiting to be read', progress.waiting + progress.running],
      ['ledger', ledger.connected ? `${ledger.organization ?? ledger.url ?? ''}` : 'not connected'],
      ...(ledger.connected ? [['  waiting to be posted', ledger.waiting] as const] : []),
      ...(ledger.failed > 0 ? [['  failed', ledger.failed] as const] : []),
    ])
    return exitCodes.done
  })
}
