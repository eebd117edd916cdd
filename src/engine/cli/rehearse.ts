import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { isRehearsalSound, type Rehearsal } from '../../shared/update'
import { companyFolder, lastCompany } from '../company-folders'
import { rehearse } from '../rehearsal/rehearse'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { keyOfFolder } from './vault-key'
import { dataFolderOf } from './with-engine'

/** Lets this version work on a copy of the books, which another version may have open. */
export async function rehearseOnCopy(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const dataFolder = dataFolderOf(options, terminal)
  const rehearsal = await rehearse(
    {
      dataFolder,
      resourcesFolder: terminal.resourcesFolder,
      version: terminal.version,
      startWorker: terminal.startWorker,
      workers: options.workers ?? terminal.cores,
      now: () => terminal.now(),
      log: terminal.openLog(dataFolder),
      key: await keyOfFolder(terminal, options, companyFolder(dataFolder, lastCompany(dataFolder))),
    },
    mkdtempSync(join(dataFolder, 'rehearsal-')),
  )
  const isSound = isRehearsalSound(rehearsal)
  if (options.json) printJson(terminal, { sound: isSound, ...rehearsal })
  else printTable(terminal, told(rehearsal))
  return isSound ? exitCodes.done : exitCodes.unsound
}

function told({ schema, databaseIntact, journalIntact, rows, lost, documents }: Rehearsal): [string, string][] {
  const { received, replayed, differing, unreadable } = documents
  return [
    ['schema', `${schema.before} → ${schema.after}`],
    ['database', databaseIntact ? 'ok' : 'BROKEN'],
    ['journal', journalIntact ? 'ok' : 'BROKEN'],
    ['rows', `${rows.before} → ${rows.after}`],
    ...lost.map(({ table, before, after }): [string, string] => [`LOST in ${table}`, `${before} → ${after}`]),
    ['documents', `${received} received, ${replayed} read again, ${differing} differ, ${unreadable} UNREADABLE`],
  ]
}
