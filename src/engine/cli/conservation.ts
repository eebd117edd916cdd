import { conservationCsv } from '../export/conservation-csv'
import { conservationStatement } from '../lists/conservation-days'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, type CommonOptions, type Terminal } from './terminal'
import { withEngine } from './with-engine'

/** Prints per day received, and in total, where everything is now. */
export function printConservation(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, engine => {
    const statement = conservationStatement(engine.company().store.db)
    if (options.json) {
      for (const day of statement.days) printJson(terminal, day)
      printJson(terminal, { total: statement.total, head: statement.head })
    } else terminal.out(conservationCsv(statement))
    return Promise.resolve(statement.total.isBalanced ? exitCodes.done : exitCodes.unsound)
  })
}
