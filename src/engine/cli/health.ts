import type { HealthFinding } from '../../shared/health'
import { companyFolder } from '../company-folders'
import { lookAtHealth } from '../health/look-at-health'
import { healthExitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { dataFolderOf } from './with-engine'

/** Says whether books and machine are well. Changes nothing and asks no engine: the app may have the books open. */
export async function showHealth(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const dataFolder = dataFolderOf(options, terminal)
  const { company } = options
  const folder = companyFolder(dataFolder, company)
  const health = await lookAtHealth({ dataFolder, company, folder, now: terminal.now() })
  if (options.json) printJson(terminal, health)
  else printTable(terminal, [...health.findings.map(told), ['in all', health.verdict.toUpperCase()]])
  return healthExitCodes[health.verdict]
}

function told({ check, verdict, figures }: HealthFinding): [string, string] {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value ?? 'none'}`)
  return [check, `${verdict === 'ok' ? 'ok' : verdict.toUpperCase()}  ${said.join(', ')}`]
}
