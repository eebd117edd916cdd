import type { HealthFinding } from '../../shared/health'
import { AppError } from '../../shared/result'
import { companyFolder } from '../company-folders'
import { lookAtHealth } from '../health/look-at-health'
import { healthExitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import type { BooksKey } from '../store/books-key'
import { keyOfFolder } from './vault-key'
import { dataFolderOf } from './with-engine'

/** Says whether books and machine are well. Changes nothing and asks no engine: the app may have the books open. */
export async function showHealth(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const dataFolder = dataFolderOf(options, terminal)
  const { company } = options
  const folder = companyFolder(dataFolder, company)
  const health = await lookAtHealth({
    dataFolder,
    company,
    folder,
    now: terminal.now(),
    key: await keyIfSaid(terminal, options, folder),
  })
  if (options.json) printJson(terminal, health)
  else printTable(terminal, [...health.findings.map(told), ['in all', health.verdict.toUpperCase()]])
  return healthExitCodes[health.verdict]
}

/** Whoever watches a machine needs no key for it: locked books are a finding. */
async function keyIfSaid(terminal: Terminal, options: CommonOptions, folder: string): Promise<BooksKey | null> {
  try {
    return await keyOfFolder(terminal, options, folder)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.data.code === 'vault_locked') return null
    throw thrown
  }
}

function told({ check, verdict, figures }: HealthFinding): [string, string] {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value ?? 'none'}`)
  return [check, `${verdict === 'ok' ? 'ok' : verdict.toUpperCase()}  ${said.join(', ')}`]
}
