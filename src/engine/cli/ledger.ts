import type { LedgerStatus } from '../../shared/ledger'
import { readKeyFile } from '../key-file'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { ask, withEngine } from './with-engine'

/** Connects the books to BigCapital. The key stays in its file; where it lies is what is stored. */
export function connectBigCapital(
  terminal: Terminal,
  options: CommonOptions & { readonly url: string; readonly keyFile: string },
): Promise<ExitCode> {
  const apiKey = readKeyFile(options.keyFile)
  return withEngine(terminal, options, { keyFile: options.keyFile }, async engine => {
    printLedger(terminal, options, await ask(engine, 'ledger.connect', { url: options.url, apiKey }))
    return exitCodes.done
  })
}

/** Posts what is approved, reads back what was posted. */
export function syncLedger(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const status = await ask(engine, 'ledger.sync', {})
    printLedger(terminal, options, status)
    if (!status.connected) return exitCodes.stopped
    return status.failed > 0 || status.waiting > 0 || status.lastError !== null ? exitCodes.partly : exitCodes.done
  })
}

function printLedger(terminal: Terminal, options: CommonOptions, status: LedgerStatus): void {
  if (options.json) return printJson(terminal, status)
  printTable(terminal, [
    ['ledger', status.connected ? (status.url ?? '') : 'not connected'],
    ['organization', status.organization ?? '—'],
    ['currency', status.baseCurrency ?? '—'],
    ['waiting', status.waiting],
    ['failed', status.failed],
    ...(status.lastError ? [['last error', status.lastError.code] as const] : []),
  ])
}
