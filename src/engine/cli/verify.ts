import type { Output } from '../../shared/contract'
import { acceptBooks } from '../store/journal-anchor'
import { isSound } from '../verify'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { ask, withEngine } from './with-engine'

export interface VerifyOptions extends CommonOptions {
  /** The books are right as they are: a backup was restored. */
  readonly accept?: boolean
}

/** Checks conservation, jobs, journal, originals and database. Changes nothing. */
export function verifyBooks(terminal: Terminal, options: VerifyOptions): Promise<ExitCode> {
  return withEngine(terminal, options, { acceptsLoss: options.accept ?? false }, async engine => {
    if (options.accept) {
      const { seat, store } = engine.company()
      seat.require('administer')
      acceptBooks(store, terminal.now())
    }
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
        ['journal', `${verdict.journalRows} rows  ${journalWord(verdict)}`],
        ['journal head', `${verdict.journalHead?.sequence ?? 0} ${verdict.journalHead?.hash ?? ''}`],
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

function journalWord({ journalIntact, journalBrokenAt, journalFault }: Output<'store.verify'>): string {
  return journalIntact ? 'ok' : `BROKEN at row ${journalBrokenAt ?? '?'} (${journalFault ?? 'unknown'})`
}
