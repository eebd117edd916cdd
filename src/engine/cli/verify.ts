import { isSound } from '../verify'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { ask, withEngine } from './with-engine'

/** Checks conservation, jobs, journal, originals and database. Changes nothing. */
export function verifyBooks(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const verdict = await ask(engine, 'store.verify', {})
    const sound = isSound(verdict)
    if (options.json) printJson(terminal, { sound, ...verdict })
    else {
      const { received, byState, isBalanced } = verdict.conservation
      const sum = Object.values(byState).reduce((total, number) => total + number, 0)
      const damaged = verdict.originalsDamaged.map(({ fileName }) => fileName)
      printTable(terminal, [
        ['received = sum of states', `${received} ${isBalanced ? '=' : '≠'} ${sum}  ${isBalanced ? 'ok' : 'BROKEN'}`],
        ['stuck jobs', `${verdict.stuckJobs}  ${verdict.stuckJobs === 0 ? 'ok' : 'BROKEN'}`],
        ['journal', `${verdict.journalRows} rows  ${verdict.journalIntact ? 'ok' : 'BROKEN'}`],
        [
          'originals',
          `${verdict.originalsChecked} checked  ${damaged.length === 0 ? 'ok' : `DAMAGED: ${damaged.join(', ')}`}`,
        ],
        ['database', verdict.databaseIntact ? 'ok' : 'BROKEN'],
      ])
    }
    return sound ? exitCodes.done : exitCodes.unsound
  })
}
